"""How far a long piece of work is, and how it is stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

Clock = Callable[[], float]
"""Returns seconds that only ever grow; `time.monotonic` outside of tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Articles done so far; `total` is None while it is not known yet."""

    done: int
    total: int | None
    elapsed_s: float

    @property
    def rate_per_s(self) -> float:
        """Return the articles a second, on average since the start."""
        return self.done / self.elapsed_s if self.elapsed_s > 0 else 0.0

    @property
    def left_s(self) -> float | None:
        """Return the seconds that are left at this rate, None where that cannot be told."""
        if self.total is None or self.rate_per_s == 0:
            return None
        return max(0, self.total - self.done) / self.rate_per_s


OnProgress = Callable[[Progress], None]


class Cancel:
    """Asks a piece of work to stop; may be used from any thread."""

    def __init__(self) -> None:
        self._event = Event()

    def request(self) -> None:
        """Ask for the stop; what is already done stays done."""
        self._event.set()

    @property
    def is_requested(self) -> bool:
        """Tell whether the stop was asked for."""
        return self._event.is_set()


class Counter:
    """Counts articles and tells a listener of each."""

    def __init__(
        self, on_progress: OnProgress | None, total: int | None, clock: Clock = time.monotonic
    ) -> None:
        self._on_progress = on_progress
        self._total = total
        self._clock = clock
        self._begin_s = clock()
        self._done = 0

    def count(self) -> None:
        """Count one article more."""
        self._done += 1
        if self._on_progress is not None:
            elapsed_s = self._clock() - self._begin_s
            self._on_progress(Progress(done=self._done, total=self._total, elapsed_s=elapsed_s))

"""Work off the UI thread; the newest request of a kind counts, older results are dropped."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from timeline_app.gui.overriding import override

T = TypeVar("T")


class _Outcome(QObject):
    """Carries a result from a worker's thread to the UI thread."""

    ready = Signal(str, int, object, object)


class _Task(QRunnable):
    def __init__(self, kind: str, number: int, work: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self._kind, self._number, self._work, self._outcome = kind, number, work, outcome

    @override
    def run(self) -> None:
        result: Any = None
        fault: BaseException | None = None
        try:
            result = self._work()
        except BaseException as raised:  # it rises again in the UI thread
            fault = raised
        self._outcome.ready.emit(self._kind, self._number, result, fault)


class JobRunner(QObject):
    """Runs functions in worker threads and gives their results back in the UI thread."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._outcome = _Outcome(self)
        self._outcome.ready.connect(self._deliver)
        self._newest: dict[str, int] = {}
        self._waiting: dict[tuple[str, int], tuple[Callable[[Any], None], Any]] = {}

    def run(
        self,
        kind: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run `work` in a worker thread, then `done` with its result in this one.

        A result is dropped when a newer job of the same kind was started meanwhile. What `work`
        raises is given to `failed`; without one it rises here.
        """
        number = self._newest.get(kind, 0) + 1
        self._newest[kind] = number
        self._waiting[kind, number] = (done, failed)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Task(kind, number, work, self._outcome))

    def drop(self, kind: str) -> None:
        """Let the results of running jobs of a kind be dropped."""
        self._newest[kind] = self._newest.get(kind, 0) + 1

    @property
    def is_busy(self) -> bool:
        """Tell whether a job runs."""
        return bool(self._waiting)

    def wait(self) -> None:
        """Wait until no job runs; undelivered results are dropped."""
        self._pool.waitForDone()

    @Slot(str, int, object, object)
    def _deliver(self, kind: str, number: int, result: Any, fault: Any) -> None:
        done, failed = self._waiting.pop((kind, number))
        if not self._waiting:
            self.busy_changed.emit(False)
        if number != self._newest.get(kind):
            return
        if fault is None:
            done(result)
        elif failed is not None:
            failed(fault)
        else:
            raise fault

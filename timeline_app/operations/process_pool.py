"""Work done by several processes, its results in the order of the input.

Memory is bounded by a window of work under way, however much there is. A process that dies takes
the others' work along (`BrokenProcessPool`): what was under way is then tried again one by one in
a process of its own, so that only the work that kills its process is lost.
"""

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:  # Windows has no fork server
    from multiprocessing.context import ForkServerContext, SpawnContext

Work = TypeVar("Work")
Result = TypeVar("Result")

_WINDOW_PER_JOB = 4


def map_in_order(
    function: Callable[[Work], Result],
    works: Iterable[Work],
    *,
    jobs: int,
    when_lost: Callable[[Work], Result],
) -> Generator[Result, None, None]:
    """Yield `function(work)` for every piece of work, in its order.

    `function` must be a function of a module, and raise nothing. `when_lost` gives the result of
    work whose process was killed. Closing the iterator drops the work that has not begun.
    """
    pool = _Pool(function, jobs=jobs, when_lost=when_lost)
    try:
        for work in works:
            pool.submit(work)
            if len(pool) >= jobs * _WINDOW_PER_JOB:
                yield pool.oldest()
        while len(pool):
            yield pool.oldest()
    finally:
        pool.close()


class _Pool(Generic[Work, Result]):
    """A window of work over processes that can be lost and replaced."""

    def __init__(
        self,
        function: Callable[[Work], Result],
        *,
        jobs: int,
        when_lost: Callable[[Work], Result],
    ) -> None:
        self._function = function
        self._jobs = jobs
        self._when_lost = when_lost
        self._executor = _started(jobs)
        self._window: deque[tuple[Work, Future[Result] | None]] = deque()

    def __len__(self) -> int:
        return len(self._window)

    def submit(self, work: Work) -> None:
        """Hand out a piece of work."""
        self._window.append((work, self._handed_out(work)))

    def oldest(self) -> Result:
        """Wait for the oldest piece of work and return its result."""
        work, future = self._window.popleft()
        if future is not None:
            try:
                return future.result()
            except BrokenProcessPool:
                pass
        result = self._alone(work)
        self._replace_lost()
        return result

    def close(self) -> None:
        """Stop the processes; work that has not begun is dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _handed_out(self, work: Work) -> Future[Result] | None:
        try:
            return self._executor.submit(self._function, work)
        except BrokenProcessPool:
            return None

    def _alone(self, work: Work) -> Result:
        with _started(1) as executor:
            try:
                return executor.submit(self._function, work).result()
            except BrokenProcessPool:
                return self._when_lost(work)

    def _replace_lost(self) -> None:
        """Start new processes, and hand out again what the lost ones had not finished."""
        self.close()
        self._executor = _started(self._jobs)
        again = deque(self._window)
        self._window.clear()
        for work, future in again:
            self._window.append((work, self._handed_out(work) if _is_lost(future) else future))


def _started(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=jobs, mp_context=worker_context(), initializer=_leave_interrupts
    )


def worker_context() -> "ForkServerContext | SpawnContext":
    """Return how processes are started: afresh, but on Linux with the rules already loaded.

    A program with threads (Qt, SQLite) may deadlock where it is forked itself. On Linux a small
    server is started afresh, loads what all workers need, and is forked instead.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_LOADED_BEFOREHAND])
    return context


_LOADED_BEFOREHAND = "timeline_app.operations.ready_worker"


def _leave_interrupts() -> None:
    """Leave Ctrl+C to the process that hands out the work: it stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_lost(future: Future[Result] | None) -> bool:
    if future is None or future.cancelled():
        return True
    return future.done() and future.exception() is not None

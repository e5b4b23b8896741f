"""Work done on a Dask cluster that runs already, its results in the order of the input."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from typing import Any, TypeVar

from timeline_app.errors import TimelineError, UsageError

Work = TypeVar("Work")
Result = TypeVar("Result")

_WINDOW_PER_THREAD = 4


def map_on_cluster(
    function: Callable[[Work], Result],
    works: Iterable[Work],
    *,
    address: str,
    connect_s: float = 10.0,
    when_lost: Callable[[Work], Result],
) -> Generator[Result, None, None]:
    """Yield `function(work)` for every piece of work, in its order, as `map_in_order` does.

    The program must be installed on the workers. `when_lost` gives the result of work that
    killed its workers. Raises TimelineError where the scheduler at `address` does not answer.
    """
    try:
        import distributed
    except ImportError as error:
        raise UsageError("--dask needs an extra: pip install 'timeline-app[dask]'.") from error
    connect: Any = distributed.Client  # Dask's own types are incomplete
    try:
        client = connect(address, set_as_default=False, timeout=connect_s)
    except (OSError, ValueError, TypeError) as error:
        raise TimelineError(
            f"{address}: no Dask scheduler answers there ({error}). Check its address."
        ) from error
    with client:
        executor = client.get_executor()
        room = _WINDOW_PER_THREAD * max(1, sum(client.nthreads().values()))
        window: deque[tuple[Work, Future[Result]]] = deque()
        for work in works:
            window.append((work, executor.submit(function, work)))
            if len(window) >= room:
                yield _oldest(window, when_lost)
        while window:
            yield _oldest(window, when_lost)


def _oldest(
    window: "deque[tuple[Work, Future[Result]]]", when_lost: Callable[[Work], Result]
) -> Result:
    from distributed import KilledWorker

    work, future = window.popleft()
    try:
        return future.result()
    except KilledWorker:
        return when_lost(work)

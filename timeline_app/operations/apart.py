"""A stream that is made in a process of its own, with limits on the time and memory of each piece.

What is made waits in a pipe until it is asked for, so memory stays flat however long the stream
is. A process that hangs or grows is ended: the stream then closes with a word on what became of it.
"""

import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from enum import Enum
from multiprocessing.connection import Connection
from typing import TypeVar

from timeline_app.operations.crash_report import write_crash_report
from timeline_app.operations.guard import (
    READING_LIMIT_BYTES,
    READING_LIMIT_S,
    ended_after,
    memory_limited,
)
from timeline_app.operations.process_pool import worker_context
from timeline_app.paths import log_dir

Argument = TypeVar("Argument")
Item = TypeVar("Item")


class Ending(Enum):
    """How a stream came to its end before it was whole."""

    TIME = "it took too long"
    MEMORY = "it asked for too much memory"
    CRASH = "its process crashed"


_WHOLE = "whole"
_TIMED_OUT = 1  # the exit status that the watchdog gives


def stream_apart(
    produce: Callable[[Argument], Iterator[Item]],
    argument: Argument,
    *,
    when_ended: Callable[[Ending, int], Item],
    limit_s: float = READING_LIMIT_S,
    limit_bytes: int = READING_LIMIT_BYTES,
) -> Generator[Item, None, None]:
    """Yield what `produce(argument)` yields in another process.

    `produce` must be a function of a module. Where one piece takes longer than `limit_s`, or all
    need more than `limit_bytes` at one time, the last item is `when_ended(how, pieces before)`.
    Closing the iterator ends the process.
    """
    context = worker_context()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(theirs, produce, argument, limit_s, limit_bytes), daemon=True
    )
    process.start()
    theirs.close()
    count = 0
    try:
        while True:
            try:
                kind, item = ours.recv()
            except (EOFError, OSError):
                process.join()
                is_late = process.exitcode == _TIMED_OUT
                yield when_ended(Ending.TIME if is_late else Ending.CRASH, count)
                return
            if kind == _WHOLE:
                return
            if isinstance(kind, Ending):
                yield when_ended(kind, count)
                return
            count += 1
            yield item
    finally:
        ours.close()
        process.terminate()
        process.join()


def _serve(
    out: Connection,
    produce: Callable[[Argument], Iterator[Item]],
    argument: Argument,
    limit_s: float,
    limit_bytes: int,
) -> None:
    """Send the pieces one by one, each when the one before was taken up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asked
    ending: str | Ending = Ending.MEMORY
    with suppress(BrokenPipeError):  # nobody wants the rest
        try:
            with memory_limited(limit_bytes):
                items = produce(argument)
                while True:
                    with ended_after(limit_s):
                        item = next(items, _NOTHING)
                    if item is _NOTHING:
                        break
                    out.send((None, item))
            ending = _WHOLE
        except MemoryError:
            items = iter(())  # lets go of what filled the memory
        except Exception as error:
            write_crash_report(error, log_dir())
            ending = Ending.CRASH
        out.send((ending, None))


class _Nothing:
    """Stands where there is no piece any more: None may be one."""


_NOTHING = _Nothing()

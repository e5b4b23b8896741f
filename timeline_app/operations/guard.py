"""Limits on time and memory while a hostile file may be read, in a process of its own."""

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READING_LIMIT_S = 60.0
READING_LIMIT_BYTES = 2 * 1024**3


@contextmanager
def guarded(
    *, limit_s: float = READING_LIMIT_S, limit_bytes: int = READING_LIMIT_BYTES
) -> Iterator[None]:
    """End this process if the work inside takes longer; let it raise MemoryError if it grows.

    Only for processes whose loss is expected: `process_pool` reports the work that was lost. Memory
    is limited on Linux only; elsewhere the sizes of files are the limit.
    """
    with ended_after(limit_s), memory_limited(limit_bytes):
        yield


@contextmanager
def ended_after(limit_s: float) -> Iterator[None]:
    """End this process, with status 1, if the work inside takes longer.

    The watchdog is a thread that needs no interpreter lock: work that never hands the lock on, as
    a regular expression or a parser written in C, is ended like any other.
    """
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(limit_s, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def memory_limited(limit_bytes: int) -> Iterator[None]:
    """Let the work inside raise MemoryError where it asks for more than that; on Linux only."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_used_bytes() + limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _used_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")

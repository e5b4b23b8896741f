"""Streams that processes of their own make in tests; processes import them by this name."""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path


def squares(count: int) -> Iterator[int]:
    """Yield the first squares."""
    yield from (number * number for number in range(count))


def slow_in_all(count: int) -> Iterator[int]:
    """Yield numbers, each after a third of a second."""
    for number in range(count):
        time.sleep(0.3)
        yield number


def sleeps(_: object) -> Iterator[int]:
    """Yield two numbers, then hang."""
    yield from (0, 1)
    time.sleep(1_000)


def backtracks(_: object) -> Iterator[int]:
    """Yield two numbers, then hang without ever handing on the interpreter's lock."""
    yield from (0, 1)
    re.match(r"(a|aa)+$", "a" * 100 + "b")


def grows(_: object) -> Iterator[int]:
    """Yield two numbers, then ask for memory without end."""
    yield from (0, 1)
    kept: list[bytearray] = []
    while True:
        kept.append(bytearray(10_000_000))


def leaves(_: object) -> Iterator[int]:
    """Yield two numbers, then end the process."""
    yield from (0, 1)
    os._exit(9)


def fails(_: object) -> Iterator[int]:
    """Yield two numbers, then raise."""
    yield from (0, 1)
    raise ValueError("no such thing")


def counted_megabytes(count_file: str) -> Iterator[str]:
    """Yield long texts without end, and keep count of them in a file."""
    number = 0
    while True:
        number += 1
        Path(count_file).write_text(str(number))
        yield "a" * 1_000_000

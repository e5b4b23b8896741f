"""What is made in a process of its own comes piece by piece, and ends when it asks for too much."""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from streams import (
    backtracks,
    counted_megabytes,
    fails,
    grows,
    leaves,
    sleeps,
    slow_in_all,
    squares,
)

from timeline_app.operations.apart import Ending, stream_apart


def pieces(produce: Callable[[Any], Iterator[Any]], argument: object, **limits: Any) -> list[Any]:
    return list(
        stream_apart(produce, argument, when_ended=lambda how, count: (how, count), **limits)
    )


def test_pieces_come_in_their_order_and_the_stream_ends() -> None:
    assert pieces(squares, 4) == [0, 1, 4, 9]
    assert pieces(squares, 0) == []


@pytest.mark.parametrize("produce", [sleeps, backtracks])
def test_a_piece_that_hangs_is_ended_whatever_it_does(
    produce: Callable[[Any], Iterator[int]],
) -> None:
    begin = time.monotonic()
    assert pieces(produce, None, limit_s=1.0) == [0, 1, (Ending.TIME, 2)]
    assert time.monotonic() - begin < 30


def test_all_pieces_together_may_take_longer_than_one() -> None:
    assert pieces(slow_in_all, 5, limit_s=1.2) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_piece_that_grows_is_ended() -> None:
    assert pieces(grows, None, limit_bytes=200_000_000) == [0, 1, (Ending.MEMORY, 2)]


@pytest.mark.parametrize("produce", [leaves, fails])
def test_a_process_that_is_lost_is_told(produce: Callable[[Any], Iterator[int]]) -> None:
    assert pieces(produce, None) == [0, 1, (Ending.CRASH, 2)]


def test_what_nobody_asks_for_is_not_made_and_closing_ends_the_process(tmp_path: Path) -> None:
    count_file = tmp_path / "count"
    stream = stream_apart(
        counted_megabytes, str(count_file), when_ended=lambda how, count: how.value
    )
    with closing(stream):
        next(stream)
        time.sleep(0.5)
        assert int(count_file.read_text()) <= 3
    assert not multiprocessing.active_children()

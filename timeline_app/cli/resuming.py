"""A JSON Lines file that an interrupted extraction left, and that the next one completes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.cli.output import Output, unfinished, unwritable
from timeline_app.errors import TimelineError
from timeline_app.reading.shown_name import shown_name


@contextmanager
def resumed_output(path: Path) -> Iterator[tuple[Output, frozenset[str]]]:
    """Give the file to append to, and the paths of the documents that it has.

    What an interrupted extraction without --resume left takes its place first. A last line that
    was cut off is removed. Raises TimelineError where the file holds something else, or cannot be
    written.
    """
    _take_up(path)
    done, length = _done(path) if path.exists() else (frozenset[str](), 0)
    try:
        stream = path.open("r+" if path.exists() else "w", encoding="utf-8", newline="")
    except OSError as error:
        raise unwritable(path, error) from error
    with stream:
        stream.seek(length)
        stream.truncate()
        yield Output(stream), done


def _take_up(path: Path) -> None:
    left = unfinished(path)
    if not left.exists():
        return
    try:
        left.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _done(path: Path) -> tuple[frozenset[str], int]:
    """Return the documents of the whole lines, and where those lines end in bytes."""
    names: set[str] = set()
    length = 0
    try:
        with path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                names.add(_path_of(line, path))
                length += len(line)
    except OSError as error:
        raise unwritable(path, error) from error
    return frozenset(names), length


def _path_of(line: bytes, path: Path) -> str:
    try:
        return str(json.loads(line)["document"]["path"])
    except (ValueError, KeyError, TypeError) as error:
        raise TimelineError(
            f"{shown_name(path)}: this is no output of extract, so it is not gone on with. "
            "Choose another file with -o."
        ) from error

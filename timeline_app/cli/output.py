"""Where a command writes, and how it tells of progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from timeline_app.errors import TimelineError
from timeline_app.operations.progress import OnProgress, Progress
from timeline_app.reading.shown_name import shown_name

_REDRAW_S = 0.1


class OutputClosedError(Exception):
    """The reader of our output went away (`| head`): no error of anyone's."""


class Output:
    """Text written at once, to the end of the command's output."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write and hand on. Raises OutputClosedError where nobody reads any more."""
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError as error:
            raise OutputClosedError from error


def unfinished(path: Path) -> Path:
    """Return where an output lies until it is whole."""
    return path.with_name(f".{path.name}.part")


@contextmanager
def opened_output(path: Path | None, *, is_resumable: bool = False) -> Iterator[Output]:
    """Give the output: a file that appears whole or not at all, or standard output.

    What is written of a resumable one stays beside it when the user stops the work. Raises
    TimelineError where the file cannot be written.
    """
    if path is None:
        yield Output(sys.stdout)
        return
    fresh = unfinished(path)
    is_kept = False
    try:
        stream = fresh.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        with stream:
            yield Output(stream)
        fresh.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    except KeyboardInterrupt:
        is_kept = is_resumable
        raise
    finally:
        if not is_kept:
            fresh.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> TimelineError:
    """Return the error for a file that cannot be written."""
    reason = error.strerror or type(error).__name__
    return TimelineError(
        f"{shown_name(path)}: the file could not be written ({reason}). "
        "Choose a folder that you may write to, with -o."
    )


def progress_line() -> OnProgress | None:
    """Return a listener that draws progress on standard error; None where that is no terminal."""
    return _ProgressLine() if sys.stderr.isatty() else None


class _ProgressLine:
    """One line that is drawn again and again."""

    def __init__(self) -> None:
        self._drawn_at_s = 0.0

    def __call__(self, progress: Progress) -> None:
        is_last = progress.done == progress.total
        if progress.elapsed_s - self._drawn_at_s < _REDRAW_S and not is_last:
            return
        self._drawn_at_s = progress.elapsed_s
        end = "\n" if is_last else ""
        click.echo(f"\r\x1b[K{progress_text(progress)}{end}", nl=False, err=True)


def progress_text(progress: Progress) -> str:
    """Return "12 of 40 articles, 8.3 a second, 3 s left"."""
    of_all = "" if progress.total is None else f" of {progress.total}"
    left = "" if progress.left_s is None else f", {progress.left_s:.0f} s left"
    return f"{progress.done}{of_all} articles, {progress.rate_per_s:.1f} a second{left}"

"""The library that a command works on."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from timeline_app import paths
from timeline_app.cli.output import progress_line
from timeline_app.errors import TimelineError
from timeline_app.operations.ingest import ingest
from timeline_app.paths import LIBRARY_SUFFIX
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.library import Library

_HAS_FAILED = "timeline_app.cli.libraries.has_failed"


@contextmanager
def opened_library(
    path: Path | None, *, is_sample: bool, articles: tuple[Path | InputFile, ...] = ()
) -> Iterator[Library]:
    """Give a library to read: a file, or a temporary one of the sample or other articles.

    Articles that cannot be read are named on standard error; `status_of_inputs` remembers them.
    Raises LibraryError where the file cannot be used.
    """
    if is_sample:
        articles = (paths.seeds_dir(), *articles)
    if not articles:
        if path is None and not paths.default_library().exists():
            raise TimelineError(
                "There is no library of your own yet. Import articles (timeline-app import PATH), "
                "name another library (--library FILE), or look at the samples (--sample)."
            )
        with Library.open(path or paths.default_library(), create=False, read_only=True) as library:
            yield library
        return
    if path is not None:
        raise click.UsageError("Give either --library or articles, not both.")
    for article in articles:
        if isinstance(article, Path) and article.suffix == LIBRARY_SUFFIX:
            raise click.UsageError(f"{shown_name(article)} is a library: give it with --library.")
    with (
        tempfile.TemporaryDirectory(prefix="timeline-app-") as folder,
        Library.open(Path(folder) / "articles.tlib") as library,
    ):
        report = ingest(library, articles, progress=progress_line())
        for failure in report.failed:
            click.echo(failure.message, err=True)
        click.get_current_context().meta[_HAS_FAILED] = bool(report.failed)
        yield library


def status_of_inputs() -> int:
    """Return the exit status of this command: 1 where some of its articles could not be read."""
    return 1 if click.get_current_context().meta.get(_HAS_FAILED) else 0

"""`timeline-app import`: articles, or other programs' events, into a library."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from timeline_app import paths as places
from timeline_app.cli.counted import counted
from timeline_app.cli.options import check_date_of_articles, paths_argument, reading_options
from timeline_app.cli.output import progress_line
from timeline_app.errors import ReadingError
from timeline_app.operations.event_files.adding import adding_edit, not_yet_in
from timeline_app.operations.event_files.read_events import EventFormat
from timeline_app.operations.event_files.registry import told_apart
from timeline_app.operations.ingest import IngestReport, ingest
from timeline_app.operations.watch import FolderWatch
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import article_files
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.library import Library

HELP = """Read articles into a library; what it has already is not doubled.

Each article is kept as soon as it is read: an interrupted import goes on where it stopped when
the command is given again.

Files of events (this program's CSV, JSON and JSON Lines, iCalendar, TimelineJS, The Timeline
Project) become events made by hand; --library says where, and what cannot be taken is named.

\b
Examples:
  timeline-app import --library syria.tlib news/ interview.md
  timeline-app import archive.jsonl --jobs 4
  timeline-app import --library syria.tlib meetings.ics chronology.csv
  timeline-app import --library syria.tlib --watch inbox/   (until Ctrl+C)

Exit status: 0 all read; 1 some inputs could not be read (each is named); 2 wrong usage.
"""
_LOOK_EVERY_S = 2.0
_MOST_NAMED = 5
"""Files of folders that are named, where none is an article: pictures may be thousands."""


@click.command("import", help=HELP)
@paths_argument(is_required=True)
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file, made where there is none (default: the one that the window opens).",
)
@click.option(
    "--watch", "is_watching", is_flag=True, help="Go on with what comes into the folders."
)
@reading_options
def import_articles(
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    is_watching: bool,
    dct: str | None,
    force_dct: bool,
    jobs: int,
    nlp: str | None,
) -> int:
    """Import, and return the exit status."""
    check_date_of_articles(dct, is_forced=force_dct)
    folders = [path for path in paths if isinstance(path, Path) and path.is_dir()]
    if is_watching and not folders:
        raise click.UsageError("--watch needs a folder.")
    target = library or places.default_library()
    event_files, articles = told_apart(paths)
    with Library.open(target) as opened:
        status = _take_events(opened, event_files, target)

        def bring_in(inputs: Sequence[Path | InputFile]) -> int:
            report = ingest(
                opened,
                inputs,
                jobs=jobs,
                dct=dct,
                force_dct=force_dct,
                nlp=nlp,
                progress=progress_line(),
            )
            _tell(report, target)
            return 1 if report.failed else 0

        watch = FolderWatch.of_what_comes(folders) if is_watching else None
        if is_watching:
            articles = tuple(path for path in articles if not _is_empty_folder(path))
        if articles:
            status = max(status, bring_in(articles))
        if watch is not None:
            _follow(watch, bring_in)
        return status


def _is_empty_folder(path: Path | InputFile) -> bool:
    """Tell whether a folder holds no article yet."""
    return isinstance(path, Path) and path.is_dir() and not any(True for _ in article_files([path]))


def _take_events(
    library: Library, files: Sequence[tuple[InputFile, EventFormat]], target: Path
) -> int:
    """Add the events of files, each file as one edit; return the exit status."""
    status = 0
    for file, form in files:
        try:
            read = form.read(file)
        except ReadingError as error:
            click.echo(str(error), err=True)
            status = 1
            continue
        for item in read.left_out:
            click.echo(
                f"{file.name}: {shown_name(item.title)}: {shown_name(item.reason)}", err=True
            )
        new = not_yet_in(library, read.events)
        if new:
            library.apply(adding_edit(new))
        known = len(read.events) - len(new)
        counts = f"{counted(len(new), 'event')} added to {shown_name(target)}"
        click.echo(f"{counts}, {known} known already." if known else f"{counts}.")
    return status


def _follow(watch: FolderWatch, bring_in: Callable[[Sequence[Path]], int]) -> NoReturn:
    """Bring in what is new, until the user interrupts."""
    while True:
        if new := watch.settled():
            bring_in(new)
        time.sleep(_LOOK_EVERY_S)


def _tell(report: IngestReport, target: Path) -> None:
    for failure in report.failed:
        click.echo(failure.message, err=True)
    for path, remark in report.remarks:
        click.echo(f"{path}: {remark}", err=True)
    for name in report.passed_over[:_MOST_NAMED]:
        click.echo(f"{name}: passed over: its name is no article's.", err=True)
    if len(report.passed_over) > _MOST_NAMED:
        rest = counted(len(report.passed_over) - _MOST_NAMED, "more file")
        click.echo(f"{rest} passed over. Name a file itself to have it read.", err=True)
    counts = f"{counted(len(report.added), 'article')} added to {shown_name(target)}"
    if report.duplicates:
        counts += f", {len(report.duplicates)} known already"
    if report.failed:
        counts += f", {len(report.failed)} not read"
    click.echo(f"{counts}.")

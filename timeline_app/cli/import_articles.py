"""`timeline-app import`: articles into a library."""

from pathlib import Path

import click

from timeline_app import paths as places
from timeline_app.cli.options import paths_argument, reading_options
from timeline_app.cli.output import progress_line
from timeline_app.operations.ingest import IngestReport, ingest
from timeline_app.reading.dateline import argument_candidate
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.library import Library

HELP = """Read articles into a library; what it has already is not doubled.

Each article is kept as soon as it is read: an interrupted import goes on where it stopped when
the command is given again.

\b
Examples:
  timeline-app import --library syria.tlib news/ interview.md
  timeline-app import archive.jsonl --jobs 4
"""


@click.command("import", help=HELP)
@paths_argument(is_required=True)
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file, made where there is none (default: the one that the window opens).",
)
@reading_options
def import_articles(
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    dct: str | None,
    force_dct: bool,
    jobs: int,
) -> int:
    """Import, and return the exit status."""
    if dct is not None:
        argument_candidate(dct)
    elif force_dct:
        raise click.UsageError("--force-dct needs --dct.")
    target = library or places.default_library()
    with Library.open(target) as opened:
        report = ingest(
            opened, paths, jobs=jobs, dct=dct, force_dct=force_dct, progress=progress_line()
        )
    _tell(report, target)
    return 1 if report.failed else 0


def _tell(report: IngestReport, target: Path) -> None:
    for failure in report.failed:
        click.echo(failure.message, err=True)
    for path, remark in report.remarks:
        click.echo(f"{path}: {remark}", err=True)
    counts = f"{len(report.added)} articles added to {shown_name(target)}"
    if report.duplicates:
        counts += f", {len(report.duplicates)} known already"
    if report.failed:
        counts += f", {len(report.failed)} not read"
    click.echo(f"{counts}.")

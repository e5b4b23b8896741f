"""`timeline-app export`: the library's events in another program's format."""

import sys
from pathlib import Path

import click

from timeline_app.annotation.event import EventId
from timeline_app.cli.counted import counted
from timeline_app.cli.libraries import opened_library, status_of_inputs
from timeline_app.cli.options import library_option, paths_argument
from timeline_app.errors import TimelineError, UsageError
from timeline_app.operations.writers.chronology import (
    Chronology,
    Writer,
    Written,
    write_accepted,
)
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.registry import WRITERS, writer_for, writer_for_name
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.library import Library

_FORMATS = "\n".join(f"  {writer.key:17} {writer.label} ({writer.suffix})" for writer in WRITERS)
HELP = f"""Write the events of a library in another program's format.

What a format cannot hold (an undated event in a calendar, say) is named on standard error, and in
the file where the format has room.

\b
Formats:
{_FORMATS}

\b
Examples:
  timeline-app export --library syria.tlib -o syria.html
  timeline-app export --library syria.tlib --query type:meeting -o meetings.ics
  timeline-app export --sample --format timelinejs -o sample.json
  timeline-app export news/ --format csv -o - | head
"""
_KEYS = click.Choice([writer.key for writer in WRITERS])


@click.command("export", help=HELP)
@paths_argument(is_required=False)
@library_option
@click.option(
    "--format",
    "key",
    type=_KEYS,
    metavar="FORMAT",
    help="The format (default: after the file's name).",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file; - is standard output.",
)
@click.option("--query", metavar="WORDS", help="Only events that match, as in the search field.")
@click.option(
    "--event",
    "wanted",
    type=int,
    multiple=True,
    metavar="NUMBER",
    help="Only this event, by the number that `events --json` gives; may be repeated.",
)
@click.option("--title", default="", help="The title of the chronology.")
def export(
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    sample: bool,
    key: str | None,
    output: Path,
    query: str | None,
    wanted: tuple[int, ...],
    title: str,
) -> int:
    """Write the file, and return the exit status."""
    writer = _writer(key, output)
    if sample or paths:
        title = title or "Chronology"
    with opened_library(library, is_sample=sample, articles=paths) as opened:
        chronology = _chronology(opened, query=query, wanted=wanted, title=title)
    written = write_accepted(writer, chronology)
    _save(written, output)
    _report(written, len(chronology.entries), writer, output)
    return status_of_inputs()


def _writer(key: str | None, output: Path) -> Writer:
    if key is not None:
        return writer_for(key)
    found = writer_for_name(output.name)
    if found is None:
        raise UsageError("The file's name tells no format; name one with --format.")
    return found


def _chronology(
    library: Library, *, query: str | None, wanted: tuple[int, ...], title: str
) -> Chronology:
    ids = [EventId(int(event_id)) for event_id in library.columns().ids]
    if missing := set(wanted) - set(ids):
        numbers = ", ".join(map(str, sorted(missing)))
        raise UsageError(f"The library has no event {numbers}. `events --json` gives the numbers.")
    if wanted:
        ids = [event_id for event_id in ids if event_id in wanted]
    if query is not None:
        found = set(library.search(query).event_ids)
        ids = [event_id for event_id in ids if event_id in found]
    return gather(library, ids, title=title)


def _save(written: Written, output: Path) -> None:
    if str(output) == "-":
        sys.stdout.buffer.write(written.content)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(written.content)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TimelineError(
            f"{shown_name(output)}: the file could not be written ({error.strerror}). "
            "Choose a folder that you may write to, with -o."
        ) from error


def _report(written: Written, count: int, writer: Writer, output: Path) -> None:
    for item in written.left_out:
        click.echo(f"Left out: {shown_name(item.title)}: {item.reason}.", err=True)
    for remark in written.remarks:
        click.echo(remark, err=True)
    if str(output) != "-":
        held = f"{count - len(written.left_out)} of {counted(count, 'event')}"
        if written.article_count is not None:
            held = counted(written.article_count, "article")
        click.echo(f"{held} as {writer.label}: {shown_name(output)}", err=True)

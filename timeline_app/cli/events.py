"""`timeline-app events`: the chronology of a library."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.cli.counted import counted
from timeline_app.cli.libraries import opened_library, status_of_inputs
from timeline_app.cli.options import library_option, paths_argument
from timeline_app.cli.output import Output, opened_output
from timeline_app.cli.tables import chronology_table
from timeline_app.operations.export.chronology import line_of_event
from timeline_app.operations.export.library_events import event_row
from timeline_app.reading.input_file import InputFile
from timeline_app.storage.library import Library

HELP = """Print the events of a library, earliest first, undated ones last.

\b
Examples:
  timeline-app events --sample
  timeline-app events --library syria.tlib --query "type:meeting after:2015-11-20"
  timeline-app events news/ --json > events.jsonl
"""


@click.command("events", help=HELP)
@paths_argument(is_required=False)
@library_option
@click.option("--query", metavar="WORDS", help="Only events that match, as in the search field.")
@click.option("--json", "is_json", is_flag=True, help="One JSON object a line instead of a table.")
@click.option(
    "--all",
    "is_all",
    is_flag=True,
    help="Also what was rejected, and speech that only sources a fact.",
)
def events(
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    sample: bool,
    query: str | None,
    is_json: bool,
    is_all: bool,
) -> int:
    """Print the events, and return the exit status."""
    with (
        opened_library(library, is_sample=sample, articles=paths) as opened,
        opened_output(None) as out,
    ):
        columns = opened.columns()
        ids = [EventId(i) for i in columns.ids[columns.chronological()].tolist()]
        if query is not None:
            wanted = set(opened.search(query).event_ids)
            ids = [i for i in ids if i in wanted]
        found = [event for event in map(opened.event, ids) if is_all or _is_shown(event)]
        print_events(opened, found, out, is_json=is_json)
        if len(found) < len(ids) and not is_json:
            out.write(f"{len(ids) - len(found)} more are rejected or only source a fact: --all\n")
    return status_of_inputs()


def _is_shown(event: Event) -> bool:
    return not (event.is_rejected or event.is_sourcing)


def print_events(library: Library, found: Iterable[Event], out: Output, *, is_json: bool) -> None:
    """Print events as JSON Lines, or as one table."""
    names = {row.id: row.outlet or row.title for row in library.documents()}
    if is_json:
        for event in found:
            out.write(json.dumps(event_row(event), ensure_ascii=False) + "\n")
        return
    lines = [line_of_event(event, _reporters(event, names)) for event in found]
    out.write(chronology_table(lines, has_reporters=True))
    out.write(f"{counted(len(lines), 'event')} from {counted(len(names), 'article')}\n")


def _reporters(event: Event, names: dict[DocumentId, str]) -> str:
    reporters = (names.get(report.document_id, "") for report in event.reports)
    return ", ".join(dict.fromkeys(name for name in reporters if name))

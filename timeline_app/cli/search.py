"""`timeline-app search`: events and articles that hold given words."""

import json
from pathlib import Path

import click

from timeline_app.cli.events import print_events
from timeline_app.cli.libraries import opened_library
from timeline_app.cli.options import library_option
from timeline_app.cli.output import opened_output
from timeline_app.cli.tables import plain

HELP = """Find the events and articles of a library that match.

All words must occur; "several words" is a phrase, Lavr* the beginning of a word, -word excludes;
actor: place: source: type: status: after: before: on: narrow the search.

\b
Examples:
  timeline-app search --library syria.tlib Lavrov border
  timeline-app search --sample type:meeting after:2015-11-20
"""


@click.command("search", help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@library_option
@click.option("--json", "is_json", is_flag=True, help="One JSON object a line instead of a table.")
def search(words: tuple[str, ...], library: Path | None, sample: bool, is_json: bool) -> None:
    """Print what matches."""
    with opened_library(library, is_sample=sample) as opened, opened_output(None) as out:
        found = opened.search(" ".join(words))
        print_events(opened, map(opened.event, found.event_ids), out, is_json=is_json)
        matching = [row for row in opened.documents() if row.id in set(found.document_ids)]
        for row in matching:
            if is_json:
                line = {"document": row.id, "path": row.path, "title": row.title}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                out.write(f"article {row.id}: {plain(row.title)} ({plain(row.path)})\n")

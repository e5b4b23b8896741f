"""`timeline-app check`: is the library file whole, and what in it contradicts itself?"""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from timeline_app import paths as places
from timeline_app.annotation.event import EventId
from timeline_app.cli.counted import counted
from timeline_app.cli.libraries import opened_library, status_of_inputs
from timeline_app.cli.options import library_option, paths_argument
from timeline_app.cli.output import opened_output
from timeline_app.cli.tables import plain
from timeline_app.operations.checks import Finding, check_article, check_event
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.shown_name import shown_name
from timeline_app.storage.check import check_library
from timeline_app.storage.library import Library
from timeline_app.storage.repair import repair_library

HELP = """Check a library: is its file whole, and what in it contradicts itself?

Contradictions are told and never resolved: a weekday that is not that of its date, an article
with two dates of publication, reports that disagree.

\b
Examples:
  timeline-app check --library syria.tlib
  timeline-app check --library syria.tlib --repair   save what can be read of a damaged file
  timeline-app check --sample --json

Exit status: 0 the file is whole; 1 it is damaged; 2 wrong usage.
"""


@click.command("check", help=HELP)
@paths_argument(is_required=False)
@library_option
@click.option("--repair", is_flag=True, help="Put what can be read into a new file in its place.")
@click.option("--json", "is_json", is_flag=True, help="One JSON object a line.")
def check(
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    sample: bool,
    repair: bool,
    is_json: bool,
) -> int:
    """Check, and return the exit status."""
    if repair:
        if sample or paths:
            raise click.UsageError("--repair needs --library.")
        return _repair(library or places.default_library())
    with opened_library(library, is_sample=sample, articles=paths) as opened:
        status = _tell_problems(opened.path)
        _tell_findings(opened, is_json=is_json)
    return max(status, status_of_inputs())


def _tell_problems(path: Path) -> int:
    problems = check_library(path).problems
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        click.echo(f"Repair it: timeline-app check --repair --library {shown_name(path)}", err=True)
    return 1 if problems else 0


def _tell_findings(library: Library, *, is_json: bool) -> None:
    names = {row.id: row.path for row in library.documents()}
    count = 0
    with opened_output(None) as out:
        for finding in _findings(library):
            count += 1
            where = names.get(finding.document_id, "") if finding.document_id is not None else ""
            if is_json:
                out.write(json.dumps(_row(finding, where), ensure_ascii=False) + "\n")
            else:
                out.write(
                    f"{_place(finding, where)}: {finding.kind.value}: {plain(finding.text)}\n"
                )
        if not is_json:
            told = counted(count, "contradiction")
            out.write(f"{told} in {counted(len(names), 'article')}\n")


def _findings(library: Library) -> Iterator[Finding]:
    for row in library.documents():
        yield from check_article(library, row.id)
    for event_id in library.columns().ids:
        yield from check_event(library.event(EventId(int(event_id))))


def _place(finding: Finding, where: str) -> str:
    if finding.event_id is not None and not where:
        return f"event {finding.event_id}"
    return f"{plain(where)}:{finding.span.begin}" if finding.span is not None else plain(where)


def _row(finding: Finding, where: str) -> dict[str, object]:
    span = finding.span
    return {
        "kind": finding.kind.value,
        "text": finding.text,
        "path": where or None,
        "begin": span.begin if span is not None else None,
        "end": span.end if span is not None else None,
        "event": finding.event_id,
    }


def _repair(path: Path) -> int:
    repair = repair_library(path)
    saved = ", ".join(f"{count} {name}" for name, count in repair.saved.items())
    click.echo(f"{shown_name(path)}: saved {saved}; the file as it was: {shown_name(repair.kept)}")
    for note in repair.notes:
        click.echo(note, err=True)
    return 0

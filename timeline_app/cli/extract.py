"""`timeline-app extract`: articles in, events out."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from timeline_app.annotation.mention import Extraction
from timeline_app.cli.options import check_date_of_articles, paths_argument, reading_options
from timeline_app.cli.output import Output, opened_output, progress_line
from timeline_app.cli.resuming import resumed_output
from timeline_app.cli.tables import extraction_table
from timeline_app.operations.batch import BatchOptions, extract_all
from timeline_app.operations.export.csv_rows import csv_header, csv_of_extraction
from timeline_app.operations.export.json_array import (
    JSON_BEGIN,
    JSON_END,
    JSON_SEPARATOR,
    json_item,
)
from timeline_app.operations.export.jsonl import jsonl_line
from timeline_app.operations.sources import Failure
from timeline_app.reading.input_file import InputFile

HELP = """Find the dated events in articles and write them.

PATH is a file, a folder (with all articles below it), a web address, or - for text on standard
input. A .jsonl file is an archive of articles, one JSON object a line. The default format is a
table on a terminal and JSON Lines into a pipe. As timeml each article is an XML document of its
own, one after another.

\b
Examples:
  timeline-app extract article.md
  timeline-app extract news/ --format csv -o events.csv
  timeline-app extract archive.jsonl --jobs 4 > events.jsonl
  timeline-app extract archive.jsonl -o events.jsonl --resume   (again after an interruption)
  pbpaste | timeline-app extract --dct 2015-11-26 -

Exit status: 0 all read; 1 some inputs could not be read (each is named); 2 wrong usage.
"""


def _timeml(extraction: Extraction) -> str:
    from timeline_app.operations.export.timeml import timeml_text

    return timeml_text(extraction)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """How documents become one text; `render` runs in the process that extracted."""

    render: Callable[[Extraction], str]
    begin: str = ""
    separator: str = ""
    end: str = ""


_FORMATS = {
    "jsonl": _Format(render=jsonl_line),
    "json": _Format(render=json_item, begin=JSON_BEGIN, separator=JSON_SEPARATOR, end=JSON_END),
    "csv": _Format(render=csv_of_extraction, begin=csv_header()),
    "timeml": _Format(render=_timeml),
    "table": _Format(render=extraction_table, separator="\n"),
}


@click.command("extract", help=HELP)
@paths_argument(is_required=True)
@click.option("--format", "format_name", type=click.Choice(list(_FORMATS)), help="Output format.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on with the JSON Lines file of -o: skip the articles that it has.",
)
@click.option(
    "--dask", metavar="ADDRESS", help="Work on the Dask cluster whose scheduler is there."
)
@reading_options
def extract(
    paths: tuple[Path | InputFile, ...],
    format_name: str | None,
    output: Path | None,
    resume: bool,
    dask: str | None,
    dct: str | None,
    force_dct: bool,
    jobs: int,
    nlp: str | None,
) -> int:
    """Extract, and return the exit status."""
    check_date_of_articles(dct, is_forced=force_dct)
    is_terminal = output is None and sys.stdout.isatty()
    form = _FORMATS[format_name or ("table" if is_terminal else "jsonl")]
    options = BatchOptions(dct=dct, force_dct=force_dct, jobs=jobs, dask=dask, nlp=nlp)
    if not resume:
        is_resumable = output is not None and form is _FORMATS["jsonl"]
        try:
            with opened_output(output, is_resumable=is_resumable) as out:
                return _write(paths, form, options, out)
        except KeyboardInterrupt:
            if is_resumable:
                click.echo("Stopped. Give the same command with --resume to go on.", err=True)
            raise
    if output is None or form is not _FORMATS["jsonl"]:
        raise click.UsageError("--resume needs -o FILE and JSON Lines.")
    with resumed_output(output) as (out, done):
        return _write(paths, form, replace(options, skip=done), out)


def _write(
    inputs: Sequence[Path | InputFile], form: _Format, options: BatchOptions, out: Output
) -> int:
    status = 0
    before = form.begin
    results = extract_all(
        inputs, transform=form.render, options=options, on_progress=progress_line()
    )
    for result in results:
        if isinstance(result, Failure):
            click.echo(result.message, err=True)
            status = 1
        else:
            out.write(before + result)
            before = form.separator
    is_any = before == form.separator
    out.write(form.end if is_any else form.begin + form.end)
    return status

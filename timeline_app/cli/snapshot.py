"""`timeline-app snapshot`: the whole timeline as a picture, without a display."""

from collections.abc import Sequence
from pathlib import Path

import click

from timeline_app.cli.counted import counted
from timeline_app.cli.libraries import opened_library, status_of_inputs
from timeline_app.cli.options import library_option, paths_argument
from timeline_app.cli.screen import Screen
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.shown_name import shown_name

HELP = """Draw the whole timeline into a file; no display is needed.

\b
Examples:
  timeline-app snapshot --library syria.tlib -o timeline.svg
  timeline-app snapshot --sample -o sample.png --width 2400
  timeline-app snapshot news/ -o news.pdf
  timeline-app snapshot --library syria.tlib -o wall.pdf --sheets 3
"""
_SUFFIXES = (".png", ".svg", ".pdf")


@click.command("snapshot", help=HELP)
@paths_argument(is_required=False)
@library_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The picture: .png, .svg or .pdf.",
)
@click.option(
    "--width",
    "width_px",
    type=click.IntRange(min=400, max=20_000),
    default=1600,
    show_default=True,
    metavar="PIXELS",
    help="Width of the picture.",
)
@click.option("--dark", is_flag=True, help="Light on dark.")
@click.option(
    "--sheets",
    type=click.IntRange(min=1, max=100),
    metavar="N",
    help="Print on A4 sheets, N of them side by side, in a .pdf.",
)
@click.pass_obj
def snapshot(
    screen: Screen,
    paths: tuple[Path | InputFile, ...],
    library: Path | None,
    sample: bool,
    output: Path,
    width_px: int,
    dark: bool,
    sheets: int | None,
) -> int:
    """Draw the picture, and return the exit status."""
    if output.suffix.lower() not in _SUFFIXES:
        raise click.UsageError("The picture's name must end in .png, .svg or .pdf.")
    if sheets is not None and (output.suffix.lower() != ".pdf" or dark):
        raise click.UsageError("--sheets draws for paper: name a .pdf, and leave out --dark.")
    with opened_library(library, is_sample=sample, articles=paths) as opened:
        columns = opened.columns()

        def titles(rows: Sequence[int]) -> list[str]:
            return opened.titles([int(columns.ids[row]) for row in rows])

        if sheets is None:
            screen.draw(columns, titles, output, width_px=width_px, is_dark=dark)
            on = ""
        else:
            count = screen.draw_sheets(columns, titles, output, across=sheets)
            on = f" on {counted(count, 'sheet')}"
    click.echo(f"{counted(len(columns), 'event')} drawn into {shown_name(output)}{on}.")
    return status_of_inputs()

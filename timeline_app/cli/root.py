"""The command group: without a command the window, else the command, loaded when it is called."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
from typing_extensions import override

from timeline_app import __version__
from timeline_app.cli.screen import Screen

HELP = """Read news articles, find the dated events in them, and lay them on a timeline.

Without a command the window opens.

\b
Examples:
  timeline-app                                   open the window on your library
  timeline-app --library syria.tlib              open it on another library
  timeline-app --sample                          open it on the sample articles
  timeline-app extract article.md                print the events of an article
  timeline-app extract news/ --jobs 4 > out.jsonl
  timeline-app import --library syria.tlib news/
  timeline-app events --library syria.tlib       print the chronology
  timeline-app snapshot -o timeline.svg news/    draw the timeline into a file

\b
Shell completion (bash; zsh and fish likewise):
  eval "$(_TIMELINE_APP_COMPLETE=bash_source timeline-app)"
"""

NO_DISPLAY = (
    "There is no display here, so the window cannot open (a virtual one: xvfb-run timeline-app).",
    "Without a display these work: extract, import, events, search, snapshot, export, check "
    "(see timeline-app --help).",
)


def _extract() -> click.Command:
    from timeline_app.cli.extract import extract

    return extract


def _import() -> click.Command:
    from timeline_app.cli.import_articles import import_articles

    return import_articles


def _events() -> click.Command:
    from timeline_app.cli.events import events

    return events


def _search() -> click.Command:
    from timeline_app.cli.search import search

    return search


def _snapshot() -> click.Command:
    from timeline_app.cli.snapshot import snapshot

    return snapshot


def _export() -> click.Command:
    from timeline_app.cli.export import export

    return export


def _check() -> click.Command:
    from timeline_app.cli.check import check

    return check


_LOADERS: dict[str, tuple[Callable[[], click.Command], str]] = {
    "extract": (_extract, "Find the dated events in articles and write them."),
    "import": (_import, "Read articles into a library."),
    "events": (_events, "Print the chronology of a library."),
    "search": (_search, "Find events and articles of a library."),
    "snapshot": (_snapshot, "Draw the timeline into a picture file."),
    "export": (_export, "Write a library for another program."),
    "check": (_check, "Check a library for damage and contradictions."),
}
"""The commands in the order of a user's work, with what the overview says of each."""


class _LazyGroup(click.Group):
    """Imports a command's module when it is called, so that `--help` starts at once."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a user's work."""
        return list(_LOADERS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None where there is none of this name."""
        known = _LOADERS.get(cmd_name)
        return known[0]() if known is not None else None

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview without loading the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in _LOADERS.items()])


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Open the window on this library file.",
)
@click.option("--sample", is_flag=True, help="Open the window on the sample articles.")
@click.version_option(__version__, prog_name="timeline-app")
@click.pass_context
def root(ctx: click.Context, library: Path | None, sample: bool) -> int | None:
    """Open the window where no command is given."""
    if ctx.invoked_subcommand is not None:
        if library is not None or sample:
            raise click.UsageError("Give --library and --sample after the command's name.")
        return None
    if not has_display():
        for line in NO_DISPLAY:
            click.echo(line, err=True)
        ctx.exit(2)
    screen: Screen = ctx.obj
    return screen.open_window(library, is_sample=sample)


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux can lack a display."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)

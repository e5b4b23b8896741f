"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

PATHS = click.Path(path_type=Path, allow_dash=True)


def library_option(command: Command) -> Command:
    """Add `--library FILE` and `--sample`."""
    library = click.option(
        "--library",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The library file (default: the one that the window opens).",
    )
    sample = click.option("--sample", is_flag=True, help="Use the sample articles.")
    return library(sample(command))


def reading_options(command: Command) -> Command:
    """Add `--dct`, `--force-dct` and `--jobs`."""
    dct = click.option(
        "--dct",
        metavar="YYYY-MM-DD",
        help="The date of articles that state none themselves.",
    )
    force = click.option("--force-dct", is_flag=True, help="Let --dct date all articles.")
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Number of processes (default: one a core).",
    )
    return dct(force(jobs(command)))

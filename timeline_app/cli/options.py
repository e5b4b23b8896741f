"""Options that several commands share."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from timeline_app.reading.dateline import argument_candidate
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.shown_name import shown_name
from timeline_app.reading.web_page import is_web_address

Command = TypeVar("Command", bound=Callable[..., Any])

STANDARD_INPUT = "-"
_IS_PRIVATE = "timeline_app.cli.options.is_private"


def paths_argument(*, is_required: bool) -> Callable[[Command], Command]:
    """Return a decorator that adds `PATH...`: files, folders, web addresses, `-` for a pipe."""
    paths = click.argument(
        "paths",
        nargs=-1,
        required=is_required,
        # What cannot be read is told when its turn comes, and stops none of the others.
        type=click.Path(allow_dash=True, readable=False),
        callback=_inputs,
        metavar="PATH..." if is_required else "[PATH]...",
    )
    private = click.option(
        "--private-network",
        is_flag=True,
        is_eager=True,  # the addresses must know of it
        expose_value=False,
        callback=_keep_in_mind,
        help="Fetch web addresses of a private network too.",
    )

    def add_both(command: Command) -> Command:
        return paths(private(command))

    return add_both


def _keep_in_mind(ctx: click.Context, _param: click.Parameter, is_given: bool) -> None:
    ctx.meta[_IS_PRIVATE] = is_given


def _inputs(
    ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]
) -> tuple[Path | InputFile, ...]:
    return tuple(_input(one, is_private=ctx.meta[_IS_PRIVATE]) for one in given)


def _input(given: str, *, is_private: bool) -> Path | InputFile:
    if is_web_address(given):
        return InputFile.of_url(given, is_private=is_private)
    if given == STANDARD_INPUT:
        return InputFile(name=STANDARD_INPUT, content=_piped(sys.stdin.buffer))
    path = Path(given)
    if path.is_fifo():  # as `<(command)` of a shell: it can be read but once
        with path.open("rb") as pipe:
            return InputFile(name=shown_name(path), content=_piped(pipe))
    return path


def _piped(stream: IO[bytes]) -> bytes:
    """Return what comes through a pipe; of what never ends, enough to be refused as too large."""
    return stream.read(MAX_CONTAINER_BYTES + 1)


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
    """Add `--dct`, `--force-dct`, `--jobs` and `--nlp`."""
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
    nlp = click.option(
        "--nlp",
        metavar="spacy:NAME",
        callback=_loadable,
        help="Let an installed spaCy pipeline add names that the rules do not find.",
    )
    return dct(force(jobs(nlp(command))))


def _loadable(_ctx: click.Context, _param: click.Parameter, spec: str | None) -> str | None:
    """Return the spec of a finder that loads here: it is told before any work if it does not."""
    if spec is not None:
        from timeline_app.extraction.names.finder import load_finder

        load_finder(spec)
    return spec


def check_date_of_articles(dct: str | None, *, is_forced: bool) -> None:
    """Refuse a `--dct` that is no day, and a `--force-dct` without one."""
    if dct is not None:
        argument_candidate(dct)
    elif is_forced:
        raise click.UsageError("--force-dct needs --dct.")

"""The command line's front door: arguments to exit status."""

import os
import sys
from collections.abc import Callable

import click

from timeline_app import paths
from timeline_app.cli.output import OutputClosedError
from timeline_app.cli.root import root
from timeline_app.cli.screen import NoScreen, Screen
from timeline_app.errors import TimelineError, UsageError
from timeline_app.operations.crash_report import write_crash_report

DONE = 0
FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


def run(argv: list[str], *, screen: Screen | None = None) -> int:
    """Run the program; return 0 (done), 1 (something could not be read) or 2 (wrong usage).

    `screen` shows windows and draws pictures; without one the commands that need it say so.
    """
    _write_utf8()
    try:
        status = root.main(
            args=argv, prog_name="timeline-app", standalone_mode=False, obj=screen or NoScreen()
        )
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except UsageError as error:
        click.echo(str(error), err=True)
        return WRONG_USAGE
    except TimelineError as error:
        click.echo(str(error), err=True)
        return FAILED
    except (OutputClosedError, BrokenPipeError):
        _silence_output()
        return DONE
    except Exception as error:
        return _report_bug(error)
    return status if isinstance(status, int) else DONE


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says: the output is for programs on any machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_output() -> None:
    """Point the closed output elsewhere, so that the interpreter's last flush finds no fault."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # there is no real file behind it (tests)
        return


def _report_bug(error: Exception) -> int:
    reason = f"{type(error).__name__}: {error}"
    place = write_crash_report(error, paths.log_dir())
    where = f"The report lies in {place}." if place else "No report could be written."
    click.echo(f"timeline-app failed ({reason}). {where}", err=True)
    return FAILED

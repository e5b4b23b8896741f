"""What the command line asks of the graphics, which it does not know itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from timeline_app.errors import TimelineError

if TYPE_CHECKING:  # numpy comes with it, which a start of the window must not wait for
    from timeline_app.annotation.event_columns import EventColumns

TitlesOf = Callable[[Sequence[int]], list[str]]
"""Returns the titles of events by their rows in the columns."""


class Screen(Protocol):
    """Windows and pictures; loaded only when one of its methods is called."""

    def open_window(self, library: Path | None, *, is_sample: bool) -> int:
        """Show the window until it is closed, and return the exit status."""

    def draw(
        self, columns: "EventColumns", titles: TitlesOf, path: Path, *, width_px: int, is_dark: bool
    ) -> None:
        """Write the timeline's picture. Raises TimelineError where it cannot be written."""

    def draw_sheets(
        self, columns: "EventColumns", titles: TitlesOf, path: Path, *, across: int
    ) -> int:
        """Write a PDF of A4 sheets, `across` of them side by side; return how many there are.

        Raises TimelineError where it cannot be written.
        """


class NoScreen:
    """A command line that was started without graphics."""

    def open_window(self, library: Path | None, *, is_sample: bool) -> int:
        """Raise TimelineError."""
        raise _missing()

    def draw(
        self, columns: "EventColumns", titles: TitlesOf, path: Path, *, width_px: int, is_dark: bool
    ) -> None:
        """Raise TimelineError."""
        raise _missing()

    def draw_sheets(
        self, columns: "EventColumns", titles: TitlesOf, path: Path, *, across: int
    ) -> int:
        """Raise TimelineError."""
        raise _missing()


def _missing() -> TimelineError:
    return TimelineError("There are no graphics here. Start the program as timeline-app.")

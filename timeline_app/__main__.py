"""`timeline-app`: without arguments the window, with arguments the command line."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.errors import UsageError

if TYPE_CHECKING:
    from timeline_app.annotation.event_columns import EventColumns


class QtScreen:
    """The windows and pictures of the program; Qt is loaded when one is wanted."""

    def open_window(self, library: Path | None, *, is_sample: bool) -> int:
        """Show the window until it is closed, and return the exit status."""
        gc.disable()  # what a start makes stays; the window enables it when it stands
        from timeline_app.gui.plain_import import use_plain_import

        use_plain_import()
        from timeline_app.gui.app import run_window

        return run_window(library, sys.argv[:1], sample=is_sample)

    def draw(
        self,
        columns: "EventColumns",
        titles: Callable[[Sequence[int]], list[str]],
        path: Path,
        *,
        width_px: int,
        is_dark: bool,
    ) -> None:
        """Write the timeline's picture; no display is needed."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when Qt is loaded
        from timeline_app.gui.timeline.snapshot import render_snapshot

        render_snapshot(columns, titles, path, width_px=width_px, dark=is_dark)

    def draw_sheets(
        self,
        columns: "EventColumns",
        titles: Callable[[Sequence[int]], list[str]],
        path: Path,
        *,
        across: int,
    ) -> int:
        """Write the timeline on sheets of paper; no display is needed."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when Qt is loaded
        from timeline_app.gui.timeline.snapshot import render_sheets

        return render_sheets(columns, titles, path, across=across)


def main() -> int:
    """Run the program and return its exit status."""
    # No linear algebra is done here; the threads that numpy starts for it delay the window.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if not sys.argv[1:]:
        # The window needs nothing of the command line, whose loading would delay it.
        try:
            return QtScreen().open_window(None, is_sample=False)
        except UsageError:
            gc.enable()  # no display: the command line says what can be done without one
    from timeline_app.cli.main import run

    return run(sys.argv[1:], screen=QtScreen())


if __name__ == "__main__":
    sys.exit(main())

"""A start: the frame, then the events in it, then all that stands around them."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.gui.frame import Frame
from timeline_app.gui.scheme import kept_choice
from timeline_app.gui.start import Start, kept_place
from timeline_app.gui.style import dress

if TYPE_CHECKING:
    from timeline_app.gui.main_window import MainWindow

_LONGEST_WAIT_MS = 150
"""A library that takes longer to open does so beside the building of the window."""


class Launch:
    """Opens a library in a frame that is on the screen already."""

    def __init__(
        self, app: QApplication, frame: Frame, settings: QSettings, path: Path, *, sample: bool
    ) -> None:
        self._app, self._frame, self._settings = app, frame, settings
        self._path, self._sample = path, sample
        self._window: MainWindow | None = None
        dress(app, kept_choice(settings))
        self._start = Start(settings)
        self._shows_timeline = str(settings.value("window/table", "false")) != "true"
        session = self._start.session
        session.facets_changed.connect(self._show_events)
        session.open(path, create=True, failed=self._refuse)
        QTimer.singleShot(_LONGEST_WAIT_MS, self.build)

    def _show_events(self) -> None:
        """Paint the events where they will be; the next turn builds what stands around them."""
        if self._window is None and self._shows_timeline and self._start.session.events.shown_count:
            self._frame.lay(self._start.view, kept_place(self._settings))
            self._start.view.viewport().repaint()
        QTimer.singleShot(0, self.build)

    def _refuse(self, fault: BaseException) -> None:
        window = self.build()
        window.session.open_failed.emit()  # again: the window was not there to hear it
        window.library_actions.refuse_library(self._path, fault)

    def build(self) -> "MainWindow":
        """Return the whole window, built when it is first asked for."""
        if self._window is None:
            from timeline_app.gui.icons import app_icon
            from timeline_app.gui.main_window import MainWindow

            self._app.setWindowIcon(app_icon())
            self._window = MainWindow(self._settings, self._start)
            self._frame.furnish(self._window)
            if self._sample:
                self._window.library_actions.fill_with_samples()
            self._start.session.facets_changed.disconnect(self._show_events)
            self._start.session.announce()
            # What a start makes lives as long as the program: never search it for garbage.
            gc.freeze()
            gc.enable()
        return self._window

"""What the Help menu does: keys, legend, commands by name, where reports lie, about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from timeline_app import paths
from timeline_app.gui.dialogs.command_palette import CommandPalette
from timeline_app.gui.dialogs.key_sheet import KeySheet
from timeline_app.gui.dialogs.notices import about
from timeline_app.gui.legend_dialog import LegendDialog
from timeline_app.gui.models.session import Session


class HelpActions(QObject):
    """Explains the window; `actions` gives all that can be done."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        actions: Callable[[], Sequence[QAction]],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._actions = actions

    def show_keys(self) -> None:
        """Show all keys and gestures."""
        KeySheet(self._actions(), self._window).open()

    def show_legend(self) -> None:
        """Show what the marks of the timeline mean."""
        LegendDialog(self._window).open()

    def show_palette(self) -> None:
        """Offer every action by its name."""
        offered = [a for a in self._actions() if a.objectName() != "palette"]
        dialog = CommandPalette(offered, self._window)
        middle = self._window.mapToGlobal(self._window.rect().center())
        top = middle.y() - self._window.height() // 3
        dialog.move(middle.x() - dialog.width() // 2, top)
        dialog.show()
        dialog.words.setFocus()

    def show_reports(self) -> None:
        """Open the folder in which crash reports are written."""
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_dir())))

    def show_about(self) -> None:
        """Say what this program is and which library is open."""
        library = self._session.library
        about(self._window, None if library is None else library.path).open()

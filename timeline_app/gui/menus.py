"""The menus and the bar of buttons, made of the actions."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from timeline_app.annotation.event_columns import Grouping
from timeline_app.gui.actions import ACTIONS, ActionSet, Menu
from timeline_app.gui.dialogs.full_name import FULL_NAME
from timeline_app.gui.scheme import SYSTEM, Scheme

_LANES = {
    Grouping.TYPE: "&Type",
    Grouping.ACTOR: "&Who",
    Grouping.PLACE: "W&here",
    Grouping.SOURCE: "&Source",
    Grouping.STATUS: "S&tatus",
    Grouping.TAG: "Ta&g",
}
_SCHEMES = {
    SYSTEM: "As the &desktop",
    Scheme.LIGHT: "&Light",
    Scheme.DARK: "D&ark",
    Scheme.LIGHT_CONTRAST: "Light, &high contrast",
    Scheme.DARK_CONTRAST: "Dark, high &contrast",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("menus", words)


class Choice(QMenu):
    """A menu of which one entry is chosen."""

    def __init__(
        self, title: str, entries: Mapping[str, str], choose: Callable[[str], None], owner: QWidget
    ) -> None:
        super().__init__(_tr(title), owner)
        group = QActionGroup(self)
        self._entries: dict[str, QAction] = {}
        for value, words in entries.items():
            action = self.addAction(_tr(words))
            action.setCheckable(True)
            action.setProperty(FULL_NAME, f"{self.title()}: {action.text()}")
            action.triggered.connect(lambda _=False, value=value: choose(str(value)))
            group.addAction(action)
            self._entries[str(value)] = action

    def mark(self, value: str) -> None:
        """Mark the entry that is in force."""
        if value in self._entries:
            self._entries[value].setChecked(True)


def lanes_menu(choose: Callable[[str], None], owner: QWidget) -> Choice:
    """Return the menu of what the lanes are made by."""
    return Choice("&Lanes by", _plain(_LANES), choose, owner)


def schemes_menu(choose: Callable[[str], None], owner: QWidget) -> Choice:
    """Return the menu of the colours."""
    return Choice("&Colours", _plain(_SCHEMES), choose, owner)


def _plain(entries: Mapping[Any, str]) -> dict[str, str]:
    return {str(value): words for value, words in entries.items()}


def fill_menu_bar(
    window: QMainWindow,
    actions: ActionSet,
    edits: Iterable[QAction],
    recent: QMenu,
    lanes: Choice,
    schemes: Choice,
) -> None:
    """Make the menus of the actions' table."""
    bar = window.menuBar()
    menus = {menu: bar.addMenu(_tr(menu)) for menu in Menu}
    menus[Menu.EDIT].addActions(list(edits))
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.starts_group:
            menu.addSeparator()
        menu.addAction(actions[spec.id])
        if spec.id == "open":
            menu.addMenu(recent)
        elif spec.id == "forward":
            menu.addSeparator()
            menu.addMenu(lanes)
            menu.addMenu(schemes)


def make_tool_bar(actions: ActionSet, edits: Iterable[QAction], lanes: Choice) -> QToolBar:
    """Return the bar of the most used actions."""
    bar = QToolBar(_tr("Actions"))
    bar.setObjectName("mainBar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addAction(actions["pane-left"])
    bar.addSeparator()
    bar.addActions(actions.some("import-files", "paste"))
    bar.addSeparator()
    bar.addActions(list(edits))
    bar.addSeparator()
    bar.addAction(actions["table"])
    bar.addWidget(_lanes_button(lanes))
    bar.addSeparator()
    bar.addActions(actions.some("zoom-out", "fit", "zoom-in", "go-to-date"))
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(room)
    bar.addActions(actions.some("find", "palette", "keys", "pane-right"))
    return bar


def _lanes_button(lanes: Choice) -> QToolButton:
    button = QToolButton()
    button.setObjectName("lanesButton")
    button.setMenu(lanes)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(_tr("Lanes"))
    button.setToolTip(_tr("By what the lanes are made"))
    return button


def fill_recent(menu: QMenu, places: Iterable[Path], open_one: Callable[[Path], None]) -> None:
    """List the libraries opened of late."""
    menu.clear()
    for place in places:
        action = menu.addAction(str(place))
        action.triggered.connect(lambda _=False, place=place: open_one(place))
    menu.setEnabled(not menu.isEmpty())

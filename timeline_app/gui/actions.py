"""Every action of the window: its name, picture, keys, and where its keys work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from timeline_app.gui.icons import icon


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    EVENT = "Eve&nt"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. `on_events` limits its keys to the panes that show events.

    `starts_group` puts a line above it in its menu; `is_check` makes it a switch.
    """

    id: str
    text: str
    menu: Menu
    icon: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    on_events: bool = False
    starts_group: bool = False
    is_check: bool = False
    needs: str = ""


def _spec(
    id_: str, text: str, menu: Menu, *keys: str, icon: str = "", **more: object
) -> ActionSpec:
    return ActionSpec(id=id_, text=text, menu=menu, keys=keys, icon=icon, **more)  # type: ignore[arg-type]


ACTIONS: tuple[ActionSpec, ...] = (
    _spec("new", "&New library…", Menu.FILE, "Ctrl+N", icon="library-new"),
    _spec("open", "&Open library…", Menu.FILE, "Ctrl+O", icon="library-open"),
    _spec("samples", "Open &sample library", Menu.FILE, icon="samples"),
    _spec(
        "import-files", "&Import articles…", Menu.FILE, "Ctrl+I",
        icon="import-files", starts_group=True, needs="library",
    ),
    _spec(
        "import-folder", "Import &folder…", Menu.FILE, "Ctrl+Shift+I",
        icon="import-folder", needs="library",
    ),
    _spec(
        "paste", "&Paste article or address…", Menu.FILE, "Ctrl+Shift+V",
        icon="paste", needs="library",
    ),
    _spec(
        "export", "&Export…", Menu.FILE, "Ctrl+E",
        icon="export", starts_group=True, needs="events",
    ),
    _spec("print", "P&rint…", Menu.FILE, "Ctrl+P", needs="events"),
    _spec(
        "read-again", "Read &again with this version…", Menu.FILE,
        starts_group=True, needs="library",
        tip="Read all articles by the rules of this version, and choose what may change",
    ),
    _spec("check", "&Check library", Menu.FILE, needs="library"),
    _spec("quit", "&Quit", Menu.FILE, "Ctrl+Q", icon="quit", starts_group=True),
    _spec(
        "copy", "&Copy events", Menu.EDIT, "Ctrl+C", on_events=True, needs="event",
        starts_group=True,
        tip="Copy the selected events as text, as a table and as JSON",
    ),
    _spec(
        "find", "&Find…", Menu.EDIT, "Ctrl+F", icon="search", starts_group=True, needs="events",
    ),
    _spec("find-next", "Find &next", Menu.EDIT, "F3", needs="events"),
    _spec("find-previous", "Find &previous", Menu.EDIT, "Shift+F3", needs="events"),
    _spec("filter", "Fi&lter…", Menu.EDIT, "Ctrl+L", icon="filter", needs="library"),
    _spec("clear-filter", "Clear fil&ter", Menu.EDIT, "Ctrl+Shift+L", icon="clear"),
    _spec(
        "history", "&History…", Menu.EDIT, "Ctrl+H", starts_group=True, needs="library",
        tip="Who changed what, when, from what to what",
    ),
    _spec(
        "reviewed", "&Reviewed", Menu.EVENT, "Space",
        icon="reviewed", on_events=True, is_check=True, needs="event",
        tip="Mark the selected events as reviewed",
    ),
    _spec(
        "edit", "&Edit…", Menu.EVENT, "F2", icon="edit", on_events=True, needs="event",
        tip="Change title, date, type, status, tags or note",
    ),
    _spec(
        "as-reported", "&As reported again", Menu.EVENT, needs="event",
        tip="Take back your changes of title, date, type, status, who and where",
    ),
    _spec(
        "tag", "Ta&gs…", Menu.EVENT, "T", on_events=True, needs="event",
        tip="Put the selected events under tags; lanes can be made by them",
    ),
    _spec(
        "reject", "Re&ject", Menu.EVENT, "Del",
        icon="reject", on_events=True, is_check=True, needs="event",
        tip="Hide the selected events; they are kept and can be shown again",
    ),
    _spec(
        "next-review", "Next to re&view", Menu.EVENT, "N", on_events=True, needs="events",
        tip="Go to the event that most needs a look: least certain, most reported first",
    ),
    _spec(
        "review", "Review &queue", Menu.EVENT, "Ctrl+R", icon="reviewed", needs="library",
        tip="Accept, fix or reject one event after another, the least certain first",
    ),
    _spec(
        "merge", "&Merge", Menu.EVENT, "Ctrl+M",
        icon="merge", starts_group=True, needs="events-two",
        tip="Make one event of the selected ones, with all their reports",
    ),
    _spec(
        "split", "&Split…", Menu.EVENT, "Ctrl+Shift+M",
        icon="split", needs="reports-two",
        tip="Choose the reports that tell of another happening; they become an event",
    ),
    _spec(
        "same", "&Perhaps the same…", Menu.EVENT, needs="library",
        tip="Show events that may be the same happening, to merge them",
    ),
    _spec(
        "links", "&Links…", Menu.EVENT, "Ctrl+K", needs="event",
        tip="Say how the event relates to others: a plan's outcome, what a statement speaks of",
    ),
    _spec(
        "add", "&New event by hand…", Menu.EVENT, "Ctrl+Shift+N",
        icon="library-new", starts_group=True, needs="library",
    ),
    _spec("zoom-in", "Zoom &in", Menu.VIEW, "Ctrl+=", "Ctrl++", icon="zoom-in"),
    _spec("zoom-out", "Zoom &out", Menu.VIEW, "Ctrl+-", icon="zoom-out"),
    _spec("fit", "&Fit everything", Menu.VIEW, "Ctrl+0", icon="fit"),
    _spec("focus", "Centre the &selection", Menu.VIEW, "F", on_events=True, needs="event"),
    _spec("go-to-date", "&Go to date…", Menu.VIEW, "Ctrl+J", icon="calendar"),
    _spec("back", "&Back", Menu.VIEW, "Alt+Left", icon="back"),
    _spec("forward", "For&ward", Menu.VIEW, "Alt+Right", icon="forward"),
    _spec(
        "table", "Show as &table", Menu.VIEW, "Ctrl+T",
        icon="table", starts_group=True, is_check=True,
    ),
    _spec(
        "wheel-lanes", "W&heel scrolls the lanes", Menu.VIEW, is_check=True,
        tip="Let the plain wheel scroll the lanes; with Ctrl it zooms",
    ),
    _spec(
        "problems", "&Problems", Menu.VIEW, "Ctrl+3", icon="warning", needs="library",
        tip="What contradicts itself: weekdays, dates, places, figures",
    ),
    _spec("pane-left", "Filters, articles", Menu.VIEW, "Ctrl+1", icon="pane-left", is_check=True),
    _spec("pane-right", "Event and source", Menu.VIEW, "Ctrl+2", icon="pane-right", is_check=True),
    _spec("next-pane", "Next pane", Menu.VIEW, "F6"),
    _spec("previous-pane", "Previous pane", Menu.VIEW, "Shift+F6"),
    _spec("keys", "&Keys", Menu.HELP, "F1", "?", icon="keyboard"),
    _spec("legend", "&Legend", Menu.HELP),
    _spec("palette", "&Command palette…", Menu.HELP, "Ctrl+Shift+P", icon="command"),
    _spec("reports", "Show problem &reports", Menu.HELP, icon="warning", starts_group=True),
    _spec("about", "&About", Menu.HELP, icon="help"),
)  # fmt: skip

IN_SIGHT = (
    "pane-left", "import-files", "paste", "table", "zoom-out", "fit", "zoom-in", "go-to-date",
    "find", "palette", "keys", "pane-right",
)  # fmt: skip
"""The actions of the bar of buttons, whose pictures are seen at once."""
_ICONS = {spec.id: spec.icon for spec in ACTIONS}
_LATER_MS = 150
_AT_ONCE = 8
"""So many pictures are drawn between two events of the window."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)


class ActionSet:
    """The window's actions as QActions, found by their ids."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        self._waiting: list[ActionSpec] = []
        self._later = QTimer(window, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(lambda: self._paint_waiting(window))
        for spec in ACTIONS:
            action = QAction(_tr(spec.text), window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setCheckable(spec.is_check)
            action.setToolTip(tool_tip(spec))
            if spec.on_events:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._actions[spec.id] = action
        self.paint(window.palette())

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> Mapping[str, QAction]:
        """Return all actions by id, in the order of the menus."""
        return self._actions

    def some(self, *ids: str) -> list[QAction]:
        """Return some actions in the order asked."""
        return [self._actions[i] for i in ids]

    def bind(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Let actions call functions."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _=False, call=handler: call())

    def add_to_windows(self, window: QWidget, event_panes: Sequence[QWidget]) -> None:
        """Let the keys work: most in the whole window, the single-key ones where events are."""
        for spec in ACTIONS:
            for widget in event_panes if spec.on_events else (window,):
                widget.addAction(self._actions[spec.id])

    def paint(self, palette: QPalette) -> None:
        """Draw the pictures in the colours of a palette: first those in sight, the rest later."""
        self._waiting = [spec for spec in ACTIONS if spec.icon and spec.id not in IN_SIGHT]
        for action_id in IN_SIGHT:
            self._actions[action_id].setIcon(icon(_ICONS[action_id], palette))
        self._later.start()

    def _paint_waiting(self, window: QWidget) -> None:
        for spec in self._waiting[:_AT_ONCE]:
            self._actions[spec.id].setIcon(icon(spec.icon, window.palette()))
        self._waiting = self._waiting[_AT_ONCE:]
        if self._waiting:
            self._later.start()

    def enable(self, **facts: bool) -> None:
        """Enable the actions by what they need, such as `library=True`."""
        for spec in ACTIONS:
            if spec.needs:
                self._actions[spec.id].setEnabled(facts[spec.needs.replace("-", "_")])


def tool_tip(spec: ActionSpec) -> str:
    """Return what an action does, with its keys."""
    words = _tr(spec.tip) if spec.tip else _tr(spec.text).replace("&", "").rstrip("…")
    keys = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in spec.keys]
    return f"{words} ({', '.join(keys)})" if keys else words

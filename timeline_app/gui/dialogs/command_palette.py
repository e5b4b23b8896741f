"""Every action, found by typing some of its letters."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.dialogs.full_name import FULL_NAME
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space

_TO_LIST = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def match_score(words: str, name: str) -> int | None:
    """Return how well a name fits what was typed, less is better; None where it does not fit.

    All letters must occur in order; letters side by side and at the begins of words fit better.
    """
    name, at, score = name.casefold(), -1, 0
    for letter in words.casefold().replace(" ", ""):
        found = name.find(letter, at + 1)
        if found < 0:
            return None
        starts_word = found == 0 or name[found - 1] == " "
        score += 0 if found == at + 1 or starts_word else 4 + (found - at)
        at = found
    return score + len(name) // 8


def _blank_icon(size: QSize) -> QIcon:
    """Return an icon that only takes the room of one, so that all names stand in one column."""
    pixmap = QPixmap(size if size.isValid() and not size.isEmpty() else QSize(24, 24))
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


class CommandPalette(QDialog):
    """Lists the actions that fit what is typed; Enter does the chosen one."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions: Sequence[QAction] = [a for a in actions if a.isEnabled()]
        self.words = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._blank = _blank_icon(self.list.iconSize())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.resize(520, 420)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._do)
        self.words.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._do())
        self._fill("")

    def _fill(self, words: str) -> None:
        scored = [(match_score(words, _name(a)), at) for at, a in enumerate(self._actions)]
        fitting = sorted((score, at) for score, at in scored if score is not None)
        self.list.clear()
        for _, at in fitting:
            action = self._actions[at]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            icon = self._blank if action.icon().isNull() else action.icon()
            item = QListWidgetItem(icon, f"{_name(action)}    {keys}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, at)
            self.list.addItem(item)
        if not fitting:
            item = QListWidgetItem(self.tr("Nothing is called so"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None or item.data(Qt.ItemDataRole.UserRole) is None:
            return
        self.accept()
        self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.key() in _TO_LIST
        if is_key and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(1, self.list.count()))
            return True
        return super().eventFilter(watched, event)


def _name(action: QAction) -> str:
    name: object = action.property(FULL_NAME)
    return str(name or action.text()).replace("&", "")

"""All keys and gestures on one sheet."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from timeline_app.gui.theme import Space, tokens_of

_KEYS_PX = 230
_GESTURES = (
    ("Wheel", "zoom at the cursor, from minutes to centuries"),
    ("Shift + wheel, sideways swipe", "move in time"),
    ("Drag the background", "move in time and over the lanes"),
    ("Shift + drag", "select a range of time"),
    ("Click, Ctrl + click", "select, add to the selection"),
    ("Double click on an event", "its source, at the sentence"),
    ("Double click on a cluster", "fit it"),
    ("Drag the overview's window or its edges", "move, zoom"),
    ("Drop files, folders or text", "import articles"),
    ("← → ↑ ↓ Home End", "next event in time, lane, first, last; with Shift: extend"),
    ("Page Up, Page Down", "move by a screen"),
    ("Enter", "the source of the event"),
    ("Esc", "one layer back: search, range, selection"),
)


class KeySheet(QDialog):
    """Shows the keys of actions and the gestures of the timeline."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.resize(620, 640)
        self.page = QTextBrowser()
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(Space.L)
        self.page.setHtml(self._html(actions))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)

    def _html(self, actions: Iterable[QAction]) -> str:
        keys = [(_keys(a), a.text().replace("&", "").rstrip("…")) for a in actions if a.shortcuts()]
        gestures = [(self.tr(g), self.tr(what)) for g, what in _GESTURES]
        return (
            f"<h3>{self.tr('On the timeline')}</h3>{self._table(gestures)}"
            f"<h3>{self.tr('Keys')}</h3>{self._table(keys)}"
        )

    def _table(self, pairs: Iterable[tuple[str, str]]) -> str:
        muted = tokens_of(self.palette()).text_muted.name()
        pad = f"padding:3px {Space.L}px 3px 0"
        rows = "".join(
            f'<tr><td width="{_KEYS_PX}" style="{pad};font-weight:600">{left}</td>'
            f'<td style="{pad};color:{muted}">{right}</td></tr>'
            for left, right in pairs
        )
        return f'<table width="100%">{rows}</table>'


def _keys(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(form) for key in action.shortcuts())

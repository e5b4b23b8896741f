"""The card beside the event under the mouse or the keyboard."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.gui.overriding import override
from timeline_app.gui.theme import tokens_of

DELAY_MS = 260
WIDTH_PX = 320


class Card(QLabel):
    """A raised label that keeps clear of what it explains; invisible to the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMargin(12)
        self.hide()
        self._about = QRect()
        self._delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._delay.timeout.connect(self._appear)

    def explain(self, text: str, about: QRect, *, at_once: bool = False) -> None:
        """Show `text` beside `about` (in the parent's pixels) after a moment."""
        self._about = about
        self.setText(text)
        if at_once or self.isVisible():
            self._appear()
        else:
            self._delay.start()

    def dismiss(self) -> None:
        """Hide, and forget what was to be shown."""
        self._delay.stop()
        self.hide()

    def _appear(self) -> None:
        width = min(WIDTH_PX, self._host.width() - 16)
        self.resize(QSize(width, self.heightForWidth(width)))
        self.move(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QPoint:
        area = self._host.rect().adjusted(8, 8, -8, -8)
        x = min(max(self._about.left(), area.left()), area.right() - self.width())
        below = self._about.bottom() + 9
        if below + self.height() > area.bottom():
            below = self._about.top() - self.height() - 9
        return QPoint(x, max(below, area.top()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_raised(self)
        super().paintEvent(event)


def paint_raised(widget: QWidget) -> None:
    """Paint the ground of what lies over the timeline: raised, with round corners."""
    tokens = tokens_of(widget.palette())
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(tokens.grid_strong)
    painter.setBrush(tokens.raised)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.end()


def card_html(title: str, lines: list[str], *, muted: str) -> str:
    """Return a card's text: a title and quiet lines under it."""
    from html import escape  # loaded with the first card: a start is quicker

    rows = "".join(f"<div style='color:{muted}; margin-top:3px'>{escape(x)}</div>" for x in lines)
    return f"<div><b>{escape(title)}</b></div>{rows}"

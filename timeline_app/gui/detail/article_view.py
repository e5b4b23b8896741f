"""An article's own text, as it is, with what was found in it marked and clickable."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from timeline_app.annotation.mention import EventMention
from timeline_app.annotation.span import Span
from timeline_app.gui.detail.highlights import Mark, format_of, hits_in, marks_of
from timeline_app.gui.detail.teller import ArticleInView
from timeline_app.gui.detail.text_map import TextMap
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, tokens_of

_LINE_HEIGHT_PERCENT = 145


class ArticleView(QTextEdit):
    """Shows plain text only: nothing in an article is ever taken for markup or fetched."""

    event_clicked = Signal(object)
    """The user clicked on words that tell of an event: its EventId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(Space.L)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article text"))
        self._article: ArticleInView | None = None
        self._map = TextMap("")
        self._marks: Sequence[Mark] = ()
        self._hits: Sequence[Mark] = ()
        self._query = ""
        self._pressed_at = QPoint()
        self._revealed: tuple[Span, int] | None = None

    def show_article(self, article: ArticleInView, mention: EventMention | None) -> None:
        """Show an article, scrolled to the sentence of `mention`."""
        around = mention.trigger.begin if mention is not None else 0
        document = article.extraction.document
        is_same = self._article is not None and self._article.extraction.document == document
        self._article = article
        if not is_same or not self._map.span.begin <= around <= self._map.span.end:
            self._set_text(document.text, around)
        self._marks = marks_of(article, mention)
        self.mark_words(self._query)
        if mention is not None:
            self.reveal(mention.sentence)
        elif not is_same:
            self._revealed = None
            self.verticalScrollBar().setValue(0)

    def mark_words(self, query: str) -> None:
        """Mark the words of a search; "" marks none."""
        self._query = query
        text = "" if self._article is None else self._article.extraction.document.text
        self._hits = hits_in(text, query, self._map.span) if query else ()
        self._paint_marks()

    def clear_article(self) -> None:
        """Show nothing."""
        self._article, self._marks, self._map = None, (), TextMap("")
        self._revealed = None
        self.clear()

    def reveal(self, span: Span) -> None:
        """Scroll so that a stretch stands in the upper third."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_qt(span.begin))
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)
        self._revealed = (span, bar.value())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What stands above the text may have grown with it; a reader who scrolled stays there.
        if self._revealed is not None and self._revealed[1] == self.verticalScrollBar().value():
            self.reveal(self._revealed[0])

    def marks_at(self, offset: int) -> list[Mark]:
        """Return the marks over a code point of the article, the highest first."""
        return [m for m in reversed(self._marks) if m.span.begin <= offset < m.span.end]

    @property
    def text_map(self) -> TextMap:
        """Return the way between the article's offsets and Qt's positions."""
        return self._map

    def _set_text(self, text: str, around: int) -> None:
        self._map = TextMap(text, around=around)
        self.setPlainText(self._map.shown_text)
        airy = QTextBlockFormat()
        airy.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)

    def _paint_marks(self) -> None:
        tokens = tokens_of(self.palette())
        selections = [
            self._selection(m.span, format_of(m, tokens)) for m in (*self._marks, *self._hits)
        ]
        self.setExtraSelections(selections)

    def _selection(self, span: Span, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.to_qt(span.begin))
        cursor.setPosition(self._map.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = shape
        return selection

    def _marks_under(self, at: QPoint) -> list[Mark]:
        cursor = self.cursorForPosition(at)
        rect = self.cursorRect(cursor)
        position = cursor.position() - (1 if at.x() < rect.left() else 0)
        return self.marks_at(self._map.from_qt(max(0, position)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        has_dragged = (at - self._pressed_at).manhattanLength() > 3
        if event.button() is not Qt.MouseButton.LeftButton or has_dragged:
            return
        target = next((m.event_id for m in self._marks_under(at) if m.event_id is not None), None)
        if target is not None:
            self.event_clicked.emit(target)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._marks_under(event.position().toPoint())
        is_link = any(m.event_id is not None for m in over)
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = [m.words for m in self._marks_under(event.pos()) if m.words]
            QToolTip.showText(event.globalPos(), "\n\n".join(words), self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._article is not None:
            self._paint_marks()

"""What became of an article's date phrases: how many of each fate, drawn as in its text."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.annotation.span import Span
from timeline_app.gui.detail.highlights import Layer, Mark, format_of
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import TypeScale, font_for, tokens_of
from timeline_app.operations.coverage import Coverage, PhraseFate

_WORDS = {
    PhraseFate.PLACED: "{} placed",
    PhraseFate.UNDATED: "{} undated",
    PhraseFate.REJECTED: "{} rejected",
    PhraseFate.UNUSED: "{} not used",
    PhraseFate.DATELINE: "{} of the article itself",
}
_GAP = "     "


class FateLegend(QWidget):
    """One line, or more where it is narrow; fates that do not occur are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._words = QTextDocument(self)
        self._words.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Show what became of an article's phrases; None shows nothing."""
        self._coverage = coverage
        self.setVisible(coverage is not None and bool(coverage.phrases))
        self._write()

    @property
    def words(self) -> str:
        """Return what is written."""
        return self._words.toPlainText()

    def _write(self) -> None:
        self._words.clear()
        self._words.setDefaultFont(font_for(TypeScale.CAPTION, self.font()))
        tokens = tokens_of(self.palette())
        cursor = QTextCursor(self._words)
        gap = QTextCharFormat()
        for fate, words in _WORDS.items():
            count = 0 if self._coverage is None else self._coverage.count(fate)
            if count:
                if not cursor.atStart():
                    cursor.insertText(_GAP, gap)
                mark = Mark(span=Span(0, 0), layer=Layer.DATE, words="", fate=fate)
                shape = format_of(mark, tokens)
                if fate is not PhraseFate.REJECTED:
                    shape.setForeground(tokens.text)
                text = QCoreApplication.translate("coverage", words).format(count)
                cursor.insertText(text.replace(" ", "\u00a0"), shape)
        self.setAccessibleName(self.words)
        self.setToolTip(self.tr("Each date phrase of the text is marked by what became of it"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(1, self.width())))

    @override
    def heightForWidth(self, width: int) -> int:
        self._words.setTextWidth(width)
        return round(self._words.size().height()) + 3

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._words.setTextWidth(self.width())
        self._words.drawContents(painter)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

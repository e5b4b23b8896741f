"""The event above, the article's own text below; made when the first event is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSplitter, QToolBar, QVBoxLayout, QWidget

from timeline_app.gui.detail.article_view import ArticleView
from timeline_app.gui.detail.event_view import EventView
from timeline_app.gui.detail.fate_legend import FateLegend
from timeline_app.gui.detail.story import Story
from timeline_app.gui.detail.teller import ArticleInView, Telling
from timeline_app.gui.models.article_model import article_title, caption
from timeline_app.gui.theme import Space
from timeline_app.storage.document_row import DocumentRow


class Pages(QSplitter):
    """Shows one event with the article of one of its reports, or an article alone."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.event_view = EventView()
        self.article_view = ArticleView()
        self._title = _label("paneTitle")
        self._caption = _label("caption")
        self._coverage = _label("caption")
        self._legend = FateLegend()
        self._findings = _label("finding")
        bar = QToolBar()
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions(list(actions))
        head = (self._title, self._caption, self._coverage, self._legend, self._findings)
        self._upper = _column(bar, self.event_view)
        lower = _column(_padded(*head), self.article_view)
        lower.setObjectName("article")
        self.addWidget(self._upper)
        self.addWidget(lower)
        self.setSizes([520, 480])
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def show_telling(self, telling: Telling, row: DocumentRow | None) -> None:
        """Show an event and the article of its report; `row` is that article."""
        story: Story = telling.story
        self._upper.show()
        self.event_view.show_story(story)
        self._name_article(telling.article, row)
        if telling.article is None or story.report is None:
            self.article_view.clear_article()
        else:
            self.article_view.show_article(telling.article, story.report.mention)

    def show_article_alone(self, article: ArticleInView, row: DocumentRow | None) -> None:
        """Show an article without an event."""
        self._upper.hide()
        self._name_article(article, row)
        self.article_view.show_article(article, None)

    def _name_article(self, article: ArticleInView | None, row: DocumentRow | None) -> None:
        self._title.setText("" if row is None else article_title(row))
        self._caption.setText("" if row is None else caption(row))
        self._coverage.setVisible(article is not None)
        self._legend.show_coverage(None if article is None else article.coverage)
        self._findings.setVisible(article is not None and bool(article.findings))
        if article is not None:
            words = self.tr("{} dated phrases, {} placed")
            found = article.coverage
            self._coverage.setText(words.format(found.dated_count, found.placed_count))
            self._findings.setText("\n".join(f"⚠ {one.text}" for one in article.findings))


def _label(name: str) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label


def _column(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return box


def _padded(*widgets: QWidget) -> QWidget:
    box = _column(*widgets)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        layout.setSpacing(Space.XS // 2)
    return box

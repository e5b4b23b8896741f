"""The pane at the right: the event above, the article's own text below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.timex import Reading
from timeline_app.gui.detail.article_view import ArticleView
from timeline_app.gui.detail.event_view import EventView
from timeline_app.gui.detail.fate_legend import FateLegend
from timeline_app.gui.detail.story import Story
from timeline_app.gui.detail.teller import ArticleInView, Telling, tell, tell_article
from timeline_app.gui.empty_state import EmptyState
from timeline_app.gui.models.article_model import article_title, caption
from timeline_app.gui.models.session import Session
from timeline_app.gui.theme import Space


class DetailPane(QWidget):
    """Follows the session's current event."""

    filter_wanted = Signal(str, str)
    """The user clicked on a name: field of the filter, name."""
    reading_chosen = Signal(object, object)
    """The user chose another reading of the date: the Story, the Reading."""
    story_shown = Signal()
    """What was asked for is on the screen."""

    def __init__(
        self, session: Session, actions: Sequence[QAction] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._story: Story | None = None
        self.linked_ids: tuple[EventId, ...] = ()
        self.event_view = EventView()
        self.article_view = ArticleView()
        self._article_title = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._article_title.setObjectName("paneTitle")
        self._article_caption = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._article_caption.setObjectName("caption")
        self._coverage = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._coverage.setObjectName("caption")
        self._legend = FateLegend()
        self._findings = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._findings.setObjectName("finding")
        self._stack = QStackedWidget()
        self._build(actions)
        self.event_view.link_clicked.connect(self._follow)
        self.article_view.event_clicked.connect(self._session.select)
        session.current_changed.connect(self.refresh)
        session.data_changed.connect(self.refresh)
        session.found.connect(self._mark_words)
        session.filter_changed.connect(self._mark_words)

    def _mark_words(self) -> None:
        """Mark what is looked for, else what is filtered by."""
        self.article_view.mark_words(self._session.query or self._session.filter.text)

    def _build(self, actions: Sequence[QAction]) -> None:
        self._empty = EmptyState(
            "article",
            self.tr("No event selected"),
            self.tr(
                "Click an event on the timeline to see why it has its date and where it says so."
            ),
        )
        self._bar = QToolBar()
        self._bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bar.addActions(list(actions))
        head = (
            self._article_title, self._article_caption, self._coverage, self._legend,
            self._findings,
        )  # fmt: skip
        upper = _column(self._bar, self.event_view)
        lower = _column(_padded(*head), self.article_view)
        lower.setObjectName("article")
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(lower)
        self._splitter.setSizes([520, 480])
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._upper = upper
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def story(self) -> Story | None:
        """Return what is shown; None without an event."""
        return self._story

    def refresh(self) -> None:
        """Show the current event again, as the library has it now."""
        event_id = self._session.current_id
        if event_id is None:
            self._session.jobs.drop("story")
            self._show_nothing()
            return
        same = self._story is not None and self._story.event.id == event_id
        self._ask(event_id, self._story.shown if same and self._story is not None else None)

    def show_article(self, document_id: DocumentId) -> None:
        """Show an article by itself."""
        reader = self._session.reader
        if reader is not None:
            work = lambda: tell_article(reader, document_id)
            self._session.jobs.run("story", work, self._show_article_alone, failed=self._fail)

    def show_report(self, at: int) -> None:
        """Show the current event with another of its reports."""
        if self._story is not None:
            self._ask(self._story.event.id, at)

    def _ask(self, event_id: EventId, shown: int | None) -> None:
        reader = self._session.reader
        if reader is None:
            return
        articles = {row.id: row for row in self._session.articles.rows}
        known_by = self._session.known_by
        work = lambda: tell(reader, event_id, articles, shown=shown, known_by=known_by)
        self._session.jobs.run("story", work, self._show, failed=self._fail)

    def _fail(self, fault: BaseException) -> None:
        if isinstance(fault, KeyError):
            self._show_nothing()
        else:
            raise fault

    def _show_nothing(self) -> None:
        self._story = None
        self._stack.setCurrentWidget(self._empty)

    def _show(self, telling: Telling) -> None:
        self._story = telling.story
        self.linked_ids = telling.linked_ids
        self._upper.show()
        self.event_view.show_story(telling.story)
        self._stack.setCurrentWidget(self._splitter)
        report = telling.story.report
        self._name_article(telling.article)
        if telling.article is None or report is None:
            self.article_view.clear_article()
        else:
            self.article_view.show_article(telling.article, report.mention)
        self.story_shown.emit()

    def _show_article_alone(self, article: ArticleInView) -> None:
        self._story = None
        self.linked_ids = ()
        self._upper.hide()
        self._stack.setCurrentWidget(self._splitter)
        self._name_article(article)
        self.article_view.show_article(article, None)
        self.story_shown.emit()

    def _name_article(self, article: ArticleInView | None) -> None:
        row = None if article is None else self._session.articles.article(article.document_id)
        self._article_title.setText("" if row is None else article_title(row))
        self._article_caption.setText("" if row is None else caption(row))
        self._coverage.setVisible(article is not None)
        self._legend.show_coverage(None if article is None else article.coverage)
        self._findings.setVisible(article is not None and bool(article.findings))
        if article is not None:
            words = self.tr("{} dated phrases, {} placed")
            found = article.coverage
            self._coverage.setText(words.format(found.dated_count, found.placed_count))
            self._findings.setText("\n".join(f"⚠ {one.text}" for one in article.findings))

    def _follow(self, kind: str, target: str) -> None:
        story = self._story
        if story is None:
            return
        if kind == "report":
            self._ask(story.event.id, int(target))
        elif kind == "phrase" and story.extraction is not None:
            spans = [t.span for t in story.extraction.timexes if t.id == target]
            if spans:
                self.article_view.reveal(spans[0])
        elif kind == "event":
            self._session.select(EventId(int(target)))
        elif kind == "filter":
            self.filter_wanted.emit(*target.split("/", 1))
        elif kind == "alternative":
            reading: Reading = story.chain()[0].alternatives[int(target)]
            self.reading_chosen.emit(story, reading)


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

"""The pane at the right: the event above, the article's own text below."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.annotation.timex import Reading
from timeline_app.gui.empty_state import EmptyState
from timeline_app.gui.models.session import Session
from timeline_app.storage.document_row import DocumentRow

if TYPE_CHECKING:
    from timeline_app.gui.detail.article_view import ArticleView
    from timeline_app.gui.detail.event_view import EventView
    from timeline_app.gui.detail.pages import Pages
    from timeline_app.gui.detail.story import Story
    from timeline_app.gui.detail.teller import ArticleInView, Telling


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
        self._actions = actions
        self._story: Story | None = None
        self.linked_ids: tuple[EventId, ...] = ()
        self._empty = EmptyState(
            "article",
            self.tr("No event selected"),
            self.tr(
                "Click an event on the timeline to see why it has its date and where it says so."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        session.current_changed.connect(self.refresh)
        session.data_changed.connect(self.refresh)
        session.found.connect(self._mark_words)
        session.filter_changed.connect(self._mark_words)

    @cached_property
    def _pages(self) -> "Pages":
        """Return the views of event and article, which a start does without."""
        from timeline_app.gui.detail.pages import Pages

        pages = Pages(self._actions)
        pages.event_view.link_clicked.connect(self._follow)
        pages.article_view.event_clicked.connect(self._session.select)
        self._stack.addWidget(pages)
        return pages

    @property
    def event_view(self) -> "EventView":
        """Return the view of the event."""
        return self._pages.event_view

    @property
    def article_view(self) -> "ArticleView":
        """Return the view of the article's text."""
        return self._pages.article_view

    def _mark_words(self) -> None:
        """Mark what is looked for, else what is filtered by."""
        if self._stack.currentWidget() is not self._empty:
            self.article_view.mark_words(self._session.query or self._session.filter.text)

    @property
    def story(self) -> "Story | None":
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
        from timeline_app.gui.detail.teller import tell_article

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
        from timeline_app.gui.detail.teller import tell

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

    def _show(self, telling: "Telling") -> None:
        self._story = telling.story
        self.linked_ids = telling.linked_ids
        self._pages.show_telling(telling, self._row_of(telling.article))
        self._open_pages()

    def _show_article_alone(self, article: "ArticleInView") -> None:
        self._story = None
        self.linked_ids = ()
        self._pages.show_article_alone(article, self._row_of(article))
        self._open_pages()

    def _open_pages(self) -> None:
        was_empty = self._stack.currentWidget() is self._empty
        self._stack.setCurrentWidget(self._pages)
        if was_empty:
            self._mark_words()
        self.story_shown.emit()

    def _row_of(self, article: "ArticleInView | None") -> DocumentRow | None:
        return None if article is None else self._session.articles.article(article.document_id)

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

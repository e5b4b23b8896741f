"""What looks after a library: review, problems, likely merges, history, links, new readings."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.gui.curation.dock import CurationDock
from timeline_app.gui.curation.links_dialog import LinksDialog
from timeline_app.gui.curation.reread_dialog import NewReading, RereadDialog
from timeline_app.gui.curation.scan import Scan
from timeline_app.gui.curation.split_dialog import SplitDialog
from timeline_app.gui.detail.detail_pane import DetailPane
from timeline_app.gui.models.article_model import article_title
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.checks import Finding
from timeline_app.operations.edits import SetLinks, Split, Together
from timeline_app.operations.reextract import compare
from timeline_app.storage.library import Library

_MOST_FOUND = 50
_NEAR = 12


class CurationActions(QObject):
    """Opens the panes and dialogs, and turns their answers into edits."""

    told = Signal(str)
    """Something happened that is worth a line in the status bar."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        edits: EditStack,
        detail: DetailPane,
        fix: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._edits = window, session, edits
        self._detail, self._fix = detail, fix
        self._destination: Finding | None = None
        detail.story_shown.connect(self._arrive)

    @cached_property
    def dock(self) -> CurationDock:
        """Return the pane under the timeline, made when it is first wanted."""
        dock = CurationDock(self._window, self._session, self._edits)
        dock.review.fix_wanted.connect(self._fix)
        dock.problems.place_wanted.connect(self.go_to)
        return dock

    @property
    def has_dock(self) -> bool:
        """Tell whether the pane was ever wanted."""
        return "dock" in self.__dict__

    def show_review(self) -> None:
        """Open the review queue, ready for Space; close it where it is open."""
        dock = self.dock
        if dock.isVisible() and dock.tabs.currentWidget() is dock.review:
            dock.hide()
            return
        dock.open_at(dock.review)
        dock.review.begin()

    def show_problems(self) -> None:
        """Open the list of contradictions."""
        self.dock.open_at(self.dock.problems)

    def show_same(self) -> None:
        """Open the events that are perhaps the same as the current one."""
        self.dock.open_at(self.dock.same)

    def show_history(self) -> None:
        """Open the log of edits."""
        self.dock.open_at(self.dock.history)

    # Going to the place of a contradiction

    def go_to(self, finding: Finding) -> None:
        """Show the event and the words that a contradiction is about."""
        self._destination = finding
        event_id = finding.event_id
        if event_id is not None and self._session.events.row_of(event_id) is not None:
            if event_id == self._session.current_id:
                self._detail.refresh()
            else:
                self._session.select(event_id)
        elif finding.document_id is not None:
            self._detail.show_article(finding.document_id)

    def _arrive(self) -> None:
        finding, story = self._destination, self._detail.story
        if finding is None:
            return
        if story is not None and finding.document_id is not None and story.report is not None:
            documents = [report.document_id for report in story.event.reports]
            is_elsewhere = story.report.document_id != finding.document_id
            if is_elsewhere and finding.document_id in documents:
                self._detail.show_report(documents.index(finding.document_id))
                return
        self._destination = None
        if finding.span is not None:
            self._detail.article_view.reveal(finding.span)

    # Splitting and linking

    def split(self) -> SplitDialog | None:
        """Ask which reports of the current event go; of two the one in view goes at once."""
        story = self._detail.story
        if story is None or story.report is None or len(story.event.reports) < 2:
            return None
        event_id = story.event.id
        if len(story.event.reports) == 2:
            going = (story.report.document_id, story.report.mention.id)
            self._edits.make(Split(event_id=event_id, mentions=(going,)))
            return None
        dialog = SplitDialog(story, self._window)
        dialog.accepted.connect(
            lambda: self._edits.make(Split(event_id=event_id, mentions=dialog.going))
        )
        dialog.open()
        return dialog

    def edit_links(self) -> LinksDialog | None:
        """Edit how the current event relates to others; selected ones are offered first."""
        event_id, reader = self._session.current_id, self._session.reader
        if event_id is None or reader is None:
            return None
        event = reader.event(event_id)
        others = [one for one in self._session.selected_ids() if one != event_id]
        others += [one for one in self._around(event_id) if one not in others]
        dialog = LinksDialog(event.title, event.links, self._name, others, self._window)
        dialog.searched.connect(lambda words: self._look_for(dialog, event_id, words))
        dialog.accepted.connect(lambda: self._link(event, dialog))
        dialog.open()
        return dialog

    def _around(self, event_id: EventId) -> list[EventId]:
        """Return the events just before and after one."""
        events = self._session.events
        row = events.row_of(event_id)
        if row is None:
            return []
        near = range(max(0, row - _NEAR), min(len(events.columns), row + _NEAR + 1))
        return [events.event_id(one) for one in near if one != row]

    def _link(self, event: Event, dialog: LinksDialog) -> None:
        if dialog.value != event.links:
            self._edits.make(SetLinks(event_id=event.id, links=dialog.value))

    def _look_for(self, dialog: LinksDialog, own: EventId, words: str) -> None:
        reader = self._session.reader
        if reader is None:
            return

        def done(found: Sequence[int]) -> None:
            if dialog.isVisible():
                dialog.show_found([EventId(int(one)) for one in found if one != own])

        work = lambda: list(reader.search(words).event_ids[:_MOST_FOUND])
        self._session.jobs.run("link", work, done, failed=self._session.failed.emit)

    def _name(self, event_id: EventId) -> str:
        events = self._session.events
        row = events.row_of(event_id)
        if row is None:
            return ""
        return f"{events.index(row, Column.DATE).data()} · {events.titles([row])[0]}"

    # Reading again

    def read_again(self, documents: Sequence[DocumentId] | None = None) -> RereadDialog:
        """Read articles (all by default) by this version's rules and show what would change."""
        articles = self._session.articles
        wanted = [row.id for row in articles.rows] if documents is None else list(documents)
        dialog = RereadDialog(self._window)
        scan = Scan(self._session, "reread", dialog)

        def add(readings: Sequence[NewReading]) -> None:
            for reading in readings:
                row = articles.article(reading.document_id)
                dialog.add(reading, "" if row is None else article_title(row))

        scan.found.connect(add)
        scan.advanced.connect(dialog.show_progress)
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.finished.connect(scan.stop)
        dialog.open()
        scan.start(wanted, _read_anew)
        return dialog

    def _take(self, dialog: RereadDialog) -> None:
        edits = dialog.edits
        if edits:
            self._edits.make_later(Together(name=self.tr("new reading"), edits=edits))


def _read_anew(library: Library, document_id: DocumentId) -> Sequence[NewReading]:
    """Return an article's new reading where it is another one."""
    from timeline_app.extraction.pipeline import extract

    old = library.extraction(document_id)
    new = extract(old.document)
    if new == old:
        return ()
    differences = compare(library, document_id, new)
    return (NewReading(document_id=document_id, extraction=new, differences=differences),)

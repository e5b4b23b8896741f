"""The middle of the window: timeline or table of the same events, or what to do when empty."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.ids import EventId
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import Instant
from timeline_app.gui.actions import ActionSet
from timeline_app.gui.empty_state import EmptyState
from timeline_app.gui.find_bar import FindBar
from timeline_app.gui.models.session import Session
from timeline_app.gui.timeline.overview_strip import OverviewStrip
from timeline_app.gui.timeline.undated_tray import UndatedTray
from timeline_app.gui.timeline.view import TimelineView

if TYPE_CHECKING:
    from timeline_app.gui.table.event_table import EventTable

_ZOOM_A_STEP = 1.6


class _TimelinePane(QWidget):
    """The timeline with the undated events and the overview below it."""

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tray = UndatedTray(self.view)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.tray)
        layout.addWidget(OverviewStrip(self.view))


class Centre(QWidget):
    """Shows the events one way or the other."""

    source_wanted = Signal()
    """The user wants to read the source of the current event."""
    menu_wanted = Signal(QPoint)
    """The user asks what can be done here: the point on the screen."""
    stretch_export_wanted = Signal()
    """The user wants to export the stretch of time that was chosen; the filter shows it now."""

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        view: TimelineView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wants_table = self._was_empty = False
        self._invitation = (
            self.tr("Bring in some articles"),
            self.tr(
                "Drop text, Markdown or HTML files here, or a whole folder; or paste an article. "
                "Their dated events appear on the timeline."
            ),
        )
        self.find_bar = FindBar(session, actions["find-next"], actions["find-previous"])
        self.timeline = _TimelinePane(view)
        self.no_library = EmptyState(
            "library-open",
            self.tr("No library is open"),
            self.tr("A library keeps your articles and the events found in them in one file."),
            actions.some("new", "open", "samples"),
        )
        self.no_events = EmptyState(
            "import-files",
            *self._invitation,
            actions.some("import-files", "paste", "samples"),
        )
        self.no_hits = EmptyState(
            "filter",
            self.tr("No event fits the filter"),
            self.tr("Clear it to see all events again."),
            actions.some("clear-filter"),
        )
        self._stack = QStackedWidget()
        self._blank = QWidget()
        for page in (
            self._blank,
            self.no_library,
            self.no_events,
            self.no_hits,
            self.timeline,
        ):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        session, view = self._session, self.timeline.view
        view.source_requested.connect(lambda _id: self.source_wanted.emit())
        self.timeline.tray.source_requested.connect(lambda _id: self.source_wanted.emit())
        view.set_explanations(self._explain)
        view.context_requested.connect(lambda _row, at: self.menu_wanted.emit(at))
        view.range_filter_requested.connect(self._filter_by)
        view.range_export_requested.connect(self._export_stretch)
        session.library_changed.connect(self._choose_page)
        session.open_failed.connect(self._choose_page)
        session.facets_changed.connect(self._choose_page)

    @cached_property
    def table(self) -> "EventTable":
        """Return the table of the events, which a start does without."""
        from timeline_app.gui.table.event_table import EventTable

        table = EventTable(self._session)
        table.source_wanted.connect(self.source_wanted)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(table.viewport().mapToGlobal(at))
        )
        self._stack.addWidget(table)
        return table

    @property
    def page(self) -> QWidget:
        """Return what is shown."""
        return self._stack.widget(self._stack.currentIndex()) or self.no_library

    def show_table(self, is_wanted: bool) -> None:
        """Show the events as a table, or on the timeline."""
        self._wants_table = is_wanted
        if self.page is not self._blank:
            self._choose_page()
            self.focus_events()

    @property
    def events_widget(self) -> QWidget:
        """Return the view that shows the events now."""
        return self.timeline.view if self.page is self.timeline else self.page

    @property
    def grouping(self) -> Grouping:
        """Return what the lanes are made by."""
        return self.timeline.view.grouping

    def show_lanes(self, grouping: Grouping) -> None:
        """Make the lanes by another property of the events."""
        self.timeline.view.set_grouping(grouping)

    def focus_events(self) -> None:
        """Give the keyboard to the events."""
        self.events_widget.setFocus()

    def peel(self) -> bool:
        """Take away one layer of the timeline's own; tell whether there was one."""
        return self.page is self.timeline and self.timeline.view.peel()

    def show_importing(self, is_importing: bool) -> None:
        """Say that articles are coming in; when the first ones have come, show them."""
        if is_importing:
            self._was_empty = not len(self._session.events.columns)
            words = self.tr("Their events appear here as they are found.")
            self.no_events.say(self.tr("Reading articles…"), words)
        else:
            self.no_events.say(*self._invitation)
            if self._was_empty:
                self.timeline.view.fit_bulk()
            self._was_empty = False

    def show_stretch(self, stretch: tuple[int, int]) -> None:
        """Show a stretch of time on the timeline."""
        begin, end = (Instant(bound) for bound in stretch)
        self.timeline.view.jump_to(EventTime(begin=begin, end=end, precision=Precision.INTERVAL))

    def show_published(self, at: Instant | None) -> None:
        """Draw the line of the publication of the article in view."""
        self.timeline.view.set_published(at)

    def show_bonds(
        self, event_id: EventId, rivals: Sequence[EventTime], linked: Sequence[EventId]
    ) -> None:
        """Draw the other dates that reports give of an event, and arcs to what it is joined to."""
        events, view = self._session.events, self.timeline.view
        here = events.row_of(event_id)
        rows = [row for one in linked if (row := events.row_of(one)) is not None]
        view.set_rivals(lambda row: rivals if row == here else ())
        view.set_links(lambda row: [(row, other) for other in rows] if row == here else [])

    def _filter_by(self, stretch: tuple[int, int]) -> None:
        self._session.change_filter(within=stretch)
        self.timeline.view.drop_choice()

    def _export_stretch(self, stretch: tuple[int, int]) -> None:
        self._filter_by(stretch)
        self.stretch_export_wanted.emit()

    def _explain(self, row: int) -> str:
        """Return why an event has its date, as its first report has it."""
        reader = self._session.reader
        if reader is None:
            return ""
        reports = reader.event(self._session.events.event_id(row)).reports
        return reports[0].mention.explanation if reports else ""

    def timeline_handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the view do, by their ids."""
        view = self.timeline.view
        return {
            "zoom-in": lambda: view.zoom_by(_ZOOM_A_STEP),
            "zoom-out": lambda: view.zoom_by(1 / _ZOOM_A_STEP),
            "fit": view.fit_all,
            "focus": view.focus_selection,
            "back": view.go_back,
            "forward": view.go_forward,
            "print": self._preview_print,
        }

    def _preview_print(self) -> None:
        from timeline_app.gui.timeline.printing import preview_dialog

        preview_dialog(self.timeline.view).open()

    def _choose_page(self) -> None:
        session = self._session
        if session.library is None:
            page: QWidget = self.no_library
        elif not len(session.events.columns):
            page = self.no_events
        elif not session.events.shown_count:
            page = self.no_hits
        else:
            page = self.table if self._wants_table else self.timeline
        self._stack.setCurrentWidget(page)

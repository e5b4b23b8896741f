"""What is in the window: panes around one session, and what its actions do."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app import paths
from timeline_app.annotation.event_columns import EventFlag
from timeline_app.gui import menus, scheme, style
from timeline_app.gui.actions import ActionSet
from timeline_app.gui.centre import Centre
from timeline_app.gui.detail.detail_pane import DetailPane
from timeline_app.gui.icons import icon
from timeline_app.gui.import_bar import ImportBar
from timeline_app.gui.late_parts import LateParts
from timeline_app.gui.library_actions import LibraryActions
from timeline_app.gui.overriding import override
from timeline_app.gui.side_pane import SidePane
from timeline_app.gui.start import LANE_ORDER, LANES, Start, grouping_named, keep_place
from timeline_app.gui.undo import EditStack

_SPLIT = [280, 760, 400]
_TOLD_MS = 10_000
_UNDER = "window/under"


class MainWindow(QMainWindow):
    """One library in view."""

    def __init__(self, settings: QSettings, start: Start | None = None) -> None:
        """Build the window, around the timeline of a start that is on the screen already."""
        super().__init__()
        self._settings = settings
        start = start or Start(settings)
        self.session = start.session
        self.session.setParent(self)
        self.edits = EditStack(self.session, self)
        self.actions_by_id = ActionSet(self)
        event_actions = self.actions_by_id.some("reviewed", "edit", "reject")
        self.side = SidePane(self.session)
        self.centre = Centre(self.session, self.actions_by_id, start.view)
        self.detail = DetailPane(self.session, event_actions)
        self.import_bar = ImportBar()
        self.library_actions = LibraryActions(self, self.session, settings)
        self.late = LateParts(
            window=self,
            session=self.session,
            edits=self.edits,
            bar=self.import_bar,
            detail=self.detail,
            grouping=lambda: self.centre.grouping,
            tell=self.tell,
            refuse=self.library_actions.refuse,
            importing=self.centre.show_importing,
            actions=lambda: self.named_actions,
        )
        self._facts = QLabel()
        self._build()
        self._bind()
        self._connect()
        self._restore()
        self._note_facts()

    @property
    def named_actions(self) -> list[QAction]:
        """Return everything that can be done, for the key sheet and the command palette."""
        plain = self.actions_by_id.all().values()
        return [*plain, self._undo, self._redo, *self._lanes.actions(), *self._schemes.actions()]

    def tell(self, words: str) -> None:
        """Show a line in the status bar for a while."""
        self.statusBar().showMessage(words, _TOLD_MS)

    # Building

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.side, self.centre, self.detail):
            self._splitter.addWidget(pane)
        self._splitter.setSizes(_SPLIT)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        self.side.setMinimumWidth(220)
        self.detail.setMinimumWidth(300)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.import_bar)
        self.setCentralWidget(middle)
        self.statusBar().addPermanentWidget(self._facts)
        self._undo = self.edits.createUndoAction(self, self.tr("Undo"))
        self._redo = self.edits.createRedoAction(self, self.tr("Redo"))
        self._undo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        self._redo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo))
        self._recent = QMenu(self.tr("Open &recent"), self)
        self._lanes = menus.lanes_menu(self.show_lanes, self)
        self._schemes = menus.schemes_menu(self.show_colours, self)
        both = (self._undo, self._redo)
        menus.fill_menu_bar(
            self, self.actions_by_id, both, self._recent, self._lanes, self._schemes
        )
        self._tools = menus.make_tool_bar(self.actions_by_id, both, self._lanes)
        self._tools.setIconSize(QSize(20, 20))
        self.addToolBar(self._tools)
        self._paint_icons()

    def _bind(self) -> None:
        library, centre = self.library_actions, self.centre
        self.actions_by_id.bind(
            {
                "new": library.new, "open": library.ask_and_open, "samples": library.open_samples,
                "import-files": lambda: self.late.import_actions.import_files(),
                "import-folder": lambda: self.late.import_actions.import_folder(),
                "paste": lambda: self.late.import_actions.paste(),
                "export": lambda: self.late.export_actions.ask(),
                "copy": lambda: self.late.export_actions.copy(),
                "quit": lambda: self.window().close(),
                "find": centre.find_bar.begin, "find-next": self._find_next,
                "find-previous": lambda: self.session.select_next_hit(backwards=True),
                "filter": self.focus_filter, "clear-filter": self.side.filters.clear,
                "reviewed": lambda: self.late.event_actions.toggle_reviewed(),
                "edit": lambda: self.late.event_actions.edit(),
                "as-reported": lambda: self.late.event_actions.as_reported(),
                "tag": lambda: self.late.event_actions.tag(),
                "reject": lambda: self.late.event_actions.toggle_rejected(),
                "merge": lambda: self.late.event_actions.merge(),
                "split": lambda: self.late.curation_actions.split(),
                "same": lambda: self.late.curation_actions.show_same(),
                "links": lambda: self.late.curation_actions.edit_links(),
                "review": lambda: self.late.curation_actions.show_review(),
                "problems": lambda: self.late.curation_actions.show_problems(),
                "history": lambda: self.late.curation_actions.show_history(),
                "read-again": lambda: self.late.curation_actions.read_again(),
                "add": lambda: self.late.event_actions.add(), "go-to-date": self.go_to_date,
                "next-review": lambda: self.late.event_actions.next_to_review(),
                "check": library.check,
                "table": self._switch, "wheel-lanes": self._switch, "next-pane": self.next_pane,
                "previous-pane": lambda: self.next_pane(backwards=True),
                "pane-left": self._show_panes, "pane-right": self._show_panes,
                "keys": lambda: self.late.help_actions.show_keys(),
                "legend": lambda: self.late.help_actions.show_legend(),
                "palette": lambda: self.late.help_actions.show_palette(),
                "reports": lambda: self.late.help_actions.show_reports(),
                "about": lambda: self.late.help_actions.show_about(),
                **centre.timeline_handlers(),
            }
        )  # fmt: skip
        self.actions_by_id.add_to_windows(self, [self.centre, self.detail])
        self.addActions([self._undo, self._redo])
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.peel)

    def _connect(self) -> None:
        session = self.session
        for signal in (
            session.library_changed, session.data_changed, session.facets_changed,
            session.selection.selectionChanged, session.current_changed, self.detail.story_shown,
        ):  # fmt: skip
            signal.connect(self._note_facts)
        session.library_changed.connect(self._name_window)
        session.library_changed.connect(self.centre.focus_events)
        session.changed_elsewhere.connect(
            lambda: self.tell(self.tr("Another window changed this library: here it is as it is."))
        )
        session.failed.connect(self.library_actions.refuse)
        self.edits.refused.connect(self.library_actions.refuse)
        self.library_actions.samples_wanted.connect(
            lambda: self.late.import_actions.bring_in([paths.seeds_dir()])
        )
        self.library_actions.told.connect(self.tell)
        self.library_actions.recent_changed.connect(self._list_recent)
        self.side.articles.article_chosen.connect(self.detail.show_article)
        self.side.articles.menu_wanted.connect(
            lambda article, at: self.late.article_actions.offer(article, at)
        )
        self.detail.filter_wanted.connect(self.side.filters.toggle)
        self.detail.reading_chosen.connect(
            lambda story, reading: self.late.event_actions.choose_reading(story, reading)
        )
        self.detail.story_shown.connect(self._mark_article)
        self.centre.source_wanted.connect(self.read_source)
        self.centre.menu_wanted.connect(self._offer)
        self.centre.stretch_export_wanted.connect(lambda: self.late.export_actions.ask())

    def _restore(self) -> None:
        value = self._settings.value
        split = value("window/split")
        if isinstance(split, QByteArray):
            self._splitter.restoreState(split)
        for pane in ("pane-left", "pane-right"):
            is_shown = str(value(f"window/{pane}", "true")) == "true"
            self.actions_by_id[pane].setChecked(is_shown)
        for switch in ("table", "wheel-lanes"):
            self.actions_by_id[switch].setChecked(value(f"window/{switch}", "false") == "true")
        if under := str(value(_UNDER, "")):
            QTimer.singleShot(0, self, lambda: self.late.curation_actions.dock.restore(under))
        self._schemes.mark(scheme.kept_choice(self._settings))
        self._lanes.mark(self.centre.grouping)
        self._list_recent()
        self._show_panes()
        self._switch()
        self._name_window()

    def _keep(self) -> None:
        keep = self._settings.setValue
        keep("window/split", self._splitter.saveState())
        keep(_UNDER, self.late.curation_state())
        keep(LANE_ORDER, self.centre.timeline.view.lanes_state())
        if self.centre.page is self.centre.timeline:
            keep_place(self._settings, self.centre.timeline.view)
        for name in ("pane-left", "pane-right", "table", "wheel-lanes"):
            keep(f"window/{name}", "true" if self.actions_by_id[name].isChecked() else "false")

    # What the actions do

    def show_lanes(self, grouping: str) -> None:
        """Make the lanes by another property of the events."""
        chosen = grouping_named(grouping)
        self.centre.show_lanes(chosen)
        self._lanes.mark(chosen)
        self._settings.setValue(LANES, str(chosen))

    def show_colours(self, choice: str) -> None:
        """Dress the application in another scheme."""
        scheme.keep_choice(self._settings, choice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.dress(app, choice)
        self._schemes.mark(choice)

    def focus_filter(self) -> None:
        """Go to the filter's field."""
        self.actions_by_id["pane-left"].setChecked(True)
        self._show_panes()
        self.side.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.filters.text.selectAll()

    def go_to_date(self) -> None:
        """Ask for a date and show it."""
        from timeline_app.gui.dialogs.go_to_date import GoToDate
        from timeline_app.gui.models.stretch import today

        dialog = GoToDate(self, today=today())
        dialog.date_given.connect(self.centre.show_stretch)
        dialog.open()

    def read_source(self) -> None:
        """Go to the article's text of the current event."""
        self.actions_by_id["pane-right"].setChecked(True)
        self._show_panes()
        self.detail.article_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_pane(self, *, backwards: bool = False) -> None:
        """Give the keyboard to the next pane that is shown."""
        stops = [
            self.side.filters.text, self.side.filters.tree, self.side.articles,
            self.centre.events_widget, self.detail.event_view, self.detail.article_view,
        ]  # fmt: skip
        shown = [stop for stop in stops if stop.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, stop in enumerate(shown) if stop is focus), -1)
        step = -1 if backwards else 1
        if shown:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def peel(self) -> None:
        """Take one layer away: the search, then the selection."""
        if self.centre.find_bar.isVisible():
            self.centre.find_bar.end()
        elif not self.centre.peel() and self.session.selection.hasSelection():
            self.session.clear_selection()
        self.centre.focus_events()

    def _find_next(self) -> None:
        if not self.session.select_next_hit():
            self.centre.find_bar.begin()

    def _switch(self) -> None:
        is_on = {name: self.actions_by_id[name].isChecked() for name in ("table", "wheel-lanes")}
        self.centre.timeline.view.wheel_scrolls_lanes = is_on["wheel-lanes"]
        self.centre.show_table(is_on["table"])

    def _show_panes(self) -> None:
        self.side.setVisible(self.actions_by_id["pane-left"].isChecked())
        self.detail.setVisible(self.actions_by_id["pane-right"].isChecked())

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        ids = ("reviewed", "edit", "tag", "reject", "merge", "split", "same", "links", "focus")
        menu.addActions(self.actions_by_id.some(*ids))
        menu.exec(at)

    # Following the session

    def _note_facts(self) -> None:
        session, story = self.session, self.detail.story
        selected = len(session.selected_rows())
        self.actions_by_id.enable(
            library=session.library is not None,
            events=len(session.events.columns) > 0,
            event=selected > 0,
            events_two=selected > 1,
            reports_two=story is not None and len(story.event.reports) > 1,
        )
        self.actions_by_id["clear-filter"].setEnabled(not session.filter.is_empty)
        has = session.selected_have
        self.actions_by_id["reviewed"].setChecked(has(EventFlag.REVIEWED))
        self.actions_by_id["reject"].setChecked(has(EventFlag.REJECTED))
        self._tell_counts(selected)

    def _tell_counts(self, selected: int) -> None:
        session = self.session
        if session.library is None:
            self._facts.setText("")
            return
        shown, total = session.events.shown_count, len(session.events.columns)
        undated = total - session.events.columns.dated_count
        parts = [self.tr("{} of {} events").format(shown, total)]
        parts += [self.tr("{} undated").format(undated)] * bool(undated)
        parts += [self.tr("{} selected").format(selected)] * (selected > 1)
        self._facts.setText(" · ".join(parts))

    def _mark_article(self) -> None:
        story = self.detail.story
        report = None if story is None else story.report
        row = None if report is None else self.session.articles.article(report.document_id)
        if story is not None:
            self.side.articles.mark(None if report is None else report.document_id)
            event = story.event
            self.centre.show_bonds(event.id, event.rival_times, self.detail.linked_ids)
        self.centre.show_published(None if row is None else row.published)

    def _name_window(self) -> None:
        library = self.session.library
        self.setWindowTitle("" if library is None else library.path.stem)
        if library is not None and library.is_read_only:
            self.setWindowTitle(self.tr("{} (read-only)").format(library.path.stem))

    def _list_recent(self) -> None:
        open_one = lambda path: self.library_actions.open(path, create=False)
        menus.fill_recent(self._recent, self.library_actions.recent(), open_one)

    def _paint_icons(self) -> None:
        self.actions_by_id.paint(self.palette())
        self._undo.setIcon(icon("undo", self.palette()))
        self._redo.setIcon(icon("redo", self.palette()))
        button = self._tools.findChild(QToolButton, "lanesButton")
        if button is not None:
            button.setIcon(icon("lanes", self.palette()))

    # Qt's calls

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_tools"):
            self._paint_icons()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.late.import_actions.bring_in(files)
        elif event.mimeData().hasText():
            self.late.import_actions.paste(event.mimeData().text())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep()
        self.late.stop()
        self.session.close()
        super().closeEvent(event)

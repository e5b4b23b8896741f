"""Parts of the window that a start does without: each is loaded when it is first used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from timeline_app.annotation.event_columns import Grouping
from timeline_app.gui.detail.detail_pane import DetailPane
from timeline_app.gui.import_bar import ImportBar
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack

if TYPE_CHECKING:
    from timeline_app.gui.article_actions import ArticleActions
    from timeline_app.gui.curation_actions import CurationActions
    from timeline_app.gui.event_actions import EventActions
    from timeline_app.gui.export_actions import ExportActions
    from timeline_app.gui.help_actions import HelpActions
    from timeline_app.gui.import_actions import ImportActions


@dataclass(kw_only=True)
class LateParts:
    """What the actions of a window call; `tell` and `refuse` are the window's ways to speak."""

    window: QMainWindow
    session: Session
    edits: EditStack
    bar: ImportBar
    detail: DetailPane
    grouping: Callable[[], Grouping]
    tell: Callable[[str], None]
    refuse: Callable[[BaseException], None]
    importing: Callable[[bool], None]
    actions: Callable[[], Sequence[QAction]]

    @cached_property
    def event_actions(self) -> "EventActions":
        """Return what edits events."""
        from timeline_app.gui.event_actions import EventActions

        actions = EventActions(self.window, self.session, self.edits)
        actions.told.connect(self.tell)
        return actions

    @cached_property
    def import_actions(self) -> "ImportActions":
        """Return what brings articles and events in."""
        from timeline_app.gui.import_actions import ImportActions

        actions = ImportActions(self.window, self.session, self.edits, self.bar, self.refuse)
        actions.told.connect(self.tell)
        actions.running.connect(self.importing)
        return actions

    @cached_property
    def export_actions(self) -> "ExportActions":
        """Return what writes files."""
        from timeline_app.gui.export_actions import ExportActions

        actions = ExportActions(self.window, self.session, self.grouping)
        actions.told.connect(self.tell)
        actions.refused.connect(self.refuse)
        return actions

    @cached_property
    def article_actions(self) -> "ArticleActions":
        """Return what edits articles."""
        from timeline_app.gui.article_actions import ArticleActions

        actions = ArticleActions(self.window, self.session, self.edits)
        actions.new_reading_wanted.connect(
            lambda article: self.curation_actions.read_again([article])
        )
        return actions

    @cached_property
    def curation_actions(self) -> "CurationActions":
        """Return what looks after the library."""
        from timeline_app.gui.curation_actions import CurationActions

        fix = lambda: self.event_actions.edit()
        return CurationActions(self.window, self.session, self.edits, self.detail, fix)

    @cached_property
    def help_actions(self) -> "HelpActions":
        """Return what explains the program."""
        from timeline_app.gui.help_actions import HelpActions

        return HelpActions(self.window, self.session, self.actions)

    def curation_state(self) -> str:
        """Return what is open under the timeline, as text for the next run; "" for nothing."""
        parts = self.__dict__.get("curation_actions")
        return parts.dock.state() if parts is not None and parts.has_dock else ""

    def stop(self) -> None:
        """Cancel what runs beside the window, and wait for its end."""
        if "import_actions" in self.__dict__:
            self.import_actions.stop()

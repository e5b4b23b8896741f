"""What a start shows first: a session and its timeline; the rest of the window follows."""

from PySide6.QtCore import QMargins, QPoint, QSettings
from PySide6.QtWidgets import QWidget

from timeline_app.annotation.event_columns import Grouping
from timeline_app.gui.models.session import Session
from timeline_app.gui.timeline.clock import local_now
from timeline_app.gui.timeline.view import TimelineView

LANES = "window/lanes"
LANE_ORDER = "window/lane-order"
_EDGES = "window/timeline"
_USUAL_EDGES = (281, 75, 401, 130)


class Start:
    """A session, and its timeline with the lanes as the user left them."""

    def __init__(self, settings: QSettings) -> None:
        self.session = Session()
        self.view = TimelineView(self.session.events, self.session.selection, clock=local_now)
        self.view.restore_lanes(str(settings.value(LANE_ORDER, "")))
        self.view.set_grouping(grouping_named(str(settings.value(LANES, Grouping.TYPE))))


def grouping_named(name: str) -> Grouping:
    """Return the grouping of a name, by type where there is none such."""
    return Grouping(name) if name in list(Grouping) else Grouping.TYPE


def keep_place(settings: QSettings, view: QWidget) -> None:
    """Remember how far the timeline is from the window's edges."""
    window = view.window()
    at, end = view.mapTo(window, QPoint(0, 0)), window.rect().bottomRight()
    foot = view.mapTo(window, view.rect().bottomRight())
    settings.setValue(_EDGES, [at.x(), at.y(), end.x() - foot.x(), end.y() - foot.y()])


def kept_place(settings: QSettings) -> QMargins:
    """Return how far the timeline was from the window's edges when it was seen last."""
    kept = settings.value(_EDGES)
    is_whole = isinstance(kept, list) and len(kept) == 4 and all(str(n).isdigit() for n in kept)
    return QMargins(*(map(int, kept) if is_whole else _USUAL_EDGES))

"""A timeline on a few days of events, shown, with animation off."""

from collections.abc import Callable, Iterator

import pytest
from columns import Extent, columns_of
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event_columns import EventColumns
from timeline_app.chrono.instant import DAY_S, HOUR_S, Instant, instant
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.timeline.view import TimelineView

START = instant(2015, 11, 20)
MakeTimeline = Callable[..., TimelineView]


def day(nth: int, *, hours: int = 24) -> tuple[int, int]:
    """Return the extent of an event on the `nth` day."""
    return START + nth * DAY_S, START + nth * DAY_S + hours * HOUR_S


def story() -> EventColumns:
    """Return six dated events in two lanes and an undated one."""
    extents: list[Extent] = [day(0), day(2), day(4, hours=3), day(6), day(8), day(9, hours=1), None]
    return columns_of(extents, types=[0, 1, 0, 1, 0, 1, 0], modalities=[0, 1, 3, 4, 0, 2, 0])


def titles(ids: list[int]) -> list[str]:
    return [f"Event {i}" for i in ids]


@pytest.fixture
def make_timeline(qtbot: QtBot) -> Iterator[MakeTimeline]:
    """Return a maker of shown timelines."""

    def make(columns: EventColumns | None = None, *, width: int = 1_100) -> TimelineView:
        model = EventModel()
        selection = QItemSelectionModel(model, model)
        view = TimelineView(model, selection, clock=lambda: Instant(START + 5 * DAY_S))
        model.setParent(view)
        view.navigator.flight_ms = 0
        qtbot.addWidget(view)
        view.resize(width, 640)
        view.show()
        model.set_columns(story() if columns is None else columns, titles)
        QApplication.processEvents()
        view.fit_all(animated=False)
        QApplication.processEvents()
        return view

    yield make


@pytest.fixture
def timeline(make_timeline: MakeTimeline) -> TimelineView:
    """Return a timeline of `story()`."""
    return make_timeline()

"""The timeline as an item view: every answer that Qt asks of one."""

from collections.abc import Callable

import numpy as np
import pytest
from columns import columns_of
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event_columns import Grouping
from timeline_app.chrono.instant import DAY_S, instant
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.timeline.view import TimelineView

NONE = Qt.KeyboardModifier.NoModifier
MOVES = QAbstractItemView.CursorAction


def row_at_middle_of(view: TimelineView, row: int) -> int:
    rect = view.visualRect(view.events.index(row, 0))
    return view.indexAt(rect.center()).row()


def test_an_index_is_found_where_its_rectangle_is(timeline: TimelineView) -> None:
    for row in range(6):
        assert row_at_middle_of(timeline, row) == row


def test_an_undated_event_has_no_rectangle(timeline: TimelineView) -> None:
    assert timeline.visualRect(timeline.events.index(6, 0)) == QRect()
    timeline.scrollTo(timeline.events.index(6, 0))


def test_nothing_is_at_an_empty_place(timeline: TimelineView) -> None:
    assert not timeline.indexAt(timeline.viewport().rect().bottomRight()).isValid()


def test_time_is_in_no_scroll_bar(timeline: TimelineView) -> None:
    timeline.pan_screens(5_000)
    assert timeline.horizontalOffset() == 0
    assert timeline.horizontalScrollBar().maximum() == 0


def test_an_event_far_away_is_scrolled_to(timeline: TimelineView) -> None:
    timeline.jump_to(instant(9_999))
    assert timeline.scene.rect_of(0) is None
    timeline.scrollTo(timeline.events.index(0, 0))
    assert timeline.scene.rect_of(0) is not None
    timeline.scrollTo(timeline.events.index(0, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
    rect = timeline.scene.rect_of(0)
    assert rect is not None
    assert rect.center[0] == pytest.approx(timeline.scene.canvas.center[0], abs=2)


def test_a_visible_event_is_not_scrolled_to(timeline: TimelineView) -> None:
    before = timeline.navigator.view
    timeline.scrollTo(timeline.events.index(2, 0))
    assert timeline.navigator.view == before


def test_cursor_actions_lead_through_time_and_lanes(timeline: TimelineView) -> None:
    timeline.setCurrentIndex(timeline.events.index(0, 0))
    moves = {
        MOVES.MoveRight: 1, MOVES.MoveNext: 1, MOVES.MoveEnd: 5, MOVES.MoveHome: 0,
        MOVES.MoveDown: 1, MOVES.MoveUp: 0, MOVES.MoveLeft: 0,
    }  # fmt: skip
    for action, expected in moves.items():
        assert timeline.moveCursor(action, NONE).row() == expected


def test_what_the_filter_hides_is_hidden(timeline: TimelineView) -> None:
    mask = np.ones(7, dtype=np.bool_)
    mask[1] = False
    timeline.events.set_mask(mask)
    assert timeline.isIndexHidden(timeline.events.index(1, 0))
    assert not timeline.isIndexHidden(timeline.events.index(2, 0))
    assert timeline.scene.rect_of(1) is None


def test_a_rectangle_selects_the_events_in_it(timeline: TimelineView) -> None:
    first = timeline.visualRect(timeline.events.index(0, 0))
    last = timeline.visualRect(timeline.events.index(2, 0))
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    timeline.setSelection(first.united(last), flags)
    rows = {index.row() for index in timeline.selectionModel().selectedRows()}
    assert {0, 2} <= rows
    region = timeline.visualRegionForSelection(timeline.selectionModel().selection())
    assert region.boundingRect().contains(first)


def test_all_shown_events_can_be_selected(timeline: TimelineView) -> None:
    mask = np.array([True, False, True, True, True, True, True])
    timeline.events.set_mask(mask)
    timeline.selectAll()
    rows = sorted(index.row() for index in timeline.selectionModel().selectedRows())
    assert rows == [0, 2, 3, 4, 5, 6]


def test_too_many_ranges_are_not_selected(
    timeline: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.gui.timeline.view.MOST_RANGES", 0)
    timeline.events.set_mask(np.array([True, False, True, True, True, True, True]))
    timeline.selectAll()
    assert not timeline.selectionModel().hasSelection()


def test_lanes_keep_their_order_from_run_to_run(
    timeline: TimelineView, make_timeline: Callable[[], TimelineView]
) -> None:
    timeline.move_lane("ATTACK", 0)
    timeline.toggle_lane("MEETING")
    timeline.set_grouping(Grouping.STATUS)
    later = make_timeline()
    later.restore_lanes(timeline.lanes_state())
    assert later.lane_names == ("ATTACK", "MEETING")
    assert later.collapsed_lanes == {"MEETING"}
    timeline.set_grouping(Grouping.TYPE)
    assert timeline.lane_names == ("ATTACK", "MEETING")


@pytest.mark.parametrize("state", ["", "[]", "{", '{"type": 3}', '{"moon": [[], []]}'])
def test_a_strange_memory_of_lanes_changes_nothing(timeline: TimelineView, state: str) -> None:
    before = timeline.lane_names
    timeline.restore_lanes(state)
    assert timeline.lane_names == before


def test_other_columns_are_taken_over(timeline: TimelineView) -> None:
    later = instant(1815, 6, 18)
    timeline.events.set_columns(columns_of([(later, later + DAY_S)]), lambda ids: ["Waterloo"])
    assert timeline.scene.bars.events.tolist() == [0]
    assert next(iter(timeline.scene.labels)).text == "Waterloo"


def test_a_model_without_events_is_an_empty_timeline(timeline: TimelineView) -> None:
    timeline.events.set_columns(columns_of([]), lambda ids: [])
    assert timeline.scene.lanes == ()
    timeline.fit_all()
    timeline.step_in_time(1)
    assert timeline.current_row() is None


def test_lanes_can_be_made_by_something_else(timeline: TimelineView, qtbot: QtBot) -> None:
    assert timeline.lane_names == ("MEETING", "ATTACK")
    with qtbot.waitSignal(timeline.grouping_changed):
        timeline.set_grouping(Grouping.STATUS)
    assert timeline.lane_names == ("actual", "planned", "proposed", "denied", "hypothetical")
    timeline.set_grouping(Grouping.ACTOR)
    assert timeline.lane_names == (None,)


def test_lanes_are_closed_opened_and_moved(timeline: TimelineView) -> None:
    timeline.toggle_lane("MEETING")
    assert set(timeline.scene.bars.events.tolist()) == {1, 3, 5}
    timeline.toggle_lane("MEETING")
    timeline.move_lane("ATTACK", 0)
    assert timeline.lane_names == ("ATTACK", "MEETING")
    timeline.collapse_all()
    assert len(timeline.scene.bars) == 0
    timeline.expand_all()
    assert len(timeline.scene.bars) == 6


def test_the_model_keeps_its_word_through_filters_and_groupings(
    timeline: TimelineView,
) -> None:
    tester = QAbstractItemModelTester(timeline.events)
    timeline.events.set_mask(np.array([True] * 3 + [False] * 4))
    timeline.set_grouping(Grouping.STATUS)
    timeline.events.set_columns(columns_of([(0, 60), None]), lambda ids: ["a"] * len(ids))
    timeline.events.set_columns(columns_of([]), lambda ids: [])
    assert tester.model() is timeline.events


def test_the_current_event_survives_a_repaint_where_it_is_hidden(timeline: TimelineView) -> None:
    timeline.select_row(3)
    timeline.toggle_lane("ATTACK")
    timeline.grab()
    rect = timeline.rect_of_row(3)
    assert rect is not None
    assert timeline.pill_of(3) is not None


def test_the_scroll_bar_moves_lanes(make_timeline: object) -> None:
    columns = columns_of(
        [(n * DAY_S, (n + 1) * DAY_S) for n in range(60)], types=[n % 10 for n in range(60)]
    )
    view = make_timeline(columns)
    view.resize(900, 300)
    view.grab()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    y = view.scene.lanes[0].y
    bar.setValue(40)
    assert view.navigator.view.scroll_px == 40
    assert view.scene.lanes[0].y == y - 40
    assert view.verticalOffset() == 40


def test_a_larger_font_makes_larger_rows(timeline: TimelineView) -> None:
    before = timeline.look.metrics.row_px
    font = timeline.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    timeline.setFont(font)
    assert timeline.look.metrics.row_px > before * 1.3
    assert timeline.scene.metrics == timeline.look.metrics


def test_events_that_were_there_before_the_view_are_fitted_when_it_is_shown(qtbot: QtBot) -> None:
    model = EventModel()
    begin = instant(1789, 7, 14)
    model.set_columns(columns_of([(begin, begin + DAY_S)] * 3), lambda ids: ["Bastille"] * len(ids))
    view = TimelineView(model, QItemSelectionModel(model, model))
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    assert len(view.scene.bars) > 0
    view_port = view.navigator.view
    assert view_port.begin < begin < view_port.end


def test_more_events_of_the_same_time_leave_the_view_alone(timeline: TimelineView) -> None:
    timeline.zoom_by(3)
    before = timeline.navigator.view
    begin = instant(2015, 11, 22)
    timeline.events.set_columns(
        columns_of([(begin, begin + DAY_S)] * 9), lambda ids: [""] * len(ids)
    )
    assert timeline.navigator.view.scale == before.scale

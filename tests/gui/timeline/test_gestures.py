"""Real clicks, drags, wheels and keys on a real timeline."""

from collections.abc import Callable

import pytest
from columns import columns_of
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, instant
from timeline_app.gui.timeline.view import TimelineView

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
ZOOMS = [1.0, 6.0, 40.0, 0.05]


def point_of(view: TimelineView, row: int) -> QPoint:
    rect = view.rect_of_row(row)
    assert rect is not None
    return QPoint(round(rect.center[0]), round(rect.center[1]))


def empty_point(view: TimelineView) -> QPoint:
    canvas = view.scene.canvas
    return QPoint(round(canvas.center[0]), round(canvas.bottom) - 4)


def selected(view: TimelineView) -> set[int]:
    return {index.row() for index in view.selectionModel().selectedRows()}


def wheel(
    view: TimelineView, at: QPoint, dx: int, dy: int, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where, view.viewport().mapToGlobal(where), QPoint(), QPoint(dx, dy),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def drag(
    view: TimelineView, begin: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    area = view.viewport()
    QTest.mousePress(area, LEFT, modifiers, begin)
    QTest.mouseMove(area, (begin + end) / 2)
    QTest.mouseMove(area, end)
    QTest.qWait(80)
    QTest.mouseRelease(area, LEFT, modifiers, end)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_click_selects_at_every_zoom(timeline: TimelineView, zoom: float) -> None:
    x = timeline.scene.x_of(timeline.events.columns.begins[2])
    timeline.zoom_by(zoom, at_x=x)
    QTest.mouseClick(timeline.viewport(), LEFT, NONE, point_of(timeline, 2))
    assert selected(timeline) == {2}
    assert timeline.current_row() == 2


def test_ctrl_click_toggles_and_a_click_on_nothing_clears(timeline: TimelineView) -> None:
    area = timeline.viewport()
    QTest.mouseClick(area, LEFT, NONE, point_of(timeline, 0))
    QTest.mouseClick(area, LEFT, CTRL, point_of(timeline, 3))
    assert selected(timeline) == {0, 3}
    QTest.mouseClick(area, LEFT, CTRL, point_of(timeline, 0))
    assert selected(timeline) == {3}
    QTest.mouseClick(area, LEFT, NONE, empty_point(timeline))
    assert selected(timeline) == set()


def test_a_double_click_asks_for_the_source(timeline: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.source_requested) as caught:
        QTest.mouseDClick(timeline.viewport(), LEFT, NONE, point_of(timeline, 1))
    assert caught.args == [timeline.events.event_id(1)]


def test_a_double_click_on_nothing_does_nothing(timeline: TimelineView) -> None:
    before = timeline.navigator.view
    QTest.mouseDClick(timeline.viewport(), LEFT, NONE, empty_point(timeline))
    assert timeline.navigator.view == before


def test_the_wheel_zooms_at_the_cursor(timeline: TimelineView) -> None:
    at = QPoint(700, 300)
    before, under = (
        timeline.navigator.view,
        timeline.scene.view.scale.nearest_instant(700 - timeline.look.metrics.gutter_px),
    )
    wheel(timeline, at, 0, 120)
    after = timeline.navigator.view
    assert after.scale.seconds_per_px < before.scale.seconds_per_px
    assert timeline.scene.x_of(under) == pytest.approx(700, abs=1)


@pytest.mark.parametrize(("dx", "dy", "modifiers"), [(0, -120, SHIFT), (-120, 0, NONE)])
def test_shift_or_sideways_the_wheel_pans(
    timeline: TimelineView, dx: int, dy: int, modifiers: Qt.KeyboardModifier
) -> None:
    before = timeline.navigator.view
    wheel(timeline, QPoint(600, 300), dx, dy, modifiers)
    after = timeline.navigator.view
    assert after.scale.seconds_per_px == before.scale.seconds_per_px
    assert after.begin > before.begin


def test_the_plain_wheel_scrolls_lanes_where_that_is_preferred(
    make_timeline: Callable[..., TimelineView],
) -> None:
    view = make_timeline(
        columns_of(
            [(n * DAY_S, n * DAY_S + 60) for n in range(40)], types=[n % 10 for n in range(40)]
        )
    )
    view.resize(900, 300)
    view.grab()
    view.wheel_scrolls_lanes = True
    wheel(view, QPoint(600, 200), 0, -120)
    assert view.verticalScrollBar().value() > 0
    per_px = view.navigator.view.scale.seconds_per_px
    wheel(view, QPoint(600, 200), 0, -120, CTRL)
    assert view.navigator.view.scale.seconds_per_px > per_px


def test_a_drag_pans_and_selects_nothing(timeline: TimelineView) -> None:
    begin = timeline.navigator.view.begin
    drag(timeline, QPoint(700, 300), QPoint(500, 300))
    moved = (timeline.navigator.view.begin - begin) / timeline.navigator.view.scale.seconds_per_px
    assert moved == pytest.approx(200, abs=2)
    assert selected(timeline) == set()


def test_a_fast_release_runs_on(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.navigator.flight_ms = 100
    timeline.navigator.fling(900.0)
    begin = timeline.navigator.view.begin
    qtbot.waitUntil(lambda: not timeline.navigator.is_moving, timeout=3_000)
    assert timeline.navigator.view.begin > begin


def test_shift_drag_chooses_a_range_and_escape_ends_it(timeline: TimelineView) -> None:
    x0, x1 = (timeline.scene.x_of(instant(2015, 11, d)) for d in (21, 25))
    drag(timeline, QPoint(round(x0) + 4, 500), QPoint(round(x1) - 4, 500), SHIFT)
    assert timeline.chosen_range == (instant(2015, 11, 21), instant(2015, 11, 25))
    assert timeline.count_in_choice() == 2
    assert timeline.range_bar.isVisible()
    assert "2 events" in timeline.range_bar.words
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert timeline.chosen_range is None
    assert not timeline.range_bar.isVisible()


def test_a_chosen_range_is_zoomed_filtered_and_exported(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    x0, x1 = (timeline.scene.x_of(instant(2015, 11, d)) for d in (22, 26))
    timeline.choose_between(x0 + 2, x1 - 2)
    chosen = (instant(2015, 11, 22), instant(2015, 11, 26))
    with qtbot.waitSignal(timeline.range_filter_requested) as caught:
        timeline.range_bar.filter_wanted.emit()
    assert caught.args == [chosen]
    with qtbot.waitSignal(timeline.range_export_requested) as caught:
        timeline.range_bar.export_wanted.emit()
    assert caught.args == [chosen]
    timeline.range_bar.zoom_wanted.emit()
    view = timeline.navigator.view
    assert view.begin <= chosen[0]
    assert view.end >= chosen[1]
    assert view.end - view.begin < 5 * DAY_S


def test_the_arrow_keys_go_through_time_and_lanes(timeline: TimelineView) -> None:
    timeline.setFocus()
    keys = [
        (Qt.Key.Key_Home, NONE, {0}),
        (Qt.Key.Key_Right, NONE, {1}),
        (Qt.Key.Key_Right, NONE, {2}),
        (Qt.Key.Key_Down, NONE, {1}),
        (Qt.Key.Key_Up, NONE, {0}),
        (Qt.Key.Key_End, NONE, {5}),
        (Qt.Key.Key_Left, SHIFT, {4, 5}),
        (Qt.Key.Key_Left, SHIFT, {3, 4, 5}),
        (Qt.Key.Key_Right, SHIFT, {4, 5}),
        (Qt.Key.Key_Home, SHIFT, {0, 1, 2, 3, 4, 5}),
    ]
    for key, modifiers, expected in keys:
        QTest.keyClick(timeline, key, modifiers)
        assert selected(timeline) == expected, key


def test_keys_zoom_pan_and_fit(timeline: TimelineView) -> None:
    fitted = timeline.navigator.view
    QTest.keyClick(timeline, Qt.Key.Key_Equal, CTRL)
    assert timeline.navigator.view.scale.seconds_per_px < fitted.scale.seconds_per_px
    QTest.keyClick(timeline, Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(timeline, Qt.Key.Key_PageDown)
    assert timeline.navigator.view.begin > fitted.begin
    QTest.keyClick(timeline, Qt.Key.Key_0, CTRL)
    assert timeline.navigator.view.scale.begin == fitted.scale.begin


def test_f_centres_the_selection_and_again_fits_it(timeline: TimelineView) -> None:
    timeline.select_row(4)
    QTest.keyClick(timeline, Qt.Key.Key_F)
    centred = timeline.navigator.view
    rect = timeline.scene.rect_of(4)
    assert rect is not None
    assert rect.center[0] == pytest.approx(timeline.scene.canvas.center[0], abs=2)
    QTest.keyClick(timeline, Qt.Key.Key_F)
    assert timeline.navigator.view.scale.seconds_per_px < centred.scale.seconds_per_px / 2


def test_alt_and_arrows_walk_the_views(timeline: TimelineView) -> None:
    first = timeline.navigator.view
    timeline.jump_to(instant(1815, 6, 18))
    second = timeline.navigator.view
    QTest.keyClick(timeline, Qt.Key.Key_Left, ALT)
    assert timeline.navigator.view.scale == first.scale
    QTest.keyClick(timeline, Qt.Key.Key_Right, ALT)
    assert timeline.navigator.view.scale == second.scale


def test_enter_asks_for_the_source(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.select_row(2)
    with qtbot.waitSignal(timeline.source_requested):
        QTest.keyClick(timeline, Qt.Key.Key_Return)


def test_backspace_and_letters_do_nothing(timeline: TimelineView) -> None:
    timeline.select_row(2)
    before = timeline.navigator.view
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Q, Qt.Key.Key_Space):
        QTest.keyClick(timeline, key)
    assert selected(timeline) == {2}
    assert timeline.navigator.view == before


def test_escape_peels_one_layer_at_a_time(timeline: TimelineView) -> None:
    timeline.select_row(2)
    timeline.choose_between(300, 600)
    assert timeline.peel()
    assert selected(timeline) == {2}
    timeline.card.dismiss()
    assert timeline.peel()
    assert selected(timeline) == set()
    assert not timeline.peel()


def test_the_mouse_over_an_event_shows_its_card(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_explanations(lambda row: "the text says so")
    QTest.mouseMove(timeline.viewport(), point_of(timeline, 1))
    qtbot.waitUntil(timeline.card.isVisible)
    assert "Event 2" in timeline.card.text()
    assert "Planned" in timeline.card.text()
    assert "says so" in timeline.card.text()
    timeline.hover(None)
    assert not timeline.card.isVisible()


def test_the_card_goes_when_the_view_moves_from_under_the_mouse(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    timeline.hover(QPointF(point_of(timeline, 1)))
    qtbot.waitUntil(timeline.card.isVisible)
    timeline.zoom_by(2.0, is_smooth=True)
    assert not timeline.card.isVisible()


def test_a_cluster_of_several_dates_is_fitted(make_timeline: Callable[..., TimelineView]) -> None:
    crowd = [(START + n * 600, START + n * 600 + 60) for n in range(60)]
    view = make_timeline(columns_of([*crowd, (START + 4_000 * DAY_S, START + 4_001 * DAY_S)]))
    before = view.navigator.view.scale.seconds_per_px
    nth = int(view.scene.pills.counts.argmax())
    x, y = view.scene.pill_rect(nth).center
    QTest.mouseDClick(view.viewport(), LEFT, NONE, QPoint(round(x), round(y)))
    assert view.navigator.view.scale.seconds_per_px < before / 100


def test_a_cluster_of_one_date_opens_as_a_list(
    make_timeline: Callable[..., TimelineView], qtbot: QtBot
) -> None:
    view = make_timeline(columns_of([(START, START + 60)] * 40))
    view.open_cluster(int(view.scene.pills.counts.argmax()))
    listed = view.event_list
    qtbot.waitUntil(listed.isVisible)
    count = listed.list.count()
    assert count == view.scene.pills.counts.max()
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    listed.hide()


def test_a_lane_is_closed_by_a_click_and_moved_by_a_drag(timeline: TimelineView) -> None:
    first, second = timeline.scene.lanes[:2]
    QTest.mouseClick(timeline.viewport(), LEFT, NONE, QPoint(40, round(first.y) + 10))
    assert timeline.collapsed_lanes == {"MEETING"}
    timeline.expand_all()
    first, second = timeline.scene.lanes[:2]
    below = QPoint(40, round(second.y + second.height) - 3)
    drag(timeline, QPoint(40, round(first.y) + 10), below)
    assert timeline.lane_names == ("ATTACK", "MEETING")


def test_a_date_can_be_jumped_to(timeline: TimelineView) -> None:
    month = EventTime(begin=instant(1914, 8), end=instant(1914, 9), precision=Precision.MONTH)
    timeline.jump_to(month)
    view = timeline.navigator.view
    assert view.begin < instant(1914, 8)
    assert view.end > instant(1914, 9)
    for year in (-500, 9_999):
        timeline.jump_to(Instant(instant(year)))
        assert timeline.navigator.view.begin < instant(year) < timeline.navigator.view.end


def test_zoom_reaches_from_a_minute_to_ten_thousand_years(timeline: TimelineView) -> None:
    timeline.zoom_by(1e12)
    view = timeline.navigator.view
    assert view.end - view.begin <= 61
    timeline.grab()
    timeline.zoom_by(1e-30)
    view = timeline.navigator.view
    assert view.end - view.begin > 10_000 * 365 * DAY_S
    timeline.grab()


START = instant(2015, 11, 20)


def test_an_empty_lane_points_to_the_events_beyond_its_edges(timeline: TimelineView) -> None:
    timeline.jump_to(instant(2015, 11, 25))
    timeline.zoom_by(60)
    timeline.grab()
    meeting = next(box for box in timeline.scene.lanes if box.name == "MEETING")
    assert (meeting.earlier, meeting.later) == (2, 1)
    canvas = timeline.scene.canvas
    point = QPoint(round(canvas.right) - 12, round(meeting.y + meeting.height / 2))
    QTest.mouseClick(timeline.viewport(), LEFT, NONE, point)
    begin = int(timeline.events.columns.begins[4])
    assert timeline.scene.x_of(begin) == pytest.approx(canvas.center[0], abs=2)
    box = next(box for box in timeline.scene.lanes if box.name == "MEETING")
    assert (box.earlier, box.later) == (0, 0)


def test_the_card_follows_the_keyboard_and_not_a_click(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    timeline.setFocus()
    QTest.mouseClick(timeline.viewport(), LEFT, NONE, point_of(timeline, 0))
    QTest.qWait(350)
    assert not timeline.card.isVisible()
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    qtbot.waitUntil(timeline.card.isVisible)
    assert "Event 2" in timeline.card.text()

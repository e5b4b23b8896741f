"""The overview strip, the tray of undated events, and the screen reader's children."""

from collections.abc import Callable

import numpy as np
import pytest
from columns import columns_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.chrono.instant import DAY_S
from timeline_app.gui.theme import Scheme, palette_for
from timeline_app.gui.timeline.accessible import TimelineInterface
from timeline_app.gui.timeline.overview_strip import OverviewStrip
from timeline_app.gui.timeline.undated_tray import UndatedTray
from timeline_app.gui.timeline.view import TimelineView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def strip(timeline: TimelineView, qtbot: QtBot) -> OverviewStrip:
    made = OverviewStrip(timeline)
    qtbot.addWidget(made)
    made.resize(900, 56)
    made.show()
    return made


def drag(widget: OverviewStrip, x0: float, x1: float) -> None:
    QTest.mousePress(widget, LEFT, NONE, QPoint(round(x0), 28))
    QTest.mouseMove(widget, QPoint(round((x0 + x1) / 2), 28))
    QTest.mouseMove(widget, QPoint(round(x1), 28))
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(round(x1), 28))


def test_the_strip_counts_every_dated_event(strip: OverviewStrip) -> None:
    assert strip.overview is not None
    assert strip.overview.counts.sum() == 6
    strip.grab()


def test_dragging_the_window_pans(timeline: TimelineView, strip: OverviewStrip) -> None:
    timeline.zoom_by(6)
    window = strip.window_rect()
    begin, per_px = timeline.navigator.view.begin, timeline.navigator.view.scale.seconds_per_px
    drag(strip, window.center().x(), window.center().x() + 60)
    after = timeline.navigator.view
    assert after.scale.seconds_per_px == per_px
    assert strip.window_rect().left() == pytest.approx(window.left() + 60, abs=1.5)
    assert after.begin > begin


def test_dragging_an_edge_zooms(timeline: TimelineView, strip: OverviewStrip) -> None:
    timeline.zoom_by(4)
    window = strip.window_rect()
    end = timeline.navigator.view.end
    drag(strip, window.left(), window.left() + window.width() / 2)
    after = strip.window_rect()
    assert after.width() == pytest.approx(window.width() / 2, abs=2)
    assert abs(timeline.navigator.view.end - end) < DAY_S / 10


def test_a_click_centres(timeline: TimelineView, strip: OverviewStrip) -> None:
    timeline.zoom_by(20)
    QTest.mouseClick(strip, LEFT, NONE, QPoint(700, 28))
    assert strip.window_rect().center().x() == pytest.approx(700, abs=2)


def test_selection_and_hits_are_marked(timeline: TimelineView, strip: OverviewStrip) -> None:
    plain = strip.grab().toImage()
    timeline.select_row(2)
    marked = strip.grab().toImage()
    assert marked != plain
    hits = np.zeros(7, dtype=np.bool_)
    hits[4] = True
    timeline.events.set_mask(timeline.events.mask, hits=hits)
    assert strip.grab().toImage() != marked


def test_the_marks_of_the_tray_follow_the_colours(qtbot: QtBot, timeline: TimelineView) -> None:
    tray = UndatedTray(timeline)
    qtbot.addWidget(tray)

    def mark() -> QImage:
        return tray.list.item(0).icon().pixmap(14, 14).toImage()

    tray.setPalette(palette_for(Scheme.LIGHT))
    light = mark()
    tray.setPalette(palette_for(Scheme.DARK))
    assert mark() != light
    tray.setPalette(palette_for(Scheme.LIGHT))
    assert mark() == light


def test_the_tray_keeps_undated_events_on_the_shared_selection(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    tray = UndatedTray(timeline)
    qtbot.addWidget(tray)
    assert tray.list.count() == 1
    tray.list.setCurrentRow(0)
    assert timeline.current_row() == 6
    with qtbot.waitSignal(tray.source_requested) as caught:
        tray.list.itemActivated.emit(tray.list.item(0))
    assert caught.args == [timeline.events.event_id(6)]


def test_the_tray_hides_when_all_are_dated(
    make_timeline: Callable[..., TimelineView], qtbot: QtBot
) -> None:
    tray = UndatedTray(make_timeline(columns_of([(0, 60)])))
    qtbot.addWidget(tray)
    assert tray.isHidden()


def reader_of(view: TimelineView) -> TimelineInterface:
    interface = QAccessible.queryAccessibleInterface(view)
    assert isinstance(interface, TimelineInterface)
    return interface


def test_a_screen_reader_finds_every_visible_event(timeline: TimelineView) -> None:
    reader = reader_of(timeline)
    assert reader.role() == QAccessible.Role.List
    assert reader.childCount() == 6
    names = [reader.child(n).text(QAccessible.Text.Name) for n in range(6)]
    assert any("Event 1" in name for name in names)
    assert all("2015" in name for name in names)
    child = reader.child(0)
    assert child.role() == QAccessible.Role.ListItem
    assert child.rect().isValid()
    assert reader.indexOfChild(child) == 0
    middle = child.rect().center()
    found = reader.childAt(middle.x(), middle.y())
    assert found.text(QAccessible.Text.Name) == child.text(QAccessible.Text.Name)


def test_a_screen_reader_is_told_what_is_selected_and_focused(timeline: TimelineView) -> None:
    timeline.setFocus()
    timeline.select_row(2)
    reader = reader_of(timeline)
    focused = reader.focusChild()
    assert focused.state().selected
    assert "Event 3" in focused.text(QAccessible.Text.Name)
    assert reader.child_of(0).state().selected == 0

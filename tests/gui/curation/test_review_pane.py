"""The review queue in the real window: one key decides and goes on."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.gui.curation.review_model import ReviewColumn
from timeline_app.gui.curation.review_pane import ReviewPane
from timeline_app.gui.dialogs.edit_event import EditEvent
from timeline_app.gui.main_window import MainWindow
from timeline_app.operations.review import review_order
from timeline_app.storage.library import Library


def opened(qtbot: QtBot, window: MainWindow) -> ReviewPane:
    window.actions_by_id["review"].trigger()
    pane = window.late.curation_actions.dock.review
    qtbot.waitUntil(lambda: pane.model.rowCount() == 7)
    return pane


def waits(qtbot: QtBot, pane: ReviewPane, count: int) -> None:
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)


def test_the_queue_begins_with_what_most_needs_a_look(qtbot: QtBot, window: MainWindow) -> None:
    pane = opened(qtbot, window)
    first = review_order(window.session.events.columns)[0]
    assert pane.model.event_id(0) == first == window.session.current_id
    assert "0 of 7 reviewed" in pane.words.text()


def test_space_accepts_and_goes_on_and_undo_brings_back(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    pane = opened(qtbot, window)
    first, second = pane.model.event_id(0), pane.model.event_id(1)
    with qtbot.waitSignal(window.session.data_changed):
        qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    waits(qtbot, pane, 6)
    assert window.session.current_id == second
    assert "1 of 7 reviewed" in pane.words.text()
    with Library.open(library_path, read_only=True) as library:
        assert library.event(first).is_reviewed
    assert window.edits.undoText() == "review"
    window.edits.undo()
    waits(qtbot, pane, 7)
    assert pane.model.event_id(0) == first


def test_del_rejects_softly_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    pane = opened(qtbot, window)
    first, second = pane.model.event_id(0), pane.model.event_id(1)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    waits(qtbot, pane, 6)
    assert window.session.current_id == second
    assert pane.model.place_of(first) is None
    assert "1 of them rejected" in pane.words.text()


def test_f2_opens_the_fields_of_the_event(qtbot: QtBot, window: MainWindow) -> None:
    pane = opened(qtbot, window)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    dialog = window.findChild(EditEvent)
    assert dialog is not None
    title = pane.model.index(0, ReviewColumn.TITLE).data()
    assert dialog.title_field.text() == title
    dialog.reject()


def test_the_record_tells_how_often_each_rule_was_right(qtbot: QtBot, window: MainWindow) -> None:
    pane = opened(qtbot, window)
    for left in range(6, -1, -1):
        pane.accept()
        waits(qtbot, pane, left)
    qtbot.waitUntil(lambda: pane.records.topLevelItemCount() > 0, timeout=5_000)
    item = pane.records.topLevelItem(0)
    assert item is not None
    qtbot.waitUntil(lambda: "100" in pane.records.topLevelItem(0).text(1))


def test_the_same_command_closes_the_queue(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    window.actions_by_id["review"].trigger()
    assert not window.late.curation_actions.dock.isVisible()

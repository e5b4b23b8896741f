"""Problems, likely merges and the log, in the real window."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventType
from timeline_app.gui.main_window import MainWindow
from timeline_app.operations.checks import FindingKind
from timeline_app.operations.edits import ChangeTitle, ChangeType
from timeline_app.storage.library import Library


def id_of(window: MainWindow, title: str) -> EventId:
    events = window.session.events
    return events.event_id(events.titles(range(len(events.columns))).index(title))


def dock_of(window: MainWindow) -> Any:
    return window.late.curation_actions.dock


def test_a_contradiction_leads_to_its_words(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["problems"].trigger()
    pane = dock_of(window).problems
    qtbot.waitUntil(lambda: "contradiction" in pane.words.text())
    found = [one for one in pane.findings if one.kind is FindingKind.PAST_IN_FUTURE]
    assert [one.text for one in found] == [
        "Told as having happened on 2015-12-24, in an article of 2015-11-26."
    ]
    with qtbot.waitSignal(window.detail.story_shown):
        pane.place_wanted.emit(found[0])
    assert window.session.current_id == id_of(window, "Parliament votes")
    cursor = window.detail.article_view.textCursor()
    assert window.detail.article_view.toPlainText()[cursor.position() :].startswith("voted")


def test_the_list_of_problems_says_when_it_is_old(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["problems"].trigger()
    pane = dock_of(window).problems
    qtbot.waitUntil(lambda: "contradiction" in pane.words.text())
    target = id_of(window, "Parliament votes")
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.make(ChangeType(event_id=target, type=EventType.OTHER))
    assert "Look again" in pane.words.text()


def test_likely_merges_are_offered_made_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    window.session.select(id_of(window, "Hollande meets Obama"))
    window.actions_by_id["same"].trigger()
    pane = dock_of(window).same
    qtbot.waitUntil(lambda: pane.chosen is not None)
    assert pane.chosen.other == id_of(window, "Hollande and Obama talk")
    assert "both involve" in pane.chosen.reason
    before = window.session.events.columns.ids.tolist()
    with qtbot.waitSignal(window.session.data_changed):
        qtbot.mouseClick(pane.merge, Qt.MouseButton.LeftButton)
    assert len(window.session.events.columns) == 6
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert window.session.events.columns.ids.tolist() == before


def test_the_whole_library_is_searched_for_likely_merges(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["same"].trigger()
    pane = dock_of(window).same
    pane.everywhere.setChecked(True)
    qtbot.waitUntil(lambda: "suggestion" in pane.words.text())
    names = {pane.tree.topLevelItem(at).text(0) for at in range(pane.tree.topLevelItemCount())}
    assert any("Hollande" in name for name in names)


def test_the_log_tells_from_what_to_what_and_takes_back(qtbot: QtBot, window: MainWindow) -> None:
    target = id_of(window, "Parliament votes")
    for title in ("Deputies vote", "Deputies vote again"):
        with qtbot.waitSignal(window.session.data_changed):
            window.edits.make(ChangeTitle(event_id=target, title=title))
    window.actions_by_id["history"].trigger()
    pane = dock_of(window).history
    qtbot.waitUntil(lambda: pane.tree.topLevelItemCount() == 2)
    newest = pane.tree.topLevelItem(0)
    assert newest.text(2) == "change of title"
    assert newest.text(4) == "title: Deputies vote → Deputies vote again"
    pane.tree.setCurrentItem(newest)
    with qtbot.waitSignal(window.session.data_changed):
        qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    assert id_of(window, "Deputies vote") == target
    qtbot.waitUntil(lambda: pane.tree.topLevelItemCount() == 3)


def test_the_log_of_one_event_leaves_the_others_out(qtbot: QtBot, window: MainWindow) -> None:
    for title in ("Parliament votes", "Floods in the south"):
        with qtbot.waitSignal(window.session.data_changed):
            window.edits.make(ChangeTitle(event_id=id_of(window, title), title=f"{title}!"))
    window.session.select(id_of(window, "Floods in the south!"))
    window.actions_by_id["history"].trigger()
    pane = dock_of(window).history
    pane.only_current.setChecked(True)
    qtbot.waitUntil(lambda: pane.words.text() == "1 edit")
    assert pane.tree.topLevelItem(0).text(3) == "Floods in the south!"


def test_each_edit_is_signed(qtbot: QtBot, window: MainWindow) -> None:
    target = id_of(window, "Parliament votes")
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.make(ChangeTitle(event_id=target, title="Deputies vote"))
    reader = window.session.reader
    assert reader is not None
    assert reader.history()[0].who


def test_what_another_process_changes_is_shown_and_told(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    target = id_of(window, "Parliament votes")
    with Library.open(library_path, who="someone else") as other:
        other.apply(ChangeTitle(event_id=target, title="Changed elsewhere"))
    with qtbot.waitSignal(window.session.data_changed, timeout=6_000):
        pass
    assert id_of(window, "Changed elsewhere") == target
    assert "Another window" in window.statusBar().currentMessage()


def test_an_article_that_was_taken_out_is_named_in_the_log(
    qtbot: QtBot, window: MainWindow
) -> None:
    article = window.session.articles.rows[0]
    with qtbot.waitSignal(window.session.data_changed):
        window.late.article_actions.remove(article.id)
    window.actions_by_id["history"].trigger()
    pane = dock_of(window).history
    qtbot.waitUntil(lambda: pane.tree.topLevelItemCount() == 1)
    assert pane.tree.topLevelItem(0).text(3) == article.title
    assert pane.tree.topLevelItem(0).text(4) == "taken out"

"""Splitting, linking and reading again, in the real window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.annotation.actor import Role
from timeline_app.annotation.event import EventId, EventLink, LinkKind
from timeline_app.gui.curation.trees import children_of, items_of
from timeline_app.gui.dialogs.edit_event import EditEvent
from timeline_app.gui.main_window import MainWindow
from timeline_app.operations.edits import Merge, SetLinks


def id_of(window: MainWindow, title: str) -> EventId:
    events = window.session.events
    return events.event_id(events.titles(range(len(events.columns))).index(title))


def merged(qtbot: QtBot, window: MainWindow, *titles: str) -> EventId:
    ids = tuple(id_of(window, title) for title in titles)
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.make(Merge(event_ids=ids))
    with qtbot.waitSignal(window.detail.story_shown):
        window.session.select(ids[0])
    return ids[0]


def test_a_split_takes_the_ticked_reports(qtbot: QtBot, window: MainWindow) -> None:
    titles = ("Hollande meets Obama", "Hollande and Obama talk", "Floods in the south")
    kept = merged(qtbot, window, *titles)
    before = window.session.events.columns.ids.tolist()
    dialog = window.late.curation_actions.split()
    assert dialog is not None
    items = items_of(dialog.tree)
    assert {item.text(3) for item in items} == {"", "merged by hand"}
    for item in items:
        goes = item.text(0) != titles[0]
        item.setCheckState(0, Qt.CheckState.Checked if goes else Qt.CheckState.Unchecked)
    assert dialog.split.isEnabled()
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    reader = window.session.reader
    assert reader is not None
    assert [r.mention.title for r in reader.event(kept).reports] == [titles[0]]
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert window.session.events.columns.ids.tolist() == before


def test_a_split_needs_a_report_that_stays(qtbot: QtBot, window: MainWindow) -> None:
    merged(qtbot, window, "Hollande meets Obama", "Hollande and Obama talk", "Parliament votes")
    dialog = window.late.curation_actions.split()
    assert dialog is not None
    for item in items_of(dialog.tree):
        item.setCheckState(0, Qt.CheckState.Checked)
    assert not dialog.split.isEnabled()
    dialog.reject()


def test_of_two_reports_the_one_in_view_goes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    merged(qtbot, window, "Hollande meets Obama", "Hollande and Obama talk")
    with qtbot.waitSignal(window.session.data_changed):
        assert window.late.curation_actions.split() is None
    assert len(window.session.events.columns) == 7


def test_a_plan_is_linked_to_its_outcome_and_shown_at_both(
    qtbot: QtBot, window: MainWindow
) -> None:
    plan, outcome = id_of(window, "Putin to meet Hollande"), id_of(window, "Parliament votes")
    window.session.select(outcome)
    dialog = window.late.curation_actions.edit_links()
    assert dialog is not None
    dialog.kind.setCurrentIndex(dialog.kind.findData(LinkKind.OUTCOME_OF))
    with qtbot.waitSignal(dialog.searched):
        qtbot.keyClicks(dialog.search, "putin")
    qtbot.waitUntil(lambda: dialog.found.count() == 1)
    dialog.add_chosen()
    assert dialog.value == (EventLink(kind=LinkKind.OUTCOME_OF, to=plan),)
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    qtbot.waitUntil(
        lambda: "Fulfils the plan" in window.detail.event_view.toPlainText(), timeout=3_000
    )
    with qtbot.waitSignal(window.detail.story_shown):
        window.session.select(plan)
    assert "Came about as" in window.detail.event_view.toPlainText()
    assert window.detail.linked_ids == (outcome,)


def test_a_link_is_removed_again(qtbot: QtBot, window: MainWindow) -> None:
    plan, outcome = id_of(window, "Putin to meet Hollande"), id_of(window, "Parliament votes")
    link = EventLink(kind=LinkKind.OUTCOME_OF, to=plan)
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.make(SetLinks(event_id=outcome, links=(link,)))
    window.session.select(outcome)
    dialog = window.late.curation_actions.edit_links()
    assert dialog is not None
    dialog.links.setCurrentRow(0)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    reader = window.session.reader
    assert reader is not None
    assert reader.event(outcome).links == ()


def test_a_new_reading_is_taken_line_by_line_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    kept = id_of(window, "Hollande and Obama talk")
    reader = window.session.reader
    assert reader is not None
    article = reader.event(kept).reports[0].document_id
    before = window.session.events.columns.ids.tolist()
    dialog = window.late.curation_actions.read_again([article])
    qtbot.waitUntil(dialog.apply.isEnabled, timeout=20_000)
    lines = [line for group in items_of(dialog.tree) for line in children_of(group)]
    refused = next(line for line in lines if line.text(0) == "Hollande and Obama talk")
    refused.setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(window.session.data_changed, timeout=20_000):
        dialog.accept()
    assert reader.event(kept).title == "Hollande and Obama talk"
    assert window.edits.undoText() == "new reading"
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert window.session.events.columns.ids.tolist() == before


def test_a_reading_that_changes_nothing_says_so(qtbot: QtBot, window: MainWindow) -> None:
    dialog = window.late.curation_actions.read_again([])
    assert not dialog.apply.isEnabled()
    dialog.reject()


def test_who_and_where_are_edited_and_undone_at_once(qtbot: QtBot, window: MainWindow) -> None:
    target = id_of(window, "Hollande meets Obama")
    window.session.select(target)
    window.late.event_actions.edit()
    dialog = window.findChild(EditEvent)
    assert dialog is not None
    assert dialog.where.text() == "Washington"
    dialog.who.setText("François Hollande; Barack Obama (hosts)")
    dialog.where.setText("Washington; New York")
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    reader = window.session.reader
    assert reader is not None
    event = reader.event(target)
    assert [one.role for one in event.participants] == [Role.AGENT, Role.HOST]
    assert [one.name for one in event.places] == ["Washington", "New York"]
    assert event.places[0].country == "US"
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert [one.name for one in reader.event(target).places] == ["Washington"]

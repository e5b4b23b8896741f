"""Tags are put on events together, and make lanes and a part of the filter."""

from pathlib import Path

from builders import day, document, extraction, mention
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.ids import EventId
from timeline_app.gui.dialogs.tag_events import TagEvents, tags_in
from timeline_app.gui.event_actions import shared_tags, tag_edits
from timeline_app.gui.main_window import MainWindow
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import SetTags
from timeline_app.storage.library import Library


def test_what_was_typed_is_read_as_tags_each_once() -> None:
    assert tags_in(" border, talks,, border ") == ("border", "talks")


def test_events_keep_their_own_tags_beside_the_common_ones(tmp_path: Path) -> None:
    path = tmp_path / "library.tlib"
    with Library.open(path) as library:
        two = (mention("e1", time=day(2015, 11, 24)), mention("e2", time=day(2015, 11, 25)))
        add_article(library, extraction(*two, of=document()))
        library.apply(SetTags(event_id=EventId(1), tags=("talks", "own")))
        library.apply(SetTags(event_id=EventId(2), tags=("talks",)))
        events = [library.event(EventId(1)), library.event(EventId(2))]
    assert shared_tags(events) == ("talks",)
    assert tag_edits(events, ["talks"]) == []
    assert [edit.tags for edit in tag_edits(events, ["border"])] == [("own", "border"), ("border",)]


def test_tagged_events_stand_in_lanes_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    window.session.select_rows([0, 1])
    window.centre.focus_events()
    qtbot.keyClick(window.centre.events_widget, Qt.Key.Key_T)
    dialog = window.findChild(TagEvents)
    assert dialog is not None
    dialog.field.setText("Frontier")
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    assert window.edits.undoText() == "change of tags"
    window.show_lanes(Grouping.TAG)
    assert set(window.centre.timeline.view.lane_names) == {"Frontier", None}
    with qtbot.waitSignal(window.session.facets_changed):
        window.session.change_filter(tags=frozenset({"Frontier"}))
    assert int(window.session.events.mask.sum()) == 2
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert window.session.events.columns.groups[Grouping.TAG].names == ()

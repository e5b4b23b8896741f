"""The real window on a small library: clicks, keys, wheels, and what they lead to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event import EventId
from timeline_app.annotation.event_columns import EventFlag, Grouping
from timeline_app.annotation.mention import EventType
from timeline_app.gui.detail.highlights import Layer
from timeline_app.gui.dialogs.command_palette import CommandPalette
from timeline_app.gui.dialogs.edit_event import EditEvent
from timeline_app.gui.dialogs.key_sheet import KeySheet
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.models.event_text import Column
from timeline_app.operations.edits import ChangeTitle, SetNote
from timeline_app.storage.library import Library


def id_of(window: MainWindow, title: str) -> EventId:
    events = window.session.events
    return events.event_id(events.titles(range(len(events.columns))).index(title))


def choose(qtbot: QtBot, window: MainWindow, title: str) -> None:
    with qtbot.waitSignal(window.detail.story_shown):
        window.session.select(id_of(window, title))


def shown_titles(window: MainWindow) -> list[str]:
    events = window.session.events
    return events.titles([r for r in range(len(events.columns)) if events.mask[r]])


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(widget, key, held)


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_on_an_event_shows_its_story_and_its_source(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.centre.timeline.view
    row = window.session.events.row_of(id_of(window, "Hollande meets Obama"))
    assert row is not None
    spot = view.visualRect(window.session.events.index(row, 0)).center()
    with qtbot.waitSignal(window.detail.story_shown):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    page = window.detail.event_view.toPlainText()
    for words in ("Hollande meets Obama", "Tue 24 Nov 2015", "Why this date?", "Barack Obama"):
        assert words in page
    assert "Late on Tuesday" in window.detail.article_view.toPlainText()


def test_words_of_the_source_lead_to_the_events_they_tell_of(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    article = window.detail.article_view
    offset = article.text_map.shown_text.index("said")
    cursor = article.textCursor()
    cursor.setPosition(article.text_map.to_qt(offset) + 1)
    spot = article.cursorRect(cursor).center()
    with qtbot.waitSignal(window.detail.story_shown):
        qtbot.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.session.current_id == id_of(window, "Lavrov backs closing the border")


def test_trigger_phrase_and_participants_are_marked_apart(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    article = window.detail.article_view
    text = article.text_map.shown_text
    layers = {m.layer for m in article.marks_at(text.index("Late on"))}
    assert Layer.OWN_DATE in layers
    assert Layer.TRIGGER in {m.layer for m in article.marks_at(text.index("met"))}
    assert Layer.OTHER_EVENT in {m.layer for m in article.marks_at(text.index("said"))}


def test_the_wheel_zooms_at_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    view = window.centre.timeline.view
    before = view.navigator.view.scale.seconds_per_px
    at = QPointF(view.viewport().rect().center())
    turn = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    qtbot.waitUntil(lambda: view.navigator.view.scale.seconds_per_px < before)


def test_space_marks_as_reviewed_and_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    window.centre.focus_events()
    target = id_of(window, "Hollande meets Obama")
    with qtbot.waitSignal(window.session.data_changed):
        press(qtbot, window.centre.events_widget, Qt.Key.Key_Space)
    assert window.session.selected_have(EventFlag.REVIEWED)
    assert window.session.current_id == target, "the selection survives the reload"
    with Library.open(library_path, read_only=True) as library:
        assert library.event(target).is_reviewed, "an edit is saved at once"
    assert window.edits.undoText() == "review"
    with qtbot.waitSignal(window.session.data_changed):
        press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert not window.session.selected_have(EventFlag.REVIEWED)
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.redo()
    assert window.session.selected_have(EventFlag.REVIEWED)


def test_del_hides_softly_and_the_filter_shows_again(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Floods in the south")
    window.centre.focus_events()
    with qtbot.waitSignal(window.session.data_changed):
        press(qtbot, window.centre.events_widget, Qt.Key.Key_Delete)
    assert "Floods in the south" not in shown_titles(window)
    window.session.change_filter(with_rejected=True)
    assert "Floods in the south" in shown_titles(window)


def test_backspace_deletes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Floods in the south")
    window.centre.focus_events()
    press(qtbot, window.centre.events_widget, Qt.Key.Key_Backspace)
    assert window.edits.count() == 0


def test_f2_edits_title_and_date(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "The border closes")
    window.centre.focus_events()
    press(qtbot, window.centre.events_widget, Qt.Key.Key_F2)
    dialog = window.findChild(EditEvent)
    assert dialog is not None
    dialog.title_field.setText("Turkey closes the border")
    dialog.date.setText("2015-12")
    assert "December 2015" in dialog.date_words.text()
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    row = window.session.events.row_of(id_of(window, "Turkey closes the border"))
    assert window.session.events.index(row or 0, Column.DATE).data() == "December 2015"
    assert window.edits.undoText() == "change of event"


def test_an_event_can_be_shown_again_as_its_articles_tell_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    event_id, reader = window.session.current_id, window.session.reader
    assert event_id is not None and reader is not None
    window.edits.make(ChangeTitle(event_id=event_id, title="A meeting"))
    window.edits.make(SetNote(event_id=event_id, note="Seen on film."))
    with qtbot.waitSignal(window.session.data_changed):
        window.actions_by_id["as-reported"].trigger()
    assert reader.event(event_id).title == "Hollande meets Obama"
    assert reader.event(event_id).note == "Seen on film."
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert reader.event(event_id).title == "A meeting"


def test_an_articles_title_and_outlet_can_be_put_right(qtbot: QtBot, window: MainWindow) -> None:
    article = window.session.articles.rows[0]
    dialog = window.late.article_actions.change_head(article.id)
    assert dialog is not None
    dialog.title_field.setText("Talks at the White House")
    dialog.outlet_field.setText("The Post")
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    reader = window.session.reader
    assert reader is not None
    head = reader.document(article.id)
    assert (head.title, head.outlet) == ("Talks at the White House", "The Post")
    assert window.edits.undoText() == "change of title or outlet"


def test_a_date_that_is_none_cannot_be_saved(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "The border closes")
    window.late.event_actions.edit()
    dialog = window.findChild(EditEvent)
    assert dialog is not None
    dialog.date.setText("next week maybe")
    assert "Not a date yet" in dialog.date_words.text()
    dialog.reject()


def test_find_marks_hits_and_f3_walks_them(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    bar = window.centre.find_bar
    assert bar.isVisible()
    with qtbot.waitSignal(window.session.found):
        qtbot.keyClicks(bar.words, "border")
    hits = window.session.events.hits
    assert hits is not None
    assert hits.sum() >= 1
    assert window.session.events.mask.all(), "finding hides nothing"
    press(qtbot, window, Qt.Key.Key_F3)
    row = window.session.selection.currentIndex().row()
    assert hits[row]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.session.events.hits is None


def test_hits_are_marked_in_the_text(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    before = len(window.detail.article_view.extraSelections())
    with qtbot.waitSignal(window.session.found):
        window.session.find("hollande type:meeting")
    assert len(window.detail.article_view.extraSelections()) == before + 2
    window.session.find("")
    assert len(window.detail.article_view.extraSelections()) == before


def test_escape_peels_the_search_then_the_selection(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    window.centre.find_bar.begin()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.session.selection.hasSelection()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.session.selection.hasSelection()


def test_a_facet_narrows_timeline_and_table_alike(qtbot: QtBot, window: MainWindow) -> None:
    window.side.filters.model.toggled.emit("types", EventType.SANCTION, True)
    assert shown_titles(window) == ["The border closes"]
    assert window.centre.table.shown.rowCount() == 1
    window.side.filters.clear()
    assert window.centre.table.shown.rowCount() == 5


def test_words_in_the_filter_hide_the_rest(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    with qtbot.waitSignal(window.session.facets_changed):
        qtbot.keyClicks(window.side.filters.text, "Lavrov")
        press(qtbot, window.side.filters.text, Qt.Key.Key_Return)
    assert shown_titles(window) == ["Lavrov backs closing the border"]


def test_a_filter_without_hits_shows_how_to_clear_it(qtbot: QtBot, window: MainWindow) -> None:
    window.session.change_filter(within=(0, 10))
    assert window.centre.page is window.centre.no_hits
    window.actions_by_id["clear-filter"].trigger()
    assert window.centre.page is window.centre.timeline


def test_the_table_shares_selection_and_order(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Lavrov backs closing the border")
    press(qtbot, window, Qt.Key.Key_T, CTRL)
    table = window.centre.table
    assert window.centre.page is table
    chosen = [i.data() for i in table.selectionModel().selectedRows(Column.TITLE)]
    assert chosen == ["Lavrov backs closing the border"]
    table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert [i.data() for i in table.selectionModel().selectedRows(Column.TITLE)] == chosen
    with qtbot.waitSignal(window.detail.story_shown):
        press(qtbot, table, Qt.Key.Key_Down)
    assert window.session.current_id == id_of(window, "Putin to meet Hollande")


def test_merge_and_split_undo_exactly(qtbot: QtBot, window: MainWindow) -> None:
    titles = ("Hollande meets Obama", "Floods in the south")
    rows = [window.session.events.row_of(id_of(window, t)) for t in titles]
    window.session.select_rows([r for r in rows if r is not None])
    before = window.session.events.columns.ids.tolist()
    with qtbot.waitSignal(window.session.data_changed):
        press(qtbot, window, Qt.Key.Key_M, CTRL)
    assert len(window.session.events.columns) == 4
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert window.session.events.columns.ids.tolist() == before


def test_an_event_by_hand_joins_the_others(qtbot: QtBot, window: MainWindow) -> None:
    window.late.event_actions.add()
    dialog = window.findChild(EditEvent)
    assert dialog is not None
    dialog.title_field.setText("My own event")
    dialog.date.setText("2015-11-01")
    with qtbot.waitSignal(window.session.data_changed):
        dialog.accept()
    assert "My own event" in shown_titles(window)


def test_f6_goes_round_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    window.activateWindow()
    window.side.filters.text.setFocus()
    seen = []
    for _ in range(6):
        window.next_pane()
        seen.append(QApplication.focusWidget())
    assert len(set(map(id, seen))) == 6
    assert seen[-1] is window.side.filters.text


def test_lanes_can_be_made_by_who(qtbot: QtBot, window: MainWindow, settings: QSettings) -> None:
    window.show_lanes("actor")
    assert window.centre.grouping is Grouping.ACTOR
    assert settings.value("window/lanes") == "actor"


def test_dark_changes_the_palette_and_is_remembered(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    window.show_colours("dark")
    assert window.palette().window().color().lightness() < 60
    assert settings.value("window/scheme") == "dark"
    window.show_colours("light")


def test_the_pane_under_the_timeline_is_open_again_where_it_was(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    dock = window.late.curation_actions.dock
    dock.open_at(dock.history)
    window.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.late.curation_actions.has_dock)
    dock = again.late.curation_actions.dock
    assert dock.isVisible()
    assert dock.tabs.currentWidget() is dock.history
    dock.hide()
    again.close()
    assert settings.value("window/under") == ""


def test_a_search_lists_the_articles_that_have_its_words(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.side.articles.model()
    assert listed.rowCount() == 2
    window.session.change_filter(text="nobody knows")
    qtbot.waitUntil(lambda: listed.rowCount() == 1)
    assert listed.index(0, 0).data() == "The border"
    words = [label.text() for label in window.side.findChildren(QLabel)]
    assert "1 of 2 articles" in words
    window.session.change_filter(text="")
    assert listed.rowCount() == 2


def test_state_is_remembered(qtbot: QtBot, window: MainWindow, settings: QSettings) -> None:
    window.actions_by_id["pane-left"].trigger()
    window.actions_by_id["table"].trigger()
    window.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    assert not again.actions_by_id["pane-left"].isChecked()
    assert again.actions_by_id["table"].isChecked()
    again.close()


def test_the_palette_does_what_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.late.help_actions.show_palette()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.words, "show table")
    assert palette.list.item(0).text().startswith("Show as table")
    press(qtbot, palette.words, Qt.Key.Key_Return)
    assert window.centre.page is window.centre.table


def test_the_key_sheet_names_every_key(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    words = sheet.page.toPlainText()
    assert "Ctrl+Shift+P" in words
    assert "Reviewed" in words
    sheet.close()


def test_a_name_on_the_page_becomes_a_filter(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Hollande meets Obama")
    window.detail.event_view.link_clicked.emit("filter", "actors/Barack Obama")
    assert shown_titles(window) == ["Hollande meets Obama"]


def test_an_article_can_be_read_by_itself(qtbot: QtBot, window: MainWindow) -> None:
    articles = window.side.articles
    row = 1
    with qtbot.waitSignal(window.detail.story_shown):
        spot = articles.visualRect(articles.model().index(row, 0)).center()
        qtbot.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "Nobody knows when the border closes" in window.detail.article_view.toPlainText()


def test_go_to_date_moves_the_timeline(qtbot: QtBot, window: MainWindow) -> None:
    window.centre.show_stretch((0, 86_400))
    view = window.centre.timeline.view.navigator.view
    assert view.begin < 0 < 86_400 < view.end


@pytest.mark.parametrize("action", ["zoom-in", "zoom-out", "fit", "focus", "back", "forward"])
def test_view_actions_run_on_any_library(qtbot: QtBot, window: MainWindow, action: str) -> None:
    window.session.select_row(0)
    window.actions_by_id[action].trigger()


def test_the_escape_key_leaves_no_event_in_the_pane(qtbot: QtBot, window: MainWindow) -> None:
    window.session.select_row(0)
    qtbot.waitUntil(lambda: window.session.current_id is not None)
    window.centre.timeline.view.peel()
    assert window.session.current_id is None


def test_the_plain_wheel_scrolls_the_lanes_where_that_is_preferred(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    assert not window.centre.timeline.view.wheel_scrolls_lanes
    window.actions_by_id["wheel-lanes"].trigger()
    assert window.centre.timeline.view.wheel_scrolls_lanes
    window.close()
    assert settings.value("window/wheel-lanes") == "true"

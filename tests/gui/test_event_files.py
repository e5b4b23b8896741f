"""Other programs' events come in through the window, and events go onto the clipboard."""

import json
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from timeline_app.gui.clipboard import JSON_FORMAT
from timeline_app.gui.dialogs.notices import TextList
from timeline_app.gui.main_window import MainWindow

LONG_MS = 60_000
TABLE = (
    "date,title,type,status\r\n2015-11,Talks go on,MEETING,planned\r\n"
    "soon,No date,MEETING,planned\r\n"
)


def titles(window: MainWindow) -> list[str]:
    library = window.session.library
    assert library is not None
    return library.titles([int(i) for i in library.columns().ids])


def test_events_of_a_table_come_in_and_are_undone_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    table = tmp_path / "events.csv"
    table.write_text(TABLE, encoding="utf-8")
    before = titles(window)
    with qtbot.waitSignal(window.late.import_actions.told, timeout=LONG_MS):
        window.late.import_actions.bring_in([table])
    assert sorted(titles(window)) == sorted([*before, "Talks go on"])
    told = window.findChild(TextList)
    assert told is not None and "row 3" in told.text.toPlainText()
    told.close()
    window.edits.undo()
    assert titles(window) == before


def test_selected_events_are_copied_in_every_form(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(window.session.events.columns.ids) > 0, timeout=LONG_MS)
    window.session.select_row(0)
    exports = window.late.export_actions
    with qtbot.waitSignal(exports.told, timeout=LONG_MS):
        exports.copy()
    held = QGuiApplication.clipboard().mimeData()
    (entry,) = json.loads(bytes(held.data(JSON_FORMAT).data()))["entries"]
    assert entry["event"]["title"] in held.text()
    assert "<table>" in held.html()

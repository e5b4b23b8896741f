"""Dialogs by themselves, without a window or a library."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from timeline_app.chrono.instant import instant
from timeline_app.gui.dialogs.go_to_date import GoToDate
from timeline_app.gui.legend_dialog import LegendDialog


def test_a_date_in_words_is_read_and_gone_to(qtbot: QtBot) -> None:
    dialog = GoToDate(today=date(2015, 12, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.setText("24 Nov 2015")
    assert dialog.words.text() == "Tue 24 Nov 2015 · to the day"
    with qtbot.waitSignal(dialog.date_given) as given:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert given.args == [(instant(2015, 11, 24), instant(2015, 11, 25))]
    dialog.field.setText("some time or other")
    assert dialog.words.text() == "Not a date yet"


def test_the_legend_is_seen_whole(qtbot: QtBot) -> None:
    dialog = LegendDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0

"""The table: what the filter shows, sorted by any column, with the shared selection."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event_columns import OPEN_BEGIN
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session
from timeline_app.gui.table.event_table import EventTable
from timeline_app.gui.table.selection_link import SelectionLink
from timeline_app.gui.table.shown_rows import ShownRows

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def column(shown: ShownRows, which: Column) -> list[str]:
    return [shown.index(r, which).data() for r in range(shown.rowCount())]


def test_the_model_keeps_qts_contract(session: Session, qtmodeltester: ModelTester) -> None:
    shown = ShownRows(session.events)
    QAbstractItemModelTester(shown, STRICT, shown)
    session.events.set_mask(np.array([True, False, True, False, True]))
    shown.sort(Column.TITLE, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(shown, force_py=True)


@pytest.mark.parametrize("order", list(Qt.SortOrder))
@pytest.mark.parametrize("which", list(Column))
def test_every_column_sorts_both_ways(session: Session, which: Column, order: Qt.SortOrder) -> None:
    shown = ShownRows(session.events)
    shown.sort(which, order)
    assert sorted(column(shown, Column.TITLE)) == sorted(session.events.titles(range(5)))
    if which is Column.TITLE:
        titles = [t.casefold() for t in column(shown, which)]
        assert titles == sorted(titles, reverse=order is Qt.SortOrder.DescendingOrder)


def test_hidden_events_have_no_row(session: Session) -> None:
    shown = ShownRows(session.events)
    session.events.set_mask(np.array([False, True, False, False, True]))
    assert shown.rowCount() == 2
    assert shown.row_of(0) is None
    assert shown.source_row(1) == 4


def test_selections_follow_each_other(session: Session) -> None:
    shown = ShownRows(session.events)
    own = QItemSelectionModel(shown)
    SelectionLink(session.selection, own, session.events, shown)
    shown.sort(Column.DATE, Qt.SortOrder.DescendingOrder)
    session.select_row(0)
    assert [i.row() for i in own.selectedRows()] == [4]
    flags = QItemSelectionModel.SelectionFlag
    own.select(shown.index(1, 0), flags.ClearAndSelect | flags.Rows)
    assert [i.row() for i in session.selection.selectedRows()] == [3]


def test_an_event_known_to_lie_before_a_day_stands_at_that_day(session: Session) -> None:
    columns = session.events.columns
    begins = columns.begins.copy()
    begins[0] = OPEN_BEGIN
    ends = columns.ends.copy()
    ends[0] = columns.begins[2] + 1
    session.events.set_columns(replace(columns, begins=begins, ends=ends), lambda ids: [""] * 5)
    shown = ShownRows(session.events)
    assert [shown.source_row(row) for row in range(3)] == [1, 0, 2]


def test_a_table_that_gets_the_focus_chooses_no_event(qtbot: QtBot, session: Session) -> None:
    table = EventTable(session)
    qtbot.addWidget(table)
    table.show()
    table.setFocus()
    QApplication.sendEvent(table, QFocusEvent(QFocusEvent.Type.FocusIn))
    assert session.current_id is None
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert session.current_id is not None

"""The table: what the filter shows, sorted by any column, with the shared selection."""

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session
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

"""Rows and Qt's ranges of them."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QStringListModel

from timeline_app.gui.models.row_ranges import rows_of, selection_of

MODEL = QStringListModel([str(i) for i in range(60)])


@given(st.lists(st.integers(0, 59), max_size=40))
def test_rows_come_back_from_their_selection(rows: list[int]) -> None:
    selection = selection_of(MODEL, rows)
    assert rows_of(selection).tolist() == sorted(set(rows))


def test_neighbours_are_one_range() -> None:
    assert selection_of(MODEL, [3, 1, 2, 7]).count() == 2

"""Many rows as the few ranges that Qt's selections are made of, and back."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QItemSelection

from timeline_app.layout.distinct import distinct

MOST_RANGES = 5_000
"""Qt's selections take time by the square of their ranges: 5,000 are still quick."""


def rows_of(selection: QItemSelection) -> NDArray[np.int64]:
    """Return the rows of a selection in ascending order, each once."""
    ranges = [selection.at(at) for at in range(selection.count())]
    parts = [np.arange(part.top(), part.bottom() + 1) for part in ranges]
    return distinct(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def selection_of(
    model: QAbstractItemModel, rows: Sequence[int] | NDArray[np.int64]
) -> QItemSelection:
    """Return the selection of some rows, neighbours joined into one range.

    Of rows scattered over more than MOST_RANGES ranges only the first so many are selected.
    """
    selection = QItemSelection()
    sorted_rows = distinct(np.asarray(rows, dtype=np.int64))
    if not len(sorted_rows):
        return selection
    cuts = np.flatnonzero(np.diff(sorted_rows) > 1) + 1
    for run in np.split(sorted_rows, cuts)[:MOST_RANGES]:
        selection.select(model.index(int(run[0]), 0), model.index(int(run[-1]), 0))
    return selection

"""Some of the events of columns, as columns."""

from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import EventColumns, GroupColumn


def taken(columns: EventColumns, mask: NDArray[np.bool_]) -> EventColumns:
    """Return the columns of the masked events, in their order."""
    rows = np.flatnonzero(mask)
    plain: dict[str, Any] = {
        field.name: None if (column := getattr(columns, field.name)) is None else column[rows]
        for field in fields(EventColumns)
        if field.name != "groups"
    }
    groups = {grouping: _taken_group(group, mask) for grouping, group in columns.groups.items()}
    return EventColumns(**plain, groups=groups)


def _taken_group(group: GroupColumn, mask: NDArray[np.bool_]) -> GroupColumn:
    sizes = np.diff(group.offsets)
    offsets = np.concatenate(([0], np.cumsum(sizes[mask]))).astype(np.int64)
    codes = group.codes[np.repeat(mask, sizes)]
    return GroupColumn(names=group.names, offsets=offsets, codes=codes)

"""The words for an event's facts: cells of the table, names of types and statuses."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.event_columns import (
    MODALITIES,
    OPEN_BEGIN,
    OPEN_END,
    PRECISIONS,
    TYPES,
    EventColumns,
    EventFlag,
    Grouping,
)
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import Instant
from timeline_app.gui.models.time_text import time_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("event", text)


class Column(IntEnum):
    """The columns of the model; the title is first, for views that show one column."""

    TITLE = 0
    DATE = 1
    TYPE = 2
    STATUS = 3
    ACTORS = 4
    PLACES = 5
    SOURCES = 6
    REPORTS = 7
    CONFIDENCE = 8
    REVIEWED = 9

    @property
    def heading(self) -> str:
        """Return the column's heading."""
        return _tr(_HEADINGS[self])


_HEADINGS = {
    Column.TITLE: "Event",
    Column.DATE: "Date",
    Column.TYPE: "Type",
    Column.STATUS: "Status",
    Column.ACTORS: "Who",
    Column.PLACES: "Where",
    Column.SOURCES: "Sources",
    Column.REPORTS: "Reports",
    Column.CONFIDENCE: "Confidence",
    Column.REVIEWED: "Reviewed",
}
_TYPES = {
    EventType.MEETING: "Meeting",
    EventType.ATTACK: "Attack",
    EventType.STATEMENT: "Statement",
    EventType.AGREEMENT: "Agreement",
    EventType.MILITARY: "Military",
    EventType.SANCTION: "Sanction",
    EventType.LEGAL: "Legal",
    EventType.PROTEST: "Protest",
    EventType.DISASTER: "Disaster",
    EventType.OTHER: "Other",
}
_STATUSES = {
    Modality.ACTUAL: "Happened",
    Modality.PLANNED: "Planned",
    Modality.PROPOSED: "Proposed",
    Modality.DENIED: "Denied",
    Modality.HYPOTHETICAL: "Hypothetical",
}
_GROUPS = {
    Column.ACTORS: Grouping.ACTOR,
    Column.PLACES: Grouping.PLACE,
    Column.SOURCES: Grouping.SOURCE,
}


def type_text(kind: EventType) -> str:
    """Return the name of an event type."""
    return _tr(_TYPES[kind])


def status_text(modality: Modality) -> str:
    """Return the name of a status."""
    return _tr(_STATUSES[modality])


def time_at(columns: EventColumns, row: int) -> EventTime | None:
    """Return the time of the event at a position; None where it is undated."""
    flags = int(columns.flags[row])
    if flags & EventFlag.UNDATED:
        return None
    begin, end = columns.begins[row], columns.ends[row]
    return EventTime(
        begin=None if begin == OPEN_BEGIN else Instant(int(begin)),
        end=None if end == OPEN_END else Instant(int(end)),
        precision=PRECISIONS[columns.precisions[row]],
        approximate=bool(flags & EventFlag.APPROXIMATE),
        uncertain=bool(flags & EventFlag.UNCERTAIN),
    )


def cell_text(columns: EventColumns, row: int, column: Column) -> str:
    """Return the text of a cell (any but the title's)."""
    if column in _GROUPS:
        return ", ".join(columns.groups[_GROUPS[column]].of(row))
    if column is Column.DATE:
        return time_text(time_at(columns, row))
    if column is Column.TYPE:
        return type_text(TYPES[columns.types[row]])
    if column is Column.STATUS:
        return _status_cell(columns, row)
    if column is Column.REPORTS:
        return str(int(columns.reports[row]))
    if column is Column.CONFIDENCE:
        return f"{int(columns.confidences[row])} %"
    return _tr("yes") if columns.flags[row] & EventFlag.REVIEWED else ""


def _status_cell(columns: EventColumns, row: int) -> str:
    parts = [status_text(MODALITIES[columns.modalities[row]])]
    if columns.flags[row] & EventFlag.DISPUTED:
        parts.append(_tr("date disputed"))
    if columns.flags[row] & EventFlag.REJECTED:
        parts.append(_tr("rejected"))
    return ", ".join(parts)


def sentence(columns: EventColumns, row: int, title: str) -> str:
    """Return one line that says what the event is: for tooltips and screen readers."""
    kind = cell_text(columns, row, Column.TYPE)
    status = _status_cell(columns, row)
    when = cell_text(columns, row, Column.DATE)
    reports = int(columns.reports[row])
    told = _tr("1 report") if reports == 1 else _tr("{} reports").format(reports)
    return f"{title}. {when}. {kind}, {status.lower()}, {told}."

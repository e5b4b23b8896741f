"""CSV of events: this program's own rows, and TimelineJS's spreadsheet.

The first line names the columns; columns that are not known are left alone.
"""

import csv
import io
import re
from collections.abc import Mapping

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, parse_iso
from timeline_app.errors import ReadingError
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.read_events import (
    UNTITLED,
    EventFile,
    kind_of,
    status_of,
    text_of_html,
)
from timeline_app.operations.event_files.times import edtf_time, time_of_fields
from timeline_app.operations.export.csv_rows import armed
from timeline_app.operations.writers.chronology import LeftOut
from timeline_app.reading.decoding import decode
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, MAX_CONTAINER_BYTES, InputFile

Row = Mapping[str, str]
_OWN = frozenset({"date", "title", "type", "status"})
_SHEET = frozenset({"year", "headline"})
_NOWHERE = Span(0, 0)
_WITH_ROLE = re.compile(r"(.*) \((\w+)\)", re.DOTALL)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
_SHEET_STATUS = re.compile(r"<p><em>(\w+)</em></p>")


def is_event_table(head: bytes) -> bool:
    """Tell whether a table's columns are those of events."""
    columns = _names(head)
    return columns >= _OWN or columns >= _SHEET


def _names(head: bytes) -> set[str]:
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return {name.strip().lower() for row in csv.reader([line.strip()]) for name in row}


def read_event_table(file: InputFile) -> EventFile:
    """Return the rows as events; rows that cannot be taken are named by their number."""
    text = decode(file.read(limit=MAX_CONTAINER_BYTES), file.name).text.removeprefix("\ufeff")
    csv.field_size_limit(MAX_ARTICLE_BYTES)
    events: list[AddEvent] = []
    left_out: list[LeftOut] = []
    try:
        for number, row in enumerate(_rows(text), start=2):
            taken = _sheet_event(row) if "headline" in row else _own_event(row)
            if isinstance(taken, AddEvent):
                events.append(taken)
            elif taken:
                left_out.append(LeftOut(title=f"row {number}", reason=taken))
    except csv.Error as error:
        raise ReadingError(
            f"{file.name}: the table is damaged ({error}). Save it as CSV in UTF-8 again."
        ) from error
    return EventFile(events=tuple(events), left_out=tuple(left_out))


def _rows(text: str) -> list[Row]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [
        {str(name).strip().lower(): armed(cell or "") for name, cell in row.items() if name}
        for row in rows
    ]


# ---- this program's rows


def _own_event(row: Row) -> AddEvent | str:
    """Return the event, or why there is none."""
    date = row.get("date", "").strip()
    time = _own_time(row, date)
    if date and time is None:
        return f"“{date}” is no date in EDTF, such as 2015-11-24 or 2015-11"
    if not row.get("title", "").strip():
        return UNTITLED
    kind, as_tag = kind_of(row.get("type", ""))
    return AddEvent(
        type=kind,
        title=row["title"],
        time=time,
        modality=status_of(row.get("status", "")),
        participants=_participants(row),
        places=tuple(
            Place(name=name, country=None, span=_NOWHERE) for name in _items(row.get("places", ""))
        ),
        tags=(*_items(row.get("tags", "")), *as_tag),
        note=row.get("note", ""),
    )


def _own_time(row: Row, date: str) -> EventTime | None:
    """Return the time of the date, with the precision stated beside it where both agree."""
    time = edtf_time(date)
    begin, end = _stamp(row.get("begin_date", "")), _stamp(row.get("end_date", ""))
    stated = row.get("precision", "")
    if time is None or stated not in set(Precision):
        return time
    precision = Precision(stated)
    agrees = (begin, end) == (time.begin, time.end)
    if precision is Precision.PART_OF_DAY and begin is not None and end is not None:
        agrees = (begin - begin % DAY_S, end + -end % DAY_S) == (time.begin, time.end)
    if not agrees:
        return time
    return EventTime(
        begin=begin,
        end=end,
        precision=precision,
        approximate=time.approximate,
        uncertain=time.uncertain,
    )


def _stamp(text: str) -> Instant | None:
    try:
        return parse_iso(text) if text else None
    except ValueError:
        return None


def _participants(row: Row) -> tuple[Participant, ...]:
    names = _items(row.get("participants", ""))
    kinds = _items(row.get("participant_kinds", ""))
    if len(kinds) != len(names):
        kinds = ("",) * len(names)
    return tuple(map(_participant, names, kinds))


def _participant(words: str, kind: str) -> Participant:
    match = _WITH_ROLE.fullmatch(words)
    is_role = match is not None and match[2] in set(Role)
    return Participant(
        name=match[1] if match and is_role else words,
        role=Role(match[2]) if match and is_role else Role.OTHER,
        kind=ActorKind(kind) if kind in set(ActorKind) else ActorKind.GROUP,
        span=_NOWHERE,
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())


# ---- TimelineJS's spreadsheet


def _sheet_event(row: Row) -> AddEvent | str:
    if row.get("type", "").strip().lower() in ("title", "era"):
        return ""
    title = text_of_html(row["headline"])
    if not title:
        return UNTITLED
    try:
        time = time_of_fields(_fields(row, ""), _fields(row, "end "))
    except (ValueError, OverflowError) as error:
        return f"its date cannot be read ({error})"
    text = row.get("text", "")
    status = _SHEET_STATUS.match(text)
    kind, tags = kind_of(row.get("group", ""))
    return AddEvent(
        type=kind,
        title=title,
        time=time,
        modality=status_of(status[1] if status else ""),
        tags=tags,
        note=text_of_html(text[status.end() :] if status else text),
    )


def _fields(row: Row, prefix: str) -> tuple[int, ...]:
    fields: list[int] = []
    for name in ("year", "month", "day"):
        cell = row.get(prefix + name, "").strip()
        if not cell:
            return tuple(fields)
        fields.append(int(cell))
    clock = _CLOCK.fullmatch(row.get(f"{prefix}time", "").strip())
    return (*fields, int(clock[1]), int(clock[2])) if clock else tuple(fields)

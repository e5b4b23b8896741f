"""iCalendar: each VEVENT an event; times stand as they are written, without their zone."""

from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar.cal import Component

from timeline_app.annotation.mention import Modality
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import Instant, instant
from timeline_app.errors import ReadingError
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.read_events import (
    UNTITLED,
    EventFile,
    kind_of,
    status_of,
)
from timeline_app.operations.event_files.times import edtf_time, time_of_bounds
from timeline_app.operations.writers.calendar import moments_of
from timeline_app.operations.writers.chronology import LeftOut
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile

_STATUS = {"TENTATIVE": Modality.PLANNED, "CANCELLED": Modality.DENIED}
_HEAD_LINES = ("When: ", "Status: ")


def is_calendar(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a calendar."""
    return b"BEGIN:VCALENDAR" in head


def read_calendar(file: InputFile) -> EventFile:
    """Return the events; of one that repeats the first time is taken."""
    try:
        calendar = Calendar.from_ical(file.read(limit=MAX_CONTAINER_BYTES))
        components = calendar.walk("VEVENT")
    except (ValueError, KeyError, IndexError, RecursionError) as error:
        raise ReadingError(
            f"{file.name}: the calendar is damaged ({error}). Export it again."
        ) from error
    events: list[AddEvent] = []
    left_out: list[LeftOut] = []
    for number, component in enumerate(components, start=1):
        title = str(component.get("summary", "")).strip()
        if not title:
            left_out.append(LeftOut(title=f"entry {number}", reason=UNTITLED))
            continue
        events.append(_event(component, title))
        if "rrule" in component:
            reason = "it repeats, and only its first time is taken over"
            left_out.append(LeftOut(title=title, reason=reason))
    if any(map(_has_zone, components)):
        reason = "times are taken as they are written, without their zone"
        left_out.append(LeftOut(title="time zones", reason=reason))
    return EventFile(events=tuple(events), left_out=tuple(left_out))


def _event(component: Component, title: str) -> AddEvent:
    categories = _categories(component)
    kind, tags = kind_of(categories[0] if categories else "")
    place = str(component.get("location", ""))
    stated, note = _description(str(component.get("description", "")))
    return AddEvent(
        type=kind,
        title=title,
        time=_time(component),
        modality=stated or _STATUS.get(str(component.get("status", "")).upper(), Modality.ACTUAL),
        places=tuple(
            Place(name=name.strip(), country=None, span=Span(0, 0))
            for name in place.split(",")
            if name.strip()
        ),
        tags=(*tags, *categories[1:]),
        note=note,
    )


def _categories(component: Component) -> list[str]:
    found: Any = component.get("categories", [])
    groups = found if isinstance(found, list) else [found]
    return [str(name) for group in groups for name in getattr(group, "cats", [group])]


def _description(text: str) -> tuple[Modality | None, str]:
    """Return the status and the note of a description; two first lines are this program's own."""
    when, _, rest = text.partition("\n")
    status, _, note = rest.partition("\n")
    if when.startswith(_HEAD_LINES[0]) and status.startswith(_HEAD_LINES[1]):
        return status_of(status.removeprefix(_HEAD_LINES[1])), note.strip()
    return None, text.strip()


def _time(component: Component) -> EventTime | None:
    """Return the time: what EDTF says where the bounds were not moved since, else the bounds."""
    begin, end = _decoded(component, "dtstart"), _decoded(component, "dtend")
    stated = edtf_time(str(component.get("x-edtf", "")))
    if stated is not None and moments_of(stated) == (begin, end):
        return stated
    if not isinstance(begin, date):
        return None
    first = _instant(begin)
    duration = _decoded(component, "duration")
    if isinstance(end, date):
        last = _instant(end)
    elif isinstance(duration, timedelta):
        last = Instant(first + int(duration.total_seconds()))
    else:
        last = Instant(first + (0 if isinstance(begin, datetime) else 86_400))
    return time_of_bounds(first, last, is_fuzzy=False)


def _has_zone(component: Component) -> bool:
    begin = getattr(component.get("dtstart"), "dt", None)
    return isinstance(begin, datetime) and begin.tzinfo is not None


def _decoded(component: Component, name: str) -> object:
    found = getattr(component.get(name), "dt", None) or getattr(component.get(name), "td", None)
    return found.replace(tzinfo=None) if isinstance(found, datetime) else found


def _instant(at: date) -> Instant:
    if isinstance(at, datetime):
        return instant(at.year, at.month, at.day, at.hour, at.minute, at.second)
    return instant(at.year, at.month, at.day)

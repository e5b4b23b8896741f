"""iCalendar (RFC 5545): days as VALUE=DATE, status from what is known to have happened."""

from datetime import UTC, date, datetime

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from timeline_app.annotation.mention import Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, civil
from timeline_app.operations.writers.chronology import (
    BEFORE_COMMON_ERA,
    Chronology,
    Entry,
    Written,
    needs_a_begin,
    split,
)
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_STATUS = {
    Modality.ACTUAL: "CONFIRMED",
    Modality.PLANNED: "TENTATIVE",
    Modality.PROPOSED: "TENTATIVE",
    Modality.HYPOTHETICAL: "TENTATIVE",
    Modality.DENIED: "CANCELLED",
}
_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
"""DTSTAMP is required; a constant keeps the file the same for the same events."""


def write_ics(chronology: Chronology) -> Written:
    """Write a calendar; a month is one entry that spans the month and says so."""
    entries, left_out = split(chronology, _obstacle)
    calendar = Calendar()
    calendar.add("prodid", "-//timeline-app//chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", chronology.title)
    if left_out:
        names = "; ".join(f"{item.title} ({item.reason})" for item in left_out)
        calendar.add("x-timeline-left-out", names)
    for entry in entries:
        calendar.add_component(_component(entry))
    return Written(content=calendar.to_ical(), left_out=left_out)


def _obstacle(entry: Entry) -> str | None:
    reason = needs_a_begin(entry)
    time = entry.event.time
    if reason is not None or time is None:
        return reason
    years = [civil(at).year for at in (time.begin, time.end) if at is not None]
    if min(years) < 1:
        return BEFORE_COMMON_ERA
    return "this format has no years after 9998" if max(years) > 9998 else None


def _component(entry: Entry) -> CalendarEvent:
    event = entry.event
    component = CalendarEvent()
    component.add("uid", _uid(entry))
    component.add("dtstamp", _STAMP)
    component.add("summary", event.title)
    component.add("status", _STATUS[event.modality])
    component.add("categories", [event.type.value, *event.tags])
    component.add("description", _description(entry))
    component.add("x-edtf", entry.edtf)
    if event.time is not None:
        component.add("x-timeline-precision", event.time.precision.value)
        _add_bounds(component, event.time)
    if event.places:
        component.add("location", ", ".join(place.name for place in event.places))
    url = next((c.article.url for c in entry.citations if c.article.url), None)
    if url:
        component.add("url", url)
    return component


def _uid(entry: Entry) -> str:
    """Return an identity that stays through edits and that no other library's event has (RFC 7986).

    Event numbers are a library's own; the articles told of make them one of the world's.
    """
    told = min((c.article.sha256[:16] for c in entry.citations), default="by-hand")
    return f"event-{entry.event.id}-{told}@timeline-app"


def _add_bounds(component: CalendarEvent, time: EventTime) -> None:
    begin, end = moments_of(time)
    if begin is not None:
        component.add("dtstart", begin)
    if end is not None:
        component.add("dtend", end)


def moments_of(time: EventTime) -> tuple[date | None, date | None]:
    """Return DTSTART and DTEND: clock times only where the source gives one, else whole days."""
    is_clock = time.precision in (Precision.MINUTE, Precision.HOUR)
    begin, end = time.begin, time.end
    if end is not None and not is_clock:
        end = Instant(end + (-end % DAY_S))
    moment = _moment if is_clock else _day
    return (None if begin is None else moment(begin)), (None if end is None else moment(end))


def _day(at: int) -> date:
    c = civil(at)
    return date(c.year, c.month, c.day)


def _moment(at: int) -> datetime:
    return datetime(*civil(at))  # floating: local time as the source tells it


def _description(entry: Entry) -> str:
    lines = [f"When: {date_words(entry.event.time)}", f"Status: {entry.event.modality.value}"]
    for citation in entry.citations:
        lines += ["", f"“{citation.quote}”", source_words(citation), how_dated(citation)]
    if entry.event.note:
        lines += ["", entry.event.note]
    return "\n".join(lines)

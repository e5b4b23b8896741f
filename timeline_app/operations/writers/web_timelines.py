"""JSON of web timelines: TimelineJS3, vis-timeline, SIMILE.

TimelineJS3's dates leave out the fields that are not known, so that a month stays a month.
vis-timeline has points and ranges: what is known to the minute is a point, all else a range.
SIMILE tells uncertain bounds by `latestStart` and `earliestEnd`.
All three put titles and texts into a page as HTML, so both are escaped.
"""

import json
from html import escape
from typing import Any

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import civil, iso_text, stamp_text
from timeline_app.operations.writers.chronology import (
    Chronology,
    Entry,
    LeftOut,
    Written,
    needs_a_begin,
    split,
)
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_FIELDS = ("year", "month", "day", "hour", "minute")
_KNOWN_FIELDS = {
    Precision.MINUTE: 5,
    Precision.HOUR: 4,
    Precision.MONTH: 2,
    Precision.QUARTER: 2,
    Precision.YEAR: 1,
    Precision.DECADE: 1,
    Precision.CENTURY: 1,
}
_ONE_DATE = (Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.MONTH, Precision.YEAR)


def write_timelinejs(chronology: Chronology) -> Written:
    """Write TimelineJS3's JSON."""
    entries, left_out = split(chronology, needs_a_begin)
    content = {
        "title": {"text": {"headline": escape(chronology.title), "text": omissions_html(left_out)}},
        "events": [_slide(entry) for entry in entries],
    }
    return Written(content=_json(content), left_out=left_out)


def _slide(entry: Entry) -> dict[str, Any]:
    event, time = entry.event, entry.event.time
    slide: dict[str, Any] = {
        "unique_id": f"event-{event.id}",
        "group": event.type.value,
        "display_date": escape(date_words(time)),
        "edtf": entry.edtf,
        "text": {"headline": escape(event.title), "text": evidence_html(entry)},
    }
    return slide | (slide_dates(time) if time is not None else {})


def slide_dates(time: EventTime) -> dict[str, dict[str, int]]:
    """Return a slide's `start_date` and `end_date`, with the fields that are known."""
    if time.begin is None:
        return {}
    dates = {"start_date": partial_date(time.begin, time.precision)}
    if time.end is not None and not is_one_date(time):
        dates["end_date"] = partial_date(time.end - 1, time.precision)
    return dates


def is_one_date(time: EventTime) -> bool:
    """Tell whether TimelineJS's begin alone says the time: a unit that it knows."""
    return time.precision in _ONE_DATE and _is_one_unit(time)


def _is_one_unit(time: EventTime) -> bool:
    if time.begin is None or time.end is None:
        return False
    first, last = (partial_date(at, time.precision) for at in (time.begin, time.end - 1))
    return first == last


def partial_date(at: int, precision: Precision) -> dict[str, int]:
    """Return an instant's fields as far as they are known."""
    count = _KNOWN_FIELDS.get(precision, 3)
    return dict(zip(_FIELDS[:count], civil(at)[:count], strict=True))


def write_vis(chronology: Chronology) -> Written:
    """Write vis-timeline's items and groups."""
    entries, left_out = split(chronology, _vis_obstacle)
    types = sorted({entry.event.type.value for entry in entries})
    content = {
        "groups": [{"id": name, "content": name.capitalize()} for name in types],
        "items": [_item(entry) for entry in entries],
        "left_out": [{"title": item.title, "reason": item.reason} for item in left_out],
    }
    return Written(content=_json(content), left_out=left_out)


def _vis_obstacle(entry: Entry) -> str | None:
    reason = needs_a_begin(entry)
    if reason is None and entry.event.time is not None and entry.event.time.end is None:
        return "its end is open, and this format would draw it as a point"
    return reason


def _item(entry: Entry) -> dict[str, Any]:
    event, time = entry.event, entry.event.time
    item: dict[str, Any] = {
        "id": event.id,
        "group": event.type.value,
        "content": escape(event.title),
        "title": escape(f"{date_words(time)} · {event.modality.value}"),
        "className": f"status-{event.modality.value}",
        "edtf": entry.edtf,
        "precision": time.precision.value if time else None,
        "type": "point" if time and time.precision is Precision.MINUTE else "range",
    }
    if time is not None and time.begin is not None and time.end is not None:
        item["start"] = stamp_text(time.begin)
        if item["type"] == "range":
            item["end"] = stamp_text(time.end)
    return item


def write_simile(chronology: Chronology) -> Written:
    """Write SIMILE Timeline's JSON event source."""
    entries, left_out = split(chronology, needs_a_begin)
    content = {
        "dateTimeFormat": "iso8601",
        "events": [_simile_event(entry) for entry in entries],
        "left_out": [{"title": item.title, "reason": item.reason} for item in left_out],
    }
    return Written(content=_json(content), left_out=left_out)


def _simile_event(entry: Entry) -> dict[str, Any]:
    """A happening somewhere inside its bounds may begin as late as they end, and the reverse."""
    event = entry.event
    told: dict[str, Any] = {
        "title": escape(event.title),
        "description": evidence_html(entry),
        "caption": escape(date_words(event.time)),
        "edtf": entry.edtf,
        "classname": f"{event.type.value.lower()} status-{event.modality.value}",
    }
    return told | _simile_bounds(event.time)


def _simile_bounds(time: EventTime | None) -> dict[str, Any]:
    if time is None or time.begin is None:
        return {}
    begin = iso_text(time.begin)
    if time.end is None:
        return {"start": begin, "durationEvent": False}
    end = iso_text(time.end)
    return {
        "start": begin,
        "latestStart": end,
        "earliestEnd": begin,
        "end": end,
        "durationEvent": True,
    }


def evidence_html(entry: Entry) -> str:
    """Return the quotes and sources of an event as escaped HTML paragraphs."""
    status = f"<p><em>{escape(entry.event.modality.value)}</em></p>"
    quotes = (
        f"<p>“{escape(c.quote)}” — {escape(source_words(c))}. {escape(how_dated(c))}</p>"
        for c in entry.citations
    )
    note = f"<p>{escape(entry.event.note)}</p>" if entry.event.note else ""
    return status + "".join(quotes) + note


def omissions_html(left_out: tuple[LeftOut, ...]) -> str:
    """Return the events that are left out as an HTML list, "" where none is."""
    items = "".join(f"<li>{escape(i.title)}: {escape(i.reason)}</li>" for i in left_out)
    return f"<p>Left out:</p><ul>{items}</ul>" if items else ""


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()

"""TimelineJS3's JSON: slides with dates that leave out what is not known."""

import json
import re
from typing import Any

from timeline_app.chrono.event_time import EventTime
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
from timeline_app.operations.writers.chronology import LeftOut
from timeline_app.operations.writers.web_timelines import slide_dates
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile

_FIELDS = ("year", "month", "day", "hour", "minute")
_STATUS = re.compile(r"<p><em>(\w+)</em></p>")


def is_timelinejs(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of TimelineJS's JSON."""
    return b'"events"' in head and (b'"start_date"' in head or b'"headline"' in head)


def read_timelinejs(file: InputFile) -> EventFile:
    """Return the slides as events, the title slide left aside; slides without a date are named."""
    events: list[AddEvent] = []
    left_out: list[LeftOut] = []
    for number, slide in enumerate(_slides(file), start=1):
        taken = _event(slide) if isinstance(slide, dict) else "it is no slide"
        if isinstance(taken, AddEvent):
            events.append(taken)
        else:
            left_out.append(LeftOut(title=f"slide {number}", reason=taken))
    return EventFile(events=tuple(events), left_out=tuple(left_out))


def _slides(file: InputFile) -> list[Any]:
    try:
        slides = json.loads(file.read(limit=MAX_CONTAINER_BYTES))["events"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReadingError(
            f"{file.name}: this is not TimelineJS's JSON ({error}). Export it again."
        ) from error
    return slides if isinstance(slides, list) else []


def _event(slide: dict[str, Any]) -> AddEvent | str:
    """Return the event, or why there is none."""
    words = slide.get("text")
    words = words if isinstance(words, dict) else {}
    title = text_of_html(str(words.get("headline") or ""))
    if not title:
        return UNTITLED
    try:
        time = _time(slide)
    except (ValueError, TypeError, OverflowError) as error:
        return f"the date of “{title}” cannot be read ({error})"
    text = str(words.get("text") or "")
    status = _STATUS.match(text)
    kind, tags = kind_of(str(slide.get("group") or ""))
    note = [text_of_html(text[status.end() :] if status else text), _media(slide)]
    return AddEvent(
        type=kind,
        title=title,
        time=time,
        modality=status_of(status[1] if status else ""),
        tags=tags,
        note="\n".join(line for line in note if line),
    )


def _time(slide: dict[str, Any]) -> EventTime:
    stated = edtf_time(str(slide.get("edtf") or ""))
    begin, end = slide.get("start_date") or {}, slide.get("end_date") or {}
    if stated is not None:
        dates = slide_dates(stated)
        if (dates.get("start_date", {}), dates.get("end_date", {})) == (begin, end):
            return stated
    return time_of_fields(_fields(begin), _fields(end))


def _fields(told: dict[str, Any]) -> tuple[int, ...]:
    fields: list[int] = []
    for name in _FIELDS:
        if told.get(name) in (None, ""):
            break
        fields.append(int(told[name]))
    return tuple(fields)


def _media(slide: dict[str, Any]) -> str:
    media = slide.get("media")
    return str(media.get("url") or "") if isinstance(media, dict) else ""

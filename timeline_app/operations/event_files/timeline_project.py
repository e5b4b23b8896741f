"""The Timeline Project's XML."""

import re

from lxml import etree

from timeline_app.annotation.mention import Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import parse_iso
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.read_events import (
    UNTITLED,
    EventFile,
    kind_of,
    status_of,
)
from timeline_app.operations.event_files.times import edtf_time, time_of_bounds
from timeline_app.operations.writers.chronology import LeftOut
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.safe_xml import parse_xml

_OWN_LINE = re.compile(r".* · EDTF (\S+) \((\w+)\)")


def is_timeline_project(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a timeline."""
    return b"<timeline" in head


def read_timeline_project(file: InputFile) -> EventFile:
    """Return the events; those whose time cannot be read are named."""
    root = parse_xml(file.read(limit=MAX_CONTAINER_BYTES), file.name)
    events: list[AddEvent] = []
    left_out: list[LeftOut] = []
    for number, element in enumerate(root.iterfind("events/event"), start=1):
        title = element.findtext("text", "")
        if not title.strip():
            left_out.append(LeftOut(title=f"event {number}", reason=UNTITLED))
            continue
        try:
            events.append(_event(element, title))
        except (ValueError, OverflowError) as error:
            left_out.append(LeftOut(title=title, reason=f"its time cannot be read ({error})"))
    return EventFile(events=tuple(events), left_out=tuple(left_out))


def _event(element: etree._Element, title: str) -> AddEvent:
    description = element.findtext("description", "")
    first, _, rest = description.partition("\n")
    own = _OWN_LINE.fullmatch(first)
    kind, tags = kind_of(element.findtext("category", ""))
    return AddEvent(
        type=kind,
        title=title,
        time=_time(element, own[1] if own else ""),
        modality=status_of(own[2]) if own else Modality.ACTUAL,
        tags=tags,
        note=rest if own else description,
    )


def _time(element: etree._Element, edtf: str) -> EventTime:
    """Return the time: what EDTF says where the bounds were not moved since, else the bounds."""
    begin = parse_iso(element.findtext("start", "").strip().replace(" ", "T"))
    end = parse_iso(element.findtext("end", "").strip().replace(" ", "T"))
    stated = edtf_time(edtf)
    if stated is not None and (stated.begin, stated.end) == (begin, end):
        return stated
    is_fuzzy = element.findtext("fuzzy", "").strip().lower() == "true"
    return time_of_bounds(begin, end, is_fuzzy=is_fuzzy)

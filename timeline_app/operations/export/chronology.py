"""Events as short lines of a chronology, earliest first, undated ones last."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.annotation.event import Event
from timeline_app.annotation.mention import EventMention, EventType, Extraction, Modality
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime

UNDATED = "undated"
_LAST = 2**63


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyLine:
    """An event as a person reads it in a list; `date` is EDTF, or "undated"."""

    date: str
    type: EventType
    status: Modality
    title: str
    places: str
    said_by: str
    reported_by: str
    begin: int
    end: int


def lines_of_extraction(extraction: Extraction) -> tuple[ChronologyLine, ...]:
    """Return the events of one document; a mention that repeats another is left out."""
    first = (mention for mention in extraction.mentions if mention.same_as is None)
    reporter = extraction.document.outlet or extraction.document.title
    return _sorted(_of_mention(mention, reporter) for mention in first)


def line_of_event(event: Event, reported_by: str) -> ChronologyLine:
    """Return an event of a library; `reported_by` names its articles."""
    said_by = [s.name for report in event.reports[:1] for s in report.mention.attribution]
    return ChronologyLine(
        date=_date(event.time),
        type=event.type,
        status=event.modality,
        title=event.title,
        places=_names(place.name for place in event.places),
        said_by=_names(said_by),
        reported_by=reported_by,
        begin=_begin(event.time),
        end=_end(event.time),
    )


def _of_mention(mention: EventMention, reporter: str) -> ChronologyLine:
    return ChronologyLine(
        date=_date(mention.time),
        type=mention.type,
        status=mention.modality,
        title=mention.title,
        places=_names(place.name for place in mention.places),
        said_by=_names(source.name for source in mention.attribution),
        reported_by=reporter,
        begin=_begin(mention.time),
        end=_end(mention.time),
    )


def _sorted(lines: Iterable[ChronologyLine]) -> tuple[ChronologyLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.begin, line.end)))


def _date(time: EventTime | None) -> str:
    return edtf_text(time) if time is not None else UNDATED


def _begin(time: EventTime | None) -> int:
    """Return the sort key: an event with an open begin stands where it ends."""
    if time is None:
        return _LAST
    known = time.begin if time.begin is not None else time.end
    return int(known) if known is not None else _LAST - 1


def _end(time: EventTime | None) -> int:
    return int(time.end) if time is not None and time.end is not None else _LAST


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))

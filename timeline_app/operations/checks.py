"""Contradictions that a careful reader would notice, told and never resolved by themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel import UnknownLocaleError
from babel.dates import get_day_names

from timeline_app.annotation.document import Document
from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.annotation.mention import EventMention, Extraction, Modality
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, iso_text, parse_iso, weekday
from timeline_app.storage.library import Library

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_CHARS = 12


class FindingKind(StrEnum):
    """What contradicts what."""

    WEEKDAY = "weekday and date"
    DOCUMENT_DATE = "dates of the article"
    PAST_IN_FUTURE = "told as past, dated after publication"
    PLAN_IN_PAST = "told as planned, dated before publication"
    RIVAL_DATES = "reports disagree about the date"
    RIVAL_PLACES = "reports disagree about the place"
    RIVAL_FIGURES = "reports disagree about figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A contradiction: where it stands, and one sentence about it."""

    kind: FindingKind
    text: str
    document_id: DocumentId | None = None
    span: Span | None = None
    event_id: EventId | None = None


def check_article(library: Library, document_id: DocumentId) -> tuple[Finding, ...]:
    """Return the contradictions in an article of the library, in the order of its text."""
    extraction = library.extraction(document_id)
    events = library.events_of_mentions(document_id)
    return tuple(find_in_extraction(extraction, document_id, events))


def find_in_extraction(
    extraction: Extraction, document_id: DocumentId, events: dict[str, EventId]
) -> Iterator[Finding]:
    """Yield the contradictions in what was found in one article."""
    document = extraction.document
    if document.dct is not None and document.rival_dcts:
        yield _rival_publication_dates(document, document_id)
    for timex in extraction.timexes:
        told = _wrong_weekday(document, timex)
        if told:
            yield Finding(
                kind=FindingKind.WEEKDAY, text=told, document_id=document_id, span=timex.span
            )
    published = _day_of(document)
    if published is None:
        return
    seen = set[tuple[EventId | None, str]]()
    for mention in extraction.mentions:
        found = _out_of_time(mention, published)
        if found is None:
            continue
        kind, told = found
        event_id = events.get(mention.id)
        if event_id is not None and (event_id, told) in seen:
            continue  # a headline and the sentence that dates it contradict the article once
        seen.add((event_id, told))
        yield Finding(
            kind=kind, text=told, document_id=document_id, span=mention.trigger, event_id=event_id
        )


def check_event(event: Event) -> tuple[Finding, ...]:
    """Return the contradictions between an event's reports."""
    if event.time is None or not event.rival_times:
        return ()
    rivals = ", ".join(edtf_text(time) for time in event.rival_times)
    told = f"Shown at {edtf_text(event.time)}, but other reports say {rivals}."
    return (Finding(kind=FindingKind.RIVAL_DATES, text=told, event_id=event.id),)


def _rival_publication_dates(document: Document, document_id: DocumentId) -> Finding:
    assert document.dct is not None
    stated = [document.dct, *document.rival_dcts]
    told = "; ".join(f"{one.source.value} says {one.value[:10]}" for one in stated)
    return Finding(
        kind=FindingKind.DOCUMENT_DATE,
        text=f"The article states several dates of its own: {told}.",
        document_id=document_id,
        span=next((one.span for one in stated if one.span is not None), None),
    )


def _wrong_weekday(document: Document, timex: Timex) -> str | None:
    """Return a sentence where a weekday is named beside a date that is another weekday."""
    time = timex.time
    if time is None or time.begin is None or time.end is None or time.end - time.begin > DAY_S:
        return None
    if not any(character.isdigit() for character in timex.text):
        return None
    begin = max(0, timex.span.begin - _BEFORE_CHARS)
    lead = document.text[begin : timex.span.begin].rpartition("\n")[2]
    names = _weekday_names(document.language)
    in_phrase = [word for word in _WORD.findall(timex.text.casefold()) if word in names]
    just_before = [word for word in _WORD.findall(lead.casefold())[-1:] if word in names]
    named = in_phrase or just_before
    if not named or names[named[0]] == weekday(time.begin):
        return None
    return f"“{named[0].capitalize()}” does not fit: {iso_text(time.begin)[:10]} is another day."


@cache
def _weekday_names(language: str) -> dict[str, int]:
    """Return the ISO weekday of each name of a day, short names without their full stop."""
    try:
        wide = get_day_names("wide", locale=language)
        short = get_day_names("abbreviated", locale=language)
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.casefold().rstrip("."): day + 1
        for table in (wide, short)
        for day, name in table.items()
    }


def _day_of(document: Document) -> int | None:
    if document.dct is None:
        return None
    try:
        published = parse_iso(document.dct.value)
    except ValueError:
        return None
    return published - published % DAY_S


def _out_of_time(mention: EventMention, published: int) -> tuple[FindingKind, str] | None:
    """Return what is wrong between a mention's status, its date and the article's."""
    time = mention.time
    if time is None:
        return None
    day = iso_text(published)
    if mention.modality is Modality.ACTUAL and _begins_after(time, published + DAY_S):
        told = f"Told as having happened on {edtf_text(time)}, in an article of {day}."
        return FindingKind.PAST_IN_FUTURE, told
    if mention.modality is Modality.PLANNED and _ends_before(time, published):
        told = f"Told as planned for {edtf_text(time)}, in an article of {day}."
        return FindingKind.PLAN_IN_PAST, told
    return None


def _begins_after(time: EventTime, at: int) -> bool:
    return time.begin is not None and time.begin >= at


def _ends_before(time: EventTime, at: int) -> bool:
    return time.end is not None and time.end <= at

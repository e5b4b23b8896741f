"""What became of each date phrase of an article: nothing is dropped in silence."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.storage.library import Library


class PhraseFate(StrEnum):
    """What became of a date phrase."""

    PLACED = "placed"
    """It dates an event on the timeline."""
    REJECTED = "rejected"
    """It dates only events that the user rejected."""
    UNDATED = "undated"
    """It could not be resolved, or it could not date the event that it belongs to."""
    UNUSED = "unused"
    """It was understood and dates no event (durations and repetitions never do)."""
    DATELINE = "dateline"
    """It says when the article was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A date phrase, what became of it, and the events that it dates."""

    timex: Timex
    fate: PhraseFate
    event_ids: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The date phrases of an article in the order of the text."""

    phrases: tuple[Phrase, ...]

    def count(self, *fates: PhraseFate) -> int:
        """Return how many phrases came to one of `fates`."""
        return sum(phrase.fate in fates for phrase in self.phrases)

    @property
    def dated_count(self) -> int:
        """Return how many phrases could date an event: all but datelines."""
        return len(self.phrases) - self.count(PhraseFate.DATELINE)

    @property
    def placed_count(self) -> int:
        """Return how many phrases date an event on the timeline."""
        return self.count(PhraseFate.PLACED)


def coverage_in(library: Library, document_id: DocumentId) -> Coverage:
    """Return what became of the date phrases of an article of the library."""
    events = library.events_of_mentions(document_id)
    rejected = {one for one in set(events.values()) if library.event(one).is_rejected}
    return coverage_of(library.extraction(document_id), events, rejected)


def coverage_of(
    extraction: Extraction, events: Mapping[str, EventId], rejected: Set[EventId]
) -> Coverage:
    """Return what became of the date phrases; `events` has the event of each mention by its id."""
    by_timex: dict[str, list[EventMention]] = {}
    for mention in extraction.mentions:
        if mention.timex_id is not None:
            by_timex.setdefault(mention.timex_id, []).append(mention)
    return Coverage(
        phrases=tuple(
            _phrase(timex, by_timex.get(timex.id, ()), events, rejected)
            for timex in extraction.timexes
        )
    )


def _phrase(
    timex: Timex,
    mentions: Iterable[EventMention],
    events: Mapping[str, EventId],
    rejected: Set[EventId],
) -> Phrase:
    mentions = tuple(mentions)
    dated = dict.fromkeys(events[m.id] for m in mentions if m.time is not None and m.id in events)
    placed = tuple(event_id for event_id in dated if event_id not in rejected)
    if placed:
        return Phrase(timex=timex, fate=PhraseFate.PLACED, event_ids=placed)
    if dated:
        return Phrase(timex=timex, fate=PhraseFate.REJECTED, event_ids=tuple(dated))
    return Phrase(timex=timex, fate=_fate_of_idle(timex, is_wanted=bool(mentions)))


def _fate_of_idle(timex: Timex, *, is_wanted: bool) -> PhraseFate:
    if timex.is_dateline:
        return PhraseFate.DATELINE
    is_date = timex.type in (TimexType.DATE, TimexType.TIME)
    return (
        PhraseFate.UNDATED if is_wanted or (is_date and timex.time is None) else PhraseFate.UNUSED
    )

"""Vague dates made exact by the article's one exact date of the same happening."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite
from timeline_app.extraction.link import Link
from timeline_app.extraction.telling import Telling

_KINDS = (EventType.ATTACK, EventType.DISASTER)
_VAGUE_DAYS = 27
"""A time of at least so many days is vague: a month, a year."""
_MONTH_DAYS = 31

_Days = Sequence[tuple[Instant, Instant, Link]]
"""Different exact times in their order, with their begin and end."""
_Kind = tuple[EventType, str, str] | EventType
"""What happenings are of one kind by: type, subtype and word, or the type alone."""


def refined(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings, a vague "last month's killing" on the one day that the article gives.

    The day must be the only one of its kind inside the vague time. The words must be the same,
    unless it is violence within a month.
    """
    exact = _exact_days(tellings)
    return tuple(_refined(t, exact) if _is_vague(t) else t for t in tellings)


def _exact_days(tellings: Sequence[Telling]) -> Mapping[_Kind, _Days]:
    links: dict[_Kind, dict[EventTime, Link]] = {}
    for telling in tellings:
        if telling.link.time is not None and _is_exact(telling):
            for kind in (_word(telling.candidate), telling.candidate.type):
                links.setdefault(kind, {})[telling.link.time] = telling.link
    return {kind: _in_order(of_kind) for kind, of_kind in links.items()}


def _in_order(links: Mapping[EventTime, Link]) -> _Days:
    bounded = [
        (time.begin, time.end, link)
        for time, link in links.items()
        if time.begin is not None and time.end is not None
    ]
    return sorted(bounded, key=itemgetter(0))


def _days(time: EventTime | None) -> int | None:
    if time is None or time.begin is None or time.end is None:
        return None
    return (time.end - time.begin) // DAY_S


def _is_exact(telling: Telling) -> bool:
    days = _days(telling.link.time)
    is_fact = telling.candidate.modality is Modality.ACTUAL and not telling.candidate.is_statement
    return is_fact and telling.link.basis is DateBasis.EXPLICIT and days is not None and days <= 1


def _is_vague(telling: Telling) -> bool:
    """Tell whether a noun that points to something known has a month or a year for its date."""
    c, days = telling.candidate, _days(telling.link.time)
    is_known = c.trigger.is_noun and not c.trigger.is_plural and _points_back(c)
    return is_known and days is not None and days >= _VAGUE_DAYS and not c.is_statement


def _points_back(candidate: Candidate) -> bool:
    return is_definite(candidate.sentence, candidate.trigger)


def _refined(telling: Telling, exact: Mapping[_Kind, _Days]) -> Telling:
    candidate, days = telling.candidate, _days(telling.link.time) or 0
    is_violence = candidate.type in _KINDS and days <= _MONTH_DAYS
    kind = candidate.type if is_violence else _word(candidate)
    inside = _inside(exact.get(kind, ()), telling.link.time)
    if len(inside) != 1:
        return telling
    link = inside[0]
    return replace(telling, link=replace(link, basis=DateBasis.CONTEXT, reason="kin"))


def _inside(days: _Days, time: EventTime | None) -> Sequence[Link]:
    """Return the links of the days that lie inside `time`."""
    if time is None or time.begin is None or time.end is None:
        return ()
    first = bisect_left(days, time.begin, key=itemgetter(0))
    last = bisect_right(days, time.end, key=itemgetter(0))
    return [link for _, end, link in days[first:last] if end <= time.end]


def _word(candidate: Candidate) -> tuple[EventType, str, str]:
    entry = candidate.trigger.entry
    return entry.type, entry.subtype, entry.lemma

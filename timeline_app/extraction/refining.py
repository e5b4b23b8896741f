"""Vague dates made exact by the article's one exact date of the same happening."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite
from timeline_app.extraction.link import Link
from timeline_app.extraction.merging import Telling

_KINDS = (EventType.ATTACK, EventType.DISASTER)
_VAGUE_DAYS = 27
"""A time of at least so many days is vague: a month, a year."""
_MONTH_DAYS = 31


def refined(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings, a vague "last month's killing" on the one day that the article gives.

    The day must be the only one of its kind inside the vague time. The words must be the same,
    unless it is violence within a month.
    """
    exact = [t for t in tellings if _is_exact(t)]
    return tuple(_refined(t, exact) if _is_vague(t) else t for t in tellings)


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


def _refined(telling: Telling, exact: Sequence[Telling]) -> Telling:
    links = {t.link.time: t.link for t in exact if _may_be(t, telling)}
    if len(links) != 1:
        return telling
    link: Link = next(iter(links.values()))
    return replace(telling, link=replace(link, basis=DateBasis.CONTEXT, reason="kin"))


def _may_be(exact: Telling, vague: Telling) -> bool:
    a, b = exact.candidate, vague.candidate
    days = _days(vague.link.time) or 0
    is_same_word = a.trigger.entry.subtype == b.trigger.entry.subtype and _root(a) == _root(b)
    is_kind = a.type is b.type and (is_same_word or (b.type in _KINDS and days <= _MONTH_DAYS))
    outer, inner = vague.link.time, exact.link.time
    if not is_kind or outer is None or inner is None:
        return False
    if outer.begin is None or outer.end is None or inner.begin is None or inner.end is None:
        return False
    return outer.begin <= inner.begin and inner.end <= outer.end


def _root(candidate: Candidate) -> str:
    return candidate.trigger.entry.lemma

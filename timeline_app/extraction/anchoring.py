"""Happenings dated by their distance from another: "two days after militants overran it"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.annotation.mention import DateBasis, EventType
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.interval import Interval
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import Link

_DISTANCE = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {
    "D": (Granularity.DAY, Precision.DAY),
    "W": (Granularity.WEEK, Precision.WEEK),
    "M": (Granularity.MONTH, Precision.MONTH),
    "Y": (Granularity.YEAR, Precision.YEAR),
}
_NEAR = 16
"""Most tokens between the distance and the happening from which it is counted."""


def is_distance(timex: Timex) -> bool:
    """Tell whether an expression is a plain number of days, weeks, months or years."""
    return timex.type is TimexType.DURATION and _DISTANCE.fullmatch(timex.value) is not None


def anchored(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    distances: Sequence[tuple[int, int, Timex]],
    known: Mapping[EventType, Link],
    language: str,
) -> Iterator[tuple[int, Link]]:
    """Yield the links of candidates that a distance places beside a dated one.

    `known` are the happenings dated earlier in the text, the last of each type.
    """
    for begin, end, timex in distances:
        sign = _direction(sentence.lower(end), language)
        inner = _inner(candidates, end)
        outer = _outer(candidates, begin, inner)
        if not sign or inner is None or outer is None:
            continue
        told = known.get(candidates[outer].type)
        if told is not None and _points_back(candidates[outer], sentence):
            yield from _placed(inner, told, timex, -sign)
            continue
        base = known.get(candidates[inner].type)
        is_told = base is not None and _points_back(candidates[inner], sentence)
        if base is not None and is_told and not _is_explicit(links[outer]):
            yield from _placed(outer, base, timex, sign)
        elif links[outer].time is not None and not _is_explicit(links[inner]):
            yield from _placed(inner, links[outer], timex, -sign)
        elif _is_of_the_story(candidates[outer], links[inner], sentence):
            yield from _placed(inner, links[inner], timex, -sign)
        elif links[inner].time is not None and not _is_explicit(links[outer]):
            yield from _placed(outer, links[inner], timex, sign)


def _is_of_the_story(outer: Candidate, inner: Link, sentence: Sentence) -> bool:
    """Tell whether the story's day is that of the one from which is counted, not of the other.

    "The blast came six weeks after rebels bombed a shrine": the shrine six weeks before the story.
    """
    return inner.basis is DateBasis.CONTEXT and _points_back(outer, sentence)


def _points_back(candidate: Candidate, sentence: Sentence) -> bool:
    """Tell whether it is a happening told before ("two days after the attack")."""
    return candidate.trigger.is_noun and is_definite(sentence, candidate.trigger)


def _is_explicit(link: Link) -> bool:
    return link.basis is DateBasis.EXPLICIT


def _direction(word: str, language: str) -> int:
    """Return 1 for "after", -1 for "before", 0 for anything else."""
    if word in word_set(language, "events/linking", "later_than"):
        return 1
    return -1 if word in word_set(language, "events/linking", "earlier_than") else 0


def _inner(candidates: Sequence[Candidate], end: int) -> int | None:
    """Return the happening from which the distance is counted: the first after the words."""
    near = (k for k, c in enumerate(candidates) if end < c.trigger.head <= end + _NEAR)
    return next(near, None)


def _outer(candidates: Sequence[Candidate], begin: int, inner: int | None) -> int | None:
    """Return the happening that is placed by the distance: before it, or after a comma."""
    left = [k for k, c in enumerate(candidates) if c.trigger.end <= begin]
    if left:
        return left[-1]
    return next(
        (
            k
            for k, c in enumerate(candidates)
            if inner is not None and k > inner and c.trigger.group is not None
        ),
        None,
    )


def _placed(k: int, base: Link, timex: Timex, sign: int) -> Iterator[tuple[int, Link]]:
    found = _DISTANCE.fullmatch(timex.value)
    if found is None or base.time is None or base.time.begin is None:
        return
    unit, precision = _UNITS[found[2]]
    at = shift(base.time.begin, unit, sign * int(found[1]))
    span = Interval.of_unit(at, unit)
    time = EventTime(begin=span.begin, end=span.end, precision=precision)
    yield k, Link(time=time, basis=DateBasis.EXPLICIT, timex=timex, reason="distance")

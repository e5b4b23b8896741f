"""Happenings dated by their distance from another: "two days after militants overran it"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
from timeline_app.extraction.times import whole_day

_DISTANCE = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {
    "D": (Granularity.DAY, Precision.DAY),
    "W": (Granularity.WEEK, Precision.DAY),
    "M": (Granularity.MONTH, Precision.MONTH),
    "Y": (Granularity.YEAR, Precision.YEAR),
}
_HOURS = re.compile(r"PT(\d{1,2}|X)H")
_FEW_HOURS = re.compile(r"PT([1-6]|X)H")
_NEAR = 16
"""Most tokens between the distance and the happening from which it is counted."""


def is_distance(timex: Timex) -> bool:
    """Tell whether an expression is a plain number of hours, days, weeks, months or years."""
    is_length = _DISTANCE.fullmatch(timex.value) or _HOURS.fullmatch(timex.value)
    return timex.type is TimexType.DURATION and is_length is not None


def anchored(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    distances: Sequence[tuple[int, int, Timex]],
    known: Mapping[EventType, Link],
    story: Link | None,
    language: str,
) -> Iterator[tuple[int, Link]]:
    """Yield the links of candidates that a distance places beside a dated one.

    `known` are the happenings dated earlier in the text, the last of each type, `story` the time
    that the story is at.
    """
    for begin, end, timex in distances:
        if story is not None and _is_hours_earlier(sentence, end, timex, language):
            yield from _hours_before(candidates, links, begin, timex, story)
            continue
        sign = _direction(sentence.lower(end), language)
        inner = _inner(candidates, end)
        if inner is not None and story is not None and _is_what_comes(sentence, begin, language):
            sign = _direction(sentence.lower(end), language)
            if sign and not _is_explicit(links[inner]):
                yield from _placed(inner, story, timex, -sign)
            continue
        outer = _outer(candidates, links, begin, inner, timex)
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


def _is_what_comes(sentence: Sentence, begin: int, language: str) -> bool:
    """Tell whether the distance is that of the story's news: "the move comes a month after"."""
    comes = word_set(language, "events/linking", "comes")
    return not comes.isdisjoint(sentence.lowers[max(0, begin - _NEAR_COMES) : begin])


_NEAR_COMES = 3


def _is_hours_earlier(sentence: Sentence, end: int, timex: Timex, language: str) -> bool:
    """Tell whether hours are counted back from where the story is: "three hours earlier"."""
    is_counted = sentence.lower(end) in word_set(language, "events/linking", "counted_back")
    goes_on = sentence.is_open(end + 1) or sentence.lower(end + 1) in sentence.grammar.closed
    is_end = not goes_on or sentence.lower(end + 1) in sentence.grammar.classes.comma
    return is_counted and is_end and _HOURS.fullmatch(timex.value) is not None


def _hours_before(
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    begin: int,
    timex: Timex,
    story: Link,
) -> Iterator[tuple[int, Link]]:
    """Yield the day of the verb beside "hours earlier": by the story's hour, else its own day."""
    left = [k for k, c in enumerate(candidates) if c.trigger.group and c.trigger.end <= begin]
    right = [k for k, c in enumerate(candidates) if c.trigger.group and c.trigger.begin > begin]
    k = left[-1] if left else right[0] if right else None
    found, time = _HOURS.fullmatch(timex.value), story.time
    if k is None or found is None or time is None or time.begin is None or _is_explicit(links[k]):
        return
    is_hour = time.precision in (Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE)
    hours = int(found[1]) if found[1] != "X" and is_hour else 0
    day = Interval.of_unit(shift(time.begin, Granularity.HOUR, -hours), Granularity.DAY)
    if not is_hour and time.precision is not Precision.DAY:
        return
    time = EventTime(begin=day.begin, end=day.end, precision=Precision.DAY)
    yield k, Link(time=time, basis=DateBasis.CONTEXT, timex=story.timex, reason="hours")


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


def _outer(
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    begin: int,
    inner: int | None,
    timex: Timex,
) -> int | None:
    """Return the happening that is placed by the distance: before it, or after a comma."""
    left = [k for k, c in enumerate(candidates) if c.trigger.end <= begin]
    if left:
        dated = [k for k in left if links[k].time is not None]
        return dated[-1] if _FEW_HOURS.fullmatch(timex.value) and dated else left[-1]
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
    if base.time is None or base.time.begin is None:
        return
    if found is None and _FEW_HOURS.fullmatch(timex.value):
        yield k, replace(base, time=whole_day(base.time), basis=DateBasis.CONTEXT, reason="shared")
    if found is None:
        return
    unit, precision = _UNITS[found[2]]
    at = shift(base.time.begin, unit, sign * int(found[1]))
    span = Interval.of_unit(at, min(unit, Granularity.DAY) if unit is Granularity.WEEK else unit)
    time = EventTime(
        begin=span.begin,
        end=span.end,
        precision=precision,
        approximate=unit is Granularity.WEEK,
    )
    yield k, Link(time=time, basis=DateBasis.EXPLICIT, timex=timex, reason="distance")

"""Happenings dated by how long they last: "after five days of fighting", "two hours of talks"."""

import re
from collections.abc import Iterator, Sequence

from timeline_app.annotation.mention import DateBasis, Modality
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import Link
from timeline_app.extraction.times import stretch

_DAYS = re.compile(r"P(\d{1,3})([DW])")
_MOST_WORDS = 3
"""Most words between "of" and the noun ("of bilateral talks")."""


def lasting(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    distances: Sequence[tuple[int, int, Timex]],
    language: str,
) -> Iterator[tuple[int, Link]]:
    """Yield the links of nouns of which a length is said, up to the day of the verb beside them."""
    for k, candidate in enumerate(candidates):
        at = _length_end(sentence, candidate, language)
        has_own = links[k].basis is DateBasis.EXPLICIT
        if at is None or has_own or candidate.modality is not Modality.ACTUAL:
            continue
        host = _host(candidates, links, k)
        if host is None:
            continue
        days = [d for d in distances if _DAYS.fullmatch(d[2].value)]
        timex = next((t for begin, end, t in days if begin <= at - 1 < end), None)
        link = (
            _span_to(host, timex) if timex is not None else _same_day(sentence, at, host, language)
        )
        if link is not None:
            yield k, link


def _length_end(sentence: Sentence, candidate: Candidate, language: str) -> int | None:
    """Return the token of "of" between a length and the noun, None if there is none."""
    if not candidate.trigger.is_noun:
        return None
    begin = noun_begin(candidate.trigger)
    of_noun = word_set(language, "events/linking", "of_noun")
    near = range(begin - 1, max(0, begin - 2 - _MOST_WORDS), -1)
    return next((j for j in near if sentence.lower(j) in of_noun), None)


def _host(candidates: Sequence[Candidate], links: Sequence[Link], k: int) -> Link | None:
    """Return the link of the nearest dated verb in the past."""
    past = [
        (abs(c.trigger.head - candidates[k].trigger.head), j)
        for j, c in enumerate(candidates)
        if c.tense is Tense.PAST and not c.trigger.is_noun and links[j].time is not None
    ]
    return links[min(past)[1]] if past else None


def _span_to(host: Link, timex: Timex) -> Link | None:
    found = _DAYS.fullmatch(timex.value)
    if found is None or host.time is None or host.time.begin is None or host.time.end is None:
        return None
    if host.time.end - host.time.begin > DAY_S:
        return None
    last = Instant(host.time.begin // DAY_S * DAY_S + DAY_S)
    days = int(found[1]) * (7 if found[2] == "W" else 1)
    time = stretch(shift(last, Granularity.DAY, -days), last)
    return Link(time=time, basis=DateBasis.EXPLICIT, timex=timex, reason="distance")


def _same_day(sentence: Sentence, at: int, host: Link, language: str) -> Link | None:
    hours = word_set(language, "events/linking", "within_a_day")
    if sentence.lower(at - 1) not in hours:
        return None
    return Link(time=host.time, basis=DateBasis.CONTEXT, timex=host.timex, reason="shared")

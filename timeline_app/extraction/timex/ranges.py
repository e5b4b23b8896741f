"""Two expressions that are the ends of one stretch of time: "from Oct. 30 to Nov. 14".

TIMEX3 has each end as an expression of its own; what lasts from one to the other has the whole
stretch for its time. The words between come from the pack (`[ranges]` in words.toml).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.extraction.language_pack import load_table

_LONGEST_GAP = 14
_REACH_BACK = 60
_WORD_RE = re.compile(r"\w+")
_DATED = (TimexType.DATE, TimexType.TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    to: frozenset[str]
    both: frozenset[str]
    between: frozenset[str]
    moves: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table: Mapping[str, str] = load_table(language, "time/words").get("ranges", {})

    def words(key: str) -> frozenset[str]:
        return frozenset(table.get(key, "").split())

    return _Words(
        to=words("to"), both=words("both"), between=words("between"), moves=words("moves")
    )


def joined(timexes: Sequence[Timex], text: str, *, language: str = "en") -> tuple[Timex, ...]:
    """Return the expressions with the two ends of each range as one, under the first one's id.

    The joined expression covers both, and its time is the whole stretch. All else, also a date
    from which something was moved to another ("put off from Monday to Friday"), stays as it is.
    """
    words = _words(language)
    found: list[Timex] = []
    is_open = False
    for timex in timexes:
        whole = _whole(found[-1], timex, text, words) if is_open else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(timex)
        is_open = whole is None
    return tuple(found)


def _whole(first: Timex, last: Timex, text: str, words: _Words) -> Timex | None:
    gap = text[first.span.end : last.span.begin]
    if len(gap) > _LONGEST_GAP or first.type not in _DATED or last.type not in _DATED:
        return None
    if first.is_dateline or last.is_dateline or not _is_range(first, last, gap, text, words):
        return None
    time = _stretch(first, last)
    if time is None:
        return None
    span = Span(first.span.begin, last.span.end)
    surface = text[span.begin : span.end]
    return replace(
        first,
        span=span,
        text=surface,
        value=f"{first.value}/{last.value}",
        time=time,
        mod=None,
        explanation=f"“{' '.join(surface.split())}” is from {first.value} to {last.value}: "
        f"{first.explanation}; {last.explanation}",
        alternatives=(),
    )


def _is_range(first: Timex, last: Timex, gap: str, text: str, words: _Words) -> bool:
    joint = gap.strip().lower()
    before = _WORD_RE.findall(text[max(0, first.span.begin - _REACH_BACK) : first.span.begin])
    lowers = [word.lower() for word in before]
    if joint in words.to:
        return not words.moves.intersection(lowers)
    if joint not in words.both:
        return False
    is_between = bool(lowers) and lowers[-1] in words.between
    return is_between or (last.text.isdecimal() and _meet(first.time, last.time))


def _meet(first: EventTime | None, last: EventTime | None) -> bool:
    """Tell whether one follows right on the other: "Nov. 13 and 14"."""
    return first is not None and last is not None and first.end == last.begin


def _stretch(first: Timex, last: Timex) -> EventTime | None:
    begin = first.time.begin if first.time is not None else None
    if begin is None or first.time is None:
        return None
    for time in (last.time, *(reading.time for reading in last.alternatives)):
        if time is None or time.begin is None or time.end is None or time.begin <= begin:
            continue
        return EventTime(
            begin=begin,
            end=time.end,
            precision=Precision.INTERVAL,
            approximate=first.time.approximate or time.approximate,
            uncertain=first.time.uncertain or time.uncertain,
        )
    return None

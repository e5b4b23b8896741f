"""Lengths of time that reach to publication or begin with it: "for the past two months"."""

import re
from dataclasses import replace

from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.granularity import Granularity, next_boundary, shift
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.times import stretch

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "M": Granularity.MONTH,
    "Y": Granularity.YEAR,
}


def as_period(
    sentence: Sentence, found: tuple[int, int, Timex], dct: EventTime | None, language: str
) -> tuple[int, int, Timex]:
    """Return a length that is tied to the day of publication as the period that it means.

    "over the past two months", "during the next three days", "within a week". Any other expression
    comes back as it is.
    """
    begin, end, timex = found
    length = _LENGTH.fullmatch(timex.value)
    if timex.type is not TimexType.DURATION or length is None or dct is None:
        return found
    words = sentence.lowers[begin:end]
    table = "events/linking"
    if not word_set(language, table, "lately").isdisjoint(words):
        time = _reaching(dct, _UNITS[length[2]], -int(length[1]))
    elif _is_deadline(sentence, begin, end, language) or not word_set(
        language, table, "ahead"
    ).isdisjoint(words):
        time = _reaching(dct, _UNITS[length[2]], int(length[1]))
    else:
        return found
    return begin, end, replace(timex, type=TimexType.DATE, time=time) if time else timex


def is_length(timex: Timex) -> bool:
    """Tell whether an expression is worded as a length of time."""
    return _LENGTH.fullmatch(timex.value) is not None


def _is_deadline(sentence: Sentence, begin: int, end: int, language: str) -> bool:
    """Tell whether it is the time that is left: "within a week", not "within a week of it"."""
    table = "events/linking"
    counts_from = word_set(language, table, "of_noun") | word_set(language, table, "later_than")
    within = sentence.lower(begin - 1) in word_set(language, table, "within")
    return within and sentence.lower(end) not in counts_from


def _reaching(dct: EventTime, unit: Granularity, count: int) -> EventTime | None:
    """Return the days up to publication, or from the day after it to the end of the last unit."""
    if dct.begin is None or dct.end is None:
        return None
    far = shift(dct.begin, unit, count)
    if count < 0:
        return stretch(far, dct.end)
    last = Granularity.DAY if unit <= Granularity.WEEK else Granularity.MONTH
    return stretch(dct.end, next_boundary(far, last))

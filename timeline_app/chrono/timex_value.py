"""The time that a TIMEX3 `value` (and `mod`) names.

Covers ISO dates, weeks, weekends, quarters, halves, seasons, decades (`199X`, `199`), centuries
(`19XX`, `19`), years before the era (`BC0241`), two days with a slash between, clock times and
TIMEX3's parts of day. Durations, sets and vague references name no time; neither does a value whose
calendar fields are unknown.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, add_months, floor, next_boundary, shift
from timeline_app.chrono.instant import (
    DAY_S,
    HOUR_S,
    MINUTE_S,
    Instant,
    civil,
    days_in_month,
    instant,
    weekday,
)

PARTS_OF_DAY: dict[str, tuple[int, int]] = {
    "MO": (6, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (18, 30),
    "DT": (6, 18),
}
"""Hours from midnight of TIMEX3's parts of day; a night lasts into the next morning."""

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_EARLY_HOURS = (0, 9)
_MIDDAY_HOURS = (10, 15)
_LATE_HOURS = (18, 24)

_YEAR = r"(\d{4}|BC\d{4})"
_DAY_RE = re.compile(_YEAR + r"-(\d\d)-(\d\d)(?:T(.+))?")
_MONTH_RE = re.compile(_YEAR + r"-(\d\d)(?:-XX)?")
_WEEK_RE = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?(?:T(.+))?")
_PART_RE = re.compile(_YEAR + r"-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEAR_RE = re.compile(_YEAR + r"(?:-XX(?:-XX)?)?")
_DECADE_RE = re.compile(r"(\d{3})X?")
_CENTURY_RE = re.compile(r"(\d\d)(?:XX)?")
_BC_SPAN_RE = re.compile(r"BC(\d{2,3})X{0,2}")
_CLOCK_RE = re.compile(r"(\d\d)(?::(\d\d|XX))?(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?")


@lru_cache(maxsize=4096)
def event_time_of(value: str, mod: str | None = None) -> EventTime | None:
    """Return the time of a TIMEX3 value under its `mod`, None where it names none."""
    first, _, last = value.partition("/")
    time = _between(first, last) if last else _unmodified(value)
    return time if time is None or mod is None else apply_mod(time, mod)


def apply_mod(time: EventTime, mod: str) -> EventTime:
    """Return the part or side of a bounded time that a TIMEX3 `mod` names."""
    change = _MODS.get(mod)
    return change(time) if change is not None else time


def week_begin(year: int, week: int) -> Instant:
    """Return the Monday of an ISO week."""
    january_4 = floor(instant(year, 1, 4), Granularity.WEEK)
    return shift(january_4, Granularity.WEEK, week - 1)


# ---- values


def _unmodified(value: str) -> EventTime | None:
    for pattern, read in _READERS:
        match = pattern.fullmatch(value)
        if match is not None:
            return read(match)
    return None


def _between(first: str, last: str) -> EventTime | None:
    begin, end = _unmodified(first), _unmodified(last)
    if begin is None or end is None or begin.begin is None or end.end is None:
        return None
    if begin.begin >= end.end:
        return None
    return _bounded(begin.begin, end.end, Precision.INTERVAL)


def _year_of(text: str) -> int:
    return 1 - int(text[2:]) if text.startswith("BC") else int(text)


def _bounded(begin: Instant, end: Instant, precision: Precision) -> EventTime:
    return EventTime(begin=begin, end=end, precision=precision)


def _day(match: re.Match[str]) -> EventTime | None:
    year, month, day = _year_of(match[1]), int(match[2]), int(match[3])
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return _within_day(instant(year, month, day), match[4])


def _within_day(midnight: Instant, clock: str | None) -> EventTime | None:
    if clock is None:
        return _bounded(midnight, Instant(midnight + DAY_S), Precision.DAY)
    if clock in PARTS_OF_DAY:
        first, last = PARTS_OF_DAY[clock]
        return _hours(midnight, first, last)
    match = _CLOCK_RE.fullmatch(clock)
    if match is None or int(match[1]) > 24:
        return None
    begin = Instant(midnight + int(match[1]) * HOUR_S)
    if match[2] in (None, "XX"):
        return _bounded(begin, Instant(begin + HOUR_S), Precision.HOUR)
    if int(match[2]) > 59:
        return None
    begin = Instant(begin + int(match[2]) * MINUTE_S)
    return _bounded(begin, Instant(begin + MINUTE_S), Precision.MINUTE)


def _hours(midnight: int, first: int, last: int) -> EventTime:
    begin, end = Instant(midnight + first * HOUR_S), Instant(midnight + last * HOUR_S)
    return _bounded(begin, end, Precision.PART_OF_DAY)


def _month(match: re.Match[str]) -> EventTime | None:
    month = int(match[2])
    if not 1 <= month <= 12:
        return None
    return _months(instant(_year_of(match[1]), month), 1, Precision.MONTH)


def _months(begin: Instant, count: int, precision: Precision) -> EventTime:
    return _bounded(begin, add_months(begin, count), precision)


def _week(match: re.Match[str]) -> EventTime | None:
    monday = week_begin(int(match[1]), int(match[2]))
    if match[3] == "WE":
        saturday = Instant(monday + 5 * DAY_S)
        return _bounded(saturday, Instant(saturday + 2 * DAY_S), Precision.INTERVAL)
    if match[3] is not None:
        return _within_day(Instant(monday + (int(match[3]) - 1) * DAY_S), match[4])
    return _bounded(monday, Instant(monday + 7 * DAY_S), Precision.WEEK)


def _part_of_year(match: re.Match[str]) -> EventTime:
    year, part = _year_of(match[1]), match[2]
    if part in _SEASON_MONTH:
        return _months(instant(year, _SEASON_MONTH[part]), 3, Precision.QUARTER)
    if part.startswith("Q"):
        return _months(instant(year, 3 * int(part[1]) - 2), 3, Precision.QUARTER)
    return _months(instant(year, 6 * int(part[1]) - 5), 6, Precision.INTERVAL)


def _year(match: re.Match[str]) -> EventTime:
    return _months(instant(_year_of(match[1])), 12, Precision.YEAR)


def _decade(match: re.Match[str]) -> EventTime:
    return _months(instant(int(match[1]) * 10), 120, Precision.DECADE)


def _century(match: re.Match[str]) -> EventTime:
    return _months(instant(int(match[1]) * 100), 1200, Precision.CENTURY)


def _before_the_era(match: re.Match[str]) -> EventTime:
    digits = len(match[1])
    length = 10 ** (4 - digits)
    last = 1 - int(match[1]) * length
    precision = Precision.DECADE if digits == 3 else Precision.CENTURY
    return _months(instant(last - length + 1), 12 * length, precision)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], EventTime | None]], ...] = (
    (_DAY_RE, _day),
    (_MONTH_RE, _month),
    (_WEEK_RE, _week),
    (_PART_RE, _part_of_year),
    (_YEAR_RE, _year),
    (_DECADE_RE, _decade),
    (_CENTURY_RE, _century),
    (_BC_SPAN_RE, _before_the_era),
)

# ---- mods


def _third(time: EventTime, place: int) -> EventTime:
    """Return the hours that "early", "midday" and "late" mean of a day, or a third of its part.

    A longer time stays whole: "late November" names no day on which it would begin.
    """
    first, last = time.begin, time.end
    if first is None or last is None:
        return time
    if time.precision is Precision.DAY:
        return _hours(first, *(_EARLY_HOURS, _MIDDAY_HOURS, _LATE_HOURS)[place])
    if time.precision not in _WITHIN_A_DAY:
        return time
    if time.precision is Precision.PART_OF_DAY:
        # "Late on Friday night" is still Friday.
        last = min(last, next_boundary(first, Granularity.DAY))
    unit, count = _finer_units(time.precision, first, last)
    cuts = (0, (count + 1) // 3, count - (count + 1) // 3, count)
    begin = shift(first, unit, cuts[place])
    end = shift(first, unit, cuts[place + 1]) if place < 2 else last
    if begin >= end:
        return time
    return replace(time, begin=begin, end=end, precision=Precision.PART_OF_DAY)


_WITHIN_A_DAY = (Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE)


def _finer_units(precision: Precision, begin: int, end: int) -> tuple[Granularity, int]:
    if precision is Precision.PART_OF_DAY:
        return Granularity.HOUR, (end - begin) // HOUR_S
    return Granularity.MINUTE, (end - begin) // MINUTE_S


def _on_or_before(time: EventTime) -> EventTime:
    return replace(time, begin=None, precision=Precision.INTERVAL)


def _on_or_after(time: EventTime) -> EventTime:
    return replace(time, end=None, precision=Precision.INTERVAL)


def _before(time: EventTime) -> EventTime:
    return replace(time, begin=None, end=time.begin, precision=Precision.INTERVAL)


def _after(time: EventTime) -> EventTime:
    return replace(time, begin=time.end, end=None, precision=Precision.INTERVAL)


_MODS: dict[str, Callable[[EventTime], EventTime]] = {
    "START": lambda time: _third(time, 0),
    "MID": lambda time: _third(time, 1),
    "END": lambda time: _third(time, 2),
    "APPROX": lambda time: replace(time, approximate=True),
    "BEFORE": _before,
    "AFTER": _after,
    "ON_OR_BEFORE": _on_or_before,
    "ON_OR_AFTER": _on_or_after,
}


def iso_week(at: int) -> tuple[int, int]:
    """Return the ISO year and week of an instant."""
    thursday = Instant(floor(at, Granularity.DAY) + (4 - weekday(at)) * DAY_S)
    year_begin = floor(thursday, Granularity.YEAR)
    return civil(thursday).year, (thursday - year_begin) // (7 * DAY_S) + 1

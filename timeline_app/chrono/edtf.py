"""EDTF (ISO 8601-2) text of an `EventTime`, and back.

Written: calendar units (`2015-11-24`, `2015-11`, `2015`, `199X`, `19XX`), quarters `2015-33` to
`-36`, seasons `2015-21` to `-24`, intervals `2015-11-13/2015-11-14` with both ends inclusive, open
ends `../2015-11-26`, the qualifiers `~ ? %`, years of any size (`Y17000`, `Y-17000`), and, as ISO
8601 has it, clock times reduced to what is known (`2015-11-24T18:30`, `2015-11-24T18`). A part of a
day is written as its day or days: EDTF has no such unit, and an hour would claim too much.
"""

import re

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, add_months, floor, shift
from timeline_app.chrono.instant import (
    DAY_S,
    Instant,
    civil,
    days_in_month,
    instant,
    parse_iso,
    weekday,
)

_UNIT_OF = {
    Precision.MINUTE: Granularity.MINUTE,
    Precision.HOUR: Granularity.HOUR,
    Precision.PART_OF_DAY: Granularity.DAY,
    Precision.DAY: Granularity.DAY,
    Precision.WEEK: Granularity.DAY,
    Precision.MONTH: Granularity.MONTH,
    Precision.QUARTER: Granularity.MONTH,
    Precision.YEAR: Granularity.YEAR,
    Precision.DECADE: Granularity.YEAR,
    Precision.CENTURY: Granularity.YEAR,
}
_COARSEST_FIRST = (
    Granularity.YEAR,
    Granularity.MONTH,
    Granularity.DAY,
    Granularity.HOUR,
    Granularity.MINUTE,
    Granularity.SECOND,
)
_QUALIFIER = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_YEAR_RE = re.compile(r"(-?)(\d{1,4})(X{0,3})(?:S\d+)?")
_BIG_YEAR_RE = re.compile(r"Y(-?\d{1,12})(?:E(\d{1,2}))?(?:S\d+)?")
_DATE_RE = re.compile(r"(-?\d{4}|Y-?\d{1,12})-(\d\d|XX)(?:-(\d\d|XX))?")
_CLOCK_RE = re.compile(
    r"(-?\d{4}|Y-?\d{5,12})(-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::(\d\d))?"
    r"(?:Z|[+-]\d\d(?::?\d\d)?)?"
)
_MARKS = str.maketrans("", "", "~?%")


def edtf_text(time: EventTime) -> str:
    """Return the EDTF text of a time, never more precise than the time."""
    mark = _QUALIFIER[time.approximate, time.uncertain]
    if time.begin is None or time.end is None:
        begin, end = _end_texts(time, _unit(time))
        return f"{begin + mark if begin else '..'}/{end + mark if end else '..'}"
    single = _single_text(time.begin, time.end, time.precision)
    if single is not None:
        return single + mark
    begin, end = _end_texts(time, _unit(time))
    if begin == end and time.precision is not Precision.PART_OF_DAY:
        begin, end = _end_texts(time, _finer(_unit(time)))
    return begin + mark if begin == end else f"{begin}{mark}/{end}{mark}"


def parse_edtf(text: str) -> EventTime:
    """Return the time that an EDTF text names.

    Raises ValueError where the text is not EDTF, or names no bounds (`XXXX-12-25`, a set).
    """
    bare = text.strip()
    approximate, uncertain = _qualifiers(bare)
    begin_text, slash, end_text = bare.translate(_MARKS).partition("/")
    begin: Instant | None
    end: Instant | None
    try:
        if slash:
            begin, end, precision = _interval_bounds(begin_text, end_text)
        else:
            begin, end, precision = _bounds(begin_text)
    except ValueError as error:
        raise ValueError(f"not a date in EDTF: {text!r} ({error})") from error
    if begin is not None and end is not None and begin >= end:
        raise ValueError(f"not a date in EDTF: {text!r} (it ends before it begins)")
    return EventTime(
        begin=begin, end=end, precision=precision, approximate=approximate, uncertain=uncertain
    )


def _qualifiers(text: str) -> tuple[bool, bool]:
    return ("~" in text or "%" in text, "?" in text or "%" in text)


# ---- writing


def _single_text(begin: Instant, end: Instant, precision: Precision) -> str | None:
    c = civil(begin)
    months = (civil(end).year - c.year) * 12 + civil(end).month - c.month
    starts_month = begin == floor(begin, Granularity.MONTH)
    if precision is Precision.QUARTER and starts_month and end == add_months(begin, 3):
        if c.month % 3 == 1:
            return f"{_year_text(c.year)}-{33 + c.month // 3}"
        if c.month % 3 == 0:
            return f"{_year_text(c.year)}-{20 + c.month // 3}"
    if precision in (Precision.DECADE, Precision.CENTURY) and 0 <= c.year <= 9999:
        digits = 1 if precision is Precision.DECADE else 2
        aligned = c.year % 10**digits == 0 and begin == instant(c.year)
        if aligned and months == 12 * 10**digits and end == add_months(begin, months):
            return f"{c.year:04d}"[: 4 - digits] + "X" * digits
    return _unit_single_text(begin, end, precision)


def _unit_single_text(begin: Instant, end: Instant, precision: Precision) -> str | None:
    unit = _UNIT_OF.get(precision)
    if unit is None or precision is Precision.PART_OF_DAY:
        return None
    if floor(begin, unit) == begin and shift(begin, unit, 1) == end:
        return _point_text(begin, unit)
    return None


def _unit(time: EventTime) -> Granularity:
    wanted = _UNIT_OF.get(time.precision)
    if time.precision is Precision.PART_OF_DAY:
        return Granularity.DAY
    for unit in _COARSEST_FIRST:
        if wanted is not None and unit > wanted:
            continue
        if all(at is None or floor(at, unit) == at for at in (time.begin, time.end)):
            return unit
    return Granularity.SECOND


def _finer(unit: Granularity) -> Granularity:
    place = _COARSEST_FIRST.index(unit)
    return _COARSEST_FIRST[min(place + 1, len(_COARSEST_FIRST) - 1)]


def _end_texts(time: EventTime, unit: Granularity) -> tuple[str, str]:
    begin = "" if time.begin is None else _point_text(time.begin, unit)
    if time.end is None:
        return begin, ""
    is_clock = unit < Granularity.DAY
    return begin, _point_text(time.end if is_clock else Instant(time.end - 1), unit)


def _point_text(at: Instant, unit: Granularity) -> str:
    c = civil(at)
    fields = {
        Granularity.YEAR: "",
        Granularity.MONTH: f"-{c.month:02d}",
        Granularity.DAY: f"-{c.month:02d}-{c.day:02d}",
        Granularity.HOUR: f"-{c.month:02d}-{c.day:02d}T{c.hour:02d}",
        Granularity.MINUTE: f"-{c.month:02d}-{c.day:02d}T{c.hour:02d}:{c.minute:02d}",
    }
    full = f"-{c.month:02d}-{c.day:02d}T{c.hour:02d}:{c.minute:02d}:{c.second:02d}"
    return _year_text(c.year) + fields.get(unit, full)


def _year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


# ---- reading

_Bounds = tuple[Instant, Instant, Precision]


def _interval_bounds(
    begin_text: str, end_text: str
) -> tuple[Instant | None, Instant | None, Precision]:
    begin = None if begin_text in ("", "..") else _bounds(begin_text)[0]
    end = None
    if end_text not in ("", ".."):
        first, last, _ = _bounds(end_text)
        end = first if "T" in end_text else last
    if begin is not None and end is not None and _is_week(begin, end):
        return begin, end, Precision.WEEK
    return begin, end, Precision.INTERVAL


def _is_week(begin: Instant, end: Instant) -> bool:
    return end - begin == 7 * DAY_S and weekday(begin) == 1 and begin % DAY_S == 0


def _bounds(text: str) -> _Bounds:
    for read in (_clock_bounds, _date_bounds, _year_bounds):
        found = read(text)
        if found is not None:
            return found
    raise ValueError(f"{text!r} is no date")


def _clock_bounds(text: str) -> _Bounds | None:
    match = _CLOCK_RE.fullmatch(text)
    if match is None:
        return None
    year, month_day, hour, minute, second = match.groups()
    date = year.lstrip("Y") + month_day
    begin = parse_iso(f"{date}T{hour}:{minute or '00'}:{second or '00'}")
    if minute is None:
        return begin, shift(begin, Granularity.HOUR, 1), Precision.HOUR
    step = Granularity.MINUTE if second is None else Granularity.SECOND
    return begin, shift(begin, step, 1), Precision.MINUTE


def _date_bounds(text: str) -> _Bounds | None:
    match = _DATE_RE.fullmatch(text)
    if match is None:
        return None
    year = int(match[1].lstrip("Y"))
    if match[2] == "XX":
        return instant(year), instant(year + 1), Precision.YEAR
    month = int(match[2])
    if month > 12:
        return _grouping_bounds(year, month)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    begin = instant(year, month)
    if match[3] in (None, "XX"):
        return begin, add_months(begin, 1), Precision.MONTH
    day = int(match[3])
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"there is no day {day} in that month")
    begin = instant(year, month, day)
    return begin, shift(begin, Granularity.DAY, 1), Precision.DAY


def _grouping_bounds(year: int, code: int) -> _Bounds:
    """Return the bounds of an EDTF level 2 sub-year grouping (seasons are meteorological)."""
    if 21 <= code <= 32:
        month = (3, 6, 9, 12)[(code - 21) % 4] + (6 if code >= 29 else 0)
        length, precision = 3, Precision.QUARTER
    elif 33 <= code <= 36:
        month, length, precision = 3 * (code - 33) + 1, 3, Precision.QUARTER
    elif 37 <= code <= 39:
        month, length, precision = 4 * (code - 37) + 1, 4, Precision.INTERVAL
    elif code in (40, 41):
        month, length, precision = 6 * (code - 40) + 1, 6, Precision.INTERVAL
    else:
        raise ValueError(f"there is no month or season {code}")
    begin = add_months(instant(year), month - 1)
    return begin, add_months(begin, length), precision


def _year_bounds(text: str) -> _Bounds | None:
    big = _BIG_YEAR_RE.fullmatch(text)
    if big is not None:
        year = int(big[1]) * 10 ** int(big[2] or 0)
        return instant(year), instant(year + 1), Precision.YEAR
    match = _YEAR_RE.fullmatch(text)
    if match is None or len(match[2]) + len(match[3]) != 4:
        return None
    unknown = len(match[3])
    first = int(match[2]) * 10**unknown
    last = first + 10**unknown - 1
    low, high = (-last, -first) if match[1] else (first, last)
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.INTERVAL)[unknown]
    return instant(low), instant(high + 1), precision

"""Named days: fixed dates, weekdays counted in a month, days around Easter, the Hijri calendar.

A pack writes a named day as a code:

    12-25            the 25th of December
    11-4-4           the fourth Thursday of November (ISO weekday; -1 counts from the end)
    11-1-2+1         … and one day on (the Tuesday after the first Monday)
    easter-2         two days before Western Easter
    orthodox+0       Orthodox Easter
    hijri-10-1       1 Shawwal (Eid al-Fitr); hijri-9 is the whole month of Ramadan
"""

import re
from collections.abc import Callable

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as easter_of
from hijridate import Gregorian, Hijri

from timeline_app.chrono.instant import DAY_S, Instant, civil, days_in_month, instant, weekday
from timeline_app.extraction.timex.period import Period

_FIXED_RE = re.compile(r"(\d\d)-(\d\d)")
_COUNTED_RE = re.compile(r"(\d+)-([1-7])-(-?\d)(?:([+-]\d+))?")
_EASTER_RE = re.compile(r"(easter|orthodox)([+-]\d+)")
_HIJRI_RE = re.compile(r"hijri-(\d+)(?:-(\d+))?")
_HIJRI_YEARS = range(1925, 2077)


def holiday_period(code: str, year: int) -> Period | None:
    """Return a named day in a year; None where it does not fall in the year or is not known."""
    for pattern, read in _READERS:
        match = pattern.fullmatch(code)
        if match is not None:
            return read(match, year)
    return None


def is_hijri_month(code: str) -> bool:
    """Tell whether a code names a whole Hijri month."""
    return code.startswith("hijri-") and code.count("-") == 1


def hijri_month_days(code: str, first: Period) -> int:
    """Return the length in days of the Hijri month that begins on a day."""
    c = civil(first.begin)
    return Hijri(Gregorian(c.year, c.month, c.day).to_hijri().year, int(code[6:]), 1).month_length()


def _day(at: int) -> Period:
    return Period(unit="day", begin=Instant(at))


def _fixed(match: re.Match[str], year: int) -> Period | None:
    return _day(instant(year, int(match[1]), int(match[2])))


def _counted(match: re.Match[str], year: int) -> Period | None:
    month, wanted, place = int(match[1]), int(match[2]), int(match[3])
    first = instant(year, month)
    if place > 0:
        day = (wanted - weekday(first)) % 7 + 7 * (place - 1)
    else:
        last = days_in_month(year, month) - 1
        day = last - (weekday(first + last * DAY_S) - wanted) % 7
    return _day(first + (day + int(match[4] or 0)) * DAY_S)


def _easter(match: re.Match[str], year: int) -> Period | None:
    if not 1583 <= year <= 4099:
        return None
    is_western = match[1] == "easter"
    found = easter_of(year, EASTER_WESTERN) if is_western else easter_of(year, EASTER_ORTHODOX)
    return _day(instant(found.year, found.month, found.day) + int(match[2]) * DAY_S)


def _hijri(match: re.Match[str], year: int) -> Period | None:
    """Return a day or month of the Umm al-Qura calendar (the table covers 1925 to 2076)."""
    if year not in _HIJRI_YEARS:
        return None
    month, day = int(match[1]), int(match[2] or 1)
    for hijri_year in (year - 580, year - 579, year - 578, year - 581):
        if not 1343 <= hijri_year <= 1500:
            continue
        found = Hijri(hijri_year, month, day).to_gregorian()
        if found.year == year:
            return _day(instant(found.year, found.month, found.day))
    return None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Period | None]], ...] = (
    (_FIXED_RE, _fixed),
    (_COUNTED_RE, _counted),
    (_EASTER_RE, _easter),
    (_HIJRI_RE, _hijri),
)

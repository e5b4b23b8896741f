"""Units of the calendar: where each begins and where the next one does."""

from enum import IntEnum

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


class Granularity(IntEnum):
    """A calendar unit, finest first."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9
    MILLENNIUM = 10


_FIXED_S = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: MINUTE_S,
    Granularity.HOUR: HOUR_S,
    Granularity.DAY: DAY_S,
}
_YEARS = {
    Granularity.YEAR: 1,
    Granularity.DECADE: 10,
    Granularity.CENTURY: 100,
    Granularity.MILLENNIUM: 1_000,
}
_MONTHS = {Granularity.MONTH: 1, Granularity.QUARTER: 3}


def floor(at: int, unit: Granularity) -> Instant:
    """Return the begin of the `unit` that holds `at` (weeks begin on Monday)."""
    if unit in _FIXED_S:
        return Instant(at - at % _FIXED_S[unit])
    if unit is Granularity.WEEK:
        return Instant(at - at % DAY_S - (weekday(at) - 1) * DAY_S)
    c = civil(at)
    if unit in _MONTHS:
        return instant(c.year, c.month - (c.month - 1) % _MONTHS[unit])
    return instant(c.year - c.year % _YEARS[unit])


def shift(at: int, unit: Granularity, count: int) -> Instant:
    """Return `at` moved by `count` units; a day that the new month lacks becomes its last."""
    if unit in _FIXED_S:
        return Instant(at + count * _FIXED_S[unit])
    if unit is Granularity.WEEK:
        return Instant(at + count * 7 * DAY_S)
    months = count * (_MONTHS[unit] if unit in _MONTHS else 12 * _YEARS[unit])
    return add_months(at, months)


def add_months(at: int, months: int) -> Instant:
    """Return `at` moved by calendar months; a day that the new month lacks becomes its last."""
    c = civil(at)
    year, month0 = divmod(c.year * 12 + c.month - 1 + months, 12)
    day = min(c.day, days_in_month(year, month0 + 1))
    return instant(year, month0 + 1, day, c.hour, c.minute, c.second)


def next_boundary(at: int, unit: Granularity) -> Instant:
    """Return the begin of the first `unit` that begins after `at`."""
    return shift(floor(at, unit), unit, 1)

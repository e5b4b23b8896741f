"""One unit of the calendar, and arithmetic on it."""

from dataclasses import dataclass

from timeline_app.chrono.granularity import Granularity, add_months, floor, shift
from timeline_app.chrono.instant import DAY_S, Civil, Instant, civil, instant
from timeline_app.chrono.timex_value import iso_week

_GRANULARITY = {
    "second": Granularity.SECOND,
    "minute": Granularity.MINUTE,
    "hour": Granularity.HOUR,
    "part": Granularity.DAY,
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
    "millennium": Granularity.MILLENNIUM,
}
_MONTHS = {"season": 3, "half": 6}
_UNITS = (
    "second",
    "minute",
    "hour",
    "part",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
_FINENESS = {unit: rank for rank, unit in enumerate(_UNITS)}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTH = {code: month for month, code in _SEASONS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The `unit` that begins at `begin`; `part` is a TIMEX3 part of day, `zone` as written."""

    unit: str
    begin: Instant
    part: str = ""
    zone: str = ""

    @property
    def value(self) -> str:
        """Return the TIMEX3 value."""
        return _value(self)

    @property
    def end(self) -> Instant:
        """Return the instant at which the next one begins."""
        if self.unit == "weekend":
            return Instant(self.begin + 2 * DAY_S)
        return moved(self, 1).begin

    def is_finer_than(self, unit: str) -> bool:
        """Tell whether this is shorter than `unit`."""
        return fineness(self.unit) < fineness(unit)


def fineness(unit: str) -> int:
    """Return the rank of a unit, the shortest first."""
    return _FINENESS[unit]


def period_at(unit: str, at: int) -> Period:
    """Return the `unit` that holds `at` (a weekend: that of its week)."""
    if unit in _MONTHS:
        return _months_at(unit, at)
    begin = floor(at, _GRANULARITY[unit])
    return Period(unit=unit, begin=Instant(begin + 5 * DAY_S) if unit == "weekend" else begin)


def _months_at(unit: str, at: int) -> Period:
    c = civil(at)
    if unit == "half":
        return Period(unit=unit, begin=instant(c.year, 1 if c.month <= 6 else 7))
    back = c.month % 3
    return Period(unit=unit, begin=add_months(instant(c.year, c.month), -back))


def moved(period: Period, count: int) -> Period:
    """Return the period `count` units later."""
    if period.unit in _MONTHS:
        begin = add_months(period.begin, count * _MONTHS[period.unit])
    else:
        begin = shift(period.begin, _GRANULARITY[period.unit], count)
    return Period(unit=period.unit, begin=begin, part=period.part, zone=period.zone)


def nth_within(outer: Period, unit: str, ordinal: int) -> Period | None:
    """Return the `ordinal`th `unit` of a period, counted from its end where negative.

    None where the period has no such unit. A week belongs where most of it lies.
    """
    first = period_at(unit, outer.begin)
    middle = (first.begin + first.end) // 2
    if middle < outer.begin:
        first = moved(first, 1)
    if ordinal > 0:
        found = moved(first, ordinal - 1)
    else:
        last = period_at(unit, outer.end - 1)
        if (last.begin + last.end) // 2 >= outer.end:
            last = moved(last, -1)
        found = moved(last, ordinal + 1)
    return found if outer.begin - 7 * DAY_S < found.begin < outer.end else None


def year_text(year: int) -> str:
    """Return a year as TIMEX3 has it (`BC0044` before the era)."""
    return f"BC{1 - year:04d}" if year <= 0 else f"{year:04d}"


def _value(period: Period) -> str:
    if period.unit in ("week", "weekend"):
        week_year, week = iso_week(period.begin)
        return f"{week_year:04d}-W{week:02d}{'-WE' if period.unit == 'weekend' else ''}"
    c = civil(period.begin)
    year = year_text(c.year)
    if period.is_finer_than("week"):
        return f"{year}-{c.month:02d}-{c.day:02d}{_clock_text(period, c)}"
    if period.unit in _YEAR_DIGITS:
        return year[: len(year) - _YEAR_DIGITS[period.unit]]
    suffixes = {
        "month": f"{c.month:02d}",
        "quarter": f"Q{(c.month + 2) // 3}",
        "season": _SEASONS.get(c.month, "WI"),
        "half": f"H{1 if c.month < 7 else 2}",
    }
    return f"{year}-{suffixes[period.unit]}"


_YEAR_DIGITS = {"year": 0, "decade": 1, "century": 2, "millennium": 3}


def _clock_text(period: Period, c: Civil) -> str:
    if period.unit == "day":
        return ""
    if period.unit == "part":
        return f"T{period.part}"
    minutes = f":{c.minute:02d}" if period.unit != "hour" else ""
    seconds = f":{c.second:02d}" if period.unit == "second" else ""
    return f"T{c.hour:02d}{minutes}{seconds}{period.zone}"

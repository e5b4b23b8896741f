"""Times of events as other programs state them, never made more precise than they are stated."""

from timeline_app.chrono.edtf import parse_edtf
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, add_months, floor, shift
from timeline_app.chrono.instant import DAY_S, Instant, instant, weekday

_MONTHS_OF = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
_FIELD_UNITS = (
    (Precision.YEAR, Granularity.YEAR),
    (Precision.MONTH, Granularity.MONTH),
    (Precision.DAY, Granularity.DAY),
    (Precision.HOUR, Granularity.HOUR),
    (Precision.MINUTE, Granularity.MINUTE),
)


def edtf_time(text: str) -> EventTime | None:
    """Return the time of an EDTF text, None for anything else."""
    try:
        return parse_edtf(text)
    except (ValueError, OverflowError):
        return None


def time_of_bounds(begin: Instant, end: Instant, *, is_fuzzy: bool) -> EventTime:
    """Return the time between two bounds.

    `is_fuzzy` bounds are those of a calendar unit within which something happened; others are
    where it began and ended.
    """
    if end <= begin:
        end = shift(begin, Granularity.MINUTE, 1)
    precision = _clock_precision(begin, end)
    if precision is None:
        precision = _unit_between(begin, end) if is_fuzzy else Precision.INTERVAL
    return EventTime(begin=begin, end=end, precision=precision)


def _clock_precision(begin: Instant, end: Instant) -> Precision | None:
    lengths = {60: Precision.MINUTE, 3600: Precision.HOUR, DAY_S: Precision.DAY}
    length = end - begin
    return lengths.get(length) if length in lengths and begin % length == 0 else None


def _unit_between(begin: Instant, end: Instant) -> Precision:
    if end - begin == 7 * DAY_S and weekday(begin) == 1 and begin % DAY_S == 0:
        return Precision.WEEK
    if floor(begin, Granularity.MONTH) == begin:
        for precision, months in _MONTHS_OF.items():
            if add_months(begin, months) == end:
                return precision
    return Precision.INTERVAL


def time_of_fields(begin: tuple[int, ...], end: tuple[int, ...] = ()) -> EventTime:
    """Return the time of dates given as year, month, day, hour, minute, as far as they are known.

    Raises ValueError for what is no date.
    """
    first, after, precision = _unit_of_fields(begin)
    if not end or end == begin:
        return EventTime(begin=first, end=after, precision=precision)
    last = _unit_of_fields(end)[1]
    if last <= first:
        raise ValueError("it ends before it begins")
    return EventTime(begin=first, end=last, precision=Precision.INTERVAL)


def _unit_of_fields(fields: tuple[int, ...]) -> tuple[Instant, Instant, Precision]:
    if not fields:
        raise ValueError("it has no year")
    precision, unit = _FIELD_UNITS[min(len(fields), len(_FIELD_UNITS)) - 1]
    begin = instant(*fields[: len(_FIELD_UNITS)])
    return begin, shift(begin, unit, 1), precision

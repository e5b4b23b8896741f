"""Times compared with the day of publication, and made whole days."""

from dataclasses import replace

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.chrono.interval import Interval


def whole_day(time: EventTime | None) -> EventTime | None:
    """Return the day of a time within a day or a night."""
    finer = (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY)
    if time is None or time.begin is None or time.precision not in finer:
        return time
    day = Interval.of_unit(time.begin, Granularity.DAY)
    return EventTime(begin=day.begin, end=day.end, precision=Precision.DAY)


def stretch(begin: Instant, end: Instant) -> EventTime | None:
    if begin >= end:
        return None
    return EventTime(begin=begin, end=end, precision=Precision.INTERVAL)


def is_after(time: EventTime | None, dct: EventTime) -> bool:
    return (
        time is not None
        and time.begin is not None
        and dct.end is not None
        and (time.begin >= dct.end)
    )


def is_before(time: EventTime | None, dct: EventTime) -> bool:
    return (
        time is not None
        and time.end is not None
        and dct.begin is not None
        and (time.end <= dct.begin)
    )


def same_hour_that_day(time: EventTime, dct: EventTime) -> EventTime:
    """Return a bare clock time on the day of publication; any other time as it is."""
    if time.precision not in (Precision.MINUTE, Precision.HOUR):
        return time
    if time.begin is None or time.end is None or dct.begin is None:
        return time
    back = (time.begin - dct.begin) // DAY_S * DAY_S
    return replace(time, begin=Instant(time.begin - back), end=Instant(time.end - back))


def same_hour_on(time: EventTime, day: EventTime) -> EventTime:
    """Return the clock time on the day in which `day` begins."""
    if time.begin is None or time.end is None or day.begin is None:
        return time
    apart = day.begin // DAY_S * DAY_S - time.begin // DAY_S * DAY_S
    return replace(time, begin=Instant(time.begin + apart), end=Instant(time.end + apart))

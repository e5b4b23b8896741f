"""How two dates of reports that may be of one happening lie to each other."""

from dataclasses import dataclass
from enum import Enum, auto

from timeline_app.annotation.mention import Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.storage.consolidating import Said

_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY})
_LONGEST_VAGUE_S = 8 * DAY_S
"""A week: in a month the same parties may meet more than once."""
_SHORTEST_VAGUE_S = 3 * DAY_S
_DISPUTE_DAYS = 2
_RECENT_DAYS = 7
_SOON_DAYS = 21
_SINCE_DAYS = 3


class When(Enum):
    """The relation of two dates."""

    SAME = auto()
    """One day."""
    STRETCH = auto()
    """The very same week, month or year, in which much may happen."""
    WITHIN = auto()
    """One is vaguer and holds the other: "that week", "by Tuesday"."""
    CLOSE = auto()
    """Neighbouring days: a dispute, if it is one happening."""
    UNDATED = auto()
    """One has no date, and its article speaks of the days around the other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """The relation of two dates, and how many days apart they are."""

    when: When
    days: int = 0


def nearness(ours: Said, theirs: Said) -> Nearness | None:
    """Return how two reports lie in time; None where they cannot be of one happening."""
    one, other = ours.mention.time, theirs.mention.time
    if one is None and other is None:
        return None
    if other is None:
        return _of_undated(theirs, one)
    if one is None:
        return _of_undated(ours, other)
    return _of_dated(one, other)


def _of_dated(one: EventTime, other: EventTime) -> Nearness | None:
    is_fine, is_other_fine = _is_fine(one), _is_fine(other)
    if not is_fine and not is_other_fine:
        is_same = (one.begin, one.end) == (other.begin, other.end)
        return Nearness(when=When.STRETCH) if is_same else None
    if not is_fine or not is_other_fine:
        vague, fine = (other, one) if is_fine else (one, other)
        return Nearness(when=When.WITHIN) if _holds(vague, fine) else None
    first, second = _first_day(one), _first_day(other)
    if one.interval.overlaps(other.interval) or first == second:
        return Nearness(when=When.SAME)
    if first is None or second is None or abs(first - second) > _DISPUTE_DAYS:
        return None
    return Nearness(when=When.CLOSE, days=abs(first - second))


def _is_fine(time: EventTime) -> bool:
    """Tell whether a date is a day or two: an interval of an evening and a night is one too."""
    if time.precision in _FINE:
        return True
    is_bounded = time.begin is not None and time.end is not None
    return is_bounded and time.end - time.begin < _SHORTEST_VAGUE_S  # type: ignore[operator]


def _holds(vague: EventTime, fine: EventTime) -> bool:
    """Tell whether a vague date that is not too vague has a day in it."""
    begin, end = _bounds(vague)
    if begin is None or end is None or fine.begin is None or fine.end is None:
        return False
    return end - begin <= _LONGEST_VAGUE_S and begin <= fine.begin and fine.end <= end


def _bounds(time: EventTime) -> tuple[int | None, int | None]:
    """Return bounds, those of "by Tuesday" from a few days before."""
    if time.begin is None and time.end is not None:
        return time.end - _SINCE_DAYS * DAY_S, time.end
    return time.begin, time.end


def _of_undated(undated: Said, time: EventTime | None) -> Nearness | None:
    """Return what an article's own date says of its undated happening: recent, or soon to come."""
    published = undated.setting.published
    if published is None or time is None or not _is_fine(time):
        return None
    first, day = _first_day(time), published // DAY_S
    if first is None:
        return None
    is_plan = undated.mention.modality in (Modality.PLANNED, Modality.PROPOSED)
    earliest, latest = (day, day + _SOON_DAYS) if is_plan else (day - _RECENT_DAYS, day)
    return Nearness(when=When.UNDATED) if earliest <= first <= latest else None


def _first_day(time: EventTime) -> int | None:
    return None if time.begin is None else day_of(time.begin)


def day_of(instant: Instant) -> int:
    """Return the day that an instant is in, counted from 1970."""
    return instant // DAY_S

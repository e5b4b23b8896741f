"""Days of the gold's dates and of the program's, and when they count as the same."""

import calendar
import re
from datetime import date
from typing import Any

Days = tuple[int | None, int | None]
"""First and last day, inclusive, as ordinals; None is open."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season; winter runs into the next year."""


def gold_days(value: str | None) -> Days | None:
    """Return the days of a gold date; a part of a day counts as its day."""
    if value is None:
        return None
    if "/" in value:
        first, last = value.split("/")
        return _bound(first, 0), _bound(last, 1)
    return _days_of_point(value.split("T")[0])


def _bound(value: str, side: int) -> int | None:
    days = None if value == ".." else gold_days(value)
    return days[side] if days else None


def _days_of_point(value: str) -> tuple[int, int]:
    year = int(value[:4])
    rest = value[5:]
    if rest.startswith("W") and rest[1:].isdigit():
        monday = date.fromisocalendar(year, int(rest[1:]), 1).toordinal()
        return monday, monday + 6
    if rest in SEASONS:
        return _months(year, SEASONS[rest], 3)
    if rest.startswith("Q"):
        return _months(year, 3 * int(rest[1:]) - 2, 3)
    if not rest:
        return _months(year, 1, 12)
    if re.fullmatch(r"\d\d", rest):
        return _months(year, int(rest), 1)
    day = date.fromisoformat(value).toordinal()
    return day, day


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    more, last = divmod(month - 1 + count - 1, 12)
    end = calendar.monthrange(year + more, last + 1)[1]
    return date(year, month, 1).toordinal(), date(year + more, last + 1, end).toordinal()


def system_days(event: dict[str, Any]) -> Days | None:
    """Return the days of the program's half-open bounds."""
    begin, end = event["begin_date"], event["end_date"]
    if begin is None and end is None:
        return None
    first = date.fromisoformat(begin[:10]).toordinal() if begin else None
    if end is None:
        return first, None
    inside = "T" in end and not end.endswith("T00:00")
    last = date.fromisoformat(end[:10]).toordinal() - (0 if inside else 1)
    return first, last if first is None else max(first, last)


def is_same_date(value: str | None, event: dict[str, Any]) -> bool:
    """Tell whether the program's date counts as the gold's.

    The same days; of an open period the bound that is stated; of a period of several days at
    least half in common; an evening or a night may run into the next day.
    """
    gold, system = gold_days(value), system_days(event)
    if gold is None or system is None:
        return gold is system
    if gold == system:
        return True
    first, last = gold
    if first is None or last is None:
        return any(a is not None and a == b for a, b in zip(gold, system, strict=True))
    if None not in system and first < last:
        return _half_in_common((first, last), system)
    ends_late = value is not None and value.endswith(("TNI", "TEV"))
    return ends_late and system == (first, first + 1)


def _half_in_common(gold: tuple[int, int], system: Days) -> bool:
    begin, end = system
    assert begin is not None and end is not None
    common = min(gold[1], end) - max(gold[0], begin) + 1
    return 2 * common >= max(gold[1], end) - min(gold[0], begin) + 1

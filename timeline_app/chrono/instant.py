"""Points of civil time as plain integers.

An `Instant` is a number of whole seconds since 1970-01-01T00:00 on the
proleptic Gregorian calendar, without a time zone: a day is a day, not an
instant somewhere. Years are astronomical (0 is 1 BCE, -1 is 2 BCE). Plain
integers go into numpy columns and SQLite as they are, and reach any year.

The day count follows Howard Hinnant, "chrono-Compatible Low-Level Date
Algorithms" (days_from_civil, civil_from_days).
"""

from typing import NamedTuple, NewType

Instant = NewType("Instant", int)

MINUTE_S = 60
HOUR_S = 3_600
DAY_S = 86_400


class Civil(NamedTuple):
    """A civil date and time; `year` is astronomical."""

    year: int
    month: int = 1
    day: int = 1
    hour: int = 0
    minute: int = 0
    second: int = 0


def days_from_civil(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a proleptic Gregorian date."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 719_468


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Return (year, month, day) of the date that lies `days` after 1970-01-01."""
    era, day_of_era = divmod(days + 719_468, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + (3 if shifted_month < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day


def instant(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> Instant:
    """Return the instant of a civil date and time (fields are not range-checked)."""
    days = days_from_civil(year, month, day)
    return Instant(days * DAY_S + hour * HOUR_S + minute * MINUTE_S + second)


def civil(at: int) -> Civil:
    """Return the civil date and time of an instant."""
    days, rest = divmod(at, DAY_S)
    hour, rest = divmod(rest, HOUR_S)
    minute, second = divmod(rest, MINUTE_S)
    return Civil(*civil_from_days(days), hour, minute, second)


def weekday(at: int) -> int:
    """Return the ISO weekday of an instant, 1 (Monday) to 7 (Sunday)."""
    return (at // DAY_S + 3) % 7 + 1


def days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def iso_text(at: int) -> str:
    """Return `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm` (`:ss`) where the time is not midnight.

    Years outside 0000–9999 get ISO 8601's expanded form with a sign (`-0043-03-15`).
    """
    c = civil(at)
    year = f"{c.year:04d}" if 0 <= c.year <= 9999 else f"{c.year:+05d}"
    date = f"{year}-{c.month:02d}-{c.day:02d}"
    if (c.hour, c.minute, c.second) == (0, 0, 0):
        return date
    seconds = f":{c.second:02d}" if c.second else ""
    return f"{date}T{c.hour:02d}:{c.minute:02d}{seconds}"


def stamp_text(at: int) -> str:
    """Return `YYYY-MM-DDThh:mm` always with the time, as the command-line contract has it."""
    text = iso_text(at)
    return text if "T" in text else f"{text}T00:00"


def parse_iso(text: str) -> Instant:
    """Return the instant of `[-]YYYY-MM-DD[Thh:mm[:ss]]`.

    Raises ValueError for anything else, or for a date that does not exist.
    """
    date, _, clock = text.partition("T")
    sign = -1 if date.startswith("-") else 1
    parts = [int(p) for p in date.lstrip("+-").split("-")]
    if len(parts) != 3:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = sign * parts[0], parts[1], parts[2]
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"no such date: {text!r}")
    fields = [int(p) for p in clock.split(":")] if clock else []
    hour, minute, second = [*fields, 0, 0, 0][:3]
    if not (0 <= hour <= 24 and 0 <= minute < 60 and 0 <= second < 60):
        raise ValueError(f"no such time: {text!r}")
    return instant(year, month, day, hour, minute, second)

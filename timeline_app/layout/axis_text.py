"""The words on the axis, from Unicode's locale data (CLDR) through Babel."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time, get_day_names, get_era_names, get_month_names
from babel.numbers import format_decimal

from timeline_app.chrono.instant import civil, weekday


class TickStyle(StrEnum):
    """How a tick names its instant."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    WEEKDAY_DAY = "weekday-day"
    FULL_DAY = "full-day"
    SHORT_DAY = "short-day"
    MONTH = "month"
    LONG_MONTH = "long-month"
    MONTH_YEAR = "month-year"
    YEAR = "year"


TickText = Callable[[int, TickStyle], str]

_SKELETONS = {
    TickStyle.FULL_DAY: "yMMMMEEEEd",
    TickStyle.SHORT_DAY: "yMMMd",
    TickStyle.MONTH_YEAR: "yMMMM",
}


@lru_cache(maxsize=8)
def cldr_text(locale: str = "en") -> TickText:
    """Return the words of a locale ("en", "fr_CA"); an unknown one falls back to English."""
    known = _locale(locale)

    @lru_cache(maxsize=8_192)
    def text(at: int, style: TickStyle) -> str:
        if style is TickStyle.YEAR:
            return year_text(civil(at).year, known)
        if style in (TickStyle.DAY, TickStyle.WEEKDAY_DAY):
            return _day(at, style, known)
        if style in (TickStyle.MINUTE, TickStyle.SECOND):
            return _clock(at, style, known)
        if style in (TickStyle.MONTH, TickStyle.LONG_MONTH):
            return _month(at, style, known)
        return _date(at, style, known)

    return text


def year_text(year: int, locale: Locale) -> str:
    """Return an astronomical year as people write it: "2015", "44 BC", "12,000"."""
    if year > 9_999:
        return str(format_decimal(year, locale=locale))
    if year > 0:
        return str(year)
    eras = get_era_names("abbreviated", locale=locale)
    return f"{format_decimal(1 - year, locale=locale) if year < -9_998 else 1 - year} {eras[0]}"


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")


def _day(at: int, style: TickStyle, locale: Locale) -> str:
    day = str(civil(at).day)
    if style is TickStyle.DAY:
        return day
    names = get_day_names("abbreviated", "format", locale)
    return f"{names[weekday(at) - 1]} {day}"


def _month(at: int, style: TickStyle, locale: Locale) -> str:
    is_long = style is TickStyle.LONG_MONTH
    names = get_month_names("wide" if is_long else "abbreviated", "stand-alone", locale)
    return str(names[civil(at).month])


def _clock(at: int, style: TickStyle, locale: Locale) -> str:
    c = civil(at)
    moment = datetime(2000, 1, 1, c.hour, c.minute, c.second)
    if style is TickStyle.SECOND:
        return str(format_time(moment, "HH:mm:ss", locale=locale))
    return str(format_time(moment, "HH:mm", locale=locale))


def _date(at: int, style: TickStyle, locale: Locale) -> str:
    """Format through a stand-in year where `datetime` lacks the real one.

    The Gregorian calendar repeats every 400 years, weekdays included.
    """
    c = civil(at)
    if 1_000 <= c.year <= 9_999:
        return str(
            format_skeleton(_SKELETONS[style], datetime(c.year, c.month, c.day), locale=locale)
        )
    stand_in = 2_000 + c.year % 400
    text = str(
        format_skeleton(_SKELETONS[style], datetime(stand_in, c.month, c.day), locale=locale)
    )
    return text.replace(str(stand_in), year_text(c.year, locale))

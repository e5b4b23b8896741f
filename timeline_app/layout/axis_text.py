"""The words on the axis, from Unicode's locale data (CLDR).

The names and dates that nearly every axis shows are shipped for the languages of the program, as
Babel gives them; the rest is asked of Babel, which is loaded then: a start is quicker.
"""

import json
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from timeline_app import paths
from timeline_app.chrono.instant import civil, weekday

if TYPE_CHECKING:
    from babel import Locale


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
    words = _Words(locale.replace("-", "_"))

    @lru_cache(maxsize=8_192)
    def text(at: int, style: TickStyle) -> str:
        if style is TickStyle.YEAR:
            return words.year(civil(at).year)
        if style is TickStyle.DAY:
            return str(civil(at).day)
        if style is TickStyle.WEEKDAY_DAY:
            return f"{words.weekdays[weekday(at) - 1]} {civil(at).day}"
        if style in (TickStyle.MINUTE, TickStyle.SECOND):
            return words.clock(at, with_seconds=style is TickStyle.SECOND)
        if style is TickStyle.LONG_MONTH:
            return words.months["wide"][civil(at).month - 1]
        if style is TickStyle.MONTH:
            return words.months["abbreviated"][civil(at).month - 1]
        return words.date(at, style)

    return text


class _Words:
    """The words of one locale."""

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(self._name)
        except (ValueError, UnknownLocaleError):
            return Locale.parse("en")

    @cached_property
    def _shipped(self) -> dict[str, object]:
        language, _, region = self._name.partition("_")
        place = paths.resources_dir() / language / "calendar.json"
        if not (language.isalpha() and place.is_file()):
            return {}
        shipped = dict(json.loads(place.read_text(encoding="utf-8")))
        # Other regions have other names: "Sept" in Britain.
        return shipped if region in ("", shipped["region"]) else {}

    @cached_property
    def weekdays(self) -> list[str]:
        """Return the short names of the weekdays, Monday first."""
        shipped = self._shipped.get("weekdays")
        if isinstance(shipped, list):
            return shipped
        from babel.dates import get_day_names

        names = get_day_names("abbreviated", "format", self._locale)
        return [str(names[day]) for day in range(7)]

    @cached_property
    def months(self) -> dict[str, list[str]]:
        """Return the names of the months by their width, January first."""
        shipped = self._shipped.get("months")
        if isinstance(shipped, dict):
            return shipped
        from babel.dates import get_month_names

        return {
            width: [str(names[month]) for month in range(1, 13)]
            for width in ("wide", "abbreviated")
            if (names := get_month_names(width, "stand-alone", self._locale))
        }

    def year(self, year: int) -> str:
        """Return an astronomical year as people write it: "2015", "44 BC", "12,000"."""
        if 0 < year <= 9_999:
            return str(year)
        from babel.dates import get_era_names
        from babel.numbers import format_decimal

        if year > 0:
            return str(format_decimal(year, locale=self._locale))
        count = 1 - year
        words = format_decimal(count, locale=self._locale) if year < -9_998 else count
        return f"{words} {get_era_names('abbreviated', locale=self._locale)[0]}"

    def clock(self, at: int, *, with_seconds: bool) -> str:
        """Return the time of day."""
        c = civil(at)
        if self._shipped:
            return f"{c.hour:02}:{c.minute:02}" + f":{c.second:02}" * with_seconds
        from babel.dates import format_time

        moment = datetime(2000, 1, 1, c.hour, c.minute, c.second)
        pattern = "HH:mm:ss" if with_seconds else "HH:mm"
        return str(format_time(moment, pattern, locale=self._locale))

    def date(self, at: int, style: TickStyle) -> str:
        """Return a day or a month with its year."""
        shipped = self._shipped.get("dates")
        if not isinstance(shipped, dict):
            return self._cldr_date(at, style)
        c = civil(at)
        return str(shipped[style]).format(
            weekday=self.weekdays[weekday(at) - 1],
            day=c.day,
            month=self.months["abbreviated"][c.month - 1],
            wide_month=self.months["wide"][c.month - 1],
            year=self.year(c.year),
        )

    def _cldr_date(self, at: int, style: TickStyle) -> str:
        """Format through a stand-in year where `datetime` lacks the real one.

        The Gregorian calendar repeats every 400 years, weekdays included.
        """
        from babel.dates import format_skeleton

        c = civil(at)
        is_common = 1_000 <= c.year <= 9_999
        year = c.year if is_common else 2_000 + c.year % 400
        moment = datetime(year, c.month, c.day)
        text = str(format_skeleton(_SKELETONS[style], moment, locale=self._locale))
        return text if is_common else text.replace(str(year), self.year(c.year))

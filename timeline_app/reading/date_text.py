"""Whole dates as bylines, datelines and metadata write them.

This is no tagger of time expressions: only full dates (and, for datelines, a day and month
without a year) are looked for, in the few lines in which an article says when it was published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from timeline_app.annotation.span import Span
from timeline_app.chrono.instant import days_in_month, instant, weekday
from timeline_app.reading.words import ReadingWords, reading_words

_ISO = re.compile(
    r"(?<![\d.])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\d./-]\d|\d)"
)
_LATEST_SHORT_YEAR = 68
"""Two digits up to this are a year of this century, as POSIX has it; above it of the last."""
_CLOCK = re.compile(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?")
_CLOCK_REACH = 16
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,12})\.?,?\s{0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date in a text; `year` is None for "Nov. 14"; `stated_weekday` is ISO, 1 is Monday.

    `swapped` is the other reading of an ambiguous numeric date (11/12/2015).
    """

    span: Span
    year: int | None
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None
    stated_weekday: int | None = None
    swapped: "tuple[int, int, int] | None" = None

    @property
    def value(self) -> str:
        """Return `YYYY-MM-DD`, with `Thh:mm` where a time is stated; `year` must be known."""
        date = f"{self.year or 0:04d}-{self.month:02d}-{self.day:02d}"
        return date if self.hour is None else f"{date}T{self.hour:02d}:{self.minute:02d}"

    @property
    def has_wrong_weekday(self) -> bool:
        """Tell whether the weekday that stands beside the date is not that of the date."""
        if self.stated_weekday is None or self.year is None:
            return False
        return weekday(instant(self.year, self.month, self.day)) != self.stated_weekday


def find_dates(text: str, *, slash_order: str = "mdy") -> tuple[StatedDate, ...]:
    """Return the dates of a short text in its order, each as long as it can be read."""
    found = sorted(
        _candidates(text, slash_order), key=lambda d: (d.span.begin, d.year is None, -d.span.end)
    )
    kept: list[StatedDate] = []
    for date in found:
        if not kept or date.span.begin >= kept[-1].span.end:
            kept.append(date)
    return tuple(_with_surroundings(date, text) for date in kept)


def parse_stated_date(text: str, *, slash_order: str = "mdy") -> StatedDate | None:
    """Return the first full date of a metadata value, or None."""
    dates = (d for d in find_dates(text, slash_order=slash_order) if d.year is not None)
    return next(dates, None)


def _candidates(text: str, slash_order: str) -> Iterator[StatedDate]:
    for m in _ISO.finditer(text):
        yield from _checked(m.span(), int(m["year"]), int(m["month"]), int(m["day"]))
    for m in _NUMERIC.finditer(text):
        yield from _numeric(m, slash_order)
    words = reading_words()
    if words.months.keys().isdisjoint(_WORD.findall(text.lower())):
        return
    for pattern in _worded_patterns():
        for m in pattern.finditer(text):
            year = m.groupdict().get("year")
            month = words.months[m["month"].lower().rstrip(".")]
            yield from _checked(m.span(), int(year) if year else None, month, int(m["day"]))


def _numeric(match: re.Match[str], slash_order: str) -> Iterator[StatedDate]:
    first, second, year = int(match["first"]), int(match["second"]), _whole_year(match["year"])
    dmy = list(_checked(match.span(), year, second, first))
    mdy = list(_checked(match.span(), year, first, second))
    if match["sep"] == "." or slash_order == "dmy":
        best, other = dmy or mdy, mdy if dmy else []
    else:
        best, other = mdy or dmy, dmy if mdy else []
    for date in best:
        is_ambiguous = match["sep"] != "." and other and first != second
        swapped = (other[0].year or 0, other[0].month, other[0].day) if is_ambiguous else None
        yield replace(date, swapped=swapped)


def _whole_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year <= _LATEST_SHORT_YEAR else 1900)


def _checked(span: tuple[int, int], year: int | None, month: int, day: int) -> Iterator[StatedDate]:
    """Yield the date if the calendar has it."""
    if year is not None and not 1000 <= year <= 2999:
        return
    if 1 <= month <= 12 and 1 <= day <= days_in_month(2000 if year is None else year, month):
        yield StatedDate(span=Span(*span), year=year, month=month, day=day)


@cache
def _worded_patterns() -> tuple[re.Pattern[str], ...]:
    words = reading_words()
    month = rf"(?P<month>{_any_of(words.months)})\b\.?"
    suffix = rf"(?:{_any_of(words.ordinal_suffixes)})?"
    joiner = rf"(?:(?:{_any_of(words.day_joiners)})\s{{1,3}})?"
    day = rf"(?<![\d.,:])(?P<day>\d{{1,2}}){suffix}"
    year = r"(?P<year>\d{4})(?![\d])"
    sources = (
        rf"\b{month}\s{{0,3}}(?P<day>\d{{1,2}}){suffix}(?:,\s{{0,3}}|\s{{1,3}}){year}",
        rf"{day}\.?[\s-]{{1,3}}{joiner}{month},?[\s-]{{1,3}}{joiner}{year}",
        rf"\b{month}\s{{0,3}}(?P<day>\d{{1,2}}){suffix}(?![\d:])",
        rf"{day}\.?\s{{1,3}}{joiner}{month}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _any_of(words: object) -> str:
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(word) for word in ordered) or "(?!)"


def _with_surroundings(date: StatedDate, text: str) -> StatedDate:
    """Return the date with the clock time and the weekday that stand beside it."""
    words = reading_words()
    named, begin_of_all = _weekday_before(text, date.span.begin, words)
    date = replace(date, span=Span(begin_of_all, date.span.end))
    after = _CLOCK.search(text, date.span.end, date.span.end + _CLOCK_REACH)
    if after is not None and "|" in text[date.span.end : after.start()]:
        after = None  # it belongs to the next statement of the line
    begin = max(0, date.span.begin - _CLOCK_REACH)
    clock = after or _CLOCK.search(text, begin, date.span.begin)
    if clock is None or int(clock["hour"]) == 24:
        return replace(date, stated_weekday=named)
    hour = _on_24_hours(int(clock["hour"]), text[clock.end() : clock.end() + 6], words)
    span = Span(date.span.begin, max(date.span.end, clock.end()))
    return replace(date, stated_weekday=named, hour=hour, minute=int(clock["minute"]), span=span)


def _weekday_before(text: str, begin: int, words: ReadingWords) -> tuple[int | None, int]:
    """Return the weekday that stands before `begin`, and where the date begins with it."""
    start = max(0, begin - 18)
    match = _LAST_WORD.search(text, start, begin)
    named = words.weekdays.get(match[1].lower()) if match else None
    return (named, match.start()) if match and named else (None, begin)


def _on_24_hours(hour: int, after: str, words: ReadingWords) -> int:
    marker = after.strip().lower()
    for word, added in words.meridiems.items():
        if marker.startswith(word) and hour <= 12:
            return hour % 12 + added
    return hour

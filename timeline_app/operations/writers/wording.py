"""Times and evidence in plain English words, for the formats that people read."""

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, civil
from timeline_app.operations.writers.chronology import Citation

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PARTS_OF_DAY = {
    (0, 6): "in the night",
    (6, 12): "morning",
    (12, 18): "afternoon",
    (18, 24): "evening",
    (18, 6): "night",
}
"""Hours of begin and end of the parts of a day that have a name; "night" is the one that begins."""
_SHIFTED_SEASON = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def date_words(time: EventTime | None) -> str:
    """Return a time in words, no more precise than it is: "24 November 2015", "November 2015"."""
    if time is None:
        return "undated"
    words = _bounds_words(time)
    words = f"about {words}" if time.approximate else words
    return f"{words} (uncertain)" if time.uncertain else words


def _bounds_words(time: EventTime) -> str:
    if time.begin is None and time.end is None:
        return "at an unknown time"
    if time.begin is None:
        return f"before {_point(time.end or 0)}"
    if time.end is None:
        return f"from {_point(time.begin)} on"
    return _unit_words(time) or _range_words(time.begin, time.end)


def _unit_words(time: EventTime) -> str | None:
    begin, end = time.begin or 0, time.end or 0
    c, last = civil(begin), civil(end - 1)
    months = (last.year - c.year) * 12 + last.month - c.month + 1
    if time.precision in (Precision.MINUTE, Precision.HOUR):
        return _point(begin) if begin % DAY_S else f"{_day(begin)}, 00:00"
    if time.precision is Precision.PART_OF_DAY and (part := _part_of_day(begin, end)):
        return f"{_day(begin)}, {part}"
    if time.precision is Precision.MONTH and months == 1:
        return f"{_MONTHS[c.month - 1]} {_year(c.year)}"
    if time.precision is Precision.QUARTER and months == 3:
        if c.month % 3 == 1:
            return f"Q{c.month // 3 + 1} {_year(c.year)}"
        return f"{_SHIFTED_SEASON.get(c.month, '')} {_year(c.year)}".strip()
    if time.precision is Precision.YEAR and months == 12:
        return _year(c.year)
    if time.precision is Precision.DECADE and months == 120:
        return f"the {c.year}s"
    if time.precision is Precision.CENTURY and months == 1200:
        return f"{_year(c.year)}–{_year(c.year + 99)}"
    return None


def _part_of_day(begin: int, end: int) -> str | None:
    """Return the name of a part of a day: its clock times are nobody's words."""
    hours = (civil(begin).hour, civil(end).hour or 24)
    is_whole = begin % 3_600 == 0 and end % 3_600 == 0 and end - begin <= DAY_S
    return _PARTS_OF_DAY.get(hours) if is_whole else None


def _range_words(begin: int, end: int) -> str:
    if begin % DAY_S or end % DAY_S:
        if begin // DAY_S == (end - 1) // DAY_S:
            return f"{_day(begin)}, {_clock(begin)}–{_clock(end)}"
        return f"{_point(begin)} – {_point(end)}"
    if end - begin <= DAY_S:
        return _day(begin)
    first, last = civil(begin), civil(end - 1)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(end - 1)}"
    return f"{_day(begin)} – {_day(end - 1)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"


def _day(at: int) -> str:
    c = civil(at)
    return f"{c.day} {_MONTHS[c.month - 1]} {_year(c.year)}"


def _clock(at: int) -> str:
    c = civil(at)
    return f"{c.hour:02d}:{c.minute:02d}"


def _point(at: int) -> str:
    return f"{_day(at)}, {_clock(at)}" if at % DAY_S else _day(at)


def how_dated(citation: Citation) -> str:
    """Return one sentence on how a report's date was found."""
    return citation.mention.explanation or "No words in the article date it."


def source_words(citation: Citation) -> str:
    """Return an article as a footnote names it: outlet, title, date, address."""
    article = citation.article
    parts = [
        article.outlet or "",
        f"“{article.title}”" if article.title else article.path,
        article.published or "no date of publication",
        article.url or "",
    ]
    return ", ".join(part for part in parts if part)

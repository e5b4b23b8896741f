"""Times in words for a person, never more precise than what is known."""

from PySide6.QtCore import QCoreApplication, QLocale

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Civil, Instant, civil, weekday

_PARTS = (
    (0, 6, "night"),
    (6, 12, "morning"),
    (12, 18, "afternoon"),
    (18, 24, "evening"),
    (18, 6, "night"),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("time", text)


def year_text(year: int) -> str:
    """Return an astronomical year as people write it."""
    return str(year) if year > 0 else _tr("{} BCE").format(1 - year)


def day_text(at: int, *, with_weekday: bool = False) -> str:
    """Return the date of an instant, such as "Tue 24 Nov 2015"."""
    c = civil(at)
    month = QLocale().standaloneMonthName(c.month, QLocale.FormatType.ShortFormat)
    date = f"{c.day} {month} {year_text(c.year)}"
    if not with_weekday:
        return date
    return f"{QLocale().standaloneDayName(weekday(at), QLocale.FormatType.ShortFormat)} {date}"


def clock_text(at: int) -> str:
    """Return the clock time of an instant, such as "18:05"."""
    c = civil(at)
    return f"{c.hour:02d}:{c.minute:02d}"


def time_text(time: EventTime | None) -> str:
    """Return a time in words: "Tue 24 Nov 2015, evening", "Nov 2015", "before 27 Nov 2015"."""
    if time is None:
        return _tr("Undated")
    text = _bounds_text(time)
    if time.approximate:
        text = _tr("about {}").format(text)
    return _tr("{} (uncertain)").format(text) if time.uncertain else text


def _bounds_text(time: EventTime) -> str:
    if time.begin is None and time.end is None:
        return _tr("at an unknown time")
    if time.begin is None and time.end is not None:
        return _tr("before {}").format(_point_text(time.end))
    if time.end is None and time.begin is not None:
        return _tr("from {} on").format(_point_text(time.begin))
    return _closed_text(time.begin, time.end, time.precision)


def _closed_text(begin: Instant | None, end: Instant | None, precision: Precision) -> str:
    if begin is None or end is None:
        return ""
    unit = _unit_text(begin, end, precision)
    return unit if unit is not None else _range_text(begin, end)


def _unit_text(begin: Instant, end: Instant, precision: Precision) -> str | None:
    """Return the name of one calendar unit; None where the stretch is not one."""
    c = civil(begin)
    if precision in (Precision.MINUTE, Precision.HOUR):
        return f"{day_text(begin, with_weekday=True)}, {clock_text(begin)}"
    if precision is Precision.PART_OF_DAY:
        return f"{day_text(begin, with_weekday=True)}, {_part_text(begin, end)}"
    if precision is Precision.DAY and end - begin == DAY_S:
        return day_text(begin, with_weekday=True)
    if precision is Precision.WEEK and end - begin == 7 * DAY_S:
        return _tr("week of {}").format(day_text(begin))
    return _large_unit_text(c, end, precision)


def _large_unit_text(c: Civil, end: Instant, precision: Precision) -> str | None:
    span = _months(c, civil(end))
    if precision is Precision.MONTH and span == 1:
        name = QLocale().standaloneMonthName(c.month, QLocale.FormatType.LongFormat)
        return f"{name} {year_text(c.year)}"
    if precision is Precision.QUARTER and span == 3:
        return f"Q{(c.month + 2) // 3} {year_text(c.year)}"
    if precision is Precision.YEAR and span == 12:
        return year_text(c.year)
    if precision is Precision.DECADE and span == 120:
        return _tr("the {}s").format(c.year)
    if precision is Precision.CENTURY and span == 1200:
        return _tr("{}–{}").format(year_text(c.year), year_text(c.year + 99))
    return None


def _months(begin: Civil, end: Civil) -> int:
    return (end.year - begin.year) * 12 + end.month - begin.month


def _part_text(begin: Instant, end: Instant) -> str:
    first, last = civil(begin).hour, civil(end).hour or 24
    for low, high, name in _PARTS:
        if (first, last) == (low, high) and end - begin <= DAY_S:
            return _tr(name)
    return f"{clock_text(begin)}–{clock_text(end)}"


def _point_text(at: Instant) -> str:
    if at % DAY_S == 0:
        return day_text(at)
    return f"{day_text(at)}, {clock_text(at)}"


def _range_text(begin: Instant, end: Instant) -> str:
    if begin % DAY_S or end % DAY_S:
        return f"{_point_text(begin)} – {_point_text(end)}"
    last = Instant(end - DAY_S)
    if last <= begin:
        return day_text(begin, with_weekday=True)
    first, final = civil(begin), civil(last)
    if (first.year, first.month) == (final.year, final.month):
        return f"{first.day}–{day_text(last)}"
    return f"{day_text(begin)} – {day_text(last)}"


def precision_text(time: EventTime | None) -> str:
    """Return in words how exactly a time is known."""
    if time is None:
        return _tr("No date is supported by the text")
    if time.begin is None:
        return _tr("known only to lie before this")
    if time.end is None:
        return _tr("known only to lie from here on")
    words = {
        Precision.MINUTE: _tr("to the minute"),
        Precision.HOUR: _tr("to the hour"),
        Precision.PART_OF_DAY: _tr("to a part of the day"),
        Precision.DAY: _tr("to the day"),
        Precision.WEEK: _tr("to the week"),
        Precision.MONTH: _tr("to the month"),
        Precision.QUARTER: _tr("to the quarter"),
        Precision.YEAR: _tr("to the year"),
        Precision.DECADE: _tr("to the decade"),
        Precision.CENTURY: _tr("to the century"),
        Precision.INTERVAL: _tr("between these bounds"),
    }
    return words[time.precision]

"""How periods and anchors are named in the sentence that gives a person the reason."""

from timeline_app.chrono.instant import DAY_S, civil
from timeline_app.extraction.timex.context import DCT_ID
from timeline_app.extraction.timex.meaning import Anchor
from timeline_app.extraction.timex.period import Period

_MONTH_NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PART_NAMES = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}


def day_text(period: Period) -> str:
    """Return a period for a sentence ("Thu 26 Nov 2015", "Nov 2015", "the week of 23 Nov 2015")."""
    c = civil(period.begin)
    if not 0 < c.year < 10_000:
        return period.value
    month = _MONTH_NAMES[3 * c.month - 3 : 3 * c.month]
    if period.unit == "day":
        return f"{weekday_name(period)[:3]} {c.day} {month} {c.year}"
    if period.unit == "week":
        return f"the week of {c.day} {month} {c.year}"
    return f"{month} {c.year}" if period.unit == "month" else period.value


def weekday_name(period: Period) -> str:
    """Return the weekday on which a period begins."""
    return _WEEKDAYS[(period.begin // DAY_S + 3) % 7]


def kind_text(period: Period) -> str:
    """Return what kind of period this is ("Tuesday", "month")."""
    return weekday_name(period) if period.unit == "day" else period.unit


def anchor_text(anchor: Anchor) -> str:
    """Return what a value is counted from ("the article's date, Thu 26 Nov 2015")."""
    return f"{anchor_kind(anchor)}, {day_text(anchor.period)}"


def anchor_kind(anchor: Anchor) -> str:
    """Return the kind of an anchor: the article's date, or the time of which the story tells."""
    return "the article's date" if anchor.id == DCT_ID else "the story's time"


def part_name(part: str) -> str:
    """Return a part of the day by its TIMEX3 code ("the night")."""
    return f"the {_PART_NAMES.get(part, 'part')}"

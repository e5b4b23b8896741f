"""Operations for dates in figures, decades and centuries, and the tails of ranges."""

import re
from dataclasses import replace

from timeline_app.annotation.timex import Reading, TimexType
from timeline_app.chrono.instant import civil, days_in_month, instant, parse_iso
from timeline_app.chrono.timex_value import event_time_of
from timeline_app.extraction.timex.call import Call
from timeline_app.extraction.timex.dates import full_year
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import Period, year_text
from timeline_app.extraction.timex.wording import day_text

_ISO_ZONE_RE = re.compile(r"(?<=T)([\d:]+)(?:Z|[+-]\d\d:?\d\d)$")
# ---- numbers with signs


def iso_date(call: Call) -> Meaning | None:
    """Return the meaning of `2015-11-24` or `2015-11-24T18:30`."""
    text = _ISO_ZONE_RE.sub(r"\1", call.text("iso_date"))
    try:
        at = parse_iso(text)
    except ValueError:
        return None
    return of_period(
        Period(unit="minute" if "T" in text else "day", begin=at), "a date as ISO 8601 writes it"
    )


def slash_date(call: Call) -> Meaning | None:
    """Return the meaning of `7/8/07`: the order by locale and by the document's evidence."""
    parts = re.split(r"[/.-]", call.text("slash_date"))
    numbers = [int(p) for p in parts]
    if len(parts[0]) == 4:
        return _checked(numbers[0], numbers[1], numbers[2], "a date, year first")
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    year = numbers[2] if len(parts[2]) == 4 else full_year(numbers[2], call.context.dct)
    month_first = _checked(year, numbers[0], numbers[1], "a numeric date, month first")
    day_first = _checked(year, numbers[1], numbers[0], "a numeric date, day first")
    if month_first is None or day_first is None or month_first.value == day_first.value:
        return month_first or day_first
    is_dotted = "." in call.text("slash_date")
    is_day_first = is_dotted or not call.context.is_month_first
    best, other = (day_first, month_first) if is_day_first else (month_first, day_first)
    if call.context.dct is not None and call.context.dct.period == other.period:
        best, other = other, best
    lost = Reading(
        value=other.value,
        time=event_time_of(other.value),
        reason=f"{other.because}, against the habit of this document",
    )
    return replace(best, alternatives=(lost,))


def _checked(year: int, month: int, day: int, because: str) -> Meaning | None:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return of_period(Period(unit="day", begin=instant(year, month, day)), because)


# ---- decades, centuries, tails of ranges


def decade(call: Call) -> Meaning | None:
    """Return the meaning of "the 1990s" or "the '80s"."""
    year = call.whole("decade")
    if year is None or year % 10:
        return None
    if year < 100:
        year = _decade_after(year, call.context.last) or _past_decade(year, call.context.dct)
    return of_period(Period(unit="decade", begin=instant(year)), "a decade by its number")


def century(call: Call) -> Meaning | None:
    """Return the meaning of "the 19th century": TIMEX3 counts its years 1800 to 1899."""
    ordinal = call.whole("ordinal")
    if ordinal is None or not 1 <= ordinal <= 40:
        return None
    is_before = call.has("before_era")
    value = f"BC{ordinal - 1:02d}" if is_before else f"{ordinal - 1:02d}"
    begin = instant(100 * (-ordinal if is_before else ordinal - 1) + is_before)
    return Meaning(
        type=TimexType.DATE,
        value=value,
        because="a century by its number",
        period=Period(unit="century", begin=begin),
    )


def _past_decade(two_digits: int, dct: Anchor | None) -> int:
    """Return the last such decade that had begun: "the '20s" of 2015 are the 1920s."""
    now = civil(dct.period.begin).year if dct is not None else 2000
    guess = now - now % 100 + two_digits
    return guess if guess <= now else guess - 100


def _decade_after(two_digits: int, last: Meaning | None) -> int | None:
    """Return "'70s" in "the 1960s and '70s": a later decade of the same century."""
    if last is None or last.period is None or last.period.unit != "decade":
        return None
    year = civil(last.period.begin).year
    found = year - year % 100 + two_digits
    return found if found > year else None


def short_year(call: Call) -> Meaning | None:
    """Return the year of "08" in "2007-08", or of "240" after a year before the era."""
    last = call.context.last
    if last is None or last.period is None:
        return None
    year = civil(last.period.begin).year
    if year <= 0:
        number = call.whole("yy") or call.whole("year3")
        if number is None or not number < 1 - year:
            return None
        return of_period(Period(unit="year", begin=instant(1 - number)), "before the era, too")
    short = call.whole("yy")
    if short is None:
        return None
    found = year - year % 100 + short
    if not year < found <= year + 20:
        return None
    return of_period(Period(unit="year", begin=instant(found)), f"a year after {year_text(year)}")


def day_tail(call: Call) -> Meaning | None:
    """Return the date of "5" in "May 4 and 5"."""
    last, day = call.context.last, call.whole("day")
    if last is None or last.period is None or last.period.unit != "day" or day is None:
        return None
    c = civil(last.period.begin)
    if not c.day < day <= days_in_month(c.year, c.month):
        return None
    period = Period(unit="day", begin=instant(c.year, c.month, day))
    return of_period(period, f"a day of the same month as {day_text(last.period)}")

"""Operations that count from an anchor: today, last week, two years ago, the next day."""

from dataclasses import replace

from timeline_app.annotation.timex import TimexType
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.instant import DAY_S, Instant, civil, days_in_month, instant, weekday
from timeline_app.extraction.timex.amounts import duration
from timeline_app.extraction.timex.call import Call, mod_of
from timeline_app.extraction.timex.context import DCT_ID, Context
from timeline_app.extraction.timex.dates import unresolved, year_of
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import Period, fineness, moved, period_at
from timeline_app.extraction.timex.tense_words import FUTURE, PAST
from timeline_app.extraction.timex.wording import anchor_text, day_text

_UNIT_STEP = {
    "second": (Granularity.SECOND, 1),
    "minute": (Granularity.MINUTE, 1),
    "hour": (Granularity.HOUR, 1),
    "day": (Granularity.DAY, 1),
    "week": (Granularity.WEEK, 1),
    "weekend": (Granularity.WEEK, 1),
    "month": (Granularity.MONTH, 1),
    "quarter": (Granularity.QUARTER, 1),
    "season": (Granularity.MONTH, 3),
    "half": (Granularity.MONTH, 6),
    "year": (Granularity.YEAR, 1),
    "decade": (Granularity.DECADE, 1),
    "century": (Granularity.CENTURY, 1),
    "millennium": (Granularity.MILLENNIUM, 1),
}
_LAST_OF_WEEK = 7
_CLOCK_UNITS = ("second", "minute", "hour")
_BYGONE_YEARS = 2
_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}


def deictic(call: Call) -> Meaning | None:
    """Return the unit at an offset from the article's date: yesterday, last week, this year."""
    if call.has("is_result") and _is_reported(call):
        return reported(call)
    if not call.context.is_told:
        return _counted(call, call.context.dct)
    is_today = call.has("is_now") and not call.whole("offset")
    if is_today and call.context.dct is not None:
        because = "the present of a history's author, no day of the story"
        return Meaning(type=TimexType.DATE, value="PRESENT_REF", because=because, moves_story=False)
    found = story(call)
    is_plan = found is not None and (call.whole("offset") or 0) > 0
    return replace(found, moves_story=False) if found is not None and is_plan else found


def story(call: Call) -> Meaning | None:
    """Return the unit at an offset from the story's time: the next day, that year."""
    unit, context, reporting = call.text("unit"), call.context, call.context.reporting
    anchor = context.thread_of(unit)
    if reporting is not None and reporting.period.unit == unit:
        anchor = reporting  # "that quarter" is the one told, not that of its last day
    if fineness(unit) <= fineness("day") and call.tense.direction == PAST:
        anchor = context.seen(anchor)
    is_vague = anchor is not None and fineness(anchor.period.unit) > fineness(unit)
    if not context.is_told and (is_vague or (call.has("is_loose") and not _holds(context))):
        anchor = context.dct
    if (call.whole("offset") or 0) > 0 and _is_untold(call, anchor):
        anchor = None
    return _counted(call, anchor)


def _holds(context: Context) -> bool:
    """Tell whether "the year" is the story's: told in this sentence, or long bygone."""
    told, dct = context.story, context.dct
    if told is None or dct is None or context.sentence_year or context.sentence_day:
        return True
    return civil(told.period.begin).year <= civil(dct.period.begin).year - _BYGONE_YEARS


def elliptic(call: Call) -> Meaning | None:
    """Return the unit before the one just named: "more this year than last"."""
    named = call.context.last.period if call.context.last is not None else None
    if named is None or named.unit not in _OPEN or named.unit == "day":
        return None
    because = f"the {named.unit} before {day_text(named)}"
    return replace(of_period(moved(named, -1), because), moves_story=False)


def story_time(call: Call) -> Meaning | None:
    """Return the time of which the story has just told: "by that time"."""
    anchor = call.context.sentence_day or call.context.story
    if anchor is None:
        return None
    because = f"the time of which the story has just told, {day_text(anchor.period)}"
    return replace(of_period(anchor.period, because, anchor=anchor), moves_story=False)


def _counted(call: Call, anchor: Anchor | None) -> Meaning | None:
    unit, offset = call.text("unit"), call.whole("offset") or 0
    part = call.text("part")
    if anchor is None:
        value = _OPEN.get(unit, "XXXX") + (f"T{part}" if part else "")
        return unresolved(value, "counted from a date that the document does not tell")
    period = moved(period_at(unit, anchor.period.begin), offset)
    because = f"{_offset_text(offset, unit)} {anchor_text(anchor)}"
    if part:
        period = Period(unit="part", begin=period.begin, part=part)
    found = of_period(period, because, anchor=anchor, mod=mod_of(call))
    return replace(found, side=call.whole("side") or 0)


def _offset_text(offset: int, unit: str) -> str:
    if offset == 0:
        return f"the {unit} of"
    count = f"{abs(offset)} {unit}{'s' if abs(offset) > 1 else ''}"
    return f"{count} {'before' if offset < 0 else 'after'}"


def in_time(call: Call) -> Meaning | None:
    """Return a date for "will end in two weeks"; a length of time where no future is told."""
    tense = call.tense
    if tense.direction != FUTURE or not tense.is_firm:
        return duration(call)
    found = ago(call)
    return replace(found, evidence=tense.evidence) if found is not None else None


def ago(call: Call) -> Meaning | None:
    """Return the date an amount away from the article's date ("two years ago")."""
    if call.context.is_told:
        return later(call)
    return shifted(call, call.context.dct, "the article's date")


def later(call: Call) -> Meaning | None:
    """Return the date an amount away from the story's time ("three days later")."""
    anchor = _apposed_to(call) or call.context.thread_of(call.text("unit", "day"))
    if call.text("unit", "day") == "day" and call.tense.direction == PAST:
        anchor = call.context.seen(anchor)
    if call.text("unit") in _CLOCK_UNITS:
        anchor = _clock_anchor(call.context)
        if anchor is None:
            return duration(call)
    is_aside = (call.whole("direction") or 1) < 0
    if not is_aside and _is_untold(call, anchor):
        anchor = None
    found = shifted(call, anchor, "the time of which the story tells")
    return replace(found, moves_story=False) if found is not None and is_aside else found


def _clock_anchor(context: Context) -> Anchor | None:
    """Return the clock time of which the story has just told; hours after a day say nothing."""
    story = context.story
    is_clock = story is not None and story.period.unit in _CLOCK_UNITS
    return story if is_clock else None


def _is_untold(call: Call, anchor: Anchor | None) -> bool:
    """Tell whether the story has named no time yet: what is told as past follows no article."""
    if anchor is None or anchor.id != DCT_ID:
        return False
    return call.tense.direction == PAST


def _apposed_to(call: Call) -> Anchor | None:
    """Return the anchor that leads to the story's own time: "in 2012, four years later"."""
    story = call.context.story
    for thread in call.context.threads[:1] if story is not None else ():
        found = shifted(call, thread, "the time before")
        if found is not None and story is not None and found.period == story.period:
            return thread
    return None


def shifted(call: Call, anchor: Anchor | None, what: str) -> Meaning | None:
    """Return the date at an amount before or after an anchor, as fine as the amount's unit."""
    count, unit, direction = call.number("count"), call.text("unit"), call.whole("direction") or 1
    if count is None and not call.has("count"):
        count = 1.0
    steps = whole_steps(count * direction, unit) if count is not None else None
    if count is None or steps is None:
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return Meaning(type=TimexType.DATE, value=value, because=f"some {unit}s from {what}")
    if anchor is None:
        return unresolved(_OPEN.get(unit, "XXXX"), f"counted from {what}, which is not told")
    is_clock, is_fine = unit in _CLOCK_UNITS, fineness(anchor.period.unit) <= fineness("hour")
    # Of a day, no hour is known: minutes ago were on it, and a day's hours are told from its noon.
    begin = anchor.period.begin + (DAY_S // 2 if is_clock and not is_fine else 0)
    at = shift(Instant(begin), steps[0], steps[1])
    is_minute = steps[0] is Granularity.MINUTE and is_fine
    period = period_at("minute" if is_minute else _result_unit(unit, anchor.period), at)
    because = f"{_offset_text(round(count * direction), unit)} {what}, {day_text(anchor.period)}"
    return of_period(period, because, anchor=anchor, mod=mod_of(call))


def from_date(call: Call) -> Meaning | None:
    """Return the date an amount away from a named day: "a week from Tuesday"."""
    inner = call.inner("date")
    if inner is None or inner.period is None or not inner.period.is_finer_than("weekend"):
        return None
    day = period_at("day", inner.period.begin)
    is_before = (call.whole("direction") or 1) < 0
    if call.has("is_next_to") and is_before and weekday(day.begin) == _LAST_OF_WEEK:
        day = moved(day, 1)  # the week before Easter Sunday is the one that ends with it
    found = shifted(call, Anchor(id="", period=day), "the day named beside it")
    steps = whole_steps(call.number("count") or 1, call.text("unit"))
    if found is None or found.period is None or steps is None:
        return None
    if call.text("unit") == "week" and call.match.names("weekday", "offset"):
        direction = call.whole("direction") or 1
        period = replace(day, begin=shift(day.begin, steps[0], steps[1] * direction))
        found = replace(found, period=period, value=period.value)
    return replace(found, anchor=inner.anchor, evidence=inner.evidence, moves_story=False)


def whole_steps(count: float, unit: str) -> tuple[Granularity, int] | None:
    """Return an amount in whole calendar steps; half a year is six months."""
    granularity, factor = _UNIT_STEP[unit]
    if abs(count) > 100_000:
        return None
    if float(count).is_integer():
        return granularity, int(count) * factor
    finer = {
        "hour": (Granularity.MINUTE, 60),
        "year": (Granularity.MONTH, 12),
        "decade": (Granularity.YEAR, 10),
    }
    finer_unit, per = finer.get(unit, (granularity, factor))
    return finer_unit, round(count * per)


def _result_unit(unit: str, anchor: Period) -> str:
    if unit in _CLOCK_UNITS:
        return unit if fineness(anchor.unit) <= fineness("hour") else "day"
    return "year" if unit in ("decade", "century", "millennium") else unit


def year_ago(call: Call) -> Meaning | None:
    """Return the period under report, a year back: "a year earlier"; else the year before."""
    period = reported_period(call.context)
    if period is None or (call.context.reporting is None and not call.has("is_report")):
        return _year_before(call) if call.has("is_told") else ago(call)
    begin = shift(period.begin, Granularity.YEAR, -1)
    because = f"a year before the period under report, {period.value}"
    found = of_period(replace(period, begin=begin), because, anchor=call.context.reporting)
    return replace(found, moves_story=False)


def same_unit(call: Call) -> Meaning | None:
    """Return a month or day in another year: "the same month last year", "this day in 1955"."""
    unit, context = call.text("unit"), call.context
    anchor = context.base if unit == "day" else context.thread
    if anchor is None:
        return None
    year, c = year_of(call), civil(anchor.period.begin)
    if year is None:
        year = c.year + (call.whole("offset") or 0)
    if unit == "day" and c.day > days_in_month(year, c.month):
        return None
    begin = instant(year, c.month, c.day if unit == "day" else 1)
    because = f"the {unit} of {day_text(anchor.period)}, in {year}"
    found = of_period(Period(unit=unit, begin=begin), because, anchor=anchor)
    return replace(found, moves_story=False)


def anniversary(call: Call) -> Meaning | None:
    """Return the day, week or month of the article, years ago: "ten years ago today"."""
    anchor, years = call.context.base, call.number("count") or 1
    steps = whole_steps(years * (call.whole("direction") or 1), "year")
    if anchor is None or steps is None:
        return None
    at = shift(anchor.period.begin, steps[0], steps[1])
    period = period_at(call.text("unit", "day"), at)
    because = f"{years:g} years before that {period.unit}, counted from {day_text(anchor.period)}"
    return replace(of_period(period, because, anchor=anchor), moves_story=False)


def _year_before(call: Call) -> Meaning | None:
    """Return the year before the story's time; the same month where a month is under discussion."""
    anchor = call.context.story
    if anchor is None or anchor.period.unit not in ("month", "season", "half"):
        return later(call)
    begin = shift(anchor.period.begin, Granularity.YEAR, -1)
    period = replace(anchor.period, begin=begin)
    found = of_period(period, f"a year before {day_text(anchor.period)}", anchor=anchor)
    return replace(found, moves_story=False)


def reported(call: Call) -> Meaning | None:
    """Return the period under report ("the quarter"), or that of a year ("the 1988 quarter")."""
    period = reported_period(call.context)
    if period is None:
        return None
    year = call.whole("year")
    if year is not None:
        period = replace(period, begin=instant(year, civil(period.begin).month))
    anchor = call.context.reporting or call.context.dct
    return of_period(period, f"the period under report, {period.value}", anchor=anchor)


def _is_reported(call: Call) -> bool:
    """Tell whether such a period is under report that has ended: its results are known."""
    told, dct = call.context.reporting, call.context.dct
    if told is None or dct is None or call.tense.direction == FUTURE:
        return False
    return told.period.unit == call.text("unit") and told.period.end <= dct.period.begin


def reported_period(context: Context) -> Period | None:
    """Return the period that the article reports on: the last one named, else the last full one."""
    reporting, dct = context.reporting, context.dct
    if reporting is not None and (dct is None or reporting.period.end <= dct.period.begin):
        return reporting.period
    if dct is None:
        return None
    return moved(period_at("quarter", dct.period.begin), -1)

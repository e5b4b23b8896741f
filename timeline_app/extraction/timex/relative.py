"""Operations that count from an anchor: today, last week, two years ago, the next day, Tuesday."""

from dataclasses import replace

from timeline_app.annotation.timex import TimexType
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.instant import DAY_S, Instant, civil, instant, weekday
from timeline_app.extraction.timex.amounts import duration
from timeline_app.extraction.timex.call import Call, mod_of
from timeline_app.extraction.timex.choice import (
    Candidates,
    Choice,
    choose,
    directed,
    nearest,
)
from timeline_app.extraction.timex.context import Context
from timeline_app.extraction.timex.dates import candidates_of, day_text, unresolved
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import Period, fineness, moved, period_at
from timeline_app.extraction.timex.tense import FUTURE, PAST

_UNIT_STEP = {
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
    if call.context.is_told:
        return story(call)
    return _counted(call, call.context.dct, "the article's date")


def story(call: Call) -> Meaning | None:
    """Return the unit at an offset from the story's time: the next day, that year."""
    unit, context = call.text("unit"), call.context
    anchor = context.thread_of(unit)
    is_vague = anchor is not None and fineness(anchor.period.unit) > fineness(unit)
    if is_vague and not context.is_told:
        anchor = context.dct
    return _counted(call, anchor, "the time of which the story tells")


def _counted(call: Call, anchor: Anchor | None, what: str) -> Meaning | None:
    unit, offset = call.text("unit"), call.whole("offset") or 0
    part = call.text("part")
    if anchor is None:
        value = _OPEN.get(unit, "XXXX") + (f"T{part}" if part else "")
        return unresolved(value, "counted from a date that the document does not tell")
    period = moved(period_at(unit, anchor.period.begin), offset)
    because = f"{_offset_text(offset, unit)} {what}, {day_text(anchor.period)}"
    if part:
        period = Period(unit="part", begin=period.begin, part=part)
    return of_period(period, because, anchor=anchor, mod=mod_of(call))


def _offset_text(offset: int, unit: str) -> str:
    if offset == 0:
        return f"the {unit} of"
    count = f"{abs(offset)} {unit}{'s' if abs(offset) > 1 else ''}"
    return f"{count} {'before' if offset < 0 else 'after'}"


def weekday_date(call: Call) -> Meaning | None:
    """Resolve a bare weekday by tense around the article's date."""
    anchor, wanted = call.context.base, call.whole("weekday") or 1
    if call.context.is_told:
        anchor = call.context.story_day or call.context.dct
    if anchor is None:
        return unresolved(f"XXXX-WXX-{wanted}", "a weekday of a week that is not told")
    candidates = weekdays_around(anchor, wanted)
    if call.context.is_told:
        return _chosen(call, nearest(candidates), anchor)
    return _on_the_way(call, wanted) or _chosen(call, choose(candidates, call.tense), anchor)


def _on_the_way(call: Call, wanted: int) -> Meaning | None:
    """Go on with a journey told ahead in one sentence: "flies out Monday, dines on Tuesday"."""
    before, dct = call.context.sentence_day, call.context.dct
    if before is None or dct is None or before.period.begin <= dct.period.begin:
        return None
    if call.tense.direction == PAST:
        return None
    future = weekdays_around(before, wanted)
    period = future.past if future.holds_anchor else future.future
    because = f"the next {_kind_text(period)} after {day_text(before.period)}, in the same sentence"
    return of_period(period, because, anchor=before)


def weekend(call: Call) -> Meaning | None:
    """Resolve "the weekend": the one that the tense points to, on either side of the date."""
    anchor = call.context.base
    if anchor is None:
        return unresolved(_OPEN["weekend"], "a weekend of a week that is not told")
    at = period_at("day", anchor.period.begin).begin
    this = period_at("weekend", at)
    past, future = (this, moved(this, 1)) if this.begin <= at else (moved(this, -1), this)
    choice = choose(Candidates(past=past, future=future, at=at), call.tense)
    return _chosen(call, choice, anchor)


def in_time(call: Call) -> Meaning | None:
    """Return a date for "will end in two weeks"; a length of time where no future is told."""
    tense = call.tense
    if tense.direction != FUTURE or not tense.is_firm:
        return duration(call)
    found = ago(call)
    return replace(found, evidence=tense.evidence) if found is not None else None


def weekdays_around(anchor: Anchor, wanted: int) -> Candidates:
    """Return the last such weekday up to the anchor's day, and the next after it."""
    at = period_at("day", anchor.period.begin).begin
    back = (weekday(at) - wanted) % 7
    past = Period(unit="day", begin=Instant(at - back * DAY_S))
    return Candidates(past=past, future=moved(past, 7), at=at)


def cyclic(call: Call) -> Meaning | None:
    """Resolve "last Tuesday", "next March", "this spring": the word names the direction."""
    context, offset = call.context, call.whole("offset") or 0
    is_told = context.is_told or call.text("on") == "story"
    unit = "day" if call.has("weekday") else "year"
    anchor = context.thread_of(unit) if is_told else context.dct or context.thread
    if is_told and anchor is not None and offset > 0:
        anchor = _last_day(anchor)
    if anchor is None:
        return unresolved("XXXX", "counted from a date that the document does not tell")
    if call.has("weekday"):
        candidates = weekdays_around(anchor, call.whole("weekday") or 1)
    else:
        found = candidates_of(call, anchor)
        if found is None:
            return None
        candidates = found
    word = call.match.words[-2] if len(call.match.words) > 1 else ""
    if offset == 0:
        choice = choose(candidates, call.tense) if call.has("weekday") else _this(candidates)
    else:
        choice = directed(_strictly(candidates, offset, call.has("weekday")), offset, word)
    return _chosen(call, choice, anchor)


def _last_day(anchor: Anchor) -> Anchor:
    """Return the last day of a long period: what follows a year follows its end."""
    if anchor.period.is_finer_than("year"):
        return anchor
    last = Period(unit="day", begin=Instant(anchor.period.end - DAY_S))
    return Anchor(id=anchor.id, period=last)


def _this(candidates: Candidates) -> Choice:
    """Return the one in the anchor's own year."""
    year = civil(candidates.at).year
    if civil(candidates.past.begin).year == year or candidates.holds_anchor:
        return directed(candidates, -1, "this")
    return directed(candidates, 1, "this")


def _strictly(candidates: Candidates, offset: int, is_weekday: bool) -> Candidates:
    """Leave out the occurrence that holds the anchor itself when the word says "last"."""
    if offset < 0 and candidates.holds_anchor:
        step = -7 if is_weekday else -1
        back = _before(candidates, step) if not is_weekday else moved(candidates.past, step)
        return Candidates(past=back, future=candidates.future, at=candidates.at)
    return candidates


def _before(candidates: Candidates, years: int) -> Period:
    begin = shift(candidates.past.begin, Granularity.YEAR, years)
    return Period(unit=candidates.past.unit, begin=begin)


def _chosen(call: Call, choice: Choice, anchor: Anchor) -> Meaning:
    what = "the article's date" if anchor.id == "dct" else "the story's time"
    day = day_text(anchor.period)
    if choice.period.begin == anchor.period.begin:
        because = f"the day of {what} itself, {day}"
    else:
        side = "last" if choice.period.begin < anchor.period.begin else "next"
        order = "before" if side == "last" else "after"
        because = f"the {side} {_kind_text(choice.period)} {order} {what}, {day}: {choice.reason}"
    return of_period(
        choice.period,
        because,
        anchor=anchor,
        evidence=choice.evidence,
        alternatives=choice.alternatives,
        mod=mod_of(call),
    )


def _kind_text(period: Period) -> str:
    """Return what kind of period this is ("Tuesday", "month")."""
    if period.unit != "day":
        return period.unit
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return names[weekday(period.begin) - 1]


def ago(call: Call) -> Meaning | None:
    """Return the date an amount away from the article's date ("two years ago")."""
    if call.context.is_told:
        return later(call)
    return shifted(call, call.context.dct, "the article's date")


def later(call: Call) -> Meaning | None:
    """Return the date an amount away from the story's time ("three days later")."""
    anchor = call.context.thread_of(call.text("unit", "day"))
    found = shifted(call, anchor, "the time of which the story tells")
    is_aside = (call.whole("direction") or 1) < 0
    return replace(found, moves_story=False) if found is not None and is_aside else found


def shifted(call: Call, anchor: Anchor | None, what: str) -> Meaning | None:
    """Return the date at an amount before or after an anchor, as fine as the amount's unit."""
    count, unit, direction = call.number("count"), call.text("unit"), call.whole("direction") or 1
    if count is None and not call.has("count"):
        count = 1.0
    if count is None:
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return Meaning(type=TimexType.DATE, value=value, because=f"some {unit}s from {what}")
    if anchor is None:
        return unresolved(_OPEN.get(unit, "XXXX"), f"counted from {what}, which is not told")
    steps = whole_steps(count * direction, unit)
    if steps is None:
        return None
    at = shift(anchor.period.begin, steps[0], steps[1])
    period = period_at(_result_unit(unit, anchor.period), at)
    because = f"{_offset_text(round(count * direction), unit)} {what}, {day_text(anchor.period)}"
    return of_period(period, because, anchor=anchor, mod=mod_of(call))


def whole_steps(count: float, unit: str) -> tuple[Granularity, int] | None:
    """Return an amount in whole calendar steps; half a year is six months."""
    granularity, factor = _UNIT_STEP[unit]
    if abs(count) > 100_000:
        return None
    if float(count).is_integer():
        return granularity, int(count) * factor
    finer = {"year": (Granularity.MONTH, 12), "decade": (Granularity.YEAR, 10)}
    finer_unit, per = finer.get(unit, (granularity, factor))
    return finer_unit, round(count * per)


def _result_unit(unit: str, anchor: Period) -> str:
    if unit in ("minute", "hour"):
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


def reported_period(context: Context) -> Period | None:
    """Return the period that the article reports on: the last one named, else the last full one."""
    reporting, dct = context.reporting, context.dct
    if reporting is not None and (dct is None or reporting.period.end <= dct.period.begin):
        return reporting.period
    if dct is None:
        return None
    return moved(period_at("quarter", dct.period.begin), -1)

"""Operations on the meaning of an inner phrase: its parts, its edges, a clock time on a day."""

from dataclasses import replace

from timeline_app.annotation.timex import Reading, TimexMod, TimexType
from timeline_app.chrono.event_time import Precision
from timeline_app.chrono.granularity import Granularity, floor
from timeline_app.chrono.instant import DAY_S, HOUR_S, MINUTE_S, Instant, weekday
from timeline_app.chrono.timex_value import PARTS_OF_DAY, event_time_of
from timeline_app.extraction.timex.call import Call
from timeline_app.extraction.timex.dates import in_year, unresolved
from timeline_app.extraction.timex.matching import Match
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import Period, moved, nth_within, period_at
from timeline_app.extraction.timex.tense_words import FUTURE, PAST
from timeline_app.extraction.timex.wording import anchor_text, day_text, part_name

_DAY_UNITS = ("part", "day")
_NIGHT_HOUR = 5
_LEAST_OFFSET_S, _MOST_OFFSET_S = -12 * HOUR_S, 14 * HOUR_S
_SPOKEN_OF_AHEAD_S = 15 * 365 * DAY_S
_LAST_DAY_OF_LONG_WEEKEND = 2
"""A holiday on a Monday or Tuesday makes the weekend before it a long one."""


def modified(call: Call) -> Meaning | None:
    """Return the inner meaning with a mod: "late Tuesday", "the end of November"."""
    inner, mod = call.inner("inner"), call.text("mod")
    if inner is None or not mod:
        return inner
    return replace(inner, mod=TimexMod(mod), because=f"{inner.because}{_MOD_TEXT.get(mod, '')}")


_MOD_TEXT = {
    "START": "; the early part of it",
    "MID": "; the middle of it",
    "END": "; the late part of it",
    "APPROX": "; about then",
}


def same(call: Call) -> Meaning | None:
    """Return the inner meaning as it is, for a rule that only widens the span."""
    return call.inner("inner")


def part_of_day(call: Call) -> Meaning | None:
    """Return a part of the inner day: "Tuesday evening", "the night of Nov. 13"."""
    inner = call.inner("inner")
    part = call.text("part")
    if inner is None:
        return None
    mod = TimexMod(call.text("mod")) if call.has("mod") else inner.mod
    if inner.period is None:
        if not inner.value or "T" in inner.value:
            return inner
        return replace(inner, value=f"{inner.value}T{part}", type=TimexType.TIME, mod=mod)
    if inner.period.unit not in _DAY_UNITS:
        return None
    period = Period(unit="part", begin=inner.period.begin, part=part)
    because = f"{part_name(part)} of {inner.because}"
    return replace(
        inner,
        type=TimexType.TIME,
        value=period.value,
        period=period,
        mod=mod,
        because=because,
        alternatives=_at_same_time(inner.alternatives, period),
    )


def _at_same_time(days: tuple[Reading, ...], chosen: Period) -> tuple[Reading, ...]:
    """Return other readings of a day at the part or the clock time that was chosen."""
    since = chosen.begin - floor(chosen.begin, Granularity.DAY)
    found: list[Reading] = []
    for day in days:
        if day.time is None or day.time.begin is None or day.time.precision is not Precision.DAY:
            found.append(day)
            continue
        value = replace(chosen, begin=Instant(day.time.begin + since)).value
        found.append(replace(day, value=value, time=event_time_of(value)))
    return tuple(found)


def part_today(call: Call) -> Meaning | None:
    """Return a part of the day under discussion: "overnight", "that evening", "midday"."""
    anchor = _day_anchor(call, call.text("on"))
    part = call.text("part")
    if anchor is None:
        return unresolved(f"XXXX-XX-XXT{part}", "a part of a day that the text does not tell")
    day = period_at("day", anchor.period.begin)
    offset = call.whole("offset") or 0
    period = Period(unit="part", begin=Instant(day.begin + offset * DAY_S), part=part)
    mod = TimexMod(call.text("mod")) if call.has("mod") else None
    of = day_text(period_at("day", period.begin))
    because = f"{part_name(part)} of {of}, counted from {anchor_text(anchor)}"
    found = of_period(period, because, anchor=anchor, mod=mod)
    return replace(found, moves_story=not call.has("is_aside"))


def _day_anchor(call: Call, on: str) -> Anchor | None:
    context = call.context
    is_on_dct = on == "dct" and context.dct is not None and not context.is_told
    if is_on_dct:
        return context.dct
    return context.seen(context.day) if call.tense.direction == PAST else context.day


def clock(call: Call) -> Meaning | None:
    """Return a clock time on its inner day, else on the day under discussion."""
    hours = _hour_minute(call)
    if hours is None:
        return None
    inner = call.inner("date")
    day, anchor = _clock_day(call, inner)
    hour, minute, is_exact = hours
    zone = call.text("zone")
    if inner is None and call.context.sentence_set and call.context.sentence_day is None:
        because = "a clock time of the days that come again and again in this sentence"
        return unresolved(f"XXXX-XX-XXT{hour:02d}:{minute:02d}{zone}", because)
    if hour == 24 and day is not None:
        return _midnight(call, period_at("day", day.begin), anchor)
    if day is None:
        return unresolved(f"XXXX-XX-XXT{hour:02d}:{minute:02d}{zone}", "a clock time of some day")
    begin = Instant(day.begin + hour * HOUR_S + minute * MINUTE_S)
    if call.has("is_end") and _is_past_midnight(call.context.last, begin):
        begin = Instant(begin + DAY_S)
    unit = "minute" if is_exact else "hour"
    period = _beside_local(call, Period(unit=unit, begin=begin, zone=zone))
    alternatives = _at_same_time(inner.alternatives, period) if inner is not None else ()
    on = f" on {day_text(period_at('day', day.begin))}, the day under discussion"
    because = f"a clock time{on if inner is None else f'; its day is {inner.because}'}"
    evidence = inner.evidence if inner is not None else None
    return of_period(period, because, anchor=anchor, evidence=evidence, alternatives=alternatives)


def _is_past_midnight(last: Meaning | None, begin: Instant) -> bool:
    """Tell whether a stretch that began last ends after midnight: "from 10 p.m. to 5 a.m."."""
    first = last.period if last is not None and last.period is not None else None
    if first is None or first.unit not in ("minute", "hour") or begin >= first.begin:
        return False
    noon = 12 * HOUR_S
    return begin % DAY_S < noon <= first.begin % DAY_S


def _beside_local(call: Call, period: Period) -> Period:
    """Return the world's time in brackets after a local one, on the day that makes them one moment.

    "8 p.m. (0000 GMT)" is past midnight in Greenwich: no clock is farther off than its zone.
    """
    last, words, begin = call.context.last, call.match.block.words, call.match.begin
    local = last.period if last is not None else None
    date = call.argument("date")
    has_own_day = isinstance(date, Match) and date.end <= call.match.end
    if not period.zone or has_own_day or begin == 0 or words[begin - 1] != "(" or local is None:
        return period
    if local.unit not in ("minute", "hour") or local.zone:
        return period
    for days in (0, 1, -1):
        there = replace(period, begin=Instant(period.begin + days * DAY_S))
        if _LEAST_OFFSET_S <= local.begin - there.begin <= _MOST_OFFSET_S:
            return there
    return period


def _midnight(call: Call, day: Period, anchor: Anchor | None) -> Meaning:
    """Return midnight as TimeBank counts it: the end of its day, 24:00.

    A bare midnight that is past cannot be the one that is yet to come on the article's day.
    """
    dct = call.context.dct
    is_to_come = dct is not None and day.begin >= dct.period.begin
    if is_to_come and not call.has("date") and call.tense.direction == PAST:
        day = moved(day, -1)
    return Meaning(
        type=TimexType.TIME,
        value=f"{day.value}T24:00",
        because=f"the end of {day_text(day)}",
        period=day,
        anchor=anchor,
    )


def unit_of(call: Call) -> Meaning | None:
    """Return the unit that holds an inner date: "the week of March 6"."""
    inner = call.inner("inner")
    if inner is None or inner.period is None:
        return None
    period = period_at(call.text("unit"), inner.period.begin)
    if period.unit == "weekend" and weekday(inner.period.begin) <= _LAST_DAY_OF_LONG_WEEKEND:
        period = moved(period, -1)
    because = f"the {period.unit} that holds {inner.because}"
    return replace(inner, value=period.value, period=period, because=because, alternatives=())


def turn(call: Call) -> Meaning | None:
    """Return the year in which a century, decade or year begins: "the turn of the century".

    Without a number it is the turn that lies nearest to the story's time. "The turn of the 20th
    century" and "the turn of 1900" name theirs.
    """
    outer, anchor = call.inner("outer"), call.context.base
    if outer is not None and outer.period is not None:
        turned = outer.period
    elif anchor is not None:
        held = period_at(call.text("unit"), anchor.period.begin)
        ahead, behind = held.end - anchor.period.begin, anchor.period.begin - held.begin
        is_told_ahead = held.unit == "year" and call.tense.direction == FUTURE
        is_past = call.tense.direction == PAST and ahead > _SPOKEN_OF_AHEAD_S
        is_next = (ahead < behind and not is_past) or is_told_ahead
        turned = moved(held, 1) if is_next else held
    else:
        return unresolved("XXXX", "the turn of a time that the document does not tell")
    year = period_at("year", turned.begin)
    because = f"about {year.value}, when a {turned.unit} begins"
    mod = TimexMod(call.text("mod", "APPROX"))
    return of_period(year, because, anchor=anchor, mod=mod)


def _clock_day(call: Call, inner: Meaning | None) -> tuple[Period | None, Anchor | None]:
    if inner is not None:
        return inner.period, inner.anchor
    if call.has("date"):
        return None, None
    anchor, dct = call.context.day, call.context.dct
    if anchor is not None and dct is not None and not call.context.is_told:
        is_ahead = anchor.period.begin > dct.period.begin
        anchor = dct if is_ahead and call.tense.direction == PAST else anchor
    return (anchor.period, anchor) if anchor is not None else (None, None)


def _hour_minute(call: Call) -> tuple[int, int, bool] | None:
    hour, minute, is_exact = call.whole("hour"), call.whole("minute") or 0, True
    if call.has("clock"):
        parts = call.text("clock").split(":")
        hour, minute = int(parts[0]), int(parts[1])
    elif call.has("hhmm"):
        hour, minute = divmod(call.whole("hhmm") or 0, 100)
    elif call.has("decimal"):
        parts = call.text("decimal").replace(",", ".").split(".")
        hour, minute = int(parts[0]), int(parts[1])
    if hour is None or hour > 24 or minute > 59:
        return None
    half = call.text("meridiem")
    if half and not 1 <= hour <= 12:
        return None
    if minute < 0:  # "ten to six"
        hour, minute = (hour - 1) or 12, 60 + minute
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return hour + _shift_of_part(call, hour), minute, is_exact


def _shift_of_part(call: Call, hour: int) -> int:
    """Return 12 for "8 in the evening": the part of the day names the half."""
    date = call.argument("date")
    part = call.text("part") or (call.of(date).text("part") if isinstance(date, Match) else "")
    if call.has("meridiem") or part not in PARTS_OF_DAY or part in ("MO", "DT"):
        return 0
    is_after_midnight = part == "NI" and hour < _NIGHT_HOUR
    return 12 if hour < 12 and not is_after_midnight else 0


def nth(call: Call) -> Meaning | None:
    """Return the n-th unit of an inner period: "the last week of March"."""
    outer = call.inner("outer")
    if outer is None or outer.period is None:
        return None
    ordinal = call.whole("ordinal") or 1
    if call.has("weekday"):
        found = _nth_weekday(outer.period, call.whole("weekday") or 1, ordinal)
    else:
        found = nth_within(outer.period, call.text("unit"), ordinal)
    if found is None:
        return None
    return replace(
        of_period(found, f"{day_text(found)}, counted within {outer.because}", anchor=outer.anchor),
        alternatives=(),
    )


def _nth_weekday(outer: Period, wanted: int, ordinal: int) -> Period | None:
    first = period_at("day", outer.begin).begin
    if ordinal < 0:
        first = Instant(outer.end - DAY_S)
        back = ((first // DAY_S + 3) % 7 + 1 - wanted) % 7
        return Period(unit="day", begin=Instant(first - (back - 7 * (ordinal + 1)) * DAY_S))
    ahead = (wanted - ((first // DAY_S + 3) % 7 + 1)) % 7
    return Period(unit="day", begin=Instant(first + (ahead + 7 * (ordinal - 1)) * DAY_S))


def within(call: Call) -> Meaning | None:
    """Return the month, season, quarter, day … that the arguments name in an inner year."""
    outer = call.inner("outer")
    if outer is None:
        return None
    if outer.period is None:
        return None
    year = period_at("year", outer.period.begin)
    found = in_year(call, int(year.value) if year.value.isdecimal() else 0)
    if found is None:
        return None
    return of_period(found, f"{day_text(found)}, of {outer.because}", anchor=outer.anchor)


def day_within(call: Call) -> Meaning | None:
    """Return a day of an inner month: "the 28th of that month"."""
    outer, day = call.inner("outer"), call.whole("day")
    if outer is None or outer.period is None or day is None:
        return None
    month = period_at("month", outer.period.begin)
    begin = Instant(month.begin + (day - 1) * DAY_S)
    if begin >= month.end:
        return None
    return of_period(Period(unit="day", begin=begin), f"that day of {month.value}")


def day_beside(call: Call) -> Meaning | None:
    """Return the day before or after an inner date: "the day before last Tuesday"."""
    inner = call.inner("inner")
    if inner is None or inner.period is None or inner.period.unit not in _DAY_UNITS:
        return None
    begin = Instant(inner.period.begin + (call.whole("offset") or 0) * DAY_S)
    period = Period(unit="day", begin=begin)
    return of_period(period, f"a day from {day_text(inner.period)}", anchor=inner.anchor)

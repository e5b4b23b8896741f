"""Operations that name a calendar date by its fields, in full or in part."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline_app.annotation.timex import Reading, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, add_months, floor, shift
from timeline_app.chrono.instant import DAY_S, Instant, civil, days_in_month, instant, weekday
from timeline_app.chrono.timex_value import event_time_of
from timeline_app.extraction.timex.call import Call
from timeline_app.extraction.timex.choice import (
    UNDIRECTED,
    Candidates,
    Choice,
    choose,
    nearest,
    occurrences,
)
from timeline_app.extraction.timex.context import DCT_ID
from timeline_app.extraction.timex.holidays import (
    hijri_month_days,
    holiday_period,
    is_hijri_month,
)
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import SEASON_MONTH, Period, moved, period_at
from timeline_app.extraction.timex.tense_words import FUTURE, PAST, Tense
from timeline_app.extraction.timex.wording import anchor_text, day_text

_LEAP_GAP_YEARS = 8
_CENTURY_PIVOT = 10
_OLDER_THREAD_DAYS = 30
_YEAR_ONLY_DAYS = 60
_JUMP_YEARS = 2
_JUMP_DAYS = 365
_NEWS_DAYS = 21
_STEP_BACK = 2
_BACK_BASE = 60
_BYGONE_YEARS = 2
_MONTHS_IN = {"quarter": 3, "half": 6}
_MONTHS_AROUND = (0, -1, 1)
_REPORTED_WITHIN_S = 180 * DAY_S
_SOON_S = 7 * DAY_S
_NEXT_MONTH_S = 32 * DAY_S


def date(call: Call) -> Meaning | None:
    """Return the date of its fields: year, month, day, season, quarter, half, holiday."""
    return _weighed(call, _widened(call, _date(call)))


def _weighed(call: Call, meaning: Meaning | None) -> Meaning | None:
    """Weigh a weekday named beside the date: it decides the year, or is kept as a contradiction.

    Beside a day of about the article's own date the weekday is a slip, not a year.
    """
    wanted = call.whole("wd") or call.whole("weekday")
    if meaning is None or meaning.period is None or meaning.period.unit != "day":
        return meaning
    if wanted is None or weekday(meaning.period.begin) == wanted:
        return meaning
    lost = Reading(value=meaning.value, time=event_time_of(meaning.value), reason="another weekday")
    year = civil(meaning.period.begin).year
    is_yearless = year_of(call) is None and call.has("month") and not _is_news(call, meaning.period)
    for step in (-1, 1, -2, 2, -3, 3) if is_yearless else ():
        period = in_year(call, year + step)
        if period is not None and weekday(period.begin) == wanted:
            because = f"{day_text(period)}, the nearest year in which it is that weekday"
            return replace(
                meaning,
                value=period.value,
                period=period,
                because=because,
                alternatives=(lost, *meaning.alternatives),
            )
    return _contradicted(meaning, meaning.period, wanted)


def _is_news(call: Call, period: Period) -> bool:
    dct = call.context.dct
    return dct is not None and abs(period.begin - dct.period.begin) <= _NEWS_DAYS * DAY_S


def _contradicted(meaning: Meaning, period: Period, wanted: int) -> Meaning:
    shift_days = (wanted - weekday(period.begin) + 3) % 7 - 3
    other = moved(period, shift_days).value
    reason = "the weekday that is named, which does not fit the date"
    rival = Reading(value=other, time=event_time_of(other), reason=reason)
    because = f"{meaning.because}; the weekday named beside it does not fit"
    return replace(meaning, because=because, alternatives=(*meaning.alternatives, rival))


def _date(call: Call) -> Meaning | None:
    year = year_of(call)
    if year is not None:
        return _in_given_year(call, year)
    if call.has("month") and call.has("day"):
        return _yearless(call, _month_day)
    if call.has("day"):
        return _day_of_month(call)
    return _yearless(call, choose_partial)


def _in_given_year(call: Call, year: int) -> Meaning | None:
    """Return the date in its year: named in full, in two figures, or as "last year"."""
    period, of = in_year(call, year), call.inner("year_ref")
    if period is None:
        return None
    if of is None:
        how = "the year in two figures" if call.has("yy") else "given in full"
        return of_period(period, f"{day_text(period)}, {how}")
    own = "" if period.unit == "year" else f"{day_text(period)}; its year is "
    return of_period(period, own + of.because, anchor=of.anchor, evidence=of.evidence)


def _widened(call: Call, meaning: Meaning | None) -> Meaning | None:
    """Return a Hijri month as an interval of days, for TIMEX3 has no name for it.

    A southern season may begin half a year before the northern one, or half a year after.
    """
    if meaning is not None and meaning.period is not None and call.has("south"):
        begin, end = add_months(meaning.period.begin, -6), add_months(meaning.period.end, 6)
        time = EventTime(begin=begin, end=end, precision=Precision.INTERVAL)
        because = f"{meaning.because}; south of the equator half a year before or after"
        return replace(meaning, time=time, because=because)
    if meaning is None or meaning.period is None or not is_hijri_month(call.text("holiday")):
        return meaning
    first = meaning.period
    last = moved(first, hijri_month_days(call.text("holiday"), first) - 1)
    because = f"the days from {day_text(first)} to {day_text(last)} (Umm al-Qura calendar)"
    return replace(meaning, value=f"{first.value}/{last.value}", because=because)


def year_of(call: Call) -> int | None:
    """Return the year that the arguments name, astronomical; None where they name none."""
    year = call.whole("year")
    if year is None and call.has("century_part"):
        year = (call.whole("century_part") or 0) * 100
        year += (call.whole("year_part") or 0) + (call.whole("year_digit") or 0)
    if year is None and call.has("yy"):
        year = full_year(call.whole("yy") or 0, call.context.dct)
    if year is None:
        of = call.inner("year_ref")
        return civil(of.period.begin).year if of is not None and of.period is not None else None
    return 1 - year if call.has("before_era") else year


def full_year(two_digits: int, dct: Anchor | None) -> int:
    """Return the year of "'98": in the century that lies nearest, at most ten years ahead."""
    now = civil(dct.period.begin).year if dct is not None else 2000
    guess = now - now % 100 + two_digits
    return guess - 100 if guess > now + _CENTURY_PIVOT else guess


def in_year(call: Call, year: int) -> Period | None:
    """Return the period that the arguments other than the year name in a year."""
    month, day = call.whole("month"), call.whole("day")
    if month is not None and day is not None:
        if not 1 <= day <= days_in_month(year, month):
            return None
        return Period(unit="day", begin=instant(year, month, day))
    if month is not None:
        return Period(unit="month", begin=instant(year, month))
    if call.has("season"):
        begin = add_months(instant(year), SEASON_MONTH[call.text("season")] - 1)
        return Period(unit="season", begin=begin)
    if call.has("quarter"):
        return Period(unit="quarter", begin=instant(year, 3 * (call.whole("quarter") or 1) - 2))
    if call.has("half"):
        return Period(unit="half", begin=instant(year, 6 * (call.whole("half") or 1) - 5))
    if call.has("holiday"):
        return holiday_period(call.text("holiday"), year)
    return Period(unit="year", begin=instant(year))


def _yearless(call: Call, resolve: Callable[[Call, Anchor], Meaning | None]) -> Meaning | None:
    anchor = call.context.base
    if anchor is not None:
        return resolve(call, anchor)
    period = in_year(call, 2000)
    if period is None:
        return None
    return unresolved("XXXX" + period.value[4:], "of a year that the document does not tell")


def unresolved(value: str, because: str) -> Meaning:
    """Return a DATE (or TIME) whose value stays open."""
    kind = TimexType.TIME if "T" in value else TimexType.DATE
    return Meaning(type=kind, value=value, because=because)


def candidates_of(call: Call, anchor: Anchor) -> Candidates | None:
    """Return the occurrences around the anchor of what the arguments name in every year."""
    year = civil(anchor.period.begin).year
    at = anchor.period.begin
    near = occurrences(at, lambda step: in_year(call, year + step), 1)
    return near or occurrences(at, lambda step: in_year(call, year + step), _LEAP_GAP_YEARS)


def choose_partial(call: Call, anchor: Anchor) -> Meaning | None:
    """Resolve a bare month, season, quarter or half by tense, or where the story goes on."""
    candidates = candidates_of(call, anchor)
    if candidates is None:
        return None
    if call.context.is_told:
        return _in_story_year(call, anchor, candidates)
    if call.has("season") and call.context.sentence_set:
        value = f"XXXX{candidates.past.value[4:]}"
        return unresolved(value, "a season of the years that come again and again in this sentence")
    bygone = _in_bygone_year(call, anchor)
    if bygone is not None:
        return bygone
    tense = call.tense
    if call.is_habit(call.match) and _is_yearly(call):
        return unresolved(
            f"XXXX{candidates.past.value[4:]}", "no one year's: it is told as a habit"
        )
    if call.has("quarter") or call.has("half"):
        is_reported = candidates.at - candidates.past.end < _REPORTED_WITHIN_S
        is_near = (tense.direction == PAST and is_reported) or candidates.holds_anchor
        choice = choose(candidates, tense) if is_near else nearest(candidates)
    else:
        goes_near = call.has("holiday") and not _is_day_told(call, candidates)
        choice = choose(candidates, tense, goes_near=goes_near)
    return _of_choice(choice, anchor)


def _is_day_told(call: Call, candidates: Candidates) -> bool:
    """Tell whether the verb tells of the holiday itself ("fell on Easter"), none just ahead."""
    is_told = call.has("is_day") or (call.whole_match and "is_day" in call.whole_match.arguments)
    return bool(is_told) and candidates.future.begin - candidates.at > _SOON_S


def _is_yearly(call: Call) -> bool:
    return any(call.has(name) for name in ("month", "season", "quarter", "half"))


def _in_bygone_year(call: Call, anchor: Anchor) -> Meaning | None:
    """Return the turn after a bygone date of the same sentence: "in April 1982, and in June"."""
    told = call.context.sentence_year
    if told is None or call.tense.direction == FUTURE or call.has("holiday"):
        return None
    year = civil(told.period.begin).year
    is_aside = told.period.unit == "year" and not call.has("day")
    if is_aside or year > civil(anchor.period.begin).year - _BYGONE_YEARS:
        return None
    for guess in (year, year + 1):
        period = in_year(call, guess)
        if period is not None and period.end > told.period.begin:
            because = f"{day_text(period)}, after {day_text(told.period)} in the same sentence"
            return of_period(period, because, anchor=told)
    return None


def _of_choice(choice: Choice, anchor: Anchor) -> Meaning:
    return of_period(
        choice.period,
        f"{day_text(choice.period)}, counted from {anchor_text(anchor)}: {choice.reason}",
        anchor=anchor,
        evidence=choice.evidence,
        alternatives=choice.alternatives,
    )


def _in_story_year(call: Call, anchor: Anchor, candidates: Candidates) -> Meaning | None:
    """Return the turn at which the story best goes on: soon after where it stands or stood."""
    threads = (anchor, *call.context.threads)
    found: list[tuple[int, Period, Anchor]] = []
    for rank, thread in enumerate(threads):
        aside = rank * _OLDER_THREAD_DAYS + _aside(thread.period, threads[rank + 1 :])
        year = civil(thread.period.begin).year
        for period in (in_year(call, year), in_year(call, year + 1)):
            if period is not None:
                found.append((_detour(thread.period, period) + aside, period, thread))
    if not found:
        return None
    _, period, thread = min(found, key=lambda row: row[0])
    lost = tuple(a for a in nearest(candidates).alternatives if a.value != period.value)
    because = f"{day_text(period)}, where the story goes on from {day_text(thread.period)}"
    return of_period(period, because, anchor=thread, alternatives=lost)


def _aside(thread: Period, before: Sequence[Anchor]) -> int:
    """Return the cost, in days, of taking a bare year for the thread: it is often an aside."""
    if thread.is_finer_than("year"):
        return 0
    year = civil(thread.begin).year
    jumps = [abs(civil(b.period.begin).year - year) for b in before]
    return _YEAR_ONLY_DAYS + (_JUMP_DAYS if jumps and min(jumps) > _JUMP_YEARS else 0)


def _detour(before: Period, after: Period) -> int:
    """Return how far a story would jump, in days; a step back counts more than one ahead."""
    if after.begin <= before.begin < after.end:
        return 0
    if after.begin >= before.begin:
        return max(0, after.begin - before.end) // DAY_S
    return _BACK_BASE + _STEP_BACK * (before.begin - after.begin) // DAY_S


def _month_day(call: Call, anchor: Anchor) -> Meaning | None:
    candidates = candidates_of(call, anchor)
    if candidates is None:
        return None
    if call.context.is_told:
        return _in_story_year(call, anchor, candidates)
    bygone = _in_bygone_year(call, anchor)
    if bygone is not None:
        return bygone
    tense = call.tense
    is_clear = tense.direction in (PAST, FUTURE)
    choice = choose(candidates, tense, goes_near=True) if is_clear else nearest(candidates)
    return _of_choice(choice, anchor)


def _day_of_month(call: Call) -> Meaning | None:
    """Resolve "the 26th" in the month of the story, else around the article's date by tense."""
    day, wanted = call.whole("day") or 0, call.whole("wd")
    context = call.context
    anchor = context.thread if context.is_told else context.story_day or context.dct
    if anchor is None:
        return unresolved(f"XXXX-XX-{day:02d}", "a day of a month that the text does not tell")
    tense = call.tense if anchor.id == DCT_ID else UNDIRECTED
    found = [p for p in (_day_in(anchor, step, day) for step in _MONTHS_AROUND) if p is not None]
    fitting = [p for p in found if wanted is None or weekday(p.begin) == wanted] or found
    if not fitting:
        return None
    period = _on_side(fitting, anchor, tense) or fitting[0]
    lost = tuple(
        Reading(value=p.value, time=event_time_of(p.value), reason="that day of another month")
        for p in found
        if p is not period and abs(p.begin - period.begin) < _NEXT_MONTH_S
    )
    if period_at("month", period.begin).begin == period_at("month", anchor.period.begin).begin:
        because = f"that day of the month under discussion, {period.value[:7]}"
    else:
        why = f"to which “{tense.evidence}” points" if tense.evidence else "whose weekday fits"
        because = f"{day_text(period)}, in the month {why}"
    return of_period(period, because, anchor=anchor, evidence=tense.evidence, alternatives=lost)


def _day_in(anchor: Anchor, months: int, day: int) -> Period | None:
    month = add_months(period_at("month", anchor.period.begin).begin, months)
    c = civil(month)
    if day > days_in_month(c.year, c.month):
        return None
    return Period(unit="day", begin=Instant(month + (day - 1) * DAY_S))


def _on_side(periods: Sequence[Period], anchor: Anchor, tense: Tense) -> Period | None:
    """Return the nearest of some days on the side of the anchor to which the tense points."""
    at = anchor.period.begin
    if tense.direction == FUTURE:
        return min((p for p in periods if p.begin >= at), key=lambda p: p.begin, default=None)
    if tense.direction == PAST:
        return max((p for p in periods if p.begin <= at), key=lambda p: p.begin, default=None)
    return None


def range_start(call: Call) -> Meaning | None:
    """Return "June 2" of "June 2 to July 9, 1961": the year of the range's end, or the last."""
    year, month = year_of(call), call.whole("month")
    if year is None or month is None:
        return None
    is_year_before = month > (call.whole("end_month") or 12)
    period = in_year(call, year - is_year_before)
    return (
        None
        if period is None
        else of_period(period, f"{day_text(period)}: the range ends in {year}")
    )


def ended(call: Call) -> Meaning | None:
    """Return the quarter, half or year that ends on a date ("the quarter ended July 31")."""
    end, unit = call.inner("date"), call.text("unit")
    if end is None or end.period is None:
        return None
    number = call.whole("quarter")
    middle = shift(end.period.begin, Granularity.DAY, -45 if unit == "quarter" else -180)
    period = period_at(unit, floor(middle, Granularity.DAY))
    if number is not None:
        year = civil(end.period.begin).year
        period = Period(unit=unit, begin=instant(year, 3 * number - 2))
    begin = add_months(end.period.end, -_MONTHS_IN[unit]) if unit in _MONTHS_IN else period.begin
    meaning = of_period(period, f"the {unit} that ends on {day_text(end.period)}")
    if unit not in _MONTHS_IN or begin == period.begin:
        return meaning
    time = EventTime(begin=begin, end=end.period.end, precision=Precision.INTERVAL)
    return replace(meaning, time=time)

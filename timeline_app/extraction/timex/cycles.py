"""Operations for what comes round again: Tuesday, the weekend, last March, next spring."""

from dataclasses import replace

from timeline_app.annotation.timex import Reading
from timeline_app.chrono.granularity import Granularity, shift
from timeline_app.chrono.instant import DAY_S, Instant, civil, weekday
from timeline_app.chrono.timex_value import event_time_of
from timeline_app.extraction.timex.call import Call, mod_of
from timeline_app.extraction.timex.choice import Candidates, Choice, choose, directed, nearest
from timeline_app.extraction.timex.dates import candidates_of, unresolved
from timeline_app.extraction.timex.meaning import Anchor, Meaning, of_period
from timeline_app.extraction.timex.period import Period, moved, period_at
from timeline_app.extraction.timex.tense_words import PAST
from timeline_app.extraction.timex.wording import anchor_kind, day_text, kind_text

_CLOSE_DAYS = 2


def weekday_date(call: Call) -> Meaning | None:
    """Resolve a bare weekday by tense around the article's date."""
    anchor, wanted = call.context.base, call.whole("weekday") or 1
    if call.context.is_told:
        anchor = call.context.story_day or call.context.dct
    if anchor is None:
        return unresolved(f"XXXX-WXX-{wanted}", "a weekday of a week that is not told")
    if call.is_habit(call.match) and not call.context.is_told:
        return unresolved(f"XXXX-WXX-{wanted}", "the day of no one week: it is told as a habit")
    candidates = weekdays_around(anchor, wanted)
    if call.context.is_told:
        return _chosen(call, nearest(candidates), anchor)
    return _on_the_way(call, wanted) or _chosen(call, choose(candidates, call.tense), anchor)


def _on_the_way(call: Call, wanted: int) -> Meaning | None:
    """Stay with the day that the sentence has named, or go on with a journey told ahead.

    "Flies out Monday, dines on Tuesday": each weekday follows the one before.
    """
    before, dct, named = call.context.sentence_day, call.context.dct, call.context.sentence_weekday
    if before is not None and dct is not None and call.leads_up(call.match):
        back = weekdays_around(before, wanted)
        period = moved(back.past, -7) if back.holds_anchor else back.past
        because = f"the last {kind_text(period)} before {day_text(before.period)}, which it led to"
        return of_period(period, because, anchor=before)
    if named is not None and weekday(named.period.begin) == wanted:
        because = f"{day_text(named.period)}, the one that the sentence has named"
        return of_period(named.period, because, anchor=named)
    if before is None or dct is None or before.period.begin <= dct.period.begin:
        return None
    if call.tense.direction == PAST:
        return None
    future = weekdays_around(before, wanted)
    period = future.past if future.holds_anchor else future.future
    because = f"the next {kind_text(period)} after {day_text(before.period)}, in the same sentence"
    return of_period(period, because, anchor=before)


def range_end(call: Call) -> Meaning | None:
    """Return the end of "Friday to Sunday": the first such weekday after the beginning."""
    last, wanted = call.context.last, call.whole("weekday") or 1
    if last is None or last.period is None or last.period.unit != "day":
        return weekday_date(call)
    after = Anchor(id="", period=last.period)
    period = weekdays_around(after, wanted).future
    because = f"the first {kind_text(period)} after {day_text(last.period)}"
    return of_period(period, because, anchor=last.anchor)


def weekend(call: Call) -> Meaning | None:
    """Resolve "the weekend": the one that the tense points to, on either side of the date."""
    anchor = call.context.base
    if anchor is None:
        return unresolved("XXXX-WXX-WE", "a weekend of a week that is not told")
    at = period_at("day", anchor.period.begin).begin
    this = period_at("weekend", at)
    past, future = (this, moved(this, 1)) if this.begin <= at else (moved(this, -1), this)
    choice = choose(Candidates(past=past, future=future, at=at), call.tense)
    return _chosen(call, choice, anchor)


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
        choice = (
            choose(candidates, call.tense)
            if call.has("weekday")
            else _this(candidates, " ".join(call.match.words[:-1]))
        )
    else:
        strict = _strictly(candidates, offset, call.has("weekday"))
        choice = _turns_on(call, directed(strict, offset, word), offset)
        if not is_told and _is_close(call, choice, strict):
            choice = _a_week_on(choice)
    chosen = _chosen(call, choice, anchor)
    is_plan = context.is_told and offset > 0 and call.text("on") != "story"
    return replace(chosen, moves_story=False) if is_plan else chosen


def _turns_on(call: Call, choice: Choice, offset: int) -> Choice:
    """Return the n-th turn that way: "two Fridays ago", "Tuesday week"."""
    further = (call.whole("count") or 1) - 1
    if not further:
        return choice
    near, steps = choice.period, further if offset > 0 else -further
    unit, steps = (Granularity.DAY, 7 * steps) if call.has("weekday") else (Granularity.YEAR, steps)
    lost = Reading(
        value=near.value,
        time=event_time_of(near.value),
        reason="the nearest one; but the words count further",
    )
    period = replace(near, begin=shift(near.begin, unit, steps))
    reason = f"{further} further on than {day_text(near)}"
    return Choice(period=period, reason=reason, evidence=None, alternatives=(lost,))


def _is_close(call: Call, choice: Choice, around: Candidates) -> bool:
    """Tell whether "next Thursday" would be tomorrow or the day after: nobody calls those so."""
    ahead = choice.period.begin - around.at
    return call.has("weekday") and not call.has("count") and 0 < ahead <= _CLOSE_DAYS * DAY_S


def _a_week_on(choice: Choice) -> Choice:
    near = choice.period
    reason = "the nearest one; but a day so close would be called by its name alone"
    lost = Reading(value=near.value, time=event_time_of(near.value), reason=reason)
    reason = f"that of the next week, for {day_text(near)} would be called by its name alone"
    return Choice(period=moved(near, 7), reason=reason, evidence=None, alternatives=(lost,))


def _last_day(anchor: Anchor) -> Anchor:
    """Return the last day of a long period: what follows a year follows its end."""
    if anchor.period.is_finer_than("year"):
        return anchor
    last = Period(unit="day", begin=Instant(anchor.period.end - DAY_S))
    return Anchor(id=anchor.id, period=last)


def _this(candidates: Candidates, words: str) -> Choice:
    """Return the one in the anchor's own year; of a winter, which lies in two, the nearest."""
    if civil(candidates.past.begin).year != civil(candidates.past.end - 1).year:
        ahead = candidates.future.begin - candidates.at
        behind = candidates.at - candidates.past.end
        return directed(candidates, -1 if behind <= ahead else 1, words)
    year = civil(candidates.at).year
    if civil(candidates.past.begin).year == year or candidates.holds_anchor:
        return directed(candidates, -1, words)
    return directed(candidates, 1, words)


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
    what, day = anchor_kind(anchor), day_text(anchor.period)
    if choice.period.begin == anchor.period.begin:
        because = f"the day of {what} itself, {day}"
    else:
        side = "last" if choice.period.begin < anchor.period.begin else "next"
        order = "before" if side == "last" else "after"
        side = "" if (call.whole("count") or 1) > 1 else f"{side} "
        because = f"the {side}{kind_text(choice.period)} {order} {what}, {day}: {choice.reason}"
    return of_period(
        choice.period,
        because,
        anchor=anchor,
        evidence=choice.evidence,
        alternatives=choice.alternatives,
        mod=mod_of(call),
    )

"""Which time expression dates which mention: by clause, by frame, by the story's thread."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import Instant
from timeline_app.extraction.anchoring import anchored, is_distance
from timeline_app.extraction.attachment import Attached, attach
from timeline_app.extraction.carrying import carried
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.explain import reread
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.lasting import lasting
from timeline_app.extraction.link import UNDATED, Link
from timeline_app.extraction.morphology import verb_forms
from timeline_app.extraction.spanning import as_period, is_length
from timeline_app.extraction.thread import (
    BARE_HOUR,
    Thread,
    advance,
    beside,
    in_section,
    on_story_day,
    passing_over,
)
from timeline_app.extraction.times import (
    is_after,
    is_before,
    same_hour_that_day,
    stretch,
    whole_day,
)


def link_sentence(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    timexes: Sequence[tuple[int, int, Timex]],
    thread: Thread,
    language: str,
) -> tuple[tuple[Link, ...], Thread]:
    """Return the link of each candidate of one sentence, and the thread after it.

    `timexes` are the sentence's, each with its token indices.
    """
    if not candidates and not timexes:
        return (), thread
    timexes = [
        as_period(sentence, t, thread.dct, language) for t in timexes if not _is_cited(sentence, t)
    ]
    distances = [t for t in timexes if is_distance(t[2])]
    timexes = [_placed_in(sentence, t, thread, language) for t in timexes if not is_distance(t[2])]
    attached = attach(candidates, timexes, thread.dct, language)
    used = {a.timex.id for a in attached.values()}
    left = [t for t in timexes if t[2].id not in used]
    thread = passing_over(sentence, left, thread, _routine(language), language)
    links: list[Link] = [
        _explicit(c, attached[k], thread.dct, language) if k in attached else UNDATED
        for k, c in enumerate(candidates)
    ]
    dated = [k for k in range(len(candidates)) if k in attached and links[k].time is not None]
    open_ones = [k for k in range(len(candidates)) if k not in attached]
    for k in sorted(open_ones, key=lambda k: _turn(candidates, k)):
        at = beside(k, thread, candidates, links, dated, language)
        links[k] = carried(k, candidates, links, dated, at, language)
    story = thread.local or thread.main or thread.story
    for k, link in anchored(sentence, candidates, links, distances, thread.dated, story, language):
        links[k] = link
    for k, link in lasting(sentence, candidates, links, distances, language):
        links[k] = link
    own = {c.type: link for c, link in zip(candidates, links, strict=True) if _is_own(link)}
    if own:
        thread = replace(thread, dated={**thread.dated, **own})
    scene = frozenset(k for k in dated if attached[k].opens_sentence)
    return tuple(links), advance(thread, candidates, links, dated, scene)


def _is_own(link: Link) -> bool:
    return link.basis is DateBasis.EXPLICIT and link.time is not None


def _is_cited(sentence: Sentence, found: tuple[int, int, Timex]) -> bool:
    """Tell whether a date stands alone in quotation marks: hailed it as an “independence day”."""
    begin, end, _ = found
    c = sentence.grammar.classes
    opens = sentence.lower(begin - 1) in c.opening_quote | c.plain_quote
    return opens and sentence.lower(end) in c.closing_quote | c.plain_quote


def _turn(candidates: Sequence[Candidate], k: int) -> tuple[bool, bool]:
    """Tell when to date a mention: nouns after verbs, what is told after who tells it."""
    governor = candidates[k].governor
    return candidates[k].trigger.group is None, governor is not None and governor > k


def _placed_in(
    sentence: Sentence, found: tuple[int, int, Timex], thread: Thread, language: str
) -> tuple[int, int, Timex]:
    """Put a bare clock time of a sentence about the past on the day that the story is at.

    The hour that an entry begins with is on the day of the report; a date under a heading follows
    the heading's.
    """
    begin, end, timex = found
    entry = thread.local.timex if thread.is_chronicle and thread.local is not None else None
    if entry is not None and entry.span == timex.span:
        return begin, end, entry
    is_past = timex.rule in BARE_HOUR and any(
        sentence.grammar.looks_past(word) for word in sentence.lowers
    )
    if is_past:
        return begin, end, on_story_day(timex, thread)
    return begin, end, in_section(timex, thread, language)


@cache
def _routine(language: str) -> frozenset[str]:
    """Return the forms of the verbs with which the press only passes on what others say."""
    lemmas = word_set(language, "events/statements", "routine")
    return frozenset(form for lemma in lemmas for form in verb_forms(language, lemma))


def _explicit(candidate: Candidate, found: Attached, dct: EventTime | None, language: str) -> Link:
    time = fitting_time(candidate, found, dct, language)
    timex = reread(found.timex, time, language)
    table = "events/linking"
    if time is not None and found.preposition in word_set(language, table, "until"):
        if candidate.tense is not Tense.PAST:
            time = EventTime(begin=None, end=time.end, precision=Precision.INTERVAL)
        elif time.begin is not None and time.precision in (Precision.HOUR, Precision.MINUTE):
            time = whole_day(replace(time, begin=Instant(time.begin - 1)))
    elif time is not None and found.preposition in word_set(language, table, "since"):
        ongoing = candidate.tense in (Tense.PERFECT, Tense.PRESENT, Tense.GERUND)
        if ongoing and dct is not None and time.begin is not None and dct.end is not None:
            time = stretch(time.begin, dct.end)
    reason = "shared" if found.is_shared else "period" if is_length(found.timex) else "clause"
    basis = DateBasis.CONTEXT if found.is_shared else DateBasis.EXPLICIT
    return Link(time=time, basis=basis, timex=timex, reason=reason)


def fitting_time(
    candidate: Candidate, found: Attached, dct: EventTime | None, language: str
) -> EventTime | None:
    """Return the reading of a date phrase that fits the mention: a fact is past, a plan is not."""
    timex = found.timex
    time = timex.time
    if time is None or dct is None:
        return time
    past = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    is_called = _is_called(candidate, language)
    wants_past = (
        candidate.modality is Modality.ACTUAL
        and not is_called
        and (
            candidate.tense in past
            or _is_cause(candidate, language)
            or (candidate.is_statement and candidate.tense is Tense.GERUND)
        )
    )
    wants_future = (
        found.is_aim or is_called or candidate.modality in (Modality.PLANNED, Modality.PROPOSED)
    )
    if wants_past and not found.is_aim and is_after(time, dct):
        back = (r.time for r in timex.alternatives if is_before(r.time, dct))
        return next(back, same_hour_that_day(time, dct))
    if wants_future and is_before(time, dct):
        return next((r.time for r in timex.alternatives if is_after(r.time, dct)), time)
    return time


def _is_called(candidate: Candidate, language: str) -> bool:
    """Tell whether a noun is what somebody has called for: "have called a strike on Friday".

    A perfect takes no day of its own, so that the day is the one which is called for.
    """
    group = candidate.trigger.group
    if not candidate.trigger.is_noun or group is None or candidate.tense is not Tense.PERFECT:
        return False
    table = "events/modality"
    plans = word_set(language, table, "planned") | word_set(language, table, "proposed")
    return candidate.sentence.lower(group.head) in plans


def _is_cause(candidate: Candidate, language: str) -> bool:
    """Tell whether violence is what something follows: "will meet after the attack on Monday"."""
    if not candidate.trigger.is_noun or candidate.type not in _VIOLENT:
        return False
    preposition = preposition_before(candidate.sentence, candidate.trigger.begin)
    return preposition in word_set(language, "events/linking", "cause")


_VIOLENT = (EventType.ATTACK, EventType.DISASTER)


def as_plan(candidate: Candidate, link: Link, dct: EventTime | None) -> Candidate:
    """Return a happening told as a fact but dated after publication as the plan that it is.

    What a past verb tells stays a fact, and a contradiction of the source.
    """
    is_ahead = dct is not None and link.basis is DateBasis.EXPLICIT and is_after(link.time, dct)
    if candidate.tense is Tense.PAST and not candidate.trigger.is_noun:
        return candidate
    if is_ahead and candidate.modality is Modality.ACTUAL and not candidate.is_statement:
        return replace(candidate, modality=Modality.PLANNED)
    return candidate


def is_date(timex: Timex) -> bool:
    """Tell whether an expression can date a mention, by itself or as a distance from another."""
    dates = (TimexType.DATE, TimexType.TIME)
    if is_distance(timex):
        return True
    return timex.time is not None and timex.type in dates and not timex.is_dateline

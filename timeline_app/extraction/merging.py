"""Several mentions of one happening in one article: which, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite, preposition_before
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.link import Link
from timeline_app.extraction.one_more import (
    differ_in_amount,
    is_new,
    is_next,
    is_one_more,
    is_one_of,
)
from timeline_app.extraction.shared_dates import with_kin_dates, with_shared_times
from timeline_app.extraction.telling import Telling
from timeline_app.extraction.times import is_after

_LOOK_BACK = 16
"""How many mentions of its type back a repeat is looked for."""
_SPEECH_GAP = 2
"""Sentences after which the same speaker's words are a new speech act."""


def merge(tellings: Sequence[Telling], dct: EventTime | None = None) -> tuple[Telling, ...]:
    """Return the tellings with repeats marked, and their times shared inside each happening.

    `dct` is the day of publication: what is planned for later has not happened yet.
    """
    merged: list[Telling] = []
    by_type: dict[EventType, list[int]] = {}
    for k, telling in enumerate(tellings):
        alike = by_type.setdefault(telling.candidate.type, [])
        marked = _marked(telling, merged, alike[-_LOOK_BACK:], dct)
        merged.append(_as_the_plan(marked, merged, dct))
        alike.append(k)
    return _without_echoes(with_shared_times(with_kin_dates(with_shared_times(merged))))


def _is_yet_to_come(telling: Telling, dct: EventTime | None) -> bool:
    return dct is not None and is_after(telling.link.time, dct)


def _has_happened(candidate: Candidate) -> bool:
    """Tell whether a verb tells it as a fact of the past."""
    past = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    is_verb = not candidate.trigger.is_noun
    return is_verb and candidate.modality is Modality.ACTUAL and candidate.tense in past


def _is_over(candidate: Candidate) -> bool:
    """Tell whether the noun's verb is a past one: "the inquiry has been closed"."""
    c, after = candidate.sentence.grammar.classes, candidate.trigger.end
    word = candidate.sentence.lower(after)
    is_past = candidate.sentence.grammar.looks_past(word)
    return is_past or word in c.have or word in c.be_past


def _as_the_plan(telling: Telling, before: Sequence[Telling], dct: EventTime | None) -> Telling:
    """Return "the visit" as the plan that it points back to, if its day is yet to come."""
    candidate = telling.candidate
    is_bare = candidate.trigger.is_noun and candidate.trigger.group is None
    is_fact = is_bare and candidate.modality is Modality.ACTUAL and not _is_over(candidate)
    if telling.same_as is None or not is_fact or not _is_yet_to_come(before[telling.same_as], dct):
        return telling
    return replace(
        telling, candidate=replace(candidate, modality=before[telling.same_as].candidate.modality)
    )


def _marked(
    telling: Telling, before: Sequence[Telling], alike: Sequence[int], dct: EventTime | None
) -> Telling:
    """Return the telling as a repeat of the earlier one that it fits best, the nearest if equal.

    `alike` are the indices of the last tellings of its type.
    """
    candidate = telling.candidate
    if _brings_in(candidate):
        return telling
    happened = _has_happened(candidate)
    most = _REASONS["same-noun" if candidate.trigger.is_noun else "same-word"]
    best, best_reason, best_rank = -1, "", 0
    for k in _within_reach(telling, before, alike):
        if happened and _is_yet_to_come(before[k], dct):
            continue
        reason = _why_same(before[k], telling)
        rank = _REASONS.get(reason, 0)
        if rank > best_rank:
            best, best_reason, best_rank = k, reason, rank
        if best_rank == most:
            break
    if not best_reason:
        return telling
    root = before[best].same_as
    return replace(telling, same_as=best if root is None else root, reason=best_reason)


def _within_reach(
    telling: Telling, before: Sequence[Telling], alike: Sequence[int]
) -> Iterable[int]:
    """Return those of `alike` that the telling may repeat, the nearest first."""
    if not telling.candidate.is_statement:
        return reversed(alike)
    first = telling.position - _SPEECH_GAP
    return takewhile(lambda k: before[k].position >= first, reversed(alike))


_REASONS = {
    "same-speaker": 5,
    "same-word": 5,
    "same-noun": 4,
    "same-actors": 3,
    "definite": 2,
    "definite-other-mood": 1,
}
"""How strongly each reason speaks for two tellings being of one happening."""


def _brings_in(candidate: Candidate) -> bool:
    """Tell whether a mention repeats nothing, whatever has been told before it."""
    if candidate.is_statement:
        return candidate.trigger.is_noun or not candidate.participants or is_next(candidate)
    return is_new(candidate) if candidate.trigger.is_noun else is_one_more(candidate)


def _why_same(earlier: Telling, later: Telling) -> str:
    """Return why two tellings of one type are of one happening, "" if they are not."""
    a, b = earlier.candidate, later.candidate
    if b.is_statement:
        return _why_same_speech(earlier, later)
    if b.trigger.is_noun:
        reason = _why_same_noun(earlier, later)
        return "" if reason in _LOOSE and _is_newly_dated(earlier, later) else reason
    same_kind = a.trigger.entry.lemma == b.trigger.entry.lemma or (
        a.trigger.is_noun and a.trigger.entry.subtype == b.trigger.entry.subtype
    )
    if not same_kind or not _fit(earlier, later) or differ_in_amount(a, b):
        return ""
    return "same-word" if names_of(a) & names_of(b) else ""


def _fit(earlier: Telling, later: Telling) -> bool:
    """Tell whether time and mood let both be of one happening."""
    is_one = _moods_agree(earlier.candidate, later.candidate)
    return is_one and _times_agree(earlier.link, later.link)


_LOOSE = ("definite", "definite-other-mood")


def _is_newly_dated(earlier: Telling, later: Telling) -> bool:
    """Tell whether the later one brings a date to what has none: "the attacks of May 3"."""
    is_vague = earlier.link.time is None or earlier.link.time.begin is None
    return is_vague and later.link.basis is DateBasis.EXPLICIT


def _why_same_speech(earlier: Telling, later: Telling) -> str:
    a, b = earlier.candidate, later.candidate
    if a.trigger.is_noun or not a.participants:
        return ""
    if a.participants[0].name != b.participants[0].name or not _fit(earlier, later):
        return ""
    if (a.tense is Tense.PLUPERFECT) != (b.tense is Tense.PLUPERFECT) or _told_by_others(a, b):
        return ""
    return "" if b.tense is Tense.PLUPERFECT and _is_newly_dated(earlier, later) else "same-speaker"


def _told_by_others(a: Candidate, b: Candidate) -> bool:
    """Tell whether two different outlets are named for what somebody said."""
    first, second = ({source.name for source in c.attribution} for c in (a, b))
    return bool(first and second) and first.isdisjoint(second)


def _why_same_noun(earlier: Telling, later: Telling) -> str:
    a, b = earlier.candidate, later.candidate
    if not _fit(earlier, later):
        return ""
    points_back = is_definite(b.sentence, b.trigger) and not is_one_of(a, b)
    if a.trigger.entry.lemma == b.trigger.entry.lemma and points_back:
        return "same-noun"
    shared = names_of(a) & names_of(b)
    is_other_step = a.type is EventType.LEGAL and _is_measure(b) != _is_measure(a)
    is_kind = a.type in _REPEATED_BY_NOUN and not is_other_step
    if points_back and (shared or not b.participants) and is_kind:
        return "definite" if a.modality is b.modality else "definite-other-mood"
    is_one = points_back or not b.trigger.is_plural
    return "same-actors" if len(shared) >= 2 and is_one else ""


def _is_measure(candidate: Candidate) -> bool:
    """Tell whether it is a rule imposed on a country ("the curfew"), which repeats no vote."""
    return candidate.trigger.entry.subtype == "emergency"


_REPEATED_BY_NOUN = (
    EventType.ATTACK,
    EventType.MEETING,
    EventType.AGREEMENT,
    EventType.LEGAL,
    EventType.DISASTER,
    EventType.SANCTION,
    EventType.PROTEST,
)


def names_of(candidate: Candidate) -> frozenset[str]:
    """Return the names of those who take part, and of the places."""
    people = {p.name for p in candidate.participants}
    return frozenset(people | {p.name for p in candidate.places})


def _moods_agree(a: Candidate, b: Candidate) -> bool:
    open_ones = (Modality.PLANNED, Modality.PROPOSED)
    if a.modality is b.modality:
        return True
    return a.modality in open_ones and b.modality in (*open_ones, Modality.ACTUAL)


def _times_agree(a: Link, b: Link) -> bool:
    if a.time is None or b.time is None:
        return True
    if b.basis is DateBasis.PUBLICATION:
        return True
    return _overlap(a.time, b.time)


def _overlap(a: EventTime, b: EventTime) -> bool:
    before = a.begin is not None and b.end is not None and b.end <= a.begin
    after = b.begin is not None and a.end is not None and a.end <= b.begin
    return not before and not after


def _without_echoes(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Leave out nouns that only refer back from beside another happening, and renumber.

    "after the attack", "over the agreement": the sentence is about something else.
    """
    repeated = {t.same_as for t in tellings}
    kept = [
        k
        for k, t in enumerate(tellings)
        if not _is_echo(k, tellings) and (k in repeated or not _is_loose(t))
    ]
    number = {k: n for n, k in enumerate(kept)}
    return tuple(_renumbered(tellings[k], tellings, number) for k in kept)


def _renumbered(telling: Telling, tellings: Sequence[Telling], number: dict[int, int]) -> Telling:
    same_as = number[telling.same_as] if telling.same_as is not None else None
    about = telling.about
    if about is not None and about not in number:
        about = tellings[about].same_as
    about = number.get(about) if about is not None else None
    if (same_as, about) == (telling.same_as, telling.about):
        return telling
    return replace(telling, same_as=same_as, about=about)


def is_outcome(telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Tell whether the telling tells as done what the one that it repeats only planned."""
    if telling.same_as is None or telling.candidate.modality is not Modality.ACTUAL:
        return False
    planned = (Modality.PLANNED, Modality.PROPOSED)
    return tellings[telling.same_as].candidate.modality in planned


def _is_loose(telling: Telling) -> bool:
    """Tell whether a noun points back at nothing that the article tells: "this decision"."""
    c = telling.candidate
    if telling.same_as is not None or not c.trigger.is_noun or c.trigger.group is not None:
        return False
    is_placed = bool(c.participants or c.places) or telling.link.time is not None
    is_first = c.sentence.paragraph <= _LEAD
    return is_definite(c.sentence, c.trigger) and not is_placed and not is_first


_LEAD = 3
"""Paragraphs, headline and byline among them, in which an article brings in what it is about."""


def _is_echo(k: int, tellings: Sequence[Telling]) -> bool:
    telling = tellings[k]
    candidate = telling.candidate
    if telling.same_as is None or not candidate.trigger.is_noun:
        return False
    in_sentence = tellings[telling.same_as].position == telling.position
    in_sentence = in_sentence or any(
        t.same_as == telling.same_as and t.position == telling.position
        for t in tellings[max(0, k - 4) : k]
    )
    if in_sentence:
        return True
    if candidate.trigger.group is not None or telling.link.basis is DateBasis.EXPLICIT:
        return False
    return bool(preposition_before(candidate.sentence, candidate.trigger.begin))

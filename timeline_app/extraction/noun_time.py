"""The time that a noun takes over: of the verb beside it, of the story, or none."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import DateBasis, EventType
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import clause_range, is_definite, preposition_before
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.link import UNDATED, Link
from timeline_app.extraction.story_time import from_thread
from timeline_app.extraction.thread import Thread

VIOLENT = (EventType.ATTACK, EventType.DISASTER, EventType.PROTEST)


def noun_link(
    candidate: Candidate,
    candidates: Sequence[Candidate],
    links: Sequence[Link],
    thread: Thread,
    language: str,
) -> Link:
    """Return the time of the verb beside which a noun stands: “said during a meeting”."""
    sentence = candidate.sentence
    preposition = preposition_before(sentence, candidate.trigger.begin)
    together = word_set(language, "events/linking", "together")
    scene = _set_scene(candidate, candidates, links) if preposition in together else None
    if scene is not None:
        return scene
    if _is_participle(candidate):
        return _host_right(candidate, candidates, links) or UNDATED
    is_means = preposition in word_set(language, "events/linking", "by_means")
    host = _host_link(candidate, candidates, links) if is_means else None
    if host is not None and candidate.type is EventType.PROTEST:
        return host
    if candidate.type in VIOLENT and not _is_news(candidate):
        return UNDATED
    if candidate.type in VIOLENT:
        return _host_link(candidate, candidates, links) or from_thread(candidate, thread, language)
    if candidate.type not in (EventType.MEETING, EventType.OTHER, EventType.PROTEST):
        return UNDATED
    for other, link in zip(candidates, links, strict=True):
        same = sentence.clauses[other.trigger.head] == sentence.clauses[candidate.trigger.head]
        is_host = same and not other.trigger.is_noun and link.time is not None
        is_aim = preposition in word_set(language, "events/linking", "aim")
        is_trip = is_aim and other.type is candidate.type is EventType.MEETING
        if is_host and (preposition in together or not preposition or is_trip):
            return replace(link, basis=DateBasis.CONTEXT, reason="shared")
    around = word_set(language, "events/linking", "around")
    is_known = (
        is_definite(candidate.sentence, candidate.trigger)
        or preposition in together
        or preposition in around
    )
    if candidate.type is EventType.MEETING and is_known:
        return from_thread(candidate, thread, language)
    return UNDATED


def continues(candidate: Candidate, language: str) -> bool:
    """Tell whether a noun is said to go on now: "a hunt for the thieves continues"."""
    sentence, trigger = candidate.sentence, candidate.trigger
    goes_on = word_set(language, "events/linking", "goes_on")
    _, end = clause_range(sentence, trigger.head)
    is_subject = trigger.is_noun and not preposition_before(sentence, trigger.begin)
    if not is_subject or sentence.quoted[trigger.head]:
        return False
    return not goes_on.isdisjoint(sentence.lowers[trigger.head : end])


def _is_participle(candidate: Candidate) -> bool:
    """Tell whether a noun is a verb after its subject: "the ministers meeting in Lima agreed"."""
    g, trigger = candidate.sentence.grammar, candidate.trigger
    before, after = (candidate.sentence.lower(j) for j in (trigger.head - 1, trigger.end))
    is_subject = g.looks_plural(before) and g.is_open(before)
    return (
        is_subject
        and g.looks_ing(candidate.sentence.lower(trigger.head))
        and (after in g.classes.preposition)
    )


def _host_right(
    candidate: Candidate, candidates: Sequence[Candidate], links: Sequence[Link]
) -> Link | None:
    """Return the link of the first finite verb after a noun, if it is a dated one of the past."""
    for other, link in zip(candidates, links, strict=True):
        is_after = other.trigger.head > candidate.trigger.head and not other.trigger.is_noun
        if is_after and other.tense is Tense.PAST:
            dated = link.time is not None
            return replace(link, basis=DateBasis.CONTEXT, reason="shared") if dated else None
    return None


def _set_scene(
    candidate: Candidate, candidates: Sequence[Candidate], links: Sequence[Link]
) -> Link | None:
    """Return the link of the main verb that a noun sets the scene for: "At a rally, he said"."""
    is_first = noun_begin(candidate.trigger) <= _SCENE
    return _host_right(candidate, candidates, links) if is_first else None


_SCENE = 5
"""A noun that begins before this token stands at the head of its sentence."""


def _host_link(
    candidate: Candidate, candidates: Sequence[Candidate], links: Sequence[Link]
) -> Link | None:
    """Return the link of the verb in whose clause a noun stands."""
    clauses = candidate.sentence.clauses
    for other, link in zip(candidates, links, strict=True):
        same = clauses[other.trigger.head] == clauses[candidate.trigger.head]
        if same and not other.trigger.is_noun and link.time is not None:
            return replace(link, basis=DateBasis.CONTEXT, reason="shared")
    return None


def is_kin(candidate: Candidate) -> bool:
    """Tell whether the noun sets the happening beside another one: "a simultaneous blast"."""
    sentence, begin = candidate.sentence, noun_begin(candidate.trigger)
    near = sentence.lowers[max(0, begin - 4) : begin]
    return not sentence.grammar.classes.simultaneous.isdisjoint(near)


def _is_news(candidate: Candidate) -> bool:
    """Tell whether a noun brings something new in the main line: "responded with a volley"."""
    sentence = candidate.sentence
    begin, end = clause_range(sentence, candidate.trigger.head)
    if (
        is_kin(candidate)
        or candidate.is_told
        or candidate.trigger.is_plural
        or is_definite(candidate.sentence, candidate.trigger)
    ):
        return False
    if not any(sentence.is_finite_verb(j) for j in range(len(sentence))):
        return True
    return any(sentence.grammar.looks_past(sentence.lowers[j]) for j in range(begin, end))

"""How sure it is that a mention is an event of its type, on its date.

A logistic model over few facts that a person can check, each with one weight, kept in the
language's `events/confidence.toml` and trained by `python -m benchmarks.train_confidence` on the
project's own annotated articles.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp

from timeline_app.annotation.mention import DateBasis, EventType, Modality
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite, preposition_before
from timeline_app.extraction.language_pack import load_table

BIAS = "always"
_LEAD = 3
"""Paragraphs that are the head of an article."""
_MANY_TRIGGERS = 4


def confidence_of(
    candidate: Candidate, *, basis: DateBasis, reason: str, is_repeat: bool, language: str
) -> float:
    """Return the probability, 0 to 1, that a careful analyst would list it so."""
    weights = _weights(language)
    facts = facts_of(candidate, basis=basis, reason=reason, is_repeat=is_repeat)
    score = sum(weights.get(fact, 0.0) for fact in facts)
    return round(min(0.99, max(0.01, 1 / (1 + exp(-score)))), 2)


@cache
def _weights(language: str) -> Mapping[str, float]:
    table = load_table(language, "events/confidence").get("weights", {})
    return {str(fact): float(weight) for fact, weight in table.items()}


def facts_of(
    candidate: Candidate, *, basis: DateBasis, reason: str, is_repeat: bool
) -> tuple[str, ...]:
    """Return the facts that hold of a mention; their names are those of the weights.

    `reason` is the key of the explanation of its date.
    """
    facts = [BIAS, f"type {candidate.type}", f"mood {candidate.modality}"]
    facts.append(f"date {basis}")
    if basis is DateBasis.CONTEXT:
        facts.append(f"date by {reason}")
    if is_repeat:
        facts.append("repeats an earlier mention")
    facts.extend(_of_word(candidate))
    facts.extend(_of_noun(candidate) if candidate.trigger.is_noun else _of_verb(candidate))
    facts.extend(_of_place_in_text(candidate))
    facts.extend(_of_people(candidate))
    return tuple(facts)


def _of_word(candidate: Candidate) -> Iterator[str]:
    entry = candidate.trigger.entry
    if entry.sense is not None:
        yield "ambiguous word"
    if entry.rest:
        yield "phrase of several words"
    if candidate.type is EventType.STATEMENT:
        yield f"speech {entry.subtype}"
    if candidate.is_sourcing:
        yield "bare sourcing"


def _of_verb(candidate: Candidate) -> Iterator[str]:
    group = candidate.trigger.group
    if group is None:
        return
    yield f"verb {group.tense}"
    if group.is_passive:
        yield "verb passive"
    if group.is_progressive:
        yield "verb progressive"


def _of_noun(candidate: Candidate) -> Iterator[str]:
    trigger = candidate.trigger
    yield "noun carried by a verb" if trigger.group is not None else "noun alone"
    if is_definite(candidate.sentence, trigger):
        yield "noun pointing back"
    if trigger.is_plural:
        yield "noun plural"
    if preposition_before(candidate.sentence, trigger.begin):
        yield "noun after a preposition"
    if candidate.modality is not Modality.ACTUAL:
        yield "noun of no fact"


def _of_place_in_text(candidate: Candidate) -> Iterator[str]:
    if candidate.sentence.is_heading:
        yield "in the headline"
    elif candidate.sentence.paragraph <= _LEAD:
        yield "in the lead"
    if candidate.is_quoted:
        yield "inside a quotation"
    elif candidate.is_told:
        yield "told by a speaker"
    if len(candidate.verbs) >= _MANY_TRIGGERS:
        yield "crowded sentence"


def _of_people(candidate: Candidate) -> Iterator[str]:
    count = len(candidate.participants)
    yield "nobody named" if count == 0 else "one participant" if count == 1 else "participants"
    if candidate.places:
        yield "place named"

"""Nouns of which a date says when they are due, begin or end: "talks, due to open on Friday"."""

from collections.abc import Sequence

from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.language_pack import word_set

_MOST_WORDS = 8
"""Most words between the noun's phrase and the date."""
_LONG_PHRASE = 10


def scheduled_noun(
    sentence: Sentence, candidates: Sequence[Candidate], begin: int, language: str
) -> int | None:
    """Return the noun that is due at the date at token `begin`, None if there is none.

    "the ruling, which is expected next month", "the visit, planned for 23 October".
    """
    at = _before_schedule(sentence, begin, language)
    if at is None or _is_told_of_verb(sentence, candidates, at, begin):
        return None
    before = [k for k, c in enumerate(candidates) if c.trigger.end <= at]
    if not before:
        return None
    trigger = candidates[before[-1]].trigger
    is_near = trigger.is_noun and at - trigger.end <= _LONG_PHRASE
    between = range(trigger.end, at)
    breaks = sentence.grammar.breaks | sentence.grammar.classes.comma
    cut = any(sentence.is_finite_verb(j) or sentence.lowers[j] in breaks for j in between)
    return before[-1] if is_near and not cut else None


def _is_told_of_verb(
    sentence: Sentence, candidates: Sequence[Candidate], at: int, begin: int
) -> bool:
    """Tell whether a listed verb has the date, and no relative clause gives it to the noun."""
    has_verb = any(c.trigger.group and at <= c.trigger.group.head < begin for c in candidates)
    return has_verb and sentence.grammar.classes.relative.isdisjoint(sentence.lowers[at:begin])


def _before_schedule(sentence: Sentence, begin: int, language: str) -> int | None:
    """Return where the words begin that say that something is due then, None without any."""
    c = sentence.grammar.classes
    due = word_set(language, "events/linking", "due")
    passed = due | c.be | c.have | c.to | c.relative | c.comma | c.modal
    j = begin - (sentence.lower(begin - 1) in c.preposition)
    first = j
    while j > 0 and first - j < _MOST_WORDS:
        word = sentence.lowers[j - 1]
        if word not in passed and not sentence.grammar.is_adverb(word):
            break
        j -= 1
    return None if due.isdisjoint(sentence.lowers[j:first]) else j

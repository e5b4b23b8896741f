"""Nouns of happenings that their clause tells as still to come: "the visit is to go ahead"."""

from functools import cache

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.frames import clause_range, preposition_before
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.morphology import verb_forms

_FAR_VERB = 14
"""Most words between a noun and its verb, or between the marks of an insertion and either."""
_LONGEST_INSERTION = 40
_SCENES = (EventType.MEETING, EventType.OTHER)


def is_arranged(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    """Tell whether the noun is the subject of what is to be, or the scene of what will be done."""
    return _is_to_be(sentence, trigger, language) or _is_scene_ahead(sentence, trigger, language)


def is_called_off(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    """Tell whether the noun is the subject of a verb that undoes it: "the visit was cancelled"."""
    if preposition_before(sentence, trigger.begin):
        return False
    c = sentence.grammar.classes
    verb = _verb_of(sentence, trigger)
    j = verb if sentence.lower(verb) in c.be else -1
    if sentence.lower(verb) in c.have and sentence.lower(verb + 1) in c.be:
        j = verb + 1
    if j < 0:
        return False
    j = _over_adverbs(sentence, j + 1)
    table = "events/modality"
    is_phrasal = f"{sentence.lower(j)}_{sentence.lower(j + 1)}" in word_set(
        language, table, "denied"
    )
    return is_phrasal or sentence.lower(j) in word_set(language, table, "undone")


def _is_to_be(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    """Tell whether its verb puts it off: "the talks, agreed in May, are to be held in Lima"."""
    if preposition_before(sentence, trigger.begin):
        return False
    verb = _verb_of(sentence, trigger)
    return verb >= 0 and _is_occurring(sentence, _infinitive(sentence, verb, language), language)


def _verb_of(sentence: Sentence, trigger: Trigger) -> int:
    """Return where the verb group begins whose subject the noun is, -1 where nothing shows it.

    A verb right behind the mark that closes an insertion has the noun before it as its subject.
    """
    c, breaks = sentence.grammar.classes, sentence.grammar.breaks
    for j in range(trigger.end, min(len(sentence), trigger.end + _FAR_VERB)):
        word = sentence.lowers[j]
        if word in c.comma or word in breaks:
            return _verb_behind_insertion(sentence, j)
        if word in c.to and sentence.is_heading:
            return j
        if word in c.future or sentence.is_finite_verb(j):
            return j
        if word in c.relative or word in c.complementiser:
            return -1
    return -1


def _verb_behind_insertion(sentence: Sentence, mark: int) -> int:
    c, breaks = sentence.grammar.classes, sentence.grammar.breaks
    for j in range(mark + 2, min(len(sentence), mark + _LONGEST_INSERTION)):
        before = sentence.lowers[j - 1]
        is_closed = before in c.comma or before in breaks
        if is_closed and (sentence.lowers[j] in c.future or sentence.lowers[j] in c.be):
            return j
    return -1


def _infinitive(sentence: Sentence, verb: int, language: str) -> int:
    """Return the verb that is to be done: after "will", "is to", "is set to"; -1 if none."""
    c = sentence.grammar.classes
    j = verb
    if sentence.lower(j) in c.future:
        return _over_adverbs(sentence, j + 1)
    if sentence.lower(j) in c.be:
        j = _over_adverbs(sentence, j + 1)
        j += sentence.lower(j) in word_set(language, "events/modality", Modality.PLANNED.value)
    return _over_adverbs(sentence, j + 1) if sentence.lower(j) in c.to else -1


def _over_adverbs(sentence: Sentence, j: int) -> int:
    while j < len(sentence) and sentence.grammar.is_adverb(sentence.lowers[j]):
        j += 1
    return j


def _is_occurring(sentence: Sentence, j: int, language: str) -> bool:
    """Tell whether the verb says that its subject takes place: "go ahead", "be held"."""
    if sentence.lower(j) in sentence.grammar.classes.be:
        return sentence.grammar.looks_past(sentence.lower(j + 1))
    return sentence.lower(j) in _occurring(language)


@cache
def _occurring(language: str) -> frozenset[str]:
    lemmas = word_set(language, "events/modality", "takes_place")
    return frozenset(form for lemma in lemmas for form in verb_forms(language, lemma))


def _is_scene_ahead(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    """Tell whether something is to be done at it: "was to explain it during her visit"."""
    together = word_set(language, "events/linking", "scene")
    if trigger.entry.type not in _SCENES:
        return False
    if preposition_before(sentence, trigger.begin) not in together:
        return False
    c = sentence.grammar.classes
    begin, _ = clause_range(sentence, trigger.begin)
    planned = word_set(language, "events/modality", Modality.PLANNED.value) | c.be
    for j in range(trigger.begin - 1, max(begin, trigger.begin - _FAR_VERB) - 1, -1):
        word = sentence.lowers[j]
        if word in c.future:
            return True
        if word in c.to and sentence.is_open(j + 1):
            return _before(sentence, j) in planned
        if sentence.is_finite_verb(j) and sentence.lower(j - 1) not in c.to:
            return False
    return False


def _before(sentence: Sentence, j: int) -> str:
    j -= 1
    while j > 0 and sentence.grammar.is_adverb(sentence.lowers[j]):
        j -= 1
    return sentence.lower(j)

"""Whether a happening is told as a fact, a plan, a proposal, a denial or a thought."""

from functools import cache

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.extraction.events.arranged import is_arranged, is_called_off
from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, Tense, VerbGroup
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import word_set

_KINDS = (
    Modality.DENIED,
    Modality.PROPOSED,
    Modality.PLANNED,
    Modality.HYPOTHETICAL,
    Modality.ACTUAL,
)
_OPEN = (Modality.ACTUAL, Modality.PLANNED)
_NEAR_VERB = 7
"""Most words between a governing word and "to" ("urged the two governments to sign")."""
_NEAR_NOUN = 6
_BESIDE_NOUN = 3


@cache
def _words(language: str) -> dict[str, Modality]:
    """Return the modality that each governing word gives."""
    table = "events/modality"
    return {word: kind for kind in _KINDS for word in word_set(language, table, kind.value)}


def modality_of(
    sentence: Sentence, trigger: Trigger, governor: Trigger | None, language: str
) -> Modality:
    """Return how the happening is told, from its own words and the speech act above it."""
    if _is_in_condition(sentence, trigger) and not _is_told_after(sentence, trigger):
        return Modality.HYPOTHETICAL
    if trigger.is_noun:
        own = _of_noun(sentence, trigger, language)
        if own in _OPEN and is_called_off(sentence, trigger, language):
            return Modality.DENIED
        if own is Modality.ACTUAL and is_arranged(sentence, trigger, language):
            return Modality.PLANNED
        if own is not Modality.ACTUAL or trigger.group is None:
            return _under_speech(sentence, trigger, governor, own)
    assert trigger.group is not None
    return _of_verb(sentence, trigger.group, governor, language)


def _is_in_condition(sentence: Sentence, trigger: Trigger) -> bool:
    begin, _ = clause_range(sentence, trigger.head)
    return sentence.lower(begin) in sentence.grammar.classes.condition


def _is_told_after(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a speaker's past verb follows the condition: "if it fails, …, she said".

    A present one where the speaker stands behind it: "if it fails, …, says Ruiz".
    """
    group = trigger.group
    is_told = trigger.entry.type is EventType.STATEMENT and not trigger.is_noun
    if not is_told or group is None:
        return False
    comma = sentence.grammar.classes.comma
    if group.tense is Tense.PRESENT and sentence.lower(group.begin - 1) in comma:
        return sentence.is_name(group.head + 1)
    begin, _ = clause_range(sentence, trigger.head)
    is_past = group.tense is Tense.PAST
    return is_past and not comma.isdisjoint(sentence.lowers[begin : trigger.head])


def _of_verb(
    sentence: Sentence, group: VerbGroup, governor: Trigger | None, language: str
) -> Modality:
    if group.is_negated:
        return Modality.DENIED
    if group.tense is Tense.FUTURE:
        return Modality.PLANNED
    if group.tense is Tense.SUBJUNCTIVE:
        return Modality.PROPOSED
    if group.tense is Tense.INFINITIVE:
        return _of_infinitive(sentence, group, governor, language)
    if group.tense is Tense.GERUND:
        return _of_gerund(sentence, group, language)
    if group.modal:
        return _of_modal(sentence, group, governor)
    return Modality.ACTUAL


def _of_modal(sentence: Sentence, group: VerbGroup, governor: Trigger | None) -> Modality:
    c = sentence.grammar.classes
    if group.modal in c.obligation:
        return Modality.PROPOSED
    if group.modal in c.would:
        return Modality.PLANNED if governor is not None else Modality.HYPOTHETICAL
    return Modality.HYPOTHETICAL


def _of_infinitive(
    sentence: Sentence, group: VerbGroup, governor: Trigger | None, language: str
) -> Modality:
    before = _before_to(sentence, group)
    c = sentence.grammar.classes
    if sentence.lower(before) in c.be:
        return Modality.PLANNED
    if sentence.lower(before) in c.have and sentence.lower(before - 1) in c.possible:
        return Modality.HYPOTHETICAL
    if sentence.lower(before) in c.have or is_one_in_a_row(sentence, group, language):
        return Modality.ACTUAL
    begin, _ = clause_range(sentence, group.begin)
    found = governing_word(sentence, before, begin, language)
    if found is not None:
        return found
    if governor is not None and governor.entry.content is not None:
        return governor.entry.content
    return Modality.PLANNED


def is_one_in_a_row(sentence: Sentence, group: VerbGroup, language: str) -> bool:
    """Tell whether an infinitive says what one of several did: "the first woman to win"."""
    ranks, g = word_set(language, "events/modality", "ranks"), sentence.grammar
    for j in range(group.begin - 2, max(0, group.begin - _RANKED), -1):
        word = sentence.lowers[j]
        if word in ranks:
            before = sentence.lowers[max(0, j - _NEAR_NOUN) : j]
            return g.classes.future.isdisjoint(before) and g.classes.to.isdisjoint(before)
        if not sentence.is_open(j) and not word[:1].isdigit() and word not in g.classes.determiner:
            return False
    return False


_RANKED = 6


def governing_word(sentence: Sentence, before: int, begin: int, language: str) -> Modality | None:
    """Return the modality given by the nearest governing word at or left of `before`."""
    words = _words(language)
    for j in range(before, max(begin, before - _NEAR_VERB) - 1, -1):
        kind = words.get(sentence.lower(j))
        if kind is not None and _really_governs(sentence, j, language):
            return _negated(sentence, j, kind)
    return None


def _really_governs(sentence: Sentence, j: int, language: str) -> bool:
    """Tell "called on Turkey to halt" from "called the visit a success", "pushed out of talks"."""
    if sentence.lower(j + 1) in word_set(language, "events/modality", "particle"):
        return False
    if sentence.lower(j) not in word_set(language, "events/modality", "with_preposition"):
        return True
    return sentence.lower(j + 1) in sentence.grammar.classes.preposition


def _before_to(sentence: Sentence, group: VerbGroup) -> int:
    """Return the token before "to", over adverbs: "are also to be signed"."""
    j = group.begin - 2
    while j > 0 and sentence.grammar.is_adverb(sentence.lowers[j]):
        j -= 1
    return j


def is_governed(sentence: Sentence, group: VerbGroup, language: str) -> bool:
    """Tell whether an infinitive hangs on a word that plans, asks for or denies it."""
    before = _before_to(sentence, group)
    c = sentence.grammar.classes
    if sentence.lower(before) in c.be or _has_to(sentence, before):
        return True
    begin, _ = clause_range(sentence, group.begin)
    return governing_word(sentence, before, begin, language) is not None


def _has_to(sentence: Sentence, i: int) -> bool:
    """Tell what had to be done, or may have to be, from a lasting duty ("firms have to pay")."""
    c, word = sentence.grammar.classes, sentence.lower(i)
    return word in c.have and (word in c.have_past or sentence.lower(i - 1) in c.modal)


def _negated(sentence: Sentence, j: int, kind: Modality) -> Modality:
    """Turn a plan or proposal that is negated ("did not agree to") into a denial."""
    near = range(max(0, j - 3), j)
    if any(sentence.lowers[k] in sentence.grammar.classes.negator for k in near):
        return Modality.ACTUAL if kind is Modality.DENIED else Modality.DENIED
    return kind


def _of_gerund(sentence: Sentence, group: VerbGroup, language: str) -> Modality:
    before = sentence.lower(group.begin - 1)
    if before in word_set(language, "events/modality", "noun_denied"):
        return Modality.DENIED
    words = _words(language)
    if before in sentence.grammar.classes.preposition:
        kind = words.get(sentence.lower(group.begin - 2))
        return kind if kind is not None else Modality.ACTUAL
    return words.get(before, Modality.ACTUAL)


def _of_noun(sentence: Sentence, trigger: Trigger, language: str) -> Modality:
    words = _words_of_nouns(language)
    before = sentence.lowers[max(0, trigger.begin - _BESIDE_NOUN) : trigger.begin]
    found = (words[word] for word in reversed(before) if word in words)
    return next(found, None) or _of_noun_phrase(sentence, trigger, language)


@cache
def _words_of_nouns(language: str) -> dict[str, Modality]:
    """Return the modality that each word right before a noun gives it; of several the first."""
    table = "events/modality"
    kinds = (Modality.HYPOTHETICAL, Modality.PROPOSED, Modality.PLANNED, Modality.DENIED)
    return {
        word: kind for kind in kinds for word in word_set(language, table, f"noun_{kind.value}")
    }


def _of_noun_phrase(sentence: Sentence, trigger: Trigger, language: str) -> Modality:
    """Return what the word before the noun's phrase says: "plans for talks", "risk of war"."""
    c = sentence.grammar.classes
    j = trigger.begin - 1
    stop = max(-1, trigger.begin - _NEAR_NOUN)
    while j > stop and sentence.lower(j) not in c.preposition and sentence.is_open(j):
        kind = _words(language).get(sentence.lower(j))
        is_verb = kind is not None and (sentence.is_finite_verb(j) or _goes_on(sentence, j))
        if kind is not None and is_verb and _really_governs(sentence, j, language):
            return kind
        j -= 1
    while j > stop and (
        sentence.lower(j) in c.determiner
        or sentence.lower(j) in c.possessive
        or sentence.lower(j) in c.preposition
        or sentence.grammar.is_adjective(sentence.lower(j))
    ):
        j -= 1
    kind = _words(language).get(sentence.lower(j)) if j > stop else None
    phrasal = f"{sentence.lower(j)}_{sentence.lower(j + 1)}"
    if j > stop and phrasal in _words(language):
        return _negated(sentence, j, _words(language)[phrasal])
    if kind is None or not _really_governs(sentence, j, language):
        return Modality.ACTUAL
    return _negated(sentence, j, kind)


def _goes_on(sentence: Sentence, j: int) -> bool:
    """Tell whether a verb in -ing carries its clause: "are awaiting trial"."""
    g = sentence.grammar
    return g.looks_ing(sentence.lowers[j]) and sentence.lower(j - 1) in g.classes.be


def _under_speech(
    sentence: Sentence, trigger: Trigger, governor: Trigger | None, own: Modality
) -> Modality:
    """Return the modality of a noun that is the object of a demand, a promise, a denial."""
    if own is not Modality.ACTUAL or governor is None or governor.entry.content is None:
        return own
    is_object = sentence.clauses[trigger.head] == sentence.clauses[governor.head]
    return governor.entry.content if is_object and trigger.head > governor.head else own

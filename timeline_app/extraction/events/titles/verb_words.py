"""The verb of a title: its lemma, and its words in the mood of the mention."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline_app.annotation.mention import Modality
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.grammar import Tense, VerbGroup
from timeline_app.extraction.events.titles.scope import Scope
from timeline_app.extraction.events.titles.subject_words import (
    Subject,
)
from timeline_app.extraction.events.titles.verbs import inflected, lemmas, present
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.morphology import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """The verb of a title: its lemma, its group in the sentence, where its complement begins."""

    lemma: str
    group: VerbGroup
    after: int


def verb_of(scope: Scope) -> Verb | None:
    """Return the candidate's own verb, or the light verb that carries its noun."""
    trigger = scope.candidate.trigger
    if trigger.group is None or (trigger.is_noun and not _is_carried(scope, trigger.group)):
        return None
    head = trigger.group.head
    if not trigger.is_noun:
        return Verb(lemma=trigger.entry.lemma, group=trigger.group, after=head + 1)
    lemma = lemmas(scope.language).get(scope.sentence.lowers[head])
    negators = scope.sentence.grammar.classes.negator
    is_negated = any(w in negators for w in scope.sentence.lowers[head : trigger.head])
    is_asked = lemma in scope.words("never_carrying") and not is_negated
    if not lemma or is_asked:
        return None
    return Verb(lemma=lemma, group=trigger.group, after=head + 1)


def _is_carried(scope: Scope, group: VerbGroup) -> bool:
    """Tell whether the noun is object or subject of the verb, not in a phrase beside it."""
    trigger = scope.candidate.trigger
    is_before = group.head < trigger.head
    return is_before or not preposition_before(scope.sentence, trigger.begin)


def is_asking(scope: Scope, at: int) -> bool:
    lemma = lemmas(scope.language).get(scope.sentence.lowers[at], "")
    return lemma in scope.words("object_control")


def verb_phrase(scope: Scope, verb: Verb, subject: Subject) -> str:
    """Return the verb as a headline says it in the mention's mood."""
    mood, language = mood_of_verb(scope, verb), scope.language
    at = governing(scope, verb.group)
    if at >= 0:
        return _governed(scope, verb, subject, at)
    if verb.group.is_negated or mood is Modality.DENIED:
        return _negated(scope, verb, subject)
    if verb.group.modal and mood in (Modality.HYPOTHETICAL, Modality.PROPOSED):
        return f"{verb.group.modal} {verb.lemma}"
    pattern = load_table(language, "events/titles").get("mood", {}).get(mood.value)
    if pattern:
        return str(pattern).replace("{base}", verb.lemma)
    return present(language, verb.lemma, is_plural=subject.is_plural)


def mood_of_verb(scope: Scope, verb: Verb) -> Modality:
    """Return the mood of the verb; it is a fact that a planned visit is cancelled."""
    told = (Tense.PAST, Tense.PRESENT, Tense.PERFECT, Tense.PLUPERFECT)
    is_other = scope.candidate.trigger.is_noun and verb.group.tense in told
    is_other = is_other and not verb.group.is_negated
    return Modality.ACTUAL if is_other else scope.candidate.modality


def _negated(scope: Scope, verb: Verb, subject: Subject) -> str:
    table = load_table(scope.language, "events/titles").get("negated", {})
    if verb.group.modal and verb.group.is_negated:
        modal = verb.group.modal
        known = table.get("modal", {}).get(modal)
        pattern = known or f"{modal} {table['word']} {{base}}"
    else:
        number = "plural" if subject.is_plural else "singular"
        tense = verb.group.tense.value if verb.group.is_negated else "past"
        pattern = table[number].get(tense, table[number]["present"])
    participle = inflected(scope.language, verb.lemma, Form.PARTICIPLE)
    return str(pattern).replace("{base}", verb.lemma).replace("{participle}", participle)


def governing(scope: Scope, group: VerbGroup) -> int:
    """Return where the word stands that governs an infinitive ("agreed to"), -1 if unknown."""
    s = scope.sentence
    if group.tense is not Tense.INFINITIVE:
        return -1
    known = lemmas(scope.language)
    subject_control, object_control = scope.words("subject_control"), scope.words("object_control")
    for j in range(group.begin - 2, max(-1, group.begin - 2 - _MOST_BETWEEN), -1):
        word = s.lowers[j]
        lemma = known.get(word)
        if lemma in subject_control or lemma in object_control:
            return j
        if s.clauses[j] != s.clauses[group.begin] and not s.lowers[j][0].isalnum():
            return -1
    return -1


_MOST_BETWEEN = 6


def _governed(scope: Scope, verb: Verb, subject: Subject, at: int) -> str:
    """Return "agrees to meet", or "urged to withdraw" of whom another asks."""
    governing = lemmas(scope.language)[scope.sentence.lowers[at]]
    base = f"{next(iter(scope.words('to')))} {verb.lemma}"
    if verb.group.is_negated:
        base = f"{_table(scope)['negated']['word']} {base}"
    if governing in scope.words("subject_control"):
        first = present(scope.language, governing, is_plural=subject.is_plural)
        return f"{first} {base}"
    return f"{_table(scope)['asked']} {base}"


def unshifted(scope: Scope, text: str) -> str:
    """Return reported speech in the speaker's own tense, where the words tell it: would → will."""
    shifted = load_table(scope.language, "events/titles").get("unshifted", {})
    return " ".join(shifted.get(word, word) for word in text.split(" "))


def _table(scope: Scope) -> Mapping[str, Any]:
    return load_table(scope.language, "events/titles")

"""Verbs that only carry a happening named by a noun: "held talks", "the strike took place"."""

from collections.abc import Mapping
from functools import cache

from timeline_app.extraction.events.grammar import Sentence, VerbGroup
from timeline_app.extraction.events.verb_groups import verb_group
from timeline_app.extraction.language_pack import load_table, word_set
from timeline_app.extraction.morphology import Form, verb_forms

_MOST_WORDS = 7


@cache
def _forms(language: str, key: str) -> Mapping[str, frozenset[Form]]:
    forms: dict[str, frozenset[Form]] = {}
    for lemma in sorted(word_set(language, "grammar", key)):
        forms.update(verb_forms(language, lemma))
    return forms


def light_group(
    sentence: Sentence, begin: int, end: int, kind: str, language: str
) -> VerbGroup | None:
    """Return the verb group that carries the noun at `begin` to `end`, None if there is none.

    `kind` is the type of its happening: some verbs carry only some ("called an election").
    """
    before = _verb_before(sentence, begin, language)
    if before is not None:
        only = load_table(language, "grammar").get("light_only", {})
        kinds = only.get(sentence.lower(before.head), kind)
        return before if kind in kinds.split() else None
    return _verb_after(sentence, end, language)


def _verb_before(sentence: Sentence, begin: int, language: str) -> VerbGroup | None:
    """Find the light verb whose object the noun is: only its own phrase may stand between."""
    forms = _forms(language, "light_verb")
    g = sentence.grammar
    for j in range(begin - 1, max(-1, begin - _MOST_WORDS), -1):
        word = sentence.lowers[j]
        is_verb = word in forms and word not in g.classes.preposition
        leans = sentence.is_prenominal(j) and sentence.lower(j - 1) not in g.classes.preposition
        if is_verb and not leans:
            group = verb_group(sentence, j, forms[word])
            return None if group is None or group.is_passive else group
        is_particle = word in g.classes.adverb
        if word in g.breaks or (word in g.classes.preposition and not is_particle):
            return None
        if word in g.auxiliary or word in g.classes.complementiser or word == ",":
            return None
    return None


def _verb_after(sentence: Sentence, end: int, language: str) -> VerbGroup | None:
    """Find the passive light verb or verb of taking place whose subject the noun is."""
    light, occurring = _forms(language, "light_verb"), _forms(language, "occur_verb")
    g = sentence.grammar
    for j in range(end, min(len(sentence), end + 2 * _MOST_WORDS)):
        word = sentence.lowers[j]
        if word in g.auxiliary:
            continue
        forms = light.get(word) or occurring.get(word)
        if forms is not None and not sentence.is_prenominal(j):
            group = verb_group(sentence, j, forms)
            if group is None or not group.is_finite or sentence.lower(j + 1) in g.classes.no:
                return None
            return group if group.is_passive or word in occurring else None
        if word in g.breaks or word in g.classes.complementiser or word in g.past_forms:
            return None
        if word in g.classes.relative or (g.looks_past(word) and g.is_open(word)):
            return None
    return None

"""Date phrases that only describe a thing, and date no happening."""

from functools import cache

from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.morphology import Form, verb_forms
from timeline_app.extraction.phrase import Phrase

NEAR_NOUN = 6
"""Most tokens between a date and the noun that it belongs to."""


def describes_only(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a date says which of several things is meant, or what was planned before."""
    return _modifies_other_noun(sentence, phrase) or _only_counts(sentence, phrase)


def tells_of_thing(sentence: Sentence, phrase: Phrase, language: str) -> bool:
    """Tell whether a date ends words put in about a thing: "the bridge, begun in 1999, fell"."""
    c = sentence.grammar.classes
    j = phrase.begin - 1 - bool(phrase.preposition)
    is_put_in = sentence.lower(j - 1) in c.comma and sentence.lower(phrase.end) in c.comma
    return is_put_in and sentence.lower(j) in _irregular_participles(language)


@cache
def _irregular_participles(language: str) -> frozenset[str]:
    """Return those whose form does not show that they are verbs: "begun", "flown"."""
    lemmas = load_table(language, "morphology").get("irregular", {})
    return frozenset(
        word
        for lemma in lemmas
        for word, forms in verb_forms(language, lemma).items()
        if forms == {Form.PARTICIPLE}
    )


def _modifies_other_noun(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the date only says which of some things: "his 1996 campaign"."""
    g = sentence.grammar
    before = sentence.lower(phrase.begin - 1)
    leans = before in g.classes.determiner or before in g.classes.possessive
    leans = leans or g.is_adjective(before)
    after = sentence.lower(phrase.end)
    is_noun = sentence.is_open(phrase.end) and not sentence.is_finite_verb(phrase.end)
    is_noun = (
        is_noun and phrase.end - phrase.begin == 1 and not sentence.grammar.looks_plural(after)
    )
    return leans and is_noun and sentence.lower(phrase.begin)[:1].isdigit()


def _only_counts(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the date says of what time a thing is one of several, or was the plan before.

    "…, the 14th such attack this year"; "a trial, originally set for May".
    """
    c = sentence.grammar.classes
    for j in range(phrase.begin - 1, max(-1, phrase.begin - NEAR_NOUN), -1):
        word = sentence.lowers[j]
        if word in c.at_first:
            return True
        if word in c.comma or sentence.is_finite_verb(j):
            return False
        if word in c.counted and sentence.lower(j - 1) in c.definite:
            return sentence.lower(j - 2) in c.comma and not phrase.preposition
    return False

"""Forms of words, made by the rules of a language's `morphology.toml`."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from timeline_app.extraction.language_pack import load_table, word_set


class Form(StrEnum):
    """The form in which a word stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    SINGULAR = "singular"
    PLURAL = "plural"


def verb_forms(language: str, lemma: str) -> dict[str, frozenset[Form]]:
    """Return each written form of a verb with what it can be ("hit" is base and past)."""
    irregular = load_table(language, "morphology").get("irregular", {}).get(lemma)
    forms: dict[str, frozenset[Form]] = {}
    kinds = (Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING)
    for written in [irregular.split()] if irregular else _regular_verb(language, lemma):
        for form, word in zip(kinds, (lemma, *written), strict=True):
            forms[word] = forms.get(word, frozenset()) | {form}
    return forms


def noun_forms(language: str, lemma: str) -> dict[str, frozenset[Form]]:
    """Return the singular and the plural of a noun; a plural lemma stays as it is."""
    plural = load_table(language, "morphology").get("plurals", {}).get(lemma)
    plural = plural or _inflect(language, "plural", lemma)
    plural_endings = tuple(word_set(language, "grammar", "plural_endings"))
    singular_endings = tuple(word_set(language, "grammar", "singular_endings"))
    if lemma.endswith(plural_endings) and not lemma.endswith(singular_endings):
        return {lemma: frozenset({Form.PLURAL})}
    return {lemma: frozenset({Form.SINGULAR}), plural: frozenset({Form.PLURAL})}


def _regular_verb(language: str, lemma: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield third person, past, participle and -ing form; twice where they have two spellings."""
    doubled, either = (word_set(language, "morphology", k) for k in ("doubled", "either"))
    if lemma in doubled or lemma in either:
        yield _forms_of_stem(language, lemma, lemma + lemma[-1])
    if lemma not in doubled or lemma in either:
        yield _forms_of_stem(language, lemma, lemma)


def _forms_of_stem(language: str, lemma: str, stem: str) -> tuple[str, str, str, str]:
    past = _inflect(language, "past", stem)
    return _inflect(language, "third", lemma), past, past, _inflect(language, "ing", stem)


def _inflect(language: str, form: str, lemma: str) -> str:
    for pattern, ending in _rules(language, form):
        if pattern.search(lemma):
            return pattern.sub(ending, lemma, count=1)
    return lemma


@cache
def _rules(language: str, form: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_table(language, "morphology").get(form, ())
    return tuple((re.compile(pattern), ending) for pattern, ending in rules)

"""Verbs in the forms that headlines use."""

from collections.abc import Mapping
from functools import cache

from timeline_app.extraction.events.titles.scope import title_words
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.morphology import Form, verb_forms


@cache
def inflected(language: str, lemma: str, form: Form) -> str:
    """Return a form of the verb; the lemma itself where it has none."""
    forms = verb_forms(language, lemma)
    return next((word for word, kinds in forms.items() if form in kinds), lemma)


def present(language: str, lemma: str, *, is_plural: bool) -> str:
    """Return the present tense that agrees with the subject."""
    if is_plural:
        return "are" if lemma == "be" else lemma
    return inflected(language, lemma, Form.THIRD)


@cache
def lemmas(language: str) -> Mapping[str, str]:
    """Return the lemma of each written form of the light verbs and of the verbs before "to"."""
    known = word_set(language, "grammar", "light_verb") | word_set(
        language, "grammar", "occur_verb"
    )
    known |= title_words(language, "subject_control") | title_words(language, "object_control")
    return {word: lemma for lemma in sorted(known) for word in verb_forms(language, lemma)}

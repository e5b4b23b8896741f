"""Resolve "he", "she", "they" and "it" to an antecedent in the sentences before."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.discourse import Discourse, Referent
from timeline_app.extraction.actors.phrase import Phrase
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading

_COLLECTIVES = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET)
_THINGS = (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.OUTLET)
_NEAR = 2
"""Sentences back in which "they" and "it" look."""


@dataclass(frozen=True, slots=True)
class PronounResolver:
    """Finds whom a pronoun means."""

    reading: NameReading
    discourse: Discourse
    quoted: bytearray

    def resolve(self, phrase: Phrase) -> ActorMention | None:
        """Return the mention that a pronoun makes, None where no antecedent fits."""
        word = self.reading.tokens.lowers[phrase.first]
        kind = self.reading.lexicon.pronouns[word]
        if kind == "p":
            found = self._plural(phrase)
        elif kind == "n":
            found = self._thing(phrase, word)
        else:
            found = self._person(phrase, word, kind)
        return self._mention(phrase, found) if found is not None else None

    def _mention(self, phrase: Phrase, found: Referent) -> ActorMention:
        span = self.reading.tokens.span(phrase.first, phrase.last)
        return ActorMention(
            span=span,
            head=span,
            name=found.names[0],
            kind=found.kind,
            form=ActorForm.PRONOUN,
            country=found.country,
            also=found.names[1:],
        )

    def _candidates(self, phrase: Phrase) -> Iterator[Referent]:
        """Yield antecedents; of the same sentence none across a quotation mark."""
        is_quoted = bool(self.quoted[phrase.first])
        for referent in self.discourse.candidates(phrase.sentence):
            is_same = referent.sentence == phrase.sentence
            if is_quoted == referent.is_quoted or not is_same:
                yield referent

    def _person(self, phrase: Phrase, word: str, gender: str) -> Referent | None:
        lexicon = self.reading.lexicon
        is_object = word in lexicon.objective and not self._owns(phrase, word)
        fitting = [
            r
            for r in self._candidates(phrase)
            if r.kind is ActorKind.PERSON and len(r.names) == 1 and self._fits(r, gender)
        ]
        if is_object:
            same = phrase.sentence
            subjects = {r.names for r in fitting if r.sentence == same and r.is_subject}
            fitting = [r for r in fitting if r.names not in subjects] or fitting
        found = self._surest(fitting)
        if found is not None and found.person is not None and found.person.gender is None:
            found.person.gender = gender
        return found

    def _surest(self, fitting: list[Referent]) -> Referent | None:
        """Return the first, or one as near of whom the gender is known."""
        if not fitting:
            return None
        first = fitting[0]
        known = (
            r
            for r in fitting
            if r.person is not None and r.person.gender and first.sentence - r.sentence <= 1
        )
        return next(known, first)

    def _owns(self, phrase: Phrase, word: str) -> bool:
        """Tell whether "her" stands before a noun."""
        after = self.reading.tokens.lowers[phrase.last + 1 : phrase.last + 2]
        is_word = bool(after) and after[0][0].isalpha()
        words = self.reading.lexicon.words
        is_function = is_word and after[0] in words["function_words"]
        return word in self.reading.lexicon.possessive and is_word and not is_function

    def _fits(self, referent: Referent, gender: str) -> bool:
        known = referent.person.gender if referent.person is not None else None
        return known is None or known == gender

    def _plural(self, phrase: Phrase) -> Referent | None:
        fallback: Referent | None = None
        word = self.reading.tokens.lowers[phrase.first]
        is_object = word in self.reading.lexicon.objective
        candidates = reversed(self.discourse.recent) if is_object else self._candidates(phrase)
        for referent in candidates:
            if phrase.sentence - referent.sentence > _NEAR:
                break
            if referent.is_plural:
                return referent
            if referent.kind in _COLLECTIVES and (referent.is_subject or fallback is None):
                fallback = fallback if fallback and fallback.is_subject else referent
        return fallback

    def _thing(self, phrase: Phrase, word: str) -> Referent | None:
        lexicon, lowers = self.reading.lexicon, self.reading.tokens.lowers
        after = lowers[phrase.last + 1] if phrase.last + 1 < len(lowers) else "."
        if word not in lexicon.possessive and not lexicon.is_finite(after):
            return None
        if word not in lexicon.possessive and after in lexicon.empty_it_verbs:
            return None
        for referent in self._candidates(phrase):
            if phrase.sentence - referent.sentence > 1:
                break
            if referent.kind in _THINGS and len(referent.names) == 1 and referent.is_subject:
                return referent
        return None

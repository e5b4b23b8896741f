"""Resolve "he", "she", "they" and "it" to an antecedent in the sentences before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.discourse import Discourse, Referent
from timeline_app.extraction.actors.named import NameResolver
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
    names: NameResolver
    quoted: bytearray

    def resolve(self, phrase: Phrase, following: Sequence[Phrase] = ()) -> ActorMention | None:
        """Return the mention that a pronoun makes, None where no antecedent fits.

        `following` are the phrases after it: an opening clause may name its subject late.
        """
        word = self.reading.tokens.lowers[phrase.first]
        kind = self.reading.lexicon.pronouns[word]
        late = self._named_late(phrase, kind, following)
        if late is not None:
            return late
        if word in self.reading.lexicon.reflexive:
            found = self._subject(phrase, kind)
        elif kind == "p":
            found = self._plural(phrase)
        elif kind == "n":
            found = self._thing(phrase, word)
        else:
            found = self._person(phrase, word, kind)
        return self._mention(phrase, found) if found is not None else None

    def _named_late(
        self, phrase: Phrase, gender: str, following: Sequence[Phrase]
    ) -> ActorMention | None:
        """Return whom the main clause names: "Before she left for Oslo, Merkel had received"."""
        if gender not in ("m", "f") or not self._is_in_opening(phrase):
            return None
        for later in following:
            if later.sentence != phrase.sentence:
                break
            if not self._begins_main_clause(phrase, later, gender):
                continue
            found = self.names.named(later) if later.is_name else None
            if found is None:
                return None
            person = self.names.cast.named(found.name)
            if person is None or person.gender not in (None, gender):
                return None
            span = self.reading.tokens.span(phrase.first, phrase.last)
            return replace(found, span=span, head=span, form=ActorForm.PRONOUN)
        return None

    def _is_in_opening(self, phrase: Phrase) -> bool:
        """Tell whether a pronoun is the first subject or owner of a sentence's opening clause."""
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        start = self.reading.sentences[phrase.sentence].start
        while start < phrase.first and not lowers[start][0].isalnum():
            start += 1
        return start + 1 == phrase.first and lowers[start] in words["opening_words"]

    def _begins_main_clause(self, phrase: Phrase, later: Phrase, gender: str) -> bool:
        """Tell whether the first comma stands before a name whose clause has no such pronoun."""
        lowers, pronouns = self.reading.tokens.lowers, self.reading.lexicon.pronouns
        if "," in lowers[phrase.first : later.first - 1] or lowers[later.first - 1] != ",":
            return False
        rest = lowers[later.last + 1 : self.reading.sentences[phrase.sentence].stop]
        objective = self.reading.lexicon.objective
        return not any(w in objective and pronouns.get(w) == gender for w in rest)

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
        """Yield antecedents; of the same sentence none across a quotation mark.

        Who tells something is none of those named in what he tells: "Monti is ill, he said".
        """
        is_quoted, is_tag = bool(self.quoted[phrase.first]), self._is_tag(phrase)
        for referent in self.discourse.candidates(phrase.sentence):
            is_same = referent.sentence == phrase.sentence
            if is_same and (is_quoted != referent.is_quoted or (is_tag and referent.is_named)):
                continue
            yield referent

    def _is_tag(self, phrase: Phrase) -> bool:
        """Tell whether a pronoun's speech follows what is told: ", he said."."""
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        verb = phrase.last + 1
        before = lowers[phrase.first - 1] if phrase.first else ""
        if (
            before != ","
            or lowers[verb : verb + 1] == []
            or lowers[verb] not in words["speech_verbs"]
        ):
            return False
        after = lowers[verb + 1] if verb + 1 < len(lowers) else "."
        return not after[0].isalnum()

    def _subject(self, phrase: Phrase, kind: str) -> Referent | None:
        """Return the subject before a reflexive: "Roe blamed herself", "he himself"."""
        recent = self.discourse.recent
        if recent and recent[-1].token == phrase.first - 1:
            return recent[-1]
        here = [r for r in recent if r.sentence == phrase.sentence and _may_mean(r, kind)]
        return next((r for r in here if r.is_subject), here[0] if here else None)

    def _person(self, phrase: Phrase, word: str, gender: str) -> Referent | None:
        lexicon = self.reading.lexicon
        is_object = word in lexicon.objective and not self._owns(phrase, word)
        fitting = [
            r
            for r in self._candidates(phrase)
            if r.kind is ActorKind.PERSON and len(r.names) == 1 and _gender_of(r) in (None, gender)
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
        if _gender_of(first):
            return first
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


def _may_mean(referent: Referent, kind: str) -> bool:
    """Tell whether "himself" ("m"), "herself", "themselves" ("p") or "itself" can mean it."""
    if kind in ("m", "f"):
        return referent.kind is ActorKind.PERSON and _gender_of(referent) in (None, kind)
    return referent.is_plural if kind == "p" else referent.kind in _THINGS


def _gender_of(referent: Referent) -> str | None:
    person = referent.person
    return referent.gender or (person.gender if person is not None else None)

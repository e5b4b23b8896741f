"""Resolve names: those of the gazetteer, those of the article, and those that nobody explains."""

from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.cast import Cast
from timeline_app.extraction.actors.casting import name_words
from timeline_app.extraction.actors.making import KINDS, made, surface
from timeline_app.extraction.actors.phrase import Phrase
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.locative import Location
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape

_FORMS = {
    Known.CAPITAL: ActorForm.CAPITAL_METONYM,
    Known.ADJECTIVE: ActorForm.DEMONYM,
    Known.PEOPLE: ActorForm.GROUP,
}
_SHAPE_KINDS = {
    Shape.ORGANISATION: ActorKind.ORGANISATION,
    Shape.GROUP: ActorKind.GROUP,
    Shape.OUTLET: ActorKind.OUTLET,
}
_ABBREVIATED = (Known.ORGANISATION, Known.GROUP, Known.OUTLET)
_OFTEN = 3
"""Times that an article names an unknown name before it is taken for an organisation's."""
_HYPHENS = ("'", "’", "-", "–")


@dataclass(frozen=True, slots=True)
class NameResolver:
    """Finds whom a name means, and leaves out names that stand for places."""

    reading: NameReading
    cast: Cast
    location: Location

    # -- of the gazetteer

    def known(self, phrase: Phrase) -> ActorMention | None:
        """Return the mention that a known name makes, None where it is a place or an adjective."""
        entry = phrase.entry
        if entry is None or not self._is_actor(phrase, entry):
            return None
        name = surface(self.reading, phrase)
        if entry.kind is Known.ADJECTIVE and self._is_noun(phrase):
            return made(
                self.reading, phrase, (name,), ActorKind.PERSON, ActorForm.ROLE, entry.country
            )
        if entry.kind in _ABBREVIATED:
            name = self.cast.organisation(name) or entry.name
        elif entry.kind is not Known.PEOPLE:
            name = entry.name
        elif name.isupper():
            name = name.title()
        form = _FORMS.get(entry.kind, ActorForm.NAME)
        return made(self.reading, phrase, (name,), KINDS[entry.kind], form, entry.country)

    def _is_actor(self, phrase: Phrase, entry: Entry) -> bool:
        if entry.kind is Known.CREED or phrase.first in self.location.places:
            return False
        if entry.kind is Known.ADJECTIVE:
            return entry.is_state
        if entry.kind in (Known.CAPITAL, Known.REGION):
            is_somewhere = entry.is_state or entry.country is not None
            return is_somewhere and phrase.first in self.location.actors
        return True

    def _is_noun(self, phrase: Phrase) -> bool:
        """Tell whether an adjective means one person: "a Libyan who", "the Libyan,"."""
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        before = lowers[phrase.first - 1] if phrase.first else ""
        after = lowers[phrase.last + 1] if phrase.last + 1 < len(lowers) else "."
        is_one = before in words["indefinite"] or before in words["definite"]
        is_complete = not after[0].isalnum() or any(
            after in words[key] for key in ("function_words", "speech_verbs", "list_words")
        )
        has_plural = surface(self.reading, phrase) + "s" in self.reading.gazetteer.entries
        return is_one and is_complete and has_plural and after[0] not in _HYPHENS

    # -- of the article

    def named(self, phrase: Phrase) -> ActorMention | None:
        """Return the mention that an unknown name makes."""
        shape = phrase.unit.shape
        if shape in _SHAPE_KINDS:
            return self._body(phrase, _SHAPE_KINDS[shape])
        if shape is not Shape.PLAIN:
            return None
        words = name_words(self.reading, phrase)
        person = self.cast.person(words)
        if person is not None and not self._is_city(phrase, words):
            form = ActorForm.TITLE if phrase.titles else ActorForm.NAME
            kind = ActorKind.PERSON
            return made(self.reading, phrase, (person.name,), kind, form, person.country)
        return self._unknown(phrase, words)

    def _body(self, phrase: Phrase, kind: ActorKind) -> ActorMention | None:
        if phrase.first in self.location.places:
            return None
        name = surface(self.reading, phrase)
        name = self.cast.organisation(name) or name if " " not in name else name
        first, _, rest = name.partition(" ")
        if rest and first.lower() in self.reading.lexicon.words["definite"]:
            name = rest
        country = phrase.unit.entry.country if phrase.unit.entry else None
        return made(self.reading, phrase, (name,), kind, ActorForm.NAME, country)

    def _is_city(self, phrase: Phrase, words: tuple[str, ...]) -> bool:
        is_city = " ".join(words) in self.reading.gazetteer.cities
        return is_city and phrase.first in self.location.places and not phrase.titles

    def _unknown(self, phrase: Phrase, words: tuple[str, ...]) -> ActorMention | None:
        """Return an organisation for a name that says nothing of itself, if it acts."""
        name, kind = surface(self.reading, phrase), ActorKind.ORGANISATION
        full = self.cast.organisation(name)
        if full is not None:
            return made(self.reading, phrase, (full,), kind, ActorForm.NAME)
        pair = self._state_pair(words)
        if pair:
            names = tuple(entry.name for entry in pair)
            form = ActorForm.DEMONYM
            return made(self.reading, phrase, names, ActorKind.STATE, form, pair[0].country)
        if name in self.reading.gazetteer.cities or phrase.first in self.location.places:
            return None
        is_spoken_of = self.cast.counts[name] >= _OFTEN and not name.isupper()
        if any(c.isdigit() for c in name) or not (is_spoken_of or self._acts(phrase)):
            return None
        return made(self.reading, phrase, (name,), kind, ActorForm.NAME)

    def _state_pair(self, words: tuple[str, ...]) -> list[Entry]:
        """Return the states of "Syrian-Turkish", "Franco-German"."""
        if len(words) != 1 or "-" not in words[0]:
            return []
        entries = self.reading.gazetteer.entries
        first, *rest = words[0].split("-")
        found = [entries.get(f"{first} -") or entries.get(first), *map(entries.get, rest)]
        states = [e for e in found if e is not None and e.is_state]
        return states if len(states) == len(found) else []

    def _acts(self, phrase: Phrase) -> bool:
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        after = lowers[phrase.last + 1] if phrase.last + 1 < len(lowers) else "."
        before = lowers[phrase.first - 1] if phrase.first else ""
        is_subject = after in words["acting_verbs"] or after in words["speech_verbs"]
        return is_subject or before in words["party_prepositions"]

    # -- beside a name

    def beside(self, phrase: Phrase, before: Phrase) -> ActorMention | None:
        """Return the person before for a role set beside the name."""
        person = self.cast.person(name_words(self.reading, before))
        if person is None:
            return None
        kind, form = ActorKind.PERSON, ActorForm.APPOSITION
        return made(self.reading, phrase, (person.name,), kind, form, person.country)

    def persons_after(self, phrases: list[Phrase], last: int) -> tuple[str, ...]:
        """Return the persons that `phrases` list after token `last`: "counterparts, A, B and C"."""
        lowers, list_and = self.reading.tokens.lowers, self.reading.lexicon.words["list_and"]
        names: list[str] = []
        for phrase in phrases:
            link = lowers[last + 1 : phrase.first]
            is_link = len(link) == 1 and (link[0] == "," or link[0] in list_and)
            person = self.cast.person(name_words(self.reading, phrase)) if is_link else None
            if person is None or not phrase.is_name:
                break
            names.append(person.name)
            last = phrase.last
        return tuple(names) if len(names) > 1 else ()

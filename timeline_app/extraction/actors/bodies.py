"""Resolve governments, forces, the press, and nouns like "the company" to whom they mean."""

from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.discourse import Discourse, Referent
from timeline_app.extraction.actors.making import KINDS, made, surface
from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading

_ANAPHOR_KINDS = (
    ("anaphor_outlet", (ActorKind.OUTLET,)),
    ("anaphor_group", (ActorKind.GROUP,)),
    ("anaphor_company", (ActorKind.ORGANISATION,)),
    ("anaphor_organisation", (ActorKind.ORGANISATION,)),
    ("anaphor_state", (ActorKind.STATE,)),
)
"""Lists of nouns and the kinds of actors that they mean, first fit first."""
_COMPANIES = "anaphor_company"
_SENTENCES_BACK = 4
"""Sentences back in which "the company" looks for its name."""


@dataclass(frozen=True, slots=True)
class BodyResolver:
    """Finds which state, body or outlet a phrase means."""

    reading: NameReading
    discourse: Discourse
    home: str = ""
    """The state from which the article is written, "" where it does not say."""

    def owned(self, phrase: Phrase) -> ActorMention | None:
        """Return the state or group whose government or forces act."""
        form = ActorForm.GOVERNMENT if phrase.means is Means.GOVERNMENT else ActorForm.FORCES
        if form is ActorForm.GOVERNMENT and phrase.determiner is Determiner.INDEFINITE:
            return None
        first = phrase.owners[0]
        kind = KINDS.get(first.kind, ActorKind.STATE)
        names = tuple(owner.name for owner in phrase.owners)
        return made(self.reading, phrase, names, kind, form, first.country)

    def of_person(self, phrase: Phrase, before: Phrase | None) -> ActorMention | None:
        """Return the state of "Maduro's government", if the article says whose he is."""
        lower = self.reading.tokens.lowers[phrase.head_last]
        is_government = lower in self.reading.lexicon.words["government_nouns"]
        is_owned = before is not None and phrase.first - before.last <= 2 and not phrase.owners
        last = self.discourse.recent[-1] if self.discourse.recent else None
        if not is_government or not is_owned or last is None or last.person is None:
            return None
        country = last.person.country or ""
        name = self.reading.gazetteer.states.get(country)
        if name is None:
            return None
        form = ActorForm.GOVERNMENT
        return made(self.reading, phrase, (name,), ActorKind.STATE, form, country)

    def press(self, phrase: Phrase) -> ActorMention:
        """Return the outlet that is named, or the kind of outlet: "Russian media"."""
        form, country = ActorForm.GROUP, phrase.owners[0].country if phrase.owners else None
        name = surface(self.reading, phrase)
        for owner in phrase.owners:
            if owner.kind is Known.OUTLET:
                form, name, country = ActorForm.NAME, owner.name, owner.country
        return made(self.reading, phrase, (name,), ActorKind.OUTLET, form, country)

    def anaphor(self, phrase: Phrase) -> ActorMention | None:
        """Return what "the newspaper" or "the company" means: the last of its kind."""
        found = self._last_of_kind(phrase)
        lower = self.reading.tokens.lowers[phrase.head_last]
        if found is None and self.home and lower in self.reading.lexicon.words["government_nouns"]:
            state = ActorKind.STATE
            return made(self.reading, phrase, (self.home,), state, ActorForm.GOVERNMENT)
        if found is None or phrase.sentence - found.sentence > _SENTENCES_BACK:
            return None
        names, form = found.names[:1], ActorForm.ROLE
        return made(self.reading, phrase, names, found.kind, form, found.country)

    def _last_of_kind(self, phrase: Phrase) -> Referent | None:
        lower, words = self.reading.tokens.lowers[phrase.head_last], self.reading.lexicon.words
        public = words["organisation_heads"] - words["closed_heads"]
        for key, kinds in _ANAPHOR_KINDS:
            if lower in words[key]:
                barred = public if key == _COMPANIES else frozenset()
                found = self.discourse.last_named(kinds, lower, barred)
                if found is not None:
                    return found
        return None

    def is_actor(self, phrase: Phrase) -> bool:
        """Tell whether an unresolved noun acts: "the government" does, "the country" does not."""
        lexicon = self.reading.lexicon
        lower = self.reading.tokens.lowers[phrase.head_last]
        return lower in lexicon.roles["groups"] or lower in lexicon.words["body_nouns"]

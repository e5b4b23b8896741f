"""Decide whom each phrase means, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.bodies import BodyResolver
from timeline_app.extraction.actors.cast import Cast
from timeline_app.extraction.actors.casting import bodies_of, is_apposition
from timeline_app.extraction.actors.discourse import Discourse, Listing, Referent
from timeline_app.extraction.actors.named import NameResolver
from timeline_app.extraction.actors.phrase import Means, Phrase
from timeline_app.extraction.actors.pronouns import PronounResolver
from timeline_app.extraction.actors.roles import RoleResolver
from timeline_app.extraction.names.locative import Location
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading

_NAMED_FORMS = (ActorForm.NAME, ActorForm.GOVERNMENT, ActorForm.CAPITAL_METONYM)
_MOST_BESIDE = 6
"""Persons named beside one plural role."""
_LONGEST_LINK = 4
"""Tokens between two names of a row."""


@dataclass(slots=True)
class Resolver:
    """Turns phrases into mentions, remembering who was spoken of."""

    reading: NameReading
    cast: Cast
    location: Location
    quoted: bytearray
    skipped: Sequence[range]
    """Tokens in which no actor stands: datelines."""
    discourse: Discourse = field(default_factory=Discourse)
    listing: Listing = field(default_factory=Listing)
    names: NameResolver = field(init=False)
    roles: RoleResolver = field(init=False)
    bodies: BodyResolver = field(init=False)
    pronouns: PronounResolver = field(init=False)

    def __post_init__(self) -> None:
        self.names = NameResolver(self.reading, self.cast, self.location)
        self.roles = RoleResolver(self.reading, self.cast, self.discourse)
        self.bodies = BodyResolver(self.reading, self.discourse, self._home())
        self.pronouns = PronounResolver(self.reading, self.discourse, self.names, self.quoted)

    def _home(self) -> str:
        """Return the state of the first dateline, "" where there is none or it has no state."""
        first = self.skipped[0] if self.skipped else range(0)
        for unit in self.reading.units:
            if unit.first >= first.stop:
                break
            country = unit.entry.country if unit.entry is not None else None
            if unit.first in first and country:
                return self.reading.gazetteer.states.get(country, "")
        return ""

    def mentions(self, phrases: Sequence[Phrase]) -> Iterator[ActorMention]:
        """Yield the mentions that the phrases make; phrases that mean nobody are left out."""
        before: Phrase | None = None
        end = -1
        for index, phrase in enumerate(phrases):
            if phrase.head_first <= end or any(phrase.first in r for r in self.skipped):
                continue
            if phrase.first <= end:
                phrase = replace(phrase, first=end + 1)
            looks_ahead = phrase.is_plural or phrase.means is Means.PRONOUN
            following = phrases[index + 1 : index + 1 + _MOST_BESIDE] if looks_ahead else ()
            mention = self._mention(phrase, before, list(following))
            if mention is not None:
                self._remember(phrase, mention)
                end = phrase.last
                yield self._with_bodies(phrase, mention)
            before = phrase

    def _with_bodies(self, phrase: Phrase, mention: ActorMention) -> ActorMention:
        """Return the mention with the bodies in which the person that it means holds office."""
        if mention.kind is not ActorKind.PERSON or mention.also:
            return mention
        person = self.cast.named(mention.name)
        found = bodies_of(phrase) if person is None else tuple(person.speaks_for)
        bodies = tuple(
            self.cast.organisation(name) or name
            for name in found
            if self.cast.person((name,)) is None
        )
        return replace(mention, speaks_for=bodies) if bodies else mention

    def _mention(
        self, phrase: Phrase, before: Phrase | None, following: list[Phrase]
    ) -> ActorMention | None:
        match phrase.means:
            case Means.PRONOUN:
                return self.pronouns.resolve(phrase, following)
            case Means.KNOWN:
                return self.names.known(phrase)
            case Means.NAME:
                return self.names.named(phrase)
            case Means.GOVERNMENT | Means.FORCES:
                return self.bodies.owned(phrase)
            case Means.PRESS:
                return self.bodies.press(phrase)
            case _:
                return self._described(phrase, before, following)

    def _described(
        self, phrase: Phrase, before: Phrase | None, following: list[Phrase]
    ) -> ActorMention | None:
        """Return the mention of a phrase that describes whom it means."""
        if before is not None and is_apposition(self.reading, phrase, before):
            return self.names.beside(phrase, before)
        if phrase.means is Means.ROLE:
            return self.roles.resolve(phrase, self.names.persons_after(following, phrase.last))
        if phrase.means is Means.ANAPHOR:
            anaphor = self.bodies.anaphor(phrase)
            if anaphor is not None or not self.bodies.is_actor(phrase):
                return anaphor
        return self.bodies.of_person(phrase, before) or self.roles.group(phrase)

    # -- memory

    def _remember(self, phrase: Phrase, mention: ActorMention) -> None:
        is_person = mention.kind is ActorKind.PERSON
        names = mention.names
        referent = Referent(
            names=names,
            kind=mention.kind,
            token=phrase.first,
            sentence=phrase.sentence,
            person=self.cast.named(mention.name) if is_person else None,
            country=mention.country,
            is_subject=self._is_subject(phrase),
            is_quoted=bool(self.quoted[phrase.first]),
            is_plural=len(names) > 1 or mention.kind is ActorKind.GROUP,
            is_named=mention.form in _NAMED_FORMS,
            gender=self._gender(phrase),
        )
        self.discourse.add(referent)
        if mention.kind is ActorKind.STATE and phrase.means is not Means.PRONOUN:
            self.discourse.states.extend(names)
        self.discourse.states.extend(o.name for o in phrase.owners if o.is_state and o.country)
        if phrase.means is not Means.PRONOUN:
            self.listing.follow(referent, self._link_before(phrase), phrase.last)
            self.discourse.add_together(self.listing.together())

    def _gender(self, phrase: Phrase) -> str | None:
        """Return "m" or "f" where a phrase is a pronoun that says so."""
        if phrase.means is not Means.PRONOUN:
            return None
        kind = self.reading.lexicon.pronouns[self.reading.tokens.lowers[phrase.first]]
        return kind if kind in ("m", "f") else None

    def _link_before(self, phrase: Phrase) -> str:
        """Return "and" or "," if only that stands between a phrase and the one before."""
        lowers, lexicon = self.reading.tokens.lowers, self.reading.lexicon
        between = [
            w
            for w in lowers[max(0, self.listing.last + 1) : phrase.first][:3]
            if w not in lexicon.possessive
        ]
        if not between or phrase.first - self.listing.last > _LONGEST_LINK:
            return ""
        if between[-1] in lexicon.words["list_and"]:
            return "and"
        return "," if between == [","] else ""

    def _is_subject(self, phrase: Phrase) -> bool:
        """Tell whether a phrase opens its sentence or stands before a verb that is known."""
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        start = self.reading.sentences[phrase.sentence].start
        at = phrase.first
        while at > start and lowers[at - 1] in words["definite"]:
            at -= 1
        before = lowers[at - 1] if at > start else ""
        if before in words["function_words"] and before not in words["clause_openers"]:
            return False
        following = lowers[phrase.last + 1 : phrase.last + 3]
        after = next((w for w in following if w != ","), ".")
        is_verb = self.reading.lexicon.is_finite(after)
        return is_verb or not before or not before[0].isalnum() or before in words["speech_verbs"]

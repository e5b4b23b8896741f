"""Resolve roles without a name: "the president", "his French counterpart", "the two leaders"."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.cast import Cast, Person
from timeline_app.extraction.actors.discourse import Discourse
from timeline_app.extraction.actors.making import made
from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.actors.phrase_parts import TERRITORIES
from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading

_PAIR = 2


@dataclass(frozen=True, slots=True)
class RoleResolver:
    """Finds who holds a role, and names groups of people."""

    reading: NameReading
    cast: Cast
    discourse: Discourse

    def resolve(self, phrase: Phrase, beside: tuple[str, ...] = ()) -> ActorMention | None:
        """Return the mention that a title without a name makes; `beside` are names after it."""
        title = phrase.titles[-1]
        head = title.split(" ")[-1]
        lexicon = self.reading.lexicon
        if beside:
            is_counterpart = head in lexicon.counterparts
            form = ActorForm.COUNTERPART if is_counterpart else ActorForm.LEADERS
            return made(self.reading, phrase, beside, ActorKind.PERSON, form)
        if head in lexicon.counterparts:
            return self._counterpart(phrase)
        if phrase.is_plural and phrase.owners and head in lexicon.words["leadership_nouns"]:
            return self._led(phrase, head)
        if phrase.is_plural:
            return self._several(phrase, head) or self._unnamed(phrase, ActorKind.GROUP)
        if phrase.determiner is not Determiner.INDEFINITE:
            holder = self._holder(phrase, title)
            if holder is not None:
                return made(
                    self.reading,
                    phrase,
                    (holder.name,),
                    ActorKind.PERSON,
                    ActorForm.ROLE,
                    holder.country,
                )
        if phrase.determiner is Determiner.NONE:
            return None
        return self._unnamed(phrase, ActorKind.PERSON)

    # -- one holder

    def _holder(self, phrase: Phrase, title: str) -> Person | None:
        """Return who was last mentioned of those who hold the title (of the owner, if given)."""
        owners = {o.name for o in phrase.owners}
        led = self._body_led(phrase)
        for person in self._persons():
            if owners and not (owners & person.owners):
                continue
            if led and not any(led in held.split(" ") for held in person.titles):
                continue
            if self._holds(person, title):
                return person
        return None

    def _body_led(self, phrase: Phrase) -> str:
        """Return the kind of body before the head: a president is no "union leader"."""
        lexicon, lowers = self.reading.lexicon, self.reading.tokens.lowers
        kinds = ("anaphor_organisation", "anaphor_group", "anaphor_company")
        before = lowers[phrase.first : phrase.head_first]
        return next((w for w in before if any(w in lexicon.words[k] for k in kinds)), "")

    def _persons(self) -> Iterator[Person]:
        """Yield the persons spoken of lately, latest first, then the first ones of the article."""
        for referent in reversed(self.discourse.recent):
            if referent.person is not None:
                yield referent.person
        yield from self.cast.titled

    def _holds(self, person: Person, title: str) -> bool:
        if title in person.titles:
            return True
        head = title.split(" ")[-1]
        words = self.reading.lexicon.words
        for held in person.titles:
            first, last = held.split(" ")[0], held.split(" ")[-1]
            is_other = first in words["deputy_words"] and held != title
            if last == head and not is_other and head in (held, title):
                return True
        return title in words["generic_heads"] and any(
            t in self.reading.lexicon.leaders or t.split(" ")[-1] in words["heading_offices"]
            for t in person.titles
        )

    # -- counterparts

    def _counterpart(self, phrase: Phrase) -> ActorMention | None:
        """Return the other holder of the office, of the state that is named."""
        owners = {o.name for o in phrase.owners}
        if not owners:
            return None
        office = self._office_in_question()
        fitting = (
            p for p in self._persons() if p.owners & owners and (not office or office & p.titles)
        )
        found = list({p.name: p for p in fitting}.values())
        if phrase.is_plural or len(owners) > 1:
            names = tuple(p.name for p in found) or tuple(o.name for o in phrase.owners)
            kind = ActorKind.PERSON if found else ActorKind.STATE
            return made(self.reading, phrase, names, kind, ActorForm.COUNTERPART)
        country = phrase.owners[0].country
        if found:
            best = max(found, key=lambda p: p.seen_at)
            return made(
                self.reading, phrase, (best.name,), ActorKind.PERSON, ActorForm.COUNTERPART, country
            )
        name = self._office_name(phrase, office)
        return made(self.reading, phrase, (name,), ActorKind.PERSON, ActorForm.COUNTERPART, country)

    def _office_in_question(self) -> set[str]:
        for referent in reversed(self.discourse.recent):
            if referent.person is not None and referent.person.titles:
                return referent.person.titles
        return set()

    def _office_name(self, phrase: Phrase, office: set[str]) -> str:
        words = self.reading.tokens.words[phrase.first : phrase.head_first]
        kept = [
            w for w in words if w[0].isupper() and w.lower() not in self.reading.lexicon.pronouns
        ]
        title = min(office, key=len) if office else self.reading.tokens.words[phrase.head_last]
        return " ".join([*kept, title])

    def _led(self, phrase: Phrase, head: str) -> ActorMention | None:
        """Return the state, body or group whose leaders or fighters are spoken of."""
        owner = phrase.owners[0]
        is_territory = owner.kind in TERRITORIES
        is_state_led = head in self.reading.lexicon.words["state_leadership_nouns"]
        if is_territory and (owner.country is None or not is_state_led):
            return self._unnamed(phrase, ActorKind.GROUP)
        kind = ActorKind.STATE if is_territory else ActorKind.ORGANISATION
        kind = ActorKind.GROUP if owner.kind is Known.GROUP else kind
        names = tuple(o.name for o in phrase.owners)
        return made(self.reading, phrase, names, kind, ActorForm.GOVERNMENT, owner.country)

    # -- several

    def _several(self, phrase: Phrase, head: str) -> ActorMention | None:
        if len(phrase.owners) > 1:
            return self._holders(phrase, head)
        if phrase.owners or not (phrase.count or phrase.determiner is Determiner.DEFINITE):
            return None
        lexicon = self.reading.lexicon
        is_office = (
            head[:-1] in lexicon.titles.entries and head[:-1] not in lexicon.words["generic_heads"]
        )
        wanted = frozenset({head, head[:-1]}) if is_office else None
        together = self.discourse.last_together(phrase.sentence, phrase.count)
        if together:
            return made(self.reading, phrase, together, ActorKind.PERSON, ActorForm.LEADERS)
        count = phrase.count or _PAIR
        found = self.discourse.last_persons(count, wanted)
        if len(found) < count and phrase.count:
            found = self.discourse.last_persons(count, None)
        if len(found) < count:
            return None
        names = tuple(p.name for p in found)
        return made(self.reading, phrase, names, ActorKind.PERSON, ActorForm.LEADERS)

    def _holders(self, phrase: Phrase, head: str) -> ActorMention:
        """Return the presidents of Peru and Ecuador, as states if the article names none."""
        title = phrase.titles[-1].removesuffix("s")
        found = [
            next((p for p in self._persons() if o.name in p.owners and title in p.titles), None)
            for o in phrase.owners
        ]
        persons = tuple(p.name for p in found if p is not None)
        if len(persons) == len(phrase.owners):
            return made(self.reading, phrase, persons, ActorKind.PERSON, ActorForm.LEADERS)
        states = tuple(o.name for o in phrase.owners)
        country = phrase.owners[0].country
        return made(self.reading, phrase, states, ActorKind.STATE, ActorForm.GOVERNMENT, country)

    # -- groups

    def group(self, phrase: Phrase) -> ActorMention | None:
        """Return the mention that a body or people without a name make."""
        if phrase.means is Means.BODY:
            return self._unnamed(phrase, ActorKind.ORGANISATION)
        lower = self.reading.tokens.lowers[phrase.unit.last]
        words = self.reading.lexicon.words
        if phrase.is_plural and not phrase.owners and lower in words["nation_plurals"]:
            return self._nations(phrase)
        first = self.reading.tokens.lowers[phrase.first]
        if phrase.count and first in words["definite"] and not phrase.owners:
            several = self._several(phrase, lower)
            if several is not None and lower in self.reading.lexicon.plural_leaders:
                return several
        if lower in self.reading.lexicon.roles["singles"]:
            return self._unnamed(phrase, ActorKind.PERSON)
        return self._unnamed(phrase, ActorKind.GROUP)

    def _nations(self, phrase: Phrase) -> ActorMention | None:
        count = phrase.count or _PAIR
        found = self.discourse.last_states(count)
        if len(found) < count or not (phrase.count or phrase.determiner is Determiner.DEFINITE):
            return None
        return made(self.reading, phrase, found, ActorKind.STATE, ActorForm.LEADERS)

    def _unnamed(self, phrase: Phrase, kind: ActorKind) -> ActorMention | None:
        """Return a mention named by its own words, without article and number."""
        lexicon, tokens = self.reading.lexicon, self.reading.tokens
        skipped = lexicon.words["definite"] | lexicon.words["indefinite"] | lexicon.roles["numbers"]
        kept = [
            tokens.words[i]
            for i in range(phrase.first, phrase.last + 1)
            if tokens.lowers[i] not in skipped
            and tokens.lowers[i] not in lexicon.possessive
            and tokens.lowers[i] not in lexicon.words["plural_definite"]
        ]
        if not kept or self._is_predicate(phrase):
            return None
        possessor = self._possessor(phrase)
        name = " ".join([*possessor, *kept]).replace(" 's", "'s").replace(" ’s", "’s")
        if phrase.titles and phrase.owners and phrase.last > phrase.head_last:
            name = self._owned_title(phrase)
        country = phrase.owners[0].country if phrase.owners else None
        is_role = kind is ActorKind.PERSON
        form = ActorForm.ROLE if is_role else ActorForm.GROUP
        name = name if possessor else self._lower_start(name, phrase)
        return made(self.reading, phrase, (name,), kind, form, country)

    def _possessor(self, phrase: Phrase) -> list[str]:
        """Return the words of the name that owns a role: "Novak's" before "widow"."""
        at = phrase.first - 1
        if phrase.determiner is not Determiner.OWNED or phrase.owners or at < 1:
            return []
        words = self.reading.tokens.words
        begin = at
        while begin > 0 and words[begin - 1][:1].isupper():
            begin -= 1
        is_owned = begin < at and words[at][:1] in "'’"
        return list(words[begin : at + 1]) if is_owned else []

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Tell whether a role only describes: "was a teacher", "as a terrorist"."""
        lowers = self.reading.tokens.lowers
        before = lowers[phrase.first - 1] if phrase.first else ""
        return before in self.reading.lexicon.words["predicate_words"]

    def _owned_title(self, phrase: Phrase) -> str:
        """Return "PMF spokesman" for "a spokesman for the PMF"."""
        tokens = self.reading.tokens
        before = tokens.words[phrase.first : phrase.head_first]
        words = self.reading.lexicon.words
        articles = words["definite"] | words["indefinite"]
        own = [w for w in before if w[0].isupper() and w.lower() not in articles]
        return " ".join([*(own or [phrase.owners[0].name]), phrase.titles[-1]])

    def _lower_start(self, name: str, phrase: Phrase) -> str:
        """Return a name without the capital that its sentence gave it."""
        first = name.split(" ")[0]
        is_common = not phrase.owners and first not in self.reading.gazetteer.entries
        return name[0].lower() + name[1:] if is_common else name

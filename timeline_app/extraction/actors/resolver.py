"""Decide whom each phrase means, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.cast import Cast
from timeline_app.extraction.actors.casting import is_apposition, name_words
from timeline_app.extraction.actors.discourse import Discourse, Listing, Referent
from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.actors.pronouns import PronounResolver
from timeline_app.extraction.actors.roles import RoleResolver
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.locative import Location
from timeline_app.extraction.names.mention import ActorForm, ActorMention
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape

_KINDS = {
    Known.STATE: ActorKind.STATE,
    Known.REGION: ActorKind.STATE,
    Known.CAPITAL: ActorKind.STATE,
    Known.ADJECTIVE: ActorKind.STATE,
    Known.SEAT: ActorKind.ORGANISATION,
    Known.ORGANISATION: ActorKind.ORGANISATION,
    Known.GROUP: ActorKind.GROUP,
    Known.OUTLET: ActorKind.OUTLET,
    Known.PEOPLE: ActorKind.GROUP,
}
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


_NAMED_FORMS = (ActorForm.NAME, ActorForm.GOVERNMENT, ActorForm.CAPITAL_METONYM)
_ANAPHOR_KINDS = (
    ("anaphor_outlet", (ActorKind.OUTLET,)),
    ("anaphor_group", (ActorKind.GROUP,)),
    ("anaphor_company", (ActorKind.ORGANISATION,)),
    ("anaphor_organisation", (ActorKind.ORGANISATION,)),
    ("anaphor_state", (ActorKind.STATE,)),
)
_MOST_BESIDE = 6
"""Persons named beside one plural role."""
_ANAPHOR_BACK = 4
"""Sentences back in which "the company" looks for its name."""


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

    def mentions(self, phrases: Sequence[Phrase]) -> Iterator[ActorMention]:
        """Yield the mentions that the phrases make; phrases that mean nobody are left out."""
        roles = RoleResolver(self.reading, self.cast, self.discourse)
        pronouns = PronounResolver(self.reading, self.discourse, self.quoted)
        before: Phrase | None = None
        end = -1
        for index, phrase in enumerate(phrases):
            if phrase.head_first <= end or any(phrase.first in r for r in self.skipped):
                continue
            if phrase.first <= end:
                phrase = replace(phrase, first=end + 1)
            beside = self._persons_beside(phrases, index) if phrase.is_plural else ()
            mention = self._mention(phrase, before, beside, roles, pronouns)
            if mention is not None:
                self._remember(phrase, mention)
                end = phrase.last
                yield mention
            before = phrase

    def _mention(
        self,
        phrase: Phrase,
        before: Phrase | None,
        beside: tuple[str, ...],
        roles: RoleResolver,
        pronouns: PronounResolver,
    ) -> ActorMention | None:
        match phrase.means:
            case Means.PRONOUN:
                return pronouns.resolve(phrase)
            case Means.KNOWN:
                return self._known(phrase)
            case Means.NAME:
                return self._named(phrase)
            case Means.ROLE | Means.GROUP if before is not None and is_apposition(
                self.reading, phrase, before
            ):
                return self._beside(phrase, before)
            case Means.ROLE:
                return roles.resolve(phrase, beside)
            case Means.GOVERNMENT | Means.FORCES:
                return self._owned(phrase)
            case Means.PRESS:
                return self._press(phrase)
            case Means.ANAPHOR:
                return self._anaphor(phrase) or self._nameless(phrase, roles)
            case _:
                return self._persons_government(phrase, before) or roles.group(phrase)

    def _persons_beside(self, phrases: Sequence[Phrase], index: int) -> tuple[str, ...]:
        """Return the names that follow a plural role: "counterparts, A, B and C"."""
        lowers, names, last = self.reading.tokens.lowers, [], phrases[index].last
        for phrase in phrases[index + 1 : index + 1 + _MOST_BESIDE]:
            link = lowers[last + 1 : phrase.first]
            is_link = len(link) == 1 and (
                link[0] == "," or link[0] in self.reading.lexicon.words["list_and"]
            )
            is_person = phrase.means is Means.NAME and is_link
            person = self.cast.person(name_words(self.reading, phrase)) if is_person else None
            if person is None:
                break
            names.append(person.name)
            last = phrase.last
        return tuple(names) if len(names) > 1 else ()

    # -- known names

    def _known(self, phrase: Phrase) -> ActorMention | None:
        entry = phrase.entry
        if entry is None or entry.kind is Known.CREED or phrase.first in self.location.places:
            return None
        if entry.kind is Known.ADJECTIVE and not entry.is_state:
            return None
        if entry.kind in (Known.CAPITAL, Known.REGION) and phrase.first not in self.location.actors:
            return None
        if (
            not entry.is_state
            and entry.country is None
            and entry.kind in (Known.REGION, Known.ADJECTIVE)
        ):
            return None
        if entry.kind is Known.ADJECTIVE and self._is_noun(phrase):
            surface, person = self._surface(phrase), ActorKind.PERSON
            return self._made(phrase, surface, person, ActorForm.ROLE, entry.country)
        name = self._surface(phrase) if entry.kind is Known.PEOPLE else entry.name
        if entry.kind in (Known.ORGANISATION, Known.GROUP, Known.OUTLET):
            name = self.cast.organisation(self._surface(phrase)) or name
        form = _FORMS.get(entry.kind, ActorForm.NAME)
        return self._made(phrase, name, _KINDS[entry.kind], form, entry.country)

    def _is_noun(self, phrase: Phrase) -> bool:
        """Tell whether an adjective means one person: "a Libyan who", "the Libyan,"."""
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        before = lowers[phrase.first - 1] if phrase.first else ""
        after = lowers[phrase.last + 1] if phrase.last + 1 < len(lowers) else "."
        is_one = before in words["indefinite"] or before in words["definite"]
        is_complete = not after[0].isalnum() or any(
            after in words[key] for key in ("function_words", "speech_verbs", "list_words")
        )
        has_plural = self._surface(phrase) + "s" in self.reading.gazetteer.entries
        return is_one and is_complete and has_plural and after[0] not in ("'", "’", "-", "–")

    def _surface(self, phrase: Phrase) -> str:
        words = self.reading.tokens.words[phrase.head_first : phrase.head_last + 1]
        return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")

    def _made(
        self,
        phrase: Phrase,
        name: str,
        kind: ActorKind,
        form: ActorForm,
        country: str | None = None,
        also: tuple[str, ...] = (),
    ) -> ActorMention:
        tokens = self.reading.tokens
        return ActorMention(
            span=tokens.span(phrase.first, phrase.last),
            head=tokens.span(phrase.head_first, phrase.head_last),
            name=name,
            kind=kind,
            form=form,
            country=country,
            also=also,
        )

    # -- names of the article

    def _named(self, phrase: Phrase) -> ActorMention | None:
        words = name_words(self.reading, phrase)
        shape = phrase.unit.shape
        country = phrase.unit.entry.country if phrase.unit.entry else None
        if shape in _SHAPE_KINDS:
            if phrase.first in self.location.places:
                return None
            name = self._surface(phrase).removeprefix("The ")
            return self._made(phrase, name, _SHAPE_KINDS[shape], ActorForm.NAME, country)
        if shape is not Shape.PLAIN:
            return None
        person = self.cast.person(words)
        if person is not None and not self._is_city(phrase, words, person.titles):
            form = ActorForm.TITLE if phrase.titles else ActorForm.NAME
            return self._made(phrase, person.name, ActorKind.PERSON, form, person.country)
        return self._unknown(phrase, words)

    def _is_city(self, phrase: Phrase, words: tuple[str, ...], titles: set[str]) -> bool:
        is_city = " ".join(words) in self.reading.gazetteer.cities
        return is_city and phrase.first in self.location.places and not phrase.titles

    def _unknown(self, phrase: Phrase, words: tuple[str, ...]) -> ActorMention | None:
        """Return an organisation for a name that says nothing of itself, if it acts."""
        surface = self._surface(phrase)
        full = self.cast.organisation(surface)
        if full is not None:
            return self._made(phrase, full, ActorKind.ORGANISATION, ActorForm.NAME)
        pair = self._state_pair(words)
        if pair:
            first, *rest = pair
            also = tuple(e.name for e in rest)
            return self._made(
                phrase, first.name, ActorKind.STATE, ActorForm.DEMONYM, first.country, also
            )
        if surface in self.reading.gazetteer.cities or phrase.first in self.location.places:
            return None
        if any(c.isdigit() for c in surface) or not self._acts(phrase):
            return None
        return self._made(phrase, surface, ActorKind.ORGANISATION, ActorForm.NAME)

    def _state_pair(self, words: tuple[str, ...]) -> list[Entry]:
        """Return the states of "Syrian-Turkish"."""
        if len(words) != 1 or "-" not in words[0]:
            return []
        entries = self.reading.gazetteer.entries
        found = [entries.get(part) for part in words[0].split("-")]
        states = [e for e in found if e is not None and e.is_state]
        return states if len(states) == len(found) else []

    def _acts(self, phrase: Phrase) -> bool:
        lowers, words = self.reading.tokens.lowers, self.reading.lexicon.words
        after = lowers[phrase.last + 1] if phrase.last + 1 < len(lowers) else "."
        before = lowers[phrase.first - 1] if phrase.first else ""
        is_subject = after in words["acting_verbs"] or after in words["speech_verbs"]
        return is_subject or before in words["party_prepositions"]

    def _beside(self, phrase: Phrase, before: Phrase) -> ActorMention | None:
        person = self.cast.person(name_words(self.reading, before))
        if person is None:
            return None
        form = ActorForm.APPOSITION
        return self._made(phrase, person.name, ActorKind.PERSON, form, person.country)

    # -- what belongs to a state

    def _owned(self, phrase: Phrase) -> ActorMention | None:
        form = ActorForm.GOVERNMENT if phrase.means is Means.GOVERNMENT else ActorForm.FORCES
        first, *rest = phrase.owners
        if form is ActorForm.GOVERNMENT and phrase.determiner is Determiner.INDEFINITE:
            return None
        kind = _KINDS.get(first.kind, ActorKind.STATE)
        also = tuple(e.name for e in rest)
        return self._made(phrase, first.name, kind, form, first.country, also)

    def _persons_government(self, phrase: Phrase, before: Phrase | None) -> ActorMention | None:
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
        return self._made(phrase, name, ActorKind.STATE, ActorForm.GOVERNMENT, country)

    def _press(self, phrase: Phrase) -> ActorMention:
        for owner in phrase.owners:
            if owner.kind is Known.OUTLET:
                return self._made(
                    phrase, owner.name, ActorKind.OUTLET, ActorForm.NAME, owner.country
                )
        country = phrase.owners[0].country if phrase.owners else None
        return self._made(phrase, self._surface(phrase), ActorKind.OUTLET, ActorForm.GROUP, country)

    def _nameless(self, phrase: Phrase, roles: RoleResolver) -> ActorMention | None:
        """Return "the government" or "the army" as such; a mere country means nobody."""
        lexicon = self.reading.lexicon
        lower = self.reading.tokens.lowers[phrase.head_last]
        is_actor = lower in lexicon.roles["groups"] or lower in lexicon.words["body_nouns"]
        return roles.group(phrase) if is_actor else None

    def _anaphor(self, phrase: Phrase) -> ActorMention | None:
        """Return what "the newspaper" or "the company" means: the last of its kind."""
        lower, words = self.reading.tokens.lowers[phrase.head_last], self.reading.lexicon.words
        for key, kinds in _ANAPHOR_KINDS:
            if lower in words[key]:
                is_company = key == "anaphor_company"
                barred = words["organisation_heads"] - words["closed_heads"]
                found = self.discourse.last_named(
                    kinds, lower, barred if is_company else frozenset()
                )
                if found is not None and phrase.sentence - found.sentence <= _ANAPHOR_BACK:
                    form = ActorForm.ROLE
                    return self._made(phrase, found.names[0], found.kind, form, found.country)
        return None

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
        )
        self.discourse.add(referent)
        if mention.kind is ActorKind.STATE and phrase.means is not Means.PRONOUN:
            self.discourse.states.extend(names)
        self.discourse.states.extend(o.name for o in phrase.owners if o.is_state and o.country)
        if phrase.means is not Means.PRONOUN:
            self.listing.follow(referent, self._link_before(phrase), phrase.last)
            self.discourse.add_together(self.listing.together())

    def _link_before(self, phrase: Phrase) -> str:
        """Return "and" or "," if only that stands between a phrase and the one before."""
        lowers, lexicon = self.reading.tokens.lowers, self.reading.lexicon
        between = [
            w
            for w in lowers[max(0, self.listing.last + 1) : phrase.first][:3]
            if w not in lexicon.possessive
        ]
        if not between or phrase.first - self.listing.last > 4:
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
        is_verb = after in words["acting_verbs"] or after in words["speech_verbs"]
        return is_verb or not before or not before[0].isalnum() or before in words["speech_verbs"]

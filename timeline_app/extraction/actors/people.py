"""Phrases for governments, forces, bodies and people: "the Iraqi government", "riot police"."""

from dataclasses import dataclass, replace

from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.actors.phrase_parts import POSSESSIVES, TERRITORIES, Edge, PhraseParts
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.units import Shape, UnitKind

_ANAPHORS = (
    "anaphor_state",
    "anaphor_outlet",
    "anaphor_organisation",
    "anaphor_group",
    "anaphor_company",
)


@dataclass(frozen=True, slots=True)
class PeopleReader:
    """Reads phrases whose noun is a body or people, with or without an owner before it."""

    parts: PhraseParts

    def read(
        self, index: int, owners: tuple[Entry, ...], *, first: int | None
    ) -> tuple[Phrase, int] | None:
        """Return the phrase of the noun at `index` and the index after it, None for no actor."""
        reading = self.parts.reading
        unit = reading.units[index]
        named = self._named_outlet(index, first=first)
        if named is not None:
            return named, index + 2
        lower, last, after = reading.tokens.lowers[unit.last], unit.last, index + 1
        begin = unit.first if first is None else first
        edge = self.parts.edge(begin, is_owned=bool(owners))
        genitive = self.parts.genitive(after, last) if not owners else None
        if genitive is not None:
            owners, last, after = (genitive,), reading.units[after].last, after + 1
            is_plural = lower in reading.lexicon.words["nation_plurals"]
            for more in self.parts.more_owners(after, last, genitive) if is_plural else ():
                owners = (*owners, more.entry) if more.entry is not None else owners
                last, after = more.last, after + 1
        means = self._means(lower, owners, edge, is_plain=edge.first >= unit.first - 1)
        if means is None or self._is_too_little(lower, means, edge, last, is_owned=bool(owners)):
            return None
        phrase = Phrase(
            means=means,
            first=edge.first,
            last=last,
            head_first=begin,
            head_last=unit.last,
            sentence=unit.sentence,
            unit=unit,
            owners=owners,
            determiner=edge.determiner,
            is_plural=lower in reading.lexicon.words["nation_plurals"],
            count=edge.count,
        )
        return phrase, after

    def _named_outlet(self, index: int, *, first: int | None) -> Phrase | None:
        """Return the outlet in "the state news agency APS"."""
        reading = self.parts.reading
        unit = reading.units[index]
        is_outlet = reading.tokens.lowers[unit.last] in reading.lexicon.words["outlet_heads"]
        if not is_outlet or not self.parts.is_next(index + 1, unit.last, UnitKind.NAME):
            return None
        name = replace(reading.units[index + 1], shape=Shape.OUTLET)
        begin = unit.first if first is None else first
        return Phrase(
            means=Means.NAME,
            first=self.parts.edge(begin, is_owned=first is not None).first,
            last=name.last,
            head_first=name.first,
            head_last=name.last,
            sentence=name.sentence,
            unit=name,
        )

    def _means(
        self, lower: str, owners: tuple[Entry, ...], edge: Edge, *, is_plain: bool
    ) -> Means | None:
        words = self.parts.reading.lexicon.words
        if owners:
            return self._owned_means(lower, owners[0])
        is_anaphor = is_plain and edge.determiner is Determiner.DEFINITE and not edge.count
        if is_anaphor and any(lower in words[key] for key in _ANAPHORS):
            return Means.ANAPHOR
        return self._bare_means(lower)

    def _owned_means(self, lower: str, owner: Entry) -> Means | None:
        """Return what an owner's noun means; the forces of a group are the group."""
        words = self.parts.reading.lexicon.words
        is_region = owner.kind in TERRITORIES and owner.country is None
        if owner.kind is Known.CREED or is_region:
            return None if lower in words["government_nouns"] else self._bare_means(lower)
        if lower in words["government_nouns"]:
            return Means.GOVERNMENT
        is_territory = owner.kind in TERRITORIES
        if is_territory and lower in words["state_leadership_nouns"]:
            return Means.GOVERNMENT
        is_acting = lower in words["force_nouns"] or (
            not is_territory and lower in words["leadership_nouns"]
        )
        if is_acting and owner.kind is not Known.OUTLET:
            return Means.FORCES
        if lower in words["outlet_groups"] or (
            owner.kind is Known.OUTLET and lower in words["outlet_heads"]
        ):
            return Means.PRESS
        return self._bare_means(lower)

    def _bare_means(self, lower: str) -> Means | None:
        lexicon = self.parts.reading.lexicon
        words = lexicon.words
        if lower in words["nation_plurals"]:
            return Means.GROUP
        if lower in words["outlet_groups"]:
            return Means.PRESS
        if lower in words["body_nouns"]:
            return Means.BODY
        is_people = lower in lexicon.roles["groups"] or lower in lexicon.roles["singles"]
        return Means.GROUP if is_people else None

    def _acts(self, last: int) -> bool:
        """Tell whether a verb that needs an actor follows token `last`."""
        words = self.parts.reading.lexicon.words
        after = self.parts.lower_after(last)
        return after in words["acting_verbs"] or after in words["speech_verbs"]

    def _owns(self, last: int) -> bool:
        """Tell whether "'s" follows token `last`: "Parliament's vote"."""
        return self.parts.lower_after(last) in POSSESSIVES

    def _is_told(self, first: int) -> bool:
        """Tell whether a word before token `first` speaks to someone: "told parliament"."""
        reading = self.parts.reading
        before = reading.tokens.lowers[first - 1] if first else ""
        return before in reading.lexicon.words["party_prepositions"]

    def _is_complete(self, last: int) -> bool:
        """Tell whether token `last` ends a noun phrase: no "report" follows "newspaper"."""
        words = self.parts.reading.lexicon.words
        after = self.parts.lower_after(last)
        is_word = after[0].isalpha() and after not in words["calendar"]
        return not is_word or self._acts(last) or after in words["function_words"]

    def _is_too_little(
        self, lower: str, means: Means, edge: Edge, last: int, *, is_owned: bool
    ) -> bool:
        """Tell whether a noun needs more beside it than it has to mean an actor."""
        lexicon = self.parts.reading.lexicon
        roles, words = lexicon.roles, lexicon.words
        is_bare = not is_owned and edge.determiner is Determiner.NONE
        if means is Means.BODY:
            if self._acts(last) or self._is_told(edge.noun) or self._owns(last):
                return False
            is_place = lower in words["facility_words"]
            return is_place or edge.determiner in (Determiner.INDEFINITE, Determiner.NONE)
        if means is Means.PRESS and not is_owned and not self._is_complete(last):
            return True
        if is_bare and means is Means.PRESS:
            return edge.first == edge.noun
        if is_bare and means is Means.GROUP:
            is_weak = lower in roles["weak_groups"] and edge.first == edge.noun
            return is_weak or lower not in roles["groups"]
        return False

"""The parts of which phrases for actors are made: owners, determiners, complements."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.actors.phrase import Determiner
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

BODIES = (Shape.ORGANISATION, Shape.GROUP, Shape.OUTLET)
TERRITORIES = (Known.STATE, Known.REGION, Known.CAPITAL, Known.ADJECTIVE)
BODY_KINDS = (Known.ORGANISATION, Known.GROUP, Known.SEAT)
"""What people hold office in or speak for, besides states."""
POSSESSIVES = ("'s", "’s")
_GAP = 4
"""Modifiers between an owner or a determiner and the noun, at most."""
_MOST_OWNERS = 4


@dataclass(frozen=True, slots=True)
class Owned:
    """Who owns a title or a group, and the index of the piece that is owned."""

    owners: tuple[Entry, ...]
    index: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a phrase begins with its determiner, which that is, and the number that is given."""

    first: int
    determiner: Determiner
    count: int
    noun: int
    """The first token that is no modifier."""


@dataclass(frozen=True, slots=True)
class PhraseParts:
    """Looks at the pieces and words around a title or a group."""

    reading: NameReading

    def is_next(self, index: int, last: int, kind: UnitKind) -> bool:
        """Tell whether the piece at `index` is of `kind` and follows token `last` directly."""
        units = self.reading.units
        return index < len(units) and units[index].first == last + 1 and units[index].kind is kind

    def lower_after(self, last: int) -> str:
        """Return the word after token `last` in lower case, "." at the end of the text."""
        lowers = self.reading.tokens.lowers
        return lowers[last + 1] if last + 1 < len(lowers) else "."

    # -- owners

    def owned(self, index: int) -> Owned | None:
        """Return what the piece at `index` owns: "British and Irish" → "governments"."""
        units = self.reading.units
        entry = self.owner_entry(units[index]) or self._employer(index)
        if entry is None:
            return None
        owners: tuple[Entry, ...] = (entry,)
        last, is_open = units[index], False
        for follower in range(index + 1, min(index + 2 + _MOST_OWNERS, len(units))):
            following = units[follower]
            if following.sentence != last.sentence:
                return None
            if following.kind in (UnitKind.TITLE, UnitKind.PEOPLE):
                if is_open or not self._owns(last, following):
                    return None
                return Owned(owners, self._past_modifiers(follower))
            another = self.owner_entry(following)
            link = self._link(last, following)
            if another is None or another.kind is not entry.kind or link == "":
                return None
            is_open = link == ","
            if is_open and entry.kind is not Known.ADJECTIVE:
                return None
            owners, last = (*owners, another), following
        return None

    def _past_modifiers(self, index: int) -> int:
        while self.modifies(index):
            index += 1
        return index

    def modifies(self, index: int) -> bool:
        """Tell whether people are only an adjective to the next piece: the police of its chief."""
        units = self.reading.units
        if units[index].kind is not UnitKind.PEOPLE or index + 1 >= len(units):
            return False
        following = units[index + 1]
        is_close = following.first == units[index].last + 1
        return is_close and following.kind in (UnitKind.PEOPLE, UnitKind.TITLE)

    def owner_entry(self, unit: Unit) -> Entry | None:
        """Return what a piece stands for as an owner, None where it cannot own."""
        if unit.kind is UnitKind.KNOWN:
            is_folk = unit.entry is not None and unit.entry.kind is Known.PEOPLE
            return None if is_folk else unit.entry
        if unit.kind is UnitKind.NAME and unit.shape in BODIES:
            tokens = self.reading.tokens
            name = self.reading.text[tokens.begins[unit.first] : tokens.ends[unit.last]]
            country = unit.entry.country if unit.entry else None
            return Entry(Known.ORGANISATION, name, country, False)
        return None

    def _employer(self, index: int) -> Entry | None:
        """Return an unknown body before a title of those that bodies employ: "Acme spokesman"."""
        unit, tokens = self.reading.units[index], self.reading.tokens
        is_plain = unit.kind is UnitKind.NAME and unit.shape is Shape.PLAIN and unit.is_certain
        if not is_plain or not self.is_next(index + 1, unit.last, UnitKind.TITLE):
            return None
        title = tokens.lowers[self.reading.units[index + 1].last]
        name = self.reading.text[tokens.begins[unit.first] : tokens.ends[unit.last]]
        if title not in self.reading.lexicon.words["company_titles"]:
            return None
        is_city = name in self.reading.gazetteer.cities
        return None if is_city else Entry(Known.ORGANISATION, name, None, False)

    def _link(self, unit: Unit, following: Unit) -> str:
        """Return the comma or "and" between two owners, "" for anything else."""
        between = self.reading.tokens.lowers[unit.last + 1 : following.first]
        is_link = len(between) == 1 and (
            between[0] == "," or between[0] in self.reading.lexicon.words["list_and"]
        )
        return between[0] if is_link else ""

    def _owns(self, unit: Unit, following: Unit) -> bool:
        """Tell whether only "'s" and modifiers stand between an owner and what it owns."""
        between: Sequence[str] = self.reading.tokens.lowers[unit.last + 1 : following.first]
        if len(between) > _GAP:
            return False
        if between and between[0] in POSSESSIVES:
            between = between[1:]
        return all(self._may_stand_between(w) for w in between)

    def _may_stand_between(self, word: str) -> bool:
        return self._is_modifier(word) or word in self.reading.lexicon.words["force_modifiers"]

    # -- complements

    def complement(self, index: int, last: int) -> Unit | None:
        """Return the piece at `index` if it follows as "of X", "for the X" after token `last`."""
        units = self.reading.units
        if index >= len(units):
            return None
        unit, lowers = units[index], self.reading.tokens.lowers
        words = self.reading.lexicon.words
        gap = unit.first - last - 1
        is_joined = 1 <= gap <= 2 and lowers[last + 1] in words["complement_prepositions"]
        if not is_joined or (gap == 2 and lowers[last + 2] not in words["definite"]):
            return None
        is_body = unit.kind is UnitKind.NAME and unit.shape in BODIES
        return unit if is_body or unit.kind is UnitKind.KNOWN else None

    def more_owners(self, index: int, last: int, entry: Entry) -> list[Unit]:
        """Return the further owners in "of Guinea, Liberia and Togo", where `last` ends the first.

        None unless "and" closes the row.
        """
        units, list_and = self.reading.units, self.reading.lexicon.words["list_and"]
        found: list[Unit] = []
        for unit in units[index : index + _MOST_OWNERS]:
            link = self.reading.tokens.lowers[last + 1 : unit.first]
            names = [w for w in link if w not in self.reading.lexicon.words["definite"]]
            other = unit.entry
            if len(names) != 1 or other is None or other.kind is not entry.kind:
                return []
            found.append(unit)
            if names[0] in list_and:
                return found
            if names[0] != ",":
                return []
            last = unit.last
        return []

    def genitive(self, index: int, last: int) -> Entry | None:
        """Return the state or group in "of Iraq" after token `last`."""
        if self.lower_after(last) not in self.reading.lexicon.words["genitive"]:
            return None
        unit = self.complement(index, last)
        entry = self.owner_entry(unit) if unit is not None else None
        is_owner = entry is not None and (entry.kind in TERRITORIES or entry.kind is Known.GROUP)
        return entry if is_owner else None

    def body(self, index: int, last: int) -> Entry | None:
        """Return the body in "of the World Bank" after token `last`, no state."""
        if self.lower_after(last) not in self.reading.lexicon.words["genitive"]:
            return None
        unit = self.complement(index, last)
        entry = self.owner_entry(unit) if unit is not None else None
        return entry if entry is not None and entry.kind in BODY_KINDS else None

    # -- determiners

    def edge(self, first: int, *, is_owned: bool) -> Edge:
        """Return how the phrase with the noun or owner at token `first` begins."""
        lowers, lexicon = self.reading.tokens.lowers, self.reading.lexicon
        start, count = first, 0
        while start > max(0, first - _GAP) and self._is_modifier(lowers[start - 1]):
            start -= 1
            count = count or lexicon.counts.get(lowers[start], 0)
        before = lowers[start - 1] if start > 0 else ""
        if before in lexicon.counts and before in lexicon.words["plural_definite"]:
            return Edge(start - 1, Determiner.DEFINITE, lexicon.counts[before], first)
        determiner = self._determiner(before)
        if determiner is Determiner.OWNED:
            return Edge(start, determiner, count, first)
        if determiner is not Determiner.NONE:
            return Edge(start - 1, determiner, count, first)
        if is_owned:
            return Edge(first, Determiner.OWNED, count, first)
        bare = Determiner.DEFINITE if count else Determiner.NONE
        return Edge(start, bare, count, first)

    def _determiner(self, before: str) -> Determiner:
        words = self.reading.lexicon.words
        if before in words["definite"]:
            return Determiner.DEFINITE
        if before in words["indefinite"]:
            return Determiner.INDEFINITE
        if before in self.reading.lexicon.possessive:
            return Determiner.POSSESSIVE
        return Determiner.OWNED if before in POSSESSIVES else Determiner.NONE

    def _is_modifier(self, lower: str) -> bool:
        lexicon = self.reading.lexicon
        if lower in lexicon.title_modifiers or lower in lexicon.roles["modifiers"]:
            return True
        return "-" in lower and lower.rpartition("-")[2] in lexicon.words["hyphened_ends"]

"""Put the pieces of names together to phrases for actors, left to right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.extraction.actors.people import PeopleReader
from timeline_app.extraction.actors.phrase import Means, Phrase
from timeline_app.extraction.actors.phrase_parts import POSSESSIVES, PhraseParts
from timeline_app.extraction.actors.titled import TitleReader
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

_OWNERS = (Known.STATE, Known.ORGANISATION, Known.GROUP)


def read_phrases(reading: NameReading) -> Iterator[Phrase]:
    """Yield the phrases for actors in the order of the text."""
    parts = PhraseParts(reading)
    reader = _PhraseReader(reading, parts, TitleReader(parts), PeopleReader(parts))
    index = 0
    while index < len(reading.units):
        found = reader.read(index)
        if found is None:
            index += 1
        else:
            yield found[0]
            index = max(found[1], index + 1)


@dataclass(frozen=True, slots=True)
class _PhraseReader:
    reading: NameReading
    parts: PhraseParts
    titles: TitleReader
    people: PeopleReader

    def read(self, index: int) -> tuple[Phrase, int] | None:
        """Return the phrase at piece `index` and the index after it."""
        unit = self.reading.units[index]
        owned = self.parts.owned(index)
        if owned is not None:
            found = self._headed(owned.index, owned.owners, first=unit.first)
            if found is not None:
                return found
        match unit.kind:
            case UnitKind.KNOWN if self._is_owner_of_name(index):
                return self._owned_name(index)
            case UnitKind.KNOWN:
                return _plain(Means.KNOWN, unit), index + 1
            case UnitKind.NAME:
                return self._named(index)
            case UnitKind.PRONOUN:
                return _plain(Means.PRONOUN, unit), index + 1
            case _ if self.parts.modifies(index):
                return None
            case _:
                return self._headed(index, (), first=None)

    def _headed(
        self, index: int, owners: tuple[Entry, ...], *, first: int | None
    ) -> tuple[Phrase, int] | None:
        unit = self.reading.units[index]
        if unit.kind is UnitKind.TITLE:
            titled = self.titles.read(index, owners, first=first)
            lower = self.reading.tokens.lowers[unit.last]
            if titled is not None or lower not in self.reading.lexicon.roles["groups"]:
                return titled
        return self.people.read(index, owners, first=first)

    def _is_owner_of_name(self, index: int) -> bool:
        """Tell whether a full name follows as in "Ukraine's Volodymyr Zelenskiy"."""
        units, entry = self.reading.units, self.reading.units[index].entry
        if entry is None or entry.kind not in _OWNERS or index + 1 >= len(units):
            return False
        name = units[index + 1]
        is_full = (
            name.kind is UnitKind.NAME and name.shape is Shape.PLAIN and name.first < name.last
        )
        after = self.parts.lower_after(units[index].last)
        return is_full and name.first == units[index].last + 2 and after in POSSESSIVES

    def _owned_name(self, index: int) -> tuple[Phrase, int]:
        owner = self.reading.units[index]
        phrase, after = self._named(index + 1)
        owners = (owner.entry,) if owner.entry is not None else ()
        return replace(phrase, first=owner.first, owners=owners), after

    def _named(self, index: int) -> tuple[Phrase, int]:
        """Return a name, with the state or body after it: "Leonid Kuchma of Ukraine"."""
        unit = self.reading.units[index]
        phrase = _plain(Means.NAME, unit)
        if unit.shape is Shape.PLAIN and unit.first < unit.last:
            owner = self.parts.genitive(index + 1, unit.last)
            if owner is None or owner.kind is not Known.STATE:
                owner = self.parts.body(index + 1, unit.last)
            if owner is not None:
                last = self.reading.units[index + 1].last
                return replace(phrase, last=last, owners=(owner,)), index + 2
        return phrase, index + 1


def _plain(means: Means, unit: Unit) -> Phrase:
    return Phrase(
        means=means,
        first=unit.first,
        last=unit.last,
        head_first=unit.first,
        head_last=unit.last,
        sentence=unit.sentence,
        unit=unit,
        entry=unit.entry,
    )

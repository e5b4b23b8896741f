"""Put pieces of names together to phrases for actors: owner, title, name and complement."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

_TERRITORIES = (Known.STATE, Known.REGION, Known.CAPITAL, Known.ADJECTIVE)
_GAP = 4
"""Modifiers between an owner and the title or group that it owns, at most."""
_BODIES = (Shape.ORGANISATION, Shape.GROUP, Shape.OUTLET)


@dataclass(slots=True)
class PhraseBuilder:
    """Reads the phrases of one text from its pieces, left to right."""

    reading: NameReading
    at: int = 0
    """The piece that comes next."""

    def phrases(self) -> Iterator[Phrase]:
        """Yield the phrases in order."""
        units = self.reading.units
        while self.at < len(units):
            index = self.at
            found = self._phrase_at(index)
            self.at = max(self.at, index + 1)
            if found is not None:
                yield found

    def _phrase_at(self, index: int) -> Phrase | None:
        unit = self.reading.units[index]
        owners, follower = self._owners(index)
        if follower:
            owned = self._headed(follower, owners, first=unit.first)
            if owned is not None:
                return owned
        match unit.kind:
            case UnitKind.KNOWN:
                return self._plain(Means.KNOWN, unit)
            case UnitKind.NAME:
                return self._named(index)
            case UnitKind.PRONOUN:
                return self._plain(Means.PRONOUN, unit)
            case _:
                return None if self._modifies(index) else self._headed(index, (), first=None)

    def _headed(self, index: int, owners: tuple[Entry, ...], *, first: int | None) -> Phrase | None:
        if self.reading.units[index].kind is UnitKind.TITLE:
            return self._titled(index, owners, first=first)
        return self._people(index, owners, first=first)

    def _modifies(self, index: int) -> bool:
        """Tell whether people are only an adjective to the next piece: "police" in "police chief"."""
        units = self.reading.units
        if units[index].kind is not UnitKind.PEOPLE or index + 1 >= len(units):
            return False
        following = units[index + 1]
        is_close = following.first == units[index].last + 1
        return is_close and following.kind in (UnitKind.PEOPLE, UnitKind.TITLE)

    # -- simple phrases

    def _plain(self, means: Means, unit: Unit) -> Phrase:
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

    def _named(self, index: int) -> Phrase:
        """Return a name, with the state after it: "Leonid Kuchma of Ukraine"."""
        unit = self.reading.units[index]
        phrase = self._plain(Means.NAME, unit)
        if unit.shape is not Shape.PLAIN or unit.first == unit.last:
            return phrase
        owner = self._complement(index + 1, unit.last)
        if owner is None or owner.entry is None or owner.entry.kind is not Known.STATE:
            return phrase
        self.at = index + 2
        return replace(phrase, last=owner.last, owners=(owner.entry,))

    # -- owners

    def _owners(self, index: int) -> tuple[tuple[Entry, ...], int]:
        """Return the owners named at `index` and the index of what they own, 0 for nothing."""
        units = self.reading.units
        unit = units[index]
        entry = self._owner_entry(unit)
        if entry is None:
            return (), 0
        owners: tuple[Entry, ...] = (entry,)
        last, follower, is_open = unit, index + 1, False
        for _ in range(4):
            if follower >= len(units) or units[follower].sentence != unit.sentence:
                return (), 0
            following = units[follower]
            if following.kind in (UnitKind.TITLE, UnitKind.PEOPLE):
                if is_open or not self._owns(last, following):
                    return (), 0
                while self._modifies(follower):
                    follower += 1
                return owners, follower
            another = self._owner_entry(following)
            if another is None or another.kind is not entry.kind:
                return (), 0
            link = self._link(last, following)
            if link == "" or (link == "," and entry.kind is not Known.ADJECTIVE):
                return (), 0
            is_open = link == ","
            owners, last, follower = (*owners, another), following, follower + 1
        return (), 0

    def _owner_entry(self, unit: Unit) -> Entry | None:
        if unit.kind is UnitKind.KNOWN:
            return unit.entry
        if unit.kind is UnitKind.NAME and unit.shape in _BODIES:
            name = self.reading.text[slice(*self._offsets(unit.first, unit.last))]
            country = unit.entry.country if unit.entry else None
            return Entry(Known.ORGANISATION, name, country, False)
        return None

    def _offsets(self, first: int, last: int) -> tuple[int, int]:
        return self.reading.tokens.begins[first], self.reading.tokens.ends[last]

    def _link(self, unit: Unit, following: Unit) -> str:
        """Return the comma or "and" between two owners, "" for anything else."""
        between = self.reading.tokens.lowers[unit.last + 1 : following.first]
        is_link = len(between) == 1 and (
            between[0] == "," or between[0] in self.reading.lexicon.words["list_and"]
        )
        return between[0] if is_link else ""

    def _owns(self, unit: Unit, following: Unit) -> bool:
        """Tell whether only "'s" and modifiers stand between an owner and what it owns."""
        between = self.reading.tokens.lowers[unit.last + 1 : following.first]
        if len(between) > _GAP:
            return False
        if between and between[0] in ("'s", "’s"):
            between = between[1:]
        lexicon = self.reading.lexicon
        modifiers = (
            lexicon.title_modifiers,
            lexicon.roles["modifiers"],
            lexicon.words["force_modifiers"],
        )
        return all(any(w in m for m in modifiers) for w in between)

    def _complement(self, index: int, last: int) -> Unit | None:
        """Return the piece at `index` if it follows as "of X", "for the X" after token `last`."""
        units = self.reading.units
        if index >= len(units):
            return None
        unit = units[index]
        lowers = self.reading.tokens.lowers
        words = self.reading.lexicon.words
        gap = unit.first - last - 1
        is_joined = 1 <= gap <= 2 and lowers[last + 1] in words["complement_prepositions"]
        if not is_joined or (gap == 2 and lowers[last + 2] not in words["definite"]):
            return None
        is_name = unit.kind is UnitKind.KNOWN or (
            unit.kind is UnitKind.NAME and unit.shape in _BODIES
        )
        return unit if is_name else None

    # -- titles

    def _titled(self, index: int, owners: tuple[Entry, ...], *, first: int | None) -> Phrase | None:
        """Return a title with its name, or a role without one."""
        units, tokens = self.reading.units, self.reading.tokens
        unit = units[index]
        titles, last, index = [self._words(unit)], unit.last, index + 1
        while self._is_next(index, last, UnitKind.TITLE):
            titles.append(self._words(units[index]))
            last, index = units[index].last, index + 1
        begin, determiner, count = self._left_edge(
            unit.first if first is None else first, bool(owners)
        )
        if self._is_next(index, last, UnitKind.NAME) and units[index].shape is Shape.PLAIN:
            return self._with_name(units[index], index, begin, owners, titles, determiner)
        complement = self._complement(index, last)
        if complement is not None and (entry := self._owner_entry(complement)) is not None:
            last, index = complement.last, index + 1
            owners = (*owners, entry)
            last, index = self._skip_abbreviation(last, index)
            if self._is_next(index, last, UnitKind.NAME) and units[index].shape is Shape.PLAIN:
                return self._with_name(units[index], index, begin, owners, titles, determiner)
        name = self._name_beside(index, last)
        if name is not None and (determiner or owners):
            return self._with_name(name, index, begin, owners, titles, determiner)
        is_beside = complement is not None and begin > 0 and tokens.lowers[begin - 1] == ","
        if not (is_beside or self._is_role(titles[-1], last, determiner)):
            return None
        self.at = index
        return Phrase(
            means=Means.ROLE,
            first=begin,
            last=last,
            head_first=unit.first,
            head_last=unit.last,
            sentence=unit.sentence,
            unit=unit,
            owners=owners,
            titles=tuple(titles),
            determiner=determiner,
            is_plural=tokens.lowers[unit.last] in self.reading.lexicon.plural_leaders,
            count=count,
        )

    def _words(self, unit: Unit) -> str:
        lowers = self.reading.tokens.lowers[unit.first : unit.last + 1]
        return " ".join(w for w in lowers if w != ".")

    def _is_next(self, index: int, last: int, kind: UnitKind) -> bool:
        units = self.reading.units
        return index < len(units) and units[index].first == last + 1 and units[index].kind is kind

    def _skip_abbreviation(self, last: int, index: int) -> tuple[int, int]:
        """Step over "(FBI)"."""
        words = self.reading.tokens.words
        units = self.reading.units
        is_bracketed = words[last + 1 : last + 2] == ["("] and words[last + 3 : last + 4] == [")"]
        if not is_bracketed:
            return last, index
        inside = index < len(units) and units[index].first == last + 2
        return last + 3, index + inside

    def _with_name(
        self,
        name: Unit,
        index: int,
        begin: int,
        owners: tuple[Entry, ...],
        titles: list[str],
        determiner: Determiner,
    ) -> Phrase:
        last = name.last
        self.at = index + 1
        owner = self._complement(self.at, last)
        if not owners and owner is not None and owner.entry and owner.entry.kind is Known.STATE:
            owners, last, self.at = (owner.entry,), owner.last, self.at + 1
        return Phrase(
            means=Means.NAME,
            first=begin,
            last=last,
            head_first=name.first,
            head_last=name.last,
            sentence=name.sentence,
            unit=name,
            owners=owners,
            titles=tuple(titles),
            determiner=determiner,
        )

    def _name_beside(self, index: int, last: int) -> Unit | None:
        """Return the name in ", Steffen Seibert," after a role that ends with token `last`."""
        units, words = self.reading.units, self.reading.tokens.words
        if index >= len(units) or units[index].first != last + 2 or words[last + 1] != ",":
            return None
        unit = units[index]
        is_full = (
            unit.kind is UnitKind.NAME and unit.shape is Shape.PLAIN and unit.last > unit.first
        )
        after = words[unit.last + 1] if unit.last + 1 < len(words) else "."
        return unit if is_full and after in (",", ".", ";", ":") else None

    def _is_role(self, title: str, last: int, determiner: Determiner) -> bool:
        """Tell whether a title without a name means a person, and is no adjective or verb."""
        if not determiner:
            return False
        lexicon, lowers = self.reading.lexicon, self.reading.tokens.lowers
        after = lowers[last + 1] if last + 1 < len(lowers) else "."
        if title.split(" ")[-1] not in lexicon.words["ambiguous_titles"]:
            return True
        words = lexicon.words
        return not after[0].isalpha() or any(
            after in words[key] for key in ("acting_verbs", "speech_verbs", "function_words")
        )

    def _left_edge(self, first: int, is_owned: bool) -> tuple[int, Determiner, int]:
        """Return where a phrase begins with its determiner, which it is, and the number given."""
        lowers, lexicon = self.reading.tokens.lowers, self.reading.lexicon
        start, count = first, 0
        floor = max(0, first - _GAP)
        while start > floor and self._is_modifier(lowers[start - 1]):
            start -= 1
            count = count or lexicon.counts.get(lowers[start], 0)
        before = lowers[start - 1] if start > 0 else ""
        words = lexicon.words
        if before in lexicon.counts and before in words["plural_definite"]:
            return start - 1, Determiner.DEFINITE, lexicon.counts[before]
        if before in words["definite"]:
            return start - 1, Determiner.DEFINITE, count
        if before in words["indefinite"]:
            return start - 1, Determiner.INDEFINITE, count
        if before in lexicon.possessive:
            return start - 1, Determiner.POSSESSIVE, count
        if before in ("'s", "’s"):
            return start, Determiner.OWNED, count
        if is_owned:
            return first, Determiner.OWNED, count
        return (start if count else first), Determiner.DEFINITE if count else Determiner.NONE, count

    def _is_modifier(self, lower: str) -> bool:
        lexicon = self.reading.lexicon
        return lower in lexicon.title_modifiers or lower in lexicon.roles["modifiers"]

    # -- groups

    def _people(self, index: int, owners: tuple[Entry, ...], *, first: int | None) -> Phrase | None:
        """Return a phrase for a government, forces, a body or people."""
        unit = self.reading.units[index]
        tokens = self.reading.tokens
        lower = tokens.lowers[unit.last]
        begin, determiner, count = self._left_edge(
            unit.first if first is None else first, bool(owners)
        )
        begin = min(begin, self._modified_from(unit.first))
        last, index = unit.last, index + 1
        complement = self._complement(index, last)
        is_genitive = (
            last + 1 < len(tokens)
            and tokens.lowers[last + 1] in self.reading.lexicon.words["genitive"]
        )
        if complement is not None and not owners and (entry := self._owner_entry(complement)):
            if is_genitive and (entry.kind in _TERRITORIES or entry.kind is Known.GROUP):
                owners, last, index = (entry,), complement.last, index + 1
        means = self._group_means(lower, owners)
        is_bare = begin == unit.first and not owners and not determiner
        if means is None or (is_bare and self._needs_more(lower, means)):
            return None
        if means is Means.BODY and determiner is Determiner.INDEFINITE:
            return None
        if lower not in self.reading.lexicon.roles["groups"] and not determiner:
            if means is Means.GROUP:
                return None
        self.at = index
        return Phrase(
            means=means,
            first=begin,
            last=last,
            head_first=unit.first if first is None else first,
            head_last=unit.last,
            sentence=unit.sentence,
            unit=unit,
            owners=owners,
            determiner=determiner,
            is_plural=lower in self.reading.lexicon.words["nation_plurals"],
            count=count,
        )

    def _needs_more(self, lower: str, means: Means) -> bool:
        return means is Means.PRESS or lower in self.reading.lexicon.roles["weak_groups"]

    def _modified_from(self, first: int) -> int:
        lowers = self.reading.tokens.lowers
        at = first
        while at > max(0, first - _GAP) and self._is_modifier(lowers[at - 1]):
            at -= 1
        return at

    def _group_means(self, lower: str, owners: tuple[Entry, ...]) -> Means | None:
        lexicon = self.reading.lexicon
        words = lexicon.words
        if lower in words["nation_plurals"] and lower not in words["government_nouns"]:
            return Means.GROUP
        is_party = bool(owners) and (
            owners[0].country is not None or owners[0].kind not in _TERRITORIES
        )
        if lower in words["government_nouns"] and (is_party or lower in words["nation_words"]):
            return Means.GOVERNMENT if is_party else None
        if is_party and lower in words["force_nouns"]:
            return Means.FORCES
        if lower in words["body_nouns"] and lower not in lexicon.roles["groups"]:
            return Means.BODY
        if lower in words["outlet_groups"]:
            return Means.PRESS
        is_people = lower in lexicon.roles["groups"] or lower in lexicon.roles["singles"]
        return Means.GROUP if is_people else None

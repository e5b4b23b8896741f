"""Phrases with a title: "Russian President Boris Yeltsin", "a spokesman for the PMF"."""

from dataclasses import dataclass

from timeline_app.extraction.actors.phrase import Determiner, Means, Phrase
from timeline_app.extraction.actors.phrase_parts import Edge, PhraseParts
from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

_ENDS = (",", ".", ";", ":", ")", "?", "!")


@dataclass(slots=True)
class _Titles:
    """Titles in a row with whom they belong to; `last` token, `index` of the piece after."""

    unit: Unit
    titles: list[str]
    owners: tuple[Entry, ...]
    edge: Edge
    last: int
    index: int


@dataclass(frozen=True, slots=True)
class TitleReader:
    """Reads phrases that begin with a title or with its owner."""

    parts: PhraseParts

    def read(
        self, index: int, owners: tuple[Entry, ...], *, first: int | None
    ) -> tuple[Phrase, int] | None:
        """Return the phrase of the title at `index` and the index after it, None for no actor."""
        run = self._run(index, owners, first=first)
        if self._is_name(run.index, run.last):
            return self._with_name(run, run.index)
        complement = self.parts.complement(run.index, run.last)
        entry = self.parts.owner_entry(complement) if complement is not None else None
        if complement is not None and entry is not None:
            run.last, run.index, run.owners = complement.last, run.index + 1, (*run.owners, entry)
            self._skip_abbreviation(run)
            self._take_more(run, entry)
            self._take_people(run)
            if self._is_name(run.index, run.last):
                return self._with_name(run, run.index)
        beside = run.index + self._has_title_beside(run)
        if (run.edge.determiner or run.owners) and self._is_name_beside(run, beside):
            return self._with_name(run, beside)
        if self._is_beside(run, has_complement=entry is not None) or self._is_role(run):
            return self._role(run), run.index
        return None

    def _run(self, index: int, owners: tuple[Entry, ...], *, first: int | None) -> _Titles:
        unit = self.parts.reading.units[index]
        begin = unit.first if first is None else first
        edge = self.parts.edge(begin, is_owned=bool(owners))
        run = _Titles(unit, [self._words(unit)], owners, edge, unit.last, index + 1)
        while self.parts.is_next(run.index, run.last, UnitKind.TITLE):
            following = self.parts.reading.units[run.index]
            run.titles.append(self._words(following))
            run.last, run.index = following.last, run.index + 1
        return run

    def _words(self, unit: Unit) -> str:
        lowers = self.parts.reading.tokens.lowers[unit.first : unit.last + 1]
        title = " ".join(w for w in lowers if w != ".")
        return self.parts.reading.lexicon.full_titles.get(title, title)

    def _is_name(self, index: int, last: int) -> bool:
        is_next = self.parts.is_next(index, last, UnitKind.NAME)
        return is_next and self.parts.reading.units[index].shape is Shape.PLAIN

    def _take_more(self, run: _Titles, entry: Entry) -> None:
        """Take further states after a plural title: "presidents of Peru and Ecuador"."""
        lexicon = self.parts.reading.lexicon
        if run.titles[-1].split(" ")[-1] not in lexicon.plural_leaders:
            return
        for unit in self.parts.more_owners(run.index, run.last, entry):
            if unit.entry is not None:
                run.owners = (*run.owners, unit.entry)
            run.last, run.index = unit.last, run.index + 1

    def _take_people(self, run: _Titles) -> None:
        """Take the noun in "the commander of U.N. forces"."""
        if self.parts.is_next(run.index, run.last, UnitKind.PEOPLE):
            run.last, run.index = self.parts.reading.units[run.index].last, run.index + 1

    def _skip_abbreviation(self, run: _Titles) -> None:
        """Step over "(FBI)"."""
        words, units = self.parts.reading.tokens.words, self.parts.reading.units
        at = run.last + 1
        if words[at : at + 1] == ["("] and words[at + 2 : at + 3] == [")"]:
            if run.index < len(units) and units[run.index].first == at + 1:
                run.index += 1
            run.last = at + 2

    def _has_title_beside(self, run: _Titles) -> bool:
        """Tell whether a title stands before the name in commas: ", Dr Margaret Chan,"."""
        units = self.parts.reading.units
        if run.index + 1 >= len(units) or units[run.index].kind is not UnitKind.TITLE:
            return False
        return units[run.index].last + 1 == units[run.index + 1].first

    def _is_name_beside(self, run: _Titles, index: int) -> bool:
        """Tell whether a name in commas follows: "his spokesman, Steffen Seibert, said"."""
        units, words = self.parts.reading.units, self.parts.reading.tokens.words
        last = run.last
        if run.index >= len(units) or units[run.index].first != last + 2 or words[last + 1] != ",":
            return False
        unit = units[index]
        is_full = unit.shape is Shape.PLAIN and unit.last > unit.first
        after = words[unit.last + 1] if unit.last + 1 < len(words) else "."
        return unit.kind is UnitKind.NAME and is_full and after in _ENDS

    def _with_name(self, run: _Titles, index: int) -> tuple[Phrase, int]:
        name = self.parts.reading.units[index]
        head_first = self._head_first(index)
        last, owners, index = name.last, run.owners, index + 1
        owner = self.parts.genitive(index, last)
        if owner is None or owner.kind is not Known.STATE:
            owner = self.parts.body(index, last)
        if not owners and owner is not None:
            owners, last = (owner,), self.parts.reading.units[index].last
            index += 1
        phrase = Phrase(
            means=Means.NAME,
            first=run.edge.first,
            last=last,
            head_first=head_first,
            head_last=name.last,
            sentence=name.sentence,
            unit=name,
            owners=owners,
            titles=tuple(run.titles),
            determiner=run.edge.determiner,
        )
        return phrase, index

    def _head_first(self, index: int) -> int:
        """Return where a name begins: with its honorific where it is one word, "King Hussein"."""
        reading = self.parts.reading
        name, before = reading.units[index], reading.units[index - 1]
        last = reading.tokens.words[name.last]
        is_short = name.first == name.last or last in reading.lexicon.words["name_numbers"]
        is_honorific = reading.tokens.lowers[before.last] in reading.lexicon.honorifics
        is_close = before.last + 1 == name.first and reading.tokens.words[before.last][0].isupper()
        return before.last if is_short and is_honorific and is_close else name.first

    # -- without a name

    def _is_beside(self, run: _Titles, *, has_complement: bool) -> bool:
        """Tell whether a role without an article follows a comma: ", leader of Sinn Fein"."""
        begin = run.edge.first
        return has_complement and begin > 0 and self.parts.reading.tokens.lowers[begin - 1] == ","

    def _is_role(self, run: _Titles) -> bool:
        """Tell whether a title without a name means a person, and is no adjective or verb."""
        if run.edge.determiner is Determiner.NONE:
            return False
        words = self.parts.reading.lexicon.words
        if run.titles[-1].split(" ")[-1] not in words["ambiguous_titles"]:
            return True
        after = self.parts.lower_after(run.last)
        if not after[0].isalpha() or self.parts.reading.lexicon.is_finite(after):
            return True
        return any(
            after in words[key] for key in ("acting_verbs", "speech_verbs", "function_words")
        )

    def _is_plural(self, lower: str) -> bool:
        lexicon = self.parts.reading.lexicon
        is_title = lower.endswith("s") and lower[:-1] in lexicon.titles.entries
        return is_title or lower in lexicon.plural_leaders

    def _role(self, run: _Titles) -> Phrase:
        lowers = self.parts.reading.tokens.lowers
        return Phrase(
            means=Means.ROLE,
            first=run.edge.first,
            last=run.last,
            head_first=run.unit.first,
            head_last=run.unit.last,
            sentence=run.unit.sentence,
            unit=run.unit,
            owners=run.owners,
            titles=tuple(run.titles),
            determiner=run.edge.determiner,
            is_plural=self._is_plural(lowers[run.unit.last]),
            count=run.edge.count,
        )

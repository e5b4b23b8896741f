"""Find where things happen according to a text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.extraction.names.dateline import Dateline
from timeline_app.extraction.names.era import era_names
from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.locative import Location, locate
from timeline_app.extraction.names.mention import ActorMention
from timeline_app.extraction.names.reading import NameReading, read_names
from timeline_app.extraction.names.units import Shape, Unit, UnitKind
from timeline_app.extraction.places.lookup import CountryLookup
from timeline_app.extraction.tokens import Tokens

_TERRITORIES = (Known.STATE, Known.REGION, Known.CAPITAL)


def tag_places(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    *,
    language: str = "en",
    reading: NameReading | None = None,
) -> tuple[Place, ...]:
    """Return the places of `text` in order, told apart from the `actors` who bear such names.

    A place is a name that stands where a place stands ("in Moscow", "a visit to Kenya", "Nairobi,
    Kenya"), a town before what happened there ("the Paris attacks"), or the town of a dateline.
    `reading` is what `read_names` returns for the same text, if the caller has it.
    """
    if reading is None:
        reading = read_names(text, tokens, sentences, language=language)
    tagger = _Tagger(reading, reading.datelines, actors)
    found = [*tagger.dateline_places(), *tagger.places()]
    return tuple(sorted(found, key=lambda p: p.span))


class _Tagger:
    """Judges the named pieces of one text."""

    def __init__(
        self, reading: NameReading, datelines: Sequence[Dateline], actors: Sequence[ActorMention]
    ) -> None:
        self._reading = reading
        self._datelines = datelines
        spoken = Counter(u.entry.country for u in reading.units if u.entry and u.entry.country)
        self._lookup = CountryLookup(reading.gazetteer, spoken)
        self._era = era_names(reading)
        self._location: Location = locate(reading)
        self._actor_heads = {a.head.begin for a in actors}
        self._is_in_dateline = [d.span for d in datelines]

    # -- datelines

    def dateline_places(self) -> Iterator[Place]:
        for line in self._datelines:
            name = line.place.of(self._reading.text)
            rest = line.rest.of(self._reading.text).strip(", ")
            country = self._lookup.of_any_case(rest) or self._lookup.of_any_case(name)
            if country is None and line.needs_proof:
                continue
            yield Place(name=self._lookup.spelled(name), country=country, span=line.place)

    # -- running text

    def places(self) -> Iterator[Place]:
        for unit in self._reading.units:
            if unit.kind in (UnitKind.KNOWN, UnitKind.NAME) and self._is_place(unit):
                span = self._span(unit)
                if not any(d.overlaps(span) for d in self._is_in_dateline):
                    yield self._place(unit, span)

    def _span(self, unit: Unit) -> Span:
        return self._reading.tokens.span(unit.first, unit.last)

    def _is_place(self, unit: Unit) -> bool:
        entry = unit.entry
        if unit.shape in (Shape.THING, Shape.OUTLET):
            return False
        is_located = unit.first in self._location.places
        if unit.shape is Shape.PLACE:
            return True
        if unit.kind is UnitKind.KNOWN and entry is not None:
            if entry.kind in (Known.CAPITAL, Known.REGION):
                return is_located or unit.first not in self._location.actors
            return is_located and entry.kind in (*_TERRITORIES, Known.SEAT)
        if self._reading.tokens.begins[unit.first] in self._actor_heads:
            return False
        if self._lookup.is_city(self._name(unit)):
            return True
        is_body = unit.shape in (Shape.ORGANISATION, Shape.GROUP)
        return is_located and (not is_body or self._is_facility(unit)) and not self._is_odd(unit)

    def _is_facility(self, unit: Unit) -> bool:
        last = self._reading.tokens.lowers[unit.last]
        words = self._reading.lexicon.words
        return last in words["facility_words"] or any(
            self._reading.tokens.lowers[i] in words["facility_words"]
            for i in range(unit.first, unit.last)
        )

    def _is_odd(self, unit: Unit) -> bool:
        """Tell whether a name is a code or a hyphened adjective, no place."""
        words = self._reading.tokens.words[unit.first : unit.last + 1]
        return any(c.isdigit() for w in words for c in w) or any(
            "-" in w and w.rpartition("-")[2].islower() for w in words
        )

    def _name(self, unit: Unit) -> str:
        return " ".join(self._reading.tokens.words[unit.first : unit.last + 1]).replace(" .", ".")

    def _place(self, unit: Unit, span: Span) -> Place:
        entry = unit.entry
        name = self._name(unit)
        if unit.kind is UnitKind.KNOWN and entry is not None:
            is_state = entry.kind is Known.STATE
            is_region = entry.kind is Known.REGION and entry.country is not None
            if is_state or is_region:
                name = self._era.of(entry.name, name)
                return Place(name=name, country=entry.country, span=span)
        country = entry.country if entry is not None else None
        country = self._country_after(unit) or country or self._lookup.of(name)
        country = country or self._lookup.of_first(name)
        return Place(name=self._lookup.spelled(name), country=country, span=span)

    def _country_after(self, unit: Unit) -> str | None:
        """Return the country in "Dundalk, Ireland"."""
        words = self._reading.tokens.words
        at = unit.last + 2
        if words[unit.last + 1 : unit.last + 2] != [","] or at >= len(words):
            return None
        return self._lookup.state_at(words[at : at + 4])

"""Countries of named places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.names.gazetteer import Gazetteer, Known

_TERRITORIES = (Known.STATE, Known.REGION, Known.CAPITAL)


@dataclass(frozen=True, slots=True)
class CountryLookup:
    """Finds the ISO 3166-1 code of a place's country.

    `mentioned` says how often the article speaks of each country: of several towns of one name
    the one in the country most spoken of is meant, else the largest.
    """

    gazetteer: Gazetteer
    mentioned: Mapping[str, int] = field(default_factory=dict)

    def is_city(self, name: str) -> bool:
        """Tell whether a city has this name."""
        return name in self.gazetteer.cities

    def of(self, name: str) -> str | None:
        """Return the country of a territory or a city, None where unknown."""
        entry = self.gazetteer.entries.get(name)
        if entry is not None and entry.kind in _TERRITORIES:
            return entry.country
        codes = self.gazetteer.cities.get(name, "").split()
        return max(codes, key=lambda c: self.mentioned.get(c, 0)) if codes else None

    def of_any_case(self, name: str) -> str | None:
        """Return the country of a name that may be written in capitals."""
        return self.of(name) or self.of(name.title()) or self.of(_small_middle(name))

    def spelled(self, name: str) -> str:
        """Return a name in capitals as it is written inside a sentence."""
        if not name.isupper() or len(name) <= 3:
            return name
        small = _small_middle(name)
        return small if self.of(small) else name.title()

    def of_first(self, name: str) -> str | None:
        """Return the country of the town in "Kunduz province"."""
        town = name.rpartition(" ")[0]
        return self.of(town) if town else None

    def state_at(self, words: Sequence[str]) -> str | None:
        """Return the country of the longest state or region that `words` begin with."""
        for count in range(len(words), 0, -1):
            entry = self.gazetteer.entries.get(" ".join(words[:count]))
            if entry is not None and entry.kind in (Known.STATE, Known.REGION):
                return entry.country
        return None


def _small_middle(name: str) -> str:
    """Return "Dar es Salaam" for "DAR ES SALAAM"."""
    first, *middle, last = name.title().split(" ") if " " in name else ("", name)
    return " ".join([first, *(m.lower() for m in middle), last]).strip()

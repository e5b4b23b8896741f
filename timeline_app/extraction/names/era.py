"""Names of states as the article's own time has them: Burma, the Moscow of the Soviet Union."""

from collections import defaultdict
from dataclasses import dataclass

from timeline_app.extraction.names.gazetteer import Entry, Known
from timeline_app.extraction.names.reading import NameReading


@dataclass(frozen=True, slots=True)
class EraNames:
    """What an article calls states that have, or had, another name.

    `names` says for a common name which one the article uses instead; `kept` are all names that
    stay as they are written; `seats` the capitals that are a former state's in this article.
    """

    names: dict[str, str]
    kept: frozenset[str]
    seats: dict[str, Entry]

    def of(self, name: str, written: str) -> str:
        """Return the name of a state that has the common name `name` and is `written` so."""
        return written if written in self.kept else self.names.get(name, name)


def era_names(reading: NameReading) -> EraNames:
    """Return the names that this article uses for states."""
    written: dict[str, set[str]] = defaultdict(set)
    spoken: set[str] = set()
    words = reading.tokens.words
    for unit in reading.units:
        if unit.entry is not None and unit.entry.is_state:
            spoken.add(unit.entry.name)
            if unit.entry.kind is Known.STATE:
                written[unit.entry.name].add(" ".join(words[unit.first : unit.last + 1]))
    gazetteer = reading.gazetteer
    old = {name: forms & gazetteer.kept for name, forms in written.items() if name not in forms}
    seats = {
        town: entry
        for town, entry in gazetteer.former_seats.items()
        if entry.name in spoken and gazetteer.entries[town].name not in written
    }
    return EraNames(
        names={name: min(forms) for name, forms in old.items() if len(forms) == 1},
        kept=frozenset().union(*old.values()),
        seats=seats,
    )

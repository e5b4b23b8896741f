"""Names known before any article is read, with the kind of thing that bears them.

Each list is a text file with its source and licence in its first lines: columns separated by "|",
alternatives by ";". The lists of `resources/gazetteer` hold for every language; how a language
calls states, regions and their people stands under `resources/LANG/actors`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path

from timeline_app.extraction.tokens import tokenize
from timeline_app.paths import resources_dir

_MARK = "*"
_LONGEST = 9
"""Tokens of the longest name looked for."""


class Known(IntEnum):
    """What a known name names."""

    STATE = 1
    REGION = 2
    CAPITAL = 3
    SEAT = 4
    ADJECTIVE = 5
    PEOPLE = 6
    ORGANISATION = 7
    GROUP = 8
    OUTLET = 9
    CREED = 10
    """An adjective of a community without a state: "Catholic"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a known name: its kind, the name in use, the state that it speaks for.

    For a capital, an adjective or a people `name` is the state or region; `is_state` tells which.
    """

    kind: Known
    name: str
    country: str | None
    is_state: bool = True
    is_adjectival: bool = False
    """True for a state's name that is an adjective too: "U.S."."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known names of a language: token-joined name → entry, and first token → longest name."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    cities: Mapping[str, str]
    """City → codes of the countries that have one so named, largest city first."""
    states: Mapping[str, str] = field(default_factory=dict)
    """Code → name in use."""
    kept: frozenset[str] = frozenset()
    """Names of states that are kept where an article uses them and not the common name."""
    former_seats: Mapping[str, Entry] = field(default_factory=dict)
    """Capitals that were a former state's."""


@cache
def load_gazetteer(language: str) -> Gazetteer:
    """Return the names of `language`, read once."""
    entries: dict[str, Entry] = {}
    states: dict[str, str] = {}
    own = resources_dir() / language / "actors"
    shared = resources_dir() / "gazetteer"
    for name, entry in _organisations(shared):
        entries[_key(name)] = entry
    for name, entry in _communities(own / "peoples.txt"):
        entries[_key(name)] = entry
    for name, entry in _territories(own / "regions.txt", is_state=False):
        entries[_key(name)] = entry
    kept: set[str] = set()
    seats: dict[str, Entry] = {}
    for marked, entry in _territories(own / "countries.txt", is_state=True):
        name = marked.removeprefix(_MARK)
        if name != marked and entry.kind is Known.CAPITAL:
            seats[_key(name)] = entry
            continue
        if name != marked:
            kept.add(_key(name))
        entries[_key(name)] = entry
        states.setdefault(entry.country or "", entry.name)
    longest: dict[str, int] = {}
    for key in entries:
        parts = key.split(" ")
        longest[parts[0]] = min(_LONGEST, max(len(parts), longest.get(parts[0], 0)))
    cities = _cities(shared / "cities.txt")
    cities.update((name, code) for name, code in _rows(own / "cities.txt"))
    return Gazetteer(entries, longest, cities, states, frozenset(kept), seats)


@cache
def territories() -> frozenset[str]:
    """Return the names of states and regions in use in any language: places wider than a town."""
    files = ("countries.txt", "regions.txt")
    paths = [path for name in files for path in resources_dir().glob(f"*/actors/{name}")]
    return frozenset(row[1] for path in paths for row in _rows(path))


def _key(name: str) -> str:
    """Return a name as its tokens joined by a space."""
    return name if name.replace(" ", "").isalpha() else " ".join(tokenize(name).words)


def _rows(path: Path) -> Iterator[list[str]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield [column.strip() for column in line.split("|")]


def _names(column: str) -> list[str]:
    return [name for part in column.split(";") if (name := part.strip())]


def _territories(path: Path, *, is_state: bool) -> Iterator[tuple[str, Entry]]:
    """Yield seats first, then people, adjectives and names, so that a name wins over a seat."""
    for code, name, others, adjectives, people, seats in _rows(path):
        country = None if code == "-" else code
        seat = Entry(Known.CAPITAL, name, country, is_state)
        yield from ((s, seat) for s in _names(seats))
        folk = Entry(Known.PEOPLE, name, country, is_state)
        plain = _names(adjectives)
        plurals = _names(people) or [p for a in plain for p in (a, a + "s") if _is_regular(a)]
        yield from ((p, folk) for p in plurals)
        adjective = Entry(Known.ADJECTIVE, name, country, is_state)
        yield from ((a, adjective) for a in plain)
        for known in (*_names(others), name):
            kind = Known.STATE if is_state else Known.REGION
            yield known, Entry(kind, name, country, is_state, known in plain)


def _is_regular(adjective: str) -> bool:
    return not adjective.endswith(("ese", "sh", "ch", "ss", "."))


def _communities(path: Path) -> Iterator[tuple[str, Entry]]:
    for adjectives, people in _rows(path):
        yield from ((a, Entry(Known.CREED, a, None, False)) for a in _names(adjectives))
        yield from ((p, Entry(Known.PEOPLE, p, None, False)) for p in _names(people))


def _organisations(folder: Path) -> Iterator[tuple[str, Entry]]:
    for name, code, others in _rows(folder / "outlets.txt"):
        entry = Entry(Known.OUTLET, name, None if code == "-" else code)
        yield from ((n, entry) for n in (*_names(others), name))
    for name, code, others in _rows(folder / "groups.txt"):
        entry = Entry(Known.GROUP, name, None if code == "-" else code)
        yield from ((n, entry) for n in (*_names(others), name))
    for name, kind, code, others in _rows(folder / "organisations.txt"):
        known = Known.SEAT if kind == "s" else Known.ORGANISATION
        entry = Entry(known, name, None if code == "-" else code)
        yield from ((n, entry) for n in (*_names(others), name))


def _cities(path: Path) -> dict[str, str]:
    cities: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if not line.startswith("#"):
            code, _, names = line.partition("\t")
            cities.update(dict.fromkeys(names.split("|"), code))
    return cities

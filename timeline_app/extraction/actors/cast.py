"""Who appears in an article by name: persons and organisations, each with one name."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from timeline_app.extraction.names.lexicon import Lexicon

_MOST_NAMESAKES = 20
"""Persons with one word in common who are told apart."""
_MOST_TITLED = 60
"""Persons with a title who are remembered through the whole article."""


@dataclass(slots=True)
class Person:
    """A person of the article, with what the article says of him or her."""

    name: str
    tokens: tuple[str, ...]
    gender: str | None = None
    titles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    """Names of the states and organisations that the titles belong to."""
    speaks_for: dict[str, None] = field(default_factory=dict)
    """Names of the bodies in which the titles are held, in order."""
    country: str | None = None
    seen_at: int = -1
    """Token of the last mention so far."""


def fold(word: str) -> str:
    """Return a word without accents and case."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


@dataclass(slots=True)
class Cast:
    """The persons and organisations of one article, by every short form of their names."""

    lexicon: Lexicon
    persons: dict[tuple[str, ...], Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    """First word, initials or abbreviation → full name."""
    counts: Counter[str] = field(default_factory=Counter)
    """Name that the gazetteer does not have → how often it stands in the article."""
    titled: list[Person] = field(default_factory=list)
    """The first persons of the article who have a title."""
    _by_name: dict[str, Person] = field(default_factory=dict)

    def named(self, name: str) -> Person | None:
        """Return the person whose one name in the article this is."""
        return self._by_name.get(name)

    # -- persons

    def add_person(self, words: tuple[str, ...]) -> Person:
        """Return the person with this full name, new or known."""
        key = tuple(fold(w) for w in words)
        known = self.persons.get(key) or self._same_person(key)
        if known is not None:
            self._prefer(known, words)
            self.persons[key] = known
            return known
        person = Person(name=self._joined(words), tokens=words, gender=self._gender(key))
        self.persons[key] = person
        self._by_name[person.name] = person
        core = self._core(key)
        for word in {key[0], core[-1], self._family(key)}:
            self.by_word.setdefault(word, []).append(person)
        return person

    def _joined(self, words: tuple[str, ...]) -> str:
        return " ".join(words).replace(" .", ".")

    def _same_person(self, key: tuple[str, ...]) -> Person | None:
        """Return the person of whose name `key` is another form: "Donald J. Trump"."""
        key = self._core(key)
        for person in self.by_word.get(key[-1], ())[:4]:
            known = self._core(tuple(fold(w) for w in person.tokens))
            if known[-1] == key[-1] and known[0] == key[0]:
                return person
            if len(key) < len(known) and known[-len(key) :] == key:
                return person
        return None

    def _core(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """Return a name without a ruler's number."""
        is_numbered = len(key) > 1 and key[-1].upper() in self.lexicon.words["name_numbers"]
        return key[:-1] if is_numbered else key

    def _family(self, key: tuple[str, ...]) -> str:
        """Return a family name as headlines write it: "Assad" of "al-Assad"."""
        last = self._core(key)[-1]
        article, _, bare = last.partition("-")
        return bare if bare and article in self.lexicon.words["name_articles"] else last

    def _prefer(self, person: Person, words: tuple[str, ...]) -> None:
        """Take the fuller form of a name, and among equals the one with accents."""
        name = self._joined(words)
        is_accented = (
            fold(name) == fold(person.name) and person.name.isascii() and not name.isascii()
        )
        if is_accented or len(words) > len(person.tokens):
            person.name, person.tokens = name, words
            self._by_name[name] = person

    def _gender(self, key: tuple[str, ...]) -> str | None:
        if len(key) == 1:
            return None
        is_honorific = key[0] in self.lexicon.honorifics
        given = self.lexicon.genders.get(key[1]) if is_honorific else None
        return given or self.lexicon.genders.get(key[0])

    def person(self, words: tuple[str, ...]) -> Person | None:
        """Return who is meant by a full name, a family name or a given name alone."""
        key = tuple(fold(w) for w in words)
        if key in self.persons:
            return self.persons[key]
        if len(key) > 1:
            return self._same_person(key)
        found = self.by_word.get(key[0]) or self.by_word.get(self._family(key), [])
        if not found:
            return None
        found = found[:_MOST_NAMESAKES]
        last = self._family(key)
        family = [p for p in found if self._family(tuple(map(fold, p.tokens))) == last]
        return max(family or found, key=lambda p: p.seen_at)

    def remember_titled(self, person: Person) -> None:
        """Keep a person with a title in mind for the whole article."""
        if len(self.titled) < _MOST_TITLED and person not in self.titled:
            self.titled.append(person)

    # -- organisations

    def add_organisation(self, name: str, words: tuple[str, ...]) -> None:
        """Remember an organisation by the first words of its name."""
        if len(words) > 1:
            heads = self.lexicon.words["organisation_heads"]
            self.organisations.setdefault(words[0], name)
            if words[-1].lower() in heads:
                self.organisations.setdefault(words[-1], name)
            self.organisations.setdefault(" ".join(words[-2:]), name)

    def add_abbreviation(self, short: str, name: str) -> None:
        """Remember "(OSCE)" after a name."""
        self.organisations[short] = name

    def organisation(self, name: str) -> str | None:
        """Return the full name for an abbreviation or a first word."""
        return self.organisations.get(name)

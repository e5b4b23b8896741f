"""Who was spoken of last: the bounded memory from which pronouns and roles are understood."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.cast import Person

_MEMORY = 40
"""Mentions remembered."""
_LONGEST_ROW = 8
"""Names in a row that are taken together."""
_SENTENCES_BACK = 5
"""Sentences in which an antecedent is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a mention meant, where it stood, and how."""

    names: tuple[str, ...]
    kind: ActorKind
    token: int
    sentence: int
    person: Person | None = None
    country: str | None = None
    is_subject: bool = False
    is_quoted: bool = False
    is_plural: bool = False
    is_named: bool = False
    """True where the mention was a name, not a noun or pronoun."""
    gender: str | None = None
    """What a pronoun told of a person whom no name says it of."""


@dataclass(slots=True)
class Discourse:
    """The latest referents of a text, oldest first."""

    recent: deque[Referent] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    states: deque[str] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    """Names of states as they were spoken of, by themselves or as owners of titles."""
    together: Referent | None = None
    """The latest row of names that "and" has closed."""

    def add(self, referent: Referent) -> None:
        """Remember a referent; coordinated ones are added together by `join`."""
        self.recent.append(referent)
        if referent.person is not None:
            referent.person.seen_at = referent.token

    def add_together(self, referent: Referent | None) -> None:
        """Remember a row of names that has gone on, in the place of its shorter beginning."""
        if referent is None:
            return
        last = self.together
        if last is not None and last.token == referent.token and last in self.recent:
            self.recent.remove(last)
        self.recent.append(referent)
        self.together = referent

    def last_together(self, sentence: int, count: int) -> tuple[str, ...]:
        """Return the persons lately named in a row, if they are `count` (0: any number)."""
        last = self.together
        if last is None or last.kind is not ActorKind.PERSON:
            return ()
        is_near = sentence - last.sentence <= _SENTENCES_BACK
        return last.names if is_near and count in (0, len(last.names)) else ()

    def candidates(self, sentence: int) -> Iterator[Referent]:
        """Yield referents by how likely a later word of `sentence` means them.

        Those of the same sentence come first, the latest subject leading; then sentence by
        sentence backwards, where the first subject leads.
        """
        by_sentence: dict[int, list[Referent]] = {}
        for referent in self.recent:
            if referent.sentence >= sentence - _SENTENCES_BACK:
                by_sentence.setdefault(referent.sentence, []).append(referent)
        for number in sorted(by_sentence, reverse=True):
            group = by_sentence[number]
            subjects = [r for r in group if r.is_subject]
            yield from reversed(subjects) if number == sentence else subjects
            yield from (r for r in reversed(group) if not r.is_subject)

    def last_persons(self, count: int, wanted: frozenset[str] | None) -> tuple[Person, ...]:
        """Return the last `count` different persons, if titles are given holders of one."""
        found: list[Person] = []
        for referent in reversed(self.recent):
            person = referent.person
            if person is None or person in found:
                continue
            if wanted is None or any(t.split(" ")[-1] in wanted for t in person.titles):
                found.append(person)
            if len(found) == count:
                break
        return tuple(reversed(found))

    def last_named(
        self, kinds: tuple[ActorKind, ...], noun: str, barred: frozenset[str] = frozenset()
    ) -> Referent | None:
        """Return the last named one of `kinds`, first of all one with `noun` in its name.

        None with a word of `barred` in its name is taken.
        """
        found = [
            r
            for r in reversed(self.recent)
            if r.is_named
            and r.kind in kinds
            and barred.isdisjoint(w.lower() for w in r.names[0].split(" "))
        ]
        own = (r for r in found if noun in r.names[0].lower())
        return next(own, found[0] if found else None)

    def last_states(self, count: int) -> tuple[str, ...]:
        """Return the names of the last `count` different states, also of those only owning."""
        latest = list(dict.fromkeys(reversed(self.states)))[:count]
        return tuple(reversed(latest))


def _may_be_listed(before: Referent, referent: Referent) -> bool:
    """Tell whether two referents are of one sort: persons, or bodies and states."""
    is_person = referent.kind is ActorKind.PERSON
    return (before.kind is ActorKind.PERSON) == is_person and len(referent.names) < _LONGEST_ROW


@dataclass(slots=True)
class Listing:
    """Names in a row, "A, B and C", which a later "they" means together.

    `last` is the last token of the phrase that came last.
    """

    last: int = -1
    _row: list[Referent] = field(default_factory=list)
    _is_closed: bool = False

    def follow(self, referent: Referent, link: str, last: int) -> None:
        """Take the next referent, which `link` ("and", "," or "") joins to the one before."""
        goes_on = bool(link) and bool(self._row) and _may_be_listed(self._row[-1], referent)
        if not goes_on or len(self._row) >= _LONGEST_ROW:
            self._row = []
        self._row.append(referent)
        self._is_closed = goes_on and link != ","
        self.last = last

    def together(self) -> Referent | None:
        """Return all of a row that "and" has closed as one referent."""
        if not self._is_closed:
            return None
        names = tuple(dict.fromkeys(n for r in self._row for n in r.names))
        first = self._row[0]
        if len(names) < 2:
            return None
        return Referent(
            names=names,
            kind=first.kind,
            token=first.token,
            sentence=first.sentence,
            country=None,
            is_subject=first.is_subject,
            is_quoted=first.is_quoted,
            is_plural=True,
        )

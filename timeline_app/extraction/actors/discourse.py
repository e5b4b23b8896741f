"""Who was spoken of last: the bounded memory from which pronouns and roles are understood."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.cast import Person

_MEMORY = 40
"""Mentions remembered."""
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


@dataclass(slots=True)
class Discourse:
    """The latest referents of a text, oldest first."""

    recent: deque[Referent] = field(default_factory=lambda: deque(maxlen=_MEMORY))

    def add(self, referent: Referent) -> None:
        """Remember a referent; coordinated ones are added together by `join`."""
        self.recent.append(referent)
        if referent.person is not None:
            referent.person.seen_at = referent.token

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
        """Return the last `count` different persons, holders of one of the titles if any are given."""
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

    def last_states(self, count: int) -> tuple[Referent, ...]:
        """Return the last `count` different states."""
        found: dict[str, Referent] = {}
        for referent in reversed(self.recent):
            if referent.kind is ActorKind.STATE and len(referent.names) == 1:
                found.setdefault(referent.names[0], referent)
            if len(found) == count:
                break
        return tuple(reversed(found.values()))

"""Noun phrases read leftwards from a verb: who heads them, who only qualifies them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.names.mention import ActorForm

_LONGEST = 40
"""Most tokens that a subject phrase is followed to the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, perhaps of several joined ones.

    `heads` are the actors that head it, `owners` those that only qualify a noun without a name or
    stand behind it with "of"; `begin` is its first token; `is_nameless` tells that a noun without
    a name heads the last of its parts.
    """

    heads: tuple[Named, ...] = ()
    owners: tuple[Named, ...] = ()
    begin: int = 0
    is_nameless: bool = False

    def __bool__(self) -> bool:
        return bool(self.heads or self.owners or self.is_nameless)


NO_PHRASE = Phrase()


@dataclass(slots=True)
class _Part:
    """One of the joined noun phrases, while it is read from right to left."""

    head: Named | None = None
    owners: list[Named] = field(default_factory=list)
    is_nameless: bool = False

    @property
    def is_empty(self) -> bool:
        return self.head is None and not self.is_nameless and not self.owners


class _Reader:
    """Reads joined noun phrases from right to left."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.parts: list[_Part] = [_Part()]
        self.behind: list[_Part] = []
        self.is_joined = False
        self.after_of = False

    def read(self, j: int) -> int:
        """Read the phrase that ends at token `j`; return the token before its begin."""
        stop = max(-1, j - _LONGEST)
        while j > stop:
            following = self._step(j)
            if following == j:
                break
            j = following
        return j

    def _step(self, j: int) -> int:
        """Read one piece at `j`; return where the next ends, `j` itself at the phrase's begin."""
        stage = self.stage
        named = stage.at.get(j)
        if named is not None:
            self._take(named)
            return named.begin - 1
        s = stage.sentence
        c = s.grammar.classes
        word = s.lowers[j]
        if stage.is_genitive(j) or stage.is_time(j) or stage.fills(j):
            return j - 1
        if word in c.preposition and word not in c.subordinator:
            return self._enter_preposition(j, word)
        if word in c.conjunction:
            return self._join(j)
        if word in c.comma:
            return self._list(j)
        if stage.is_verb(j) or not s.is_open(j):
            return j - 1 if s.grammar.is_adverb(word) else j
        if self.parts[-1].head is None and not self.parts[-1].owners:
            self.parts[-1].is_nameless = True
        return j - 1

    def _take(self, named: Named) -> None:
        part = self.parts[-1]
        if self.stage.is_modifier(named) or part.is_nameless:
            part.owners.append(named)
        elif part.head is None:
            part.head = named

    def _enter_preposition(self, j: int, word: str) -> int:
        """Leave what was read as hanging on a preposition, if a noun stands before that."""
        stage = self.stage
        k = j - 1
        while k >= 0 and stage.is_time(k):
            k -= 1
        is_noun = k in stage.at or (stage.is_nameless(k) and not stage.is_verb(k))
        if not is_noun:
            return j
        self.after_of = word in stage.sentence.grammar.classes.of
        self.behind = self.parts
        self.parts = [_Part()]
        self.is_joined = False
        return j - 1

    def _join(self, j: int) -> int:
        if self.parts[-1].is_empty:
            return j
        before = j - 1
        if self.stage.sentence.lower(before) in self.stage.sentence.grammar.classes.comma:
            before -= 1
        if before not in self.stage.at and not self.stage.is_nameless(before):
            return j
        self.is_joined = True
        self.parts.append(_Part())
        return before

    def _list(self, j: int) -> int:
        """Go on over the comma of a list: "Germany, France and Italy"."""
        named = self.stage.at.get(j - 1)
        if not self.is_joined or named is None or hangs_on(self.stage, named.begin):
            return j
        self.parts.append(_Part())
        return j - 1


def phrase_before(stage: Stage, end: int) -> Phrase:
    """Return the noun phrase that ends before token `end`, empty where there is none."""
    reader = _Reader(stage)
    j = reader.read(end - 1)
    parts, owners = reader.parts, reader.behind
    if all(p.is_empty for p in parts) and owners:
        parts, owners = owners, []
    parts = _without_objects(stage, j, parts)
    heads = [p.head for p in parts if p.head is not None]
    owning = [n for p in parts for n in p.owners if p.is_nameless]
    if reader.after_of and parts[0].is_nameless and not owning:
        owning = [p.head for p in owners if p.head is not None]
    return Phrase(
        heads=tuple(heads[::-1]),
        owners=tuple(owning[::-1]),
        begin=j + 1,
        is_nameless=parts[0].is_nameless,
    )


def _without_objects(stage: Stage, j: int, parts: list[_Part]) -> list[_Part]:
    """Keep the last of joined parts alone where a verb before them has the others as objects.

    "Putin met Merkel and Hollande left": only Hollande left.
    """
    if len(parts) > 1 and j >= 0 and stage.is_verb(j):
        return parts[:1]
    return parts


def hangs_on(stage: Stage, begin: int) -> str:
    """Return the preposition on which the phrase hangs whose first named token is `begin`."""
    s = stage.sentence
    c = s.grammar.classes
    for j in range(begin - 1, max(-1, begin - _NEAR), -1):
        word = s.lowers[j]
        if word in c.preposition:
            return word
        if not stage.fills(j) and not (stage.is_nameless(j) and not stage.is_verb(j)):
            return ""
    return ""


_NEAR = 5


def best_of_apposition(first: Sequence[Named], second: Named | None) -> tuple[Named, ...]:
    """Return whom two phrases side by side mean: the name rather than the description."""
    if second is None or second.actor is None:
        return tuple(first)
    if len(first) > 1:
        return tuple(first)
    actor = first[0].actor if first else None
    is_described = actor is None or actor.kind is ActorKind.GROUP or actor.form in _DESCRIPTIONS
    return (second,) if is_described else tuple(first)


_DESCRIPTIONS = frozenset({ActorForm.ROLE, ActorForm.GROUP, ActorForm.COUNTERPART})

"""Noun phrases read leftwards from a verb: who heads them, who only qualifies them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.names.mention import ActorForm

_YEAR_DIGITS = 4
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

    @property
    def is_bare(self) -> bool:
        return self.head is None and not self.owners


class _Reader:
    """Reads joined noun phrases from right to left."""

    def __init__(self, stage: Stage, *, may_hang: bool) -> None:
        self.stage = stage
        self.may_hang = may_hang
        self.parts: list[_Part] = [_Part()]
        self.behind: list[_Part] = []
        self.is_joined = False
        self.after_of = False
        self.is_closed = False

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
        if self._begins_before(j) or word in c.relative or word in c.complementiser:
            self.is_closed = True
            return j
        if stage.is_genitive(j) or stage.is_time(j) or stage.fills(j):
            return j - 1
        if word in _CLOSING:
            return self._over_brackets(j)
        if word in c.preposition and word not in c.subordinator:
            return self._enter_preposition(j, word)
        if word in c.conjunction:
            return self._join(j)
        if word in c.comma:
            return self._list(j)
        if stage.is_verb(j):
            return self._over_relative(j)
        if not s.is_open(j):
            return j - 1 if s.grammar.is_adverb(word) else j
        if self.parts[-1].head is None and not self.parts[-1].owners:
            self.parts[-1].is_nameless = True
        return j - 1

    def _begins_before(self, j: int) -> bool:
        """Tell whether another phrase without a comma ends at `j`: "In Taipei the ministry"."""
        if self.parts[-1].is_empty:
            return False
        s = self.stage.sentence
        c = s.grammar.classes
        if self.stage.is_time(j) and (s.lowers[j].isalpha() or s.lowers[j].isdigit()):
            return not s.lowers[j].isdigit() or len(s.lowers[j]) == _YEAR_DIGITS
        follows = s.lower(j + 1)
        is_start = follows in c.article or self._is_pronoun(j + 1)
        return is_start and self.stage.is_nameless(j)

    def _is_pronoun(self, j: int) -> bool:
        return self.stage.sentence.lower(j) in self.stage.sentence.grammar.classes.pronoun_subject

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
        if self.may_hang or word in stage.words.including:
            return j
        if word in stage.words.belonging and self._counts(k):
            return k - 1
        if word in stage.words.approximate and (stage.is_time(j + 1) or stage.fills(j + 1)):
            return j - 1
        if stage.is_verb(k) or (k not in stage.at and stage.sentence.lower(k).endswith("ing")):
            return self._over_reduced(k)
        if k not in stage.at and not stage.is_nameless(k) and not stage.is_genitive(k):
            return j
        belongs = word in stage.words.belonging
        if not (belongs and self.after_of and self.parts[0].is_bare):
            self.behind = self.parts
        self.after_of = belongs
        self.parts = [_Part()]
        self.is_joined = False
        return j - 1

    def _counts(self, k: int) -> bool:
        """Tell whether the word before "of" only counts: "tens of thousands of farmers"."""
        s = self.stage.sentence
        return k not in self.stage.at and s.lower(k) in self.stage.words.quantity

    def _over_reduced(self, k: int) -> int:
        """Leave a clause without its own subject: "the minister speaking to the council said"."""
        stage = self.stage
        begin = stage.group_begin(k)
        before = begin - 1
        if stage.sentence.lower(before) in stage.sentence.grammar.classes.relative:
            before -= 1
        elif stage.is_verb(k) and begin < k:
            return k
        is_noun = before in stage.at or (stage.is_nameless(before) and not stage.is_verb(before))
        if not is_noun:
            return k
        self.parts, self.behind, self.is_joined = [_Part()], [], False
        return before

    def _over_relative(self, j: int) -> int:
        """Leave a relative clause that ends with its verb and object: "a man who met him said"."""
        stage = self.stage
        begin = stage.group_begin(j)
        if stage.sentence.lower(begin - 1) in stage.sentence.grammar.classes.relative:
            return self._over_reduced(j)
        return j

    def _over_brackets(self, j: int) -> int:
        """Leave out what stands in brackets: "the Guard Corps (IRGC) said"."""
        for k in range(j - 1, max(-1, j - _LONG_BRACKET), -1):
            if self.stage.sentence.lowers[k] in _OPENING:
                return k - 1
        return j

    def _join(self, j: int) -> int:
        if self.parts[-1].is_empty:
            return j
        before = j - 1
        if self.stage.sentence.lower(before) in self.stage.sentence.grammar.classes.comma:
            before -= 1
            if not self._is_listed(before):
                return j
        if before not in self.stage.at and not self.stage.is_nameless(before):
            return j
        self.is_joined = True
        self.parts.append(_Part())
        return before

    def _is_aside(self, begin: int) -> bool:
        """Tell whether the name stands in an opening phrase: "After a meeting with Clinton,"."""
        preposition = preposition_at(self.stage, begin)
        if preposition < 0 or self.stage.sentence.lowers[preposition] in self.stage.words.including:
            return False
        noun = preposition - 1
        if noun not in self.stage.at and not self.stage.is_nameless(noun):
            return True
        return bool(hangs_on(self.stage, noun))

    def _is_listed(self, j: int) -> bool:
        """Tell whether the name that ends at `j` follows a comma itself: "A, B, and C"."""
        named = self.stage.at.get(j)
        if named is None:
            return False
        k = named.begin - 1
        while k >= 0 and self.stage.fills(k):
            k -= 1
        return self.stage.sentence.lower(k) in self.stage.sentence.grammar.classes.comma

    def _list(self, j: int) -> int:
        """Go on over the comma of a list: "Germany, France and Italy"."""
        named = self.stage.at.get(j - 1)
        if not self.is_joined or named is None:
            return j
        if self._is_aside(named.begin):
            return j
        self.parts.append(_Part())
        return j - 1


_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_LONG_BRACKET = 10


def phrase_before(stage: Stage, end: int, *, may_hang: bool = False) -> Phrase:
    """Return the noun phrase that ends before token `end`, empty where there is none.

    `may_hang` tells that it may stand behind a preposition: "called on Russia to withdraw".
    """
    if not stage.actors or stage.actors[0].begin >= end:
        return NO_PHRASE
    reader = _Reader(stage, may_hang=may_hang)
    j = reader.read(end - 1)
    parts, owners = reader.parts, reader.behind
    if not may_hang and not reader.is_closed and _is_hanging(stage, j):
        return NO_PHRASE
    if all(p.is_empty for p in parts) and owners:
        parts, owners = owners, []
    parts = _without_objects(stage, j, parts)
    heads = [p.head for p in parts if p.head is not None]
    owning = [n for p in parts for n in p.owners if p.is_nameless]
    if reader.after_of and parts[0].is_nameless and not owning:
        owning = [n for p in owners for n in ([p.head] if p.head else p.owners)]
    return Phrase(
        heads=tuple(heads[::-1]),
        owners=tuple(owning[::-1]),
        begin=j + 1,
        is_nameless=parts[0].is_nameless,
    )


def _is_hanging(stage: Stage, j: int) -> bool:
    """Tell whether the phrase that begins after `j` hangs on a preposition."""
    if j < 0 or j in stage.at:
        return False
    word = stage.sentence.lowers[j]
    c = stage.sentence.grammar.classes
    is_preposition = word in c.preposition and word not in c.subordinator
    return is_preposition and word not in stage.words.including


def _without_objects(stage: Stage, j: int, parts: list[_Part]) -> list[_Part]:
    """Keep the last of joined parts alone where a verb before them has the others as objects.

    "Putin met Merkel and Hollande left": only Hollande left.
    """
    if len(parts) > 1 and j >= 0 and stage.is_verb(j):
        return parts[:1]
    return parts


def hangs_on(stage: Stage, begin: int) -> str:
    """Return the preposition on which the phrase hangs whose first named token is `begin`."""
    j = preposition_at(stage, begin)
    return stage.sentence.lowers[j] if j >= 0 else ""


def preposition_at(stage: Stage, begin: int) -> int:
    """Return where the preposition of a phrase stands, -1 for none."""
    s = stage.sentence
    c = s.grammar.classes
    for j in range(begin - 1, max(-1, begin - _NEAR), -1):
        if s.lowers[j] in c.preposition:
            return j
        if not stage.fills(j) and not (stage.is_nameless(j) and not stage.is_verb(j)):
            return -1
    return -1


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

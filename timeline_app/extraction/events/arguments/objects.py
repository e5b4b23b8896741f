"""Whom a verb or noun of happening is about: what stands after it, with its preposition."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.arguments.phrases import best_of_apposition
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.names.mention import ActorForm

_FARTHEST = 28
"""Most tokens after the trigger in which an object is looked for."""

_TO_VERB = 5
"""Tokens after the last actor that may still show a verb whose subject it is."""
_SPEECH = EventType.STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """An actor after the trigger.

    `preposition` is "" for a direct object; `depth` counts the nouns without a name between it
    and the trigger; `is_owner` tells that it only qualifies a noun.
    """

    named: Named
    preposition: str
    depth: int
    is_owner: bool


class _Walk:
    """Goes from the trigger to the right until its own phrases end."""

    def __init__(self, stage: Stage, trigger: Trigger) -> None:
        self.stage = stage
        self.trigger = trigger
        self.preposition = _own_preposition(stage, trigger)
        self.depth = 0
        self.found: list[Complement] = []
        self.chain = 0
        """How many of `found` belong to the noun phrase that is being read."""

    def run(self, begin: int) -> list[Complement]:
        """Return the complements from token `begin` on."""
        last = self.stage.actors[-1].end + _TO_VERB
        stop = min(len(self.stage.sentence), last, begin + _FARTHEST)
        j = begin
        while j < stop:
            following = self._step(j)
            if following <= j:
                break
            j = following
        return self.found

    def _step(self, j: int) -> int:
        """Read one piece at `j`; return where the next begins, `j` where all ends."""
        named = self.stage.at.get(j)
        if named is not None:
            return self._take(named)
        s = self.stage.sentence
        c = s.grammar.classes
        word = s.lowers[j]
        if word in c.article:
            return j + 1
        if self.stage.is_genitive(j):
            return j + 1
        if self._ends(j):
            return j
        if word in c.comma:
            return self._after_comma(j)
        if word in c.conjunction:
            return self._after_conjunction(j)
        if word in c.preposition and not (s.grammar.is_adverb(word) and self._is_particle(j)):
            self.preposition = word
            self.chain = 0
            return j + 1
        if self.stage.is_nameless(j) and not self.stage.fills(j):
            self._pass_noun(j)
        return j + 1

    def _is_particle(self, j: int) -> bool:
        return not self.stage.fills(j + 1) and j + 1 not in self.stage.at

    def _pass_noun(self, j: int) -> None:
        if not self.stage.is_nameless(j - 1) or j == self.trigger.end:
            self.depth += 1
        self.chain = 0

    def _take(self, named: Named) -> int:
        owner = self.stage.is_modifier(named)
        if self._begins_content(named):
            return named.begin
        self.found.append(
            Complement(named=named, preposition=self.preposition, depth=self.depth, is_owner=owner)
        )
        self.chain += 1
        return named.end

    def _begins_content(self, named: Named) -> bool:
        """Tell whether the actor is the subject of what is told: "told him the army had left"."""
        if self.preposition or not self.chain or self.trigger.entry.type is not _SPEECH:
            return False
        last = self.found[-1]
        if last.is_owner or last.preposition or self.trigger.is_noun:
            return False
        between = range(last.named.end, named.begin)
        return all(self.stage.fills(k) for k in between)

    def _ends(self, j: int) -> bool:
        """Tell whether another clause begins at `j`; forget its subject if that was read."""
        stage = self.stage
        s = stage.sentence
        c = s.grammar.classes
        word = s.lowers[j]
        if stage.is_verb(j):
            if not self._is_reduced(j):
                self._forget_subject(j)
            return True
        if stage.is_break(j) or word in c.complementiser or word in c.relative:
            return True
        if word in c.subordinator and word not in c.preposition:
            return True
        if word in c.modal or word in c.pronoun_subject:
            return True
        return self._is_infinitive(j) or self._is_gerund(j)

    def _is_reduced(self, j: int) -> bool:
        """Tell whether a verb form only qualifies the noun before it: "a ship sunk by Iran"."""
        s = self.stage.sentence
        c = s.grammar.classes
        word = s.lowers[j]
        if word in s.grammar.auxiliary or self.trigger.entry.type is _SPEECH:
            return False
        return s.lower(j + 1) in c.preposition and not self.stage.verbs.get(j)

    def _forget_subject(self, j: int) -> None:
        """Drop the noun phrase that ends right before the verb at `j`: it is that verb's."""
        if not self.found or self.found[-1].preposition:
            return
        between = range(self.found[-1].named.end, j)
        if all(self._is_inside(k) for k in between):
            del self.found[len(self.found) - max(1, self.chain) :]

    def _is_inside(self, k: int) -> bool:
        stage = self.stage
        if stage.is_genitive(k) or stage.fills(k) or stage.is_nameless(k) or stage.is_time(k):
            return True
        return stage.sentence.grammar.is_adverb(stage.sentence.lowers[k])

    def _is_infinitive(self, j: int) -> bool:
        s = self.stage.sentence
        if s.lowers[j] not in s.grammar.classes.to or j + 1 in self.stage.at:
            return False
        trigger = self.stage.verbs.get(j + 1)
        if trigger is not None and trigger.group is not None:
            return trigger.group.tense is Tense.INFINITIVE
        following = s.lower(j + 1)
        is_plain = s.is_open(j + 1) and not s.is_name(j + 1) and not following.endswith("s")
        takes_object = self.stage.fills(j + 2) or j + 2 in self.stage.at
        return is_plain and takes_object

    def _is_gerund(self, j: int) -> bool:
        s = self.stage.sentence
        trigger = self.stage.verbs.get(j)
        if trigger is not None and trigger.group is not None:
            return trigger.group.tense is Tense.GERUND
        if s.lowers[j] in self.stage.words.guest:
            return False
        before = s.lower(j - 1)
        leads = before in s.grammar.classes.preposition or before in s.grammar.classes.comma
        return leads and s.lowers[j].endswith("ing") and s.is_open(j) and self._has_object(j)

    def _has_object(self, j: int) -> bool:
        return self.stage.fills(j + 1) or j + 1 in self.stage.at

    def _after_comma(self, j: int) -> int:
        """Go on over the comma of a list or of a phrase that comes late, end at any other."""
        s = self.stage.sentence
        if s.lower(j + 1) in self.stage.words.resuming:
            return j + 1
        if not self.found or self.found[-1].named.end < j - 1:
            return j
        k = j + 1
        while self.stage.fills(k):
            k += 1
        if s.lower(k) in s.grammar.classes.conjunction:
            return j + 1
        named = self.stage.at.get(k)
        if named is None or not self._is_list(named.end):
            return j
        return j + 1

    def _is_list(self, j: int) -> bool:
        """Tell whether a conjunction with another actor follows in the list."""
        s = self.stage.sentence
        for k in range(j, min(len(s), j + _LONG_LIST)):
            if s.lowers[k] in s.grammar.classes.conjunction:
                return True
            inside = k in self.stage.at or self.stage.fills(k) or s.lowers[k] == ","
            if not inside and not self.stage.is_genitive(k) and not self.stage.is_nameless(k):
                return False
            if self.stage.is_verb(k):
                return False
        return False

    def _is_subject(self) -> bool:
        """Tell whether the noun needs the coming verb: "talks between Iran and Iraq began"."""
        is_first = self.trigger.is_noun and self.trigger.head == self.trigger.begin
        return is_first and not any(self.stage.is_verb(k) for k in range(self.trigger.begin))

    def _after_conjunction(self, j: int) -> int:
        """Go on to a joined noun phrase; end where a clause is joined."""
        k = j + 1
        stage = self.stage
        s = stage.sentence
        limit = min(len(s), j + _LONG_LIST)
        while k < limit:
            named = stage.at.get(k)
            if named is not None:
                k = named.end
                continue
            if stage.is_verb(k) or s.lowers[k] in s.grammar.classes.modal:
                return j + 1 if self._is_subject() else j
            if k in stage.verbs or s.lowers[k] in s.grammar.classes.pronoun_subject:
                return j
            if not stage.fills(k) and not stage.is_nameless(k) and not stage.is_genitive(k):
                break
            k += 1
        return j + 1


_LONG_LIST = 12


def complements(stage: Stage, trigger: Trigger) -> Iterator[Complement]:
    """Yield the actors after the trigger that belong to it."""
    if stage.actors and stage.actors[-1].end > trigger.end:
        for c in _Walk(stage, trigger).run(_begin(stage, trigger)):
            yield replace(c, named=_named_beside(stage, c.named)) if not c.is_owner else c


def _own_preposition(stage: Stage, trigger: Trigger) -> str:
    """Return the preposition with which a noun's phrase ends: "arrest of"."""
    last = trigger.entry.rest[-1] if trigger.is_noun and trigger.entry.rest else ""
    return last if last in stage.sentence.grammar.classes.preposition else ""


def _named_beside(stage: Stage, described: Named) -> Named:
    """Return whom a description means that a name follows: "the mayor of Ghent, Els Maes,"."""
    s = stage.sentence
    c = s.grammar.classes
    near = range(described.end, min(len(s), described.end + _LONG_DESCRIPTION))
    comma = next((j for j in near if s.lowers[j] in c.comma), -1)
    named = stage.at.get(comma + 1) if comma >= 0 else None
    if named is None or not _is_person(named) or stage.is_modifier(named):
        return described
    is_followed = s.is_open(named.end) or s.lower(named.end) in c.conjunction
    if is_followed or any(stage.is_verb(j) for j in range(described.end, comma)):
        return described
    return best_of_apposition((described,), named)[0]


def _is_person(named: Named) -> bool:
    actor = named.actor
    return actor is not None and actor.kind is ActorKind.PERSON and actor.form is ActorForm.NAME


_LONG_DESCRIPTION = 5


def _begin(stage: Stage, trigger: Trigger) -> int:
    """Return where the objects begin; a phrase like "downed a" has its object's article in it."""
    named = stage.at.get(trigger.end)
    is_cut = named is not None and trigger.head < named.begin < trigger.end
    return named.begin if named is not None and is_cut else trigger.end

"""A sentence as the rules of arguments look at it: actors by token, verbs, control words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Sentence, VerbGroup
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import load_table, word_set
from timeline_app.extraction.names.mention import ActorForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentWords:
    """Words that steer arguments; each field is a list of `events/arguments.toml`."""

    time: frozenset[str]
    object_control: frozenset[str]
    addressed: frozenset[str]
    demanding: frozenset[str]
    performed: frozenset[str]
    invited_by: frozenset[str]
    blaming: frozenset[str]
    enclosing: frozenset[str]
    including: frozenset[str]
    resuming: frozenset[str]
    locative: frozenset[str]
    reaching: frozenset[str]
    addressing: frozenset[str]
    where: frozenset[str]
    accusing: frozenset[str]
    aimed: frozenset[str]
    host: frozenset[str]
    inviting: frozenset[str]
    approximate: frozenset[str]
    hosting: frozenset[str]
    belonging: frozenset[str]
    attributing: frozenset[str]
    undergone: frozenset[str]
    guest: frozenset[str]
    quantity: frozenset[str]


@cache
def argument_words(language: str) -> ArgumentWords:
    """Return the word lists of a language."""
    table = load_table(language, "events/arguments")
    keys = ArgumentWords.__slots__
    return ArgumentWords(**{k: word_set(language, "events/arguments", k) for k in keys if table})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One sentence with its actors by token and its verbs by head."""

    sentence: Sentence
    actors: Sequence[Named]
    at: Mapping[int, Named]
    verbs: Mapping[int, Trigger]
    words: ArgumentWords
    language: str

    def is_genitive(self, j: int) -> bool:
        """Tell whether the token at `j` marks the word before it as an owner."""
        s = self.sentence
        if s.lower(j) not in s.grammar.classes.genitive:
            return False
        return j - 1 in self.at or s.is_open(j - 1)

    def is_break(self, j: int) -> bool:
        """Tell whether a sign at `j` cuts the sentence."""
        return self.sentence.lower(j) in self.sentence.grammar.breaks and not self.is_genitive(j)

    def is_verb(self, j: int) -> bool:
        """Tell whether a finite verb group has the token at `j`, as far as can be told."""
        if j in self.at or self.is_genitive(j):
            return False
        trigger = self.verbs.get(j)
        if trigger is not None and trigger.group is not None and trigger.group.is_finite:
            return True
        s = self.sentence
        return s.is_finite_verb(j) and not s.is_name(j)

    def is_time(self, j: int) -> bool:
        """Tell whether the token at `j` belongs to a date: "Friday", "last week", "2 June"."""
        word = self.sentence.lower(j)
        return word in self.words.time or word[:1].isdigit()

    def is_modifier(self, named: Named) -> bool:
        """Tell whether the actor only qualifies what follows: "Turkish jets", "Merkel's aide"."""
        if self.is_genitive(named.end):
            return True
        actor = named.actor
        if actor is not None and actor.form is ActorForm.PRONOUN:
            return self._is_possessive(named)
        if actor is None or actor.form is not ActorForm.DEMONYM:
            return False
        return self.sentence.is_open(named.end) or named.end in self.at

    def _is_possessive(self, named: Named) -> bool:
        s = self.sentence
        if s.lower(named.begin) not in s.grammar.classes.possessive:
            return False
        follows = s.is_open(named.end) or s.grammar.is_adjective(s.lower(named.end))
        return (follows and not self.is_time(named.end)) or named.end in self.at

    def is_nameless(self, j: int) -> bool:
        """Tell whether the token at `j` is a noun or adjective that names no actor."""
        s = self.sentence
        return j not in self.at and s.is_open(j) and not self.is_time(j)

    def fills(self, j: int) -> bool:
        """Tell whether the token at `j` can stand inside a noun phrase without heading it."""
        g = self.sentence.grammar
        word = self.sentence.lower(j)
        return (
            word in g.classes.determiner
            or word in g.classes.possessive
            or word in g.classes.hyphen
            or g.is_adjective(word)
        )

    def group_begin(self, j: int) -> int:
        """Return where the verb group begins that has the verb at `j`."""
        trigger = self.verbs.get(j)
        if trigger is not None and trigger.group is not None:
            return trigger.group.begin
        g = self.sentence.grammar
        while j > 0 and j - 1 not in self.at:
            word = self.sentence.lowers[j - 1]
            if word not in g.auxiliary and not (g.is_adverb(word) and not self.is_time(j - 1)):
                break
            j -= 1
        return j


def stage_of(
    sentence: Sentence, triggers: Sequence[Trigger], names: Sequence[Named], language: str
) -> Stage:
    """Return the sentence with its actors and verbs indexed."""
    actors = tuple(n for n in names if n.actor is not None)
    at = {j: n for n in actors for j in range(n.begin, n.end)}
    return Stage(
        sentence=sentence,
        actors=actors,
        at=at,
        verbs={t.head: t for t in triggers if not t.is_noun},
        words=argument_words(language),
        language=language,
    )


def own_group(trigger: Trigger) -> VerbGroup | None:
    """Return the verb group of a verb, or of the light verb that carries a noun."""
    return trigger.group

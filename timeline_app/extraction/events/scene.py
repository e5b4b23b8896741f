"""A sentence with its triggers and names: what the rules of worth look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import Named, clause_range, is_definite, subject_of
from timeline_app.extraction.events.grammar import Sentence, Tense, VerbGroup
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence, its triggers with their governing speech acts, its names.

    `is_dated` tells that a date phrase stands in it, or that it belongs to an entry of a chronicle.
    """

    sentence: Sentence
    triggers: Sequence[Trigger]
    governors: Sequence[int | None]
    subjects: Sequence[tuple[Named, ...]]
    names: Sequence[Named]
    language: str
    is_dated: bool

    def words(self, table: str, key: str) -> frozenset[str]:
        """Return a word list of the language."""
        return word_set(self.language, f"events/{table}", key)

    def tense(self, k: int) -> Tense | None:
        """Return the tense of a trigger that is a verb, None for a noun."""
        trigger = self.triggers[k]
        return trigger.group.tense if trigger.group and not trigger.is_noun else None

    def is_speech_verb(self, k: int) -> bool:
        """Tell whether the trigger is a verb of speech."""
        trigger = self.triggers[k]
        return trigger.entry.type is EventType.STATEMENT and not trigger.is_noun

    def is_pointing_back(self, k: int) -> bool:
        """Tell whether the trigger is a noun like "the attack", "his visit"."""
        return self.triggers[k].is_noun and is_definite(self.sentence, self.triggers[k])

    def speakers(self, k: int) -> frozenset[str]:
        """Return the names of the trigger's subject."""
        return frozenset(n.actor.name for n in self.subjects[k] if n.actor is not None)

    def clause_words(self, k: int) -> Sequence[str]:
        """Return the words of the trigger's clause, in lower case."""
        begin, end = clause_range(self.sentence, self.triggers[k].head)
        return self.sentence.lowers[begin:end]


def scene_of(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    governors: Sequence[int | None],
    names: Sequence[Named],
    language: str,
    *,
    is_dated: bool,
) -> Scene:
    """Return the scene, with each trigger's subject found once."""
    return Scene(
        sentence=sentence,
        triggers=triggers,
        governors=governors,
        subjects=tuple(subject_of(sentence, t, names) for t in triggers),
        names=names,
        language=language,
        is_dated=is_dated,
    )


TOLLS = ("kill", "toll", "destroy")
"""Subtypes of verbs that may only count the victims of a happening named beside them."""


def own_group(trigger: Trigger) -> VerbGroup | None:
    """Return the group of a verb, None for a noun even where a light verb carries it."""
    return None if trigger.is_noun else trigger.group


_MOST_CITED = 8
"""Most tokens between "quoted" and "saying"."""


def cited_at(scene: Scene, begin: int) -> int:
    """Return where "was quoted" stands before "as saying", whose group is at `begin`; else -1."""
    at = _quoted_before(scene, begin)
    s = scene.sentence
    return at if at > 0 and s.lowers[at - 1] in s.grammar.classes.be else -1


def quoting_at(scene: Scene, begin: int) -> int:
    """Return where "quoted" stands before whom it quotes "as saying", at `begin`; else -1."""
    at = _quoted_before(scene, begin)
    s = scene.sentence
    return at if at > 0 and s.lowers[at - 1] not in s.grammar.classes.be else -1


def _quoted_before(scene: Scene, begin: int) -> int:
    s = scene.sentence
    if s.lower(begin - 1) not in scene.words("attribution", "as"):
        return -1
    for j in range(begin - 2, max(0, begin - _MOST_CITED), -1):
        if s.lowers[j] in scene.words("attribution", "cited"):
            return j
        if not s.lowers[j][0].isalnum():
            return -1
    return -1

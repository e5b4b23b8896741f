"""Which nouns name nothing of their own beside what else their sentence tells."""

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.frames import preposition_before
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.scene import TOLLS, Scene
from timeline_app.extraction.events.triggers import noun_begin
from timeline_app.extraction.events.worth_of_speech import is_naming


def is_end_to_come(scene: Scene, k: int) -> bool:
    """Only the end of the violence lies ahead: "offered to stop its attacks", "will halt raids"."""
    trigger = scene.triggers[k]
    group = trigger.group
    if not trigger.is_noun or group is None or trigger.entry.type is not EventType.ATTACK:
        return False
    is_open = group.tense in _OPEN or bool(group.modal)
    return is_open and scene.sentence.lower(group.head) in scene.words("worth", "ending")


_OPEN = (Tense.INFINITIVE, Tense.FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE)


def is_manner(scene: Scene, k: int) -> bool:
    """The ceremony only says how something is done: "opened it with a minute of silence"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if trigger.group is not None or trigger.entry.subtype != "ceremony":
        return False
    if preposition_before(sentence, trigger.begin) not in scene.words("worth", "manner"):
        return False
    clause = sentence.clauses[trigger.head]
    return any(t.head < trigger.head and sentence.clauses[t.head] == clause for t in scene.triggers)


def is_meal_of_speech(scene: Scene, k: int) -> bool:
    """The meal only says where somebody speaks: "over dinner he promised", not "at a dinner"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if not trigger.is_noun or trigger.entry.lemma not in scene.words("worth", "meals"):
        return False
    is_where = sentence.lower(noun_begin(trigger) - 1) in scene.words("worth", "at_meals")
    return is_where and any(scene.is_speech_verb(j) for j in range(len(scene.triggers)))


def is_force_itself(scene: Scene, k: int) -> bool:
    """The noun is what strikes, and its verb tells it: "two explosions tore through the hall"."""
    trigger, sentence = scene.triggers[k], scene.sentence
    if not trigger.is_noun or trigger.group is not None:
        return False
    return any(
        not t.is_noun
        and t.entry.type is trigger.entry.type
        and t.entry.subtype not in TOLLS
        and t.entry.key in scene.words("worth", "striking")
        and 0 < t.head - trigger.head <= _NEAR_FORCE
        and sentence.clauses[t.head] == sentence.clauses[trigger.head]
        and not any(sentence.is_finite_verb(j) for j in range(trigger.end, t.begin))
        for t in scene.triggers
    )


_NEAR_FORCE = 3


def is_name_given(scene: Scene, k: int) -> bool:
    """The noun is only what somebody calls another happening: "what he called an attack on us"."""
    governor = scene.governors[k]
    return scene.triggers[k].is_noun and governor is not None and is_naming(scene, governor)


BESIDE_RULES = (is_end_to_come, is_manner, is_meal_of_speech, is_force_itself, is_name_given)

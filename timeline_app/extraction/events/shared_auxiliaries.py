"""Verbs that share an auxiliary: "have bombed two towns and fired at a third"."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.events.frames import clause_range
from timeline_app.extraction.events.grammar import Sentence, Tense
from timeline_app.extraction.events.triggers import Trigger

_SHARED = (Tense.PERFECT, Tense.PLUPERFECT)


def with_shared_auxiliaries(sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers with the tense of the verb that they are joined to."""
    found: list[Trigger] = []
    for trigger in triggers:
        leader = found[-1].group if found else None
        if leader is not None and trigger.group is not None and _is_joined(sentence, trigger):
            shares = leader.tense in _SHARED
            passive = leader.is_passive and (shares or not _has_object(sentence, trigger))
            tense = leader.tense if shares else trigger.group.tense
            trigger = replace(
                trigger, group=replace(trigger.group, tense=tense, is_passive=passive)
            )
        found.append(trigger)
    return tuple(found)


def _has_object(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether an object follows: then the verb is active, whatever it is joined to."""
    c = sentence.grammar.classes
    after = sentence.lower(trigger.end)
    return after in c.determiner or after in c.possessive or sentence.is_open(trigger.end)


def _is_joined(sentence: Sentence, trigger: Trigger) -> bool:
    group = trigger.group
    if group is None or trigger.is_noun or group.tense is not Tense.PAST:
        return False
    if group.begin != group.head:
        return False
    begin, _ = clause_range(sentence, group.begin)
    if sentence.lower(begin) not in sentence.grammar.classes.conjunction:
        return False
    return not any(sentence.is_open(j) for j in range(begin + 1, group.begin))

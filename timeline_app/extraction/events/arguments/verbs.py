"""The arguments of a verb: subject, objects, the agent of a passive."""

from collections.abc import Iterator

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.arguments.objects import Complement, complements
from timeline_app.extraction.events.arguments.phrases import phrase_before
from timeline_app.extraction.events.arguments.roles import MUTUAL, agent_role, roles_of
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.arguments.subjects import subject_phrase
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.triggers import Trigger

Argument = tuple[Named, Role]

_OF_FORCES = (EventType.ATTACK, EventType.MILITARY, EventType.SANCTION, EventType.PROTEST)
"""Types whose doer may stand as owner or "of" of a nameless subject: "forces of Serbia"."""


def arguments_of_verb(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield the actors of a verb, or of the light verb that carries a noun, with their roles."""
    group = trigger.group
    if group is None:
        return
    passive = group.is_passive
    kind = trigger.entry.type
    yield from subjects_of_verb(stage, trigger)
    yield from _demanded(stage, trigger)
    for c in complements(stage, trigger):
        role = _object_role(stage, trigger, c)
        if role is None:
            continue
        if role is Role.SPEAKER and c.named.actor and c.named.actor.kind is ActorKind.OUTLET:
            continue
        is_doer = passive and c.preposition in stage.sentence.grammar.classes.agent_preposition
        yield c.named, agent_role(kind) if is_doer else role


def subjects_of_verb(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield the actors that stand as subject: targets of a passive, agents otherwise."""
    kind = trigger.entry.type
    phrase = subject_phrase(stage, trigger)
    passive = trigger.group is not None and trigger.group.is_passive
    role = Role.TARGET if passive and not trigger.is_noun else agent_role(kind)
    if role is Role.TARGET and kind in MUTUAL:
        role = Role.OTHER
    for named in phrase.heads or (phrase.owners if kind in _OF_FORCES else ()):
        yield named, role


def _demanded(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield of whom something is demanded: "demanded that Argentina withdraw"."""
    s = stage.sentence
    if trigger.is_noun or trigger.entry.lemma not in stage.words.demanding:
        return
    if s.lower(trigger.end) not in s.grammar.classes.complementiser:
        return
    j = trigger.end + 1
    while stage.fills(j):
        j += 1
    named = stage.at.get(j)
    if named is not None and not stage.is_modifier(named):
        yield from ((n, Role.ADDRESSEE) for n in phrase_before(stage, named.end).heads)


def _object_role(stage: Stage, trigger: Trigger, c: Complement) -> Role | None:
    kind = trigger.entry.type
    if c.is_owner and (not _owner_counts(stage, c) or kind is EventType.STATEMENT):
        return None
    if c.preposition:
        return roles_of(stage.language, kind).get(c.preposition)
    if kind is EventType.STATEMENT and trigger.entry.lemma in stage.words.addressed:
        return Role.ADDRESSEE
    return Role.OTHER if kind in MUTUAL else Role.TARGET


def _owner_counts(stage: Stage, c: Complement) -> bool:
    """Tell whether a qualifying name stands for its nameless noun: "shot down Turkish jets"."""
    return c.named.end not in stage.at and not stage.is_genitive(c.named.end)

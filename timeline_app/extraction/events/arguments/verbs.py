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
from timeline_app.extraction.names.mention import ActorForm

Argument = tuple[Named, Role]


def arguments_of_verb(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield the actors of a verb, or of the light verb that carries a noun, with their roles."""
    group = trigger.group
    if group is None:
        return
    passive = group.is_passive
    kind = trigger.entry.type
    if not (kind is EventType.DISASTER and trigger.is_noun):
        yield from subjects_of_verb(stage, trigger)
    yield from _demanded(stage, trigger)
    for c in complements(stage, trigger):
        role = _object_role(stage, trigger, c)
        if role is None:
            continue
        if role is Role.SPEAKER and c.named.actor and c.named.actor.kind is ActorKind.OUTLET:
            continue
        is_doer = passive and c.preposition in stage.sentence.grammar.classes.agent_preposition
        yield c.named, _doer(stage, trigger) if is_doer else role


def subjects_of_verb(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield the actors that stand as subject: targets of a passive, agents otherwise."""
    kind = trigger.entry.type
    phrase = subject_phrase(stage, trigger)
    passive = trigger.group is not None and trigger.group.is_passive
    role = _doer(stage, trigger)
    if (passive or _is_reduced(stage, trigger)) and not trigger.is_noun:
        role = Role.OTHER if kind in MUTUAL else Role.TARGET
    may_own = kind is not EventType.STATEMENT or passive
    for named in phrase.heads or (phrase.owners if may_own else ()):
        yield named, role


def _doer(stage: Stage, trigger: Trigger) -> Role:
    is_meeting = trigger.entry.type is EventType.MEETING
    if is_meeting and trigger.entry.lemma in stage.words.host:
        return Role.HOST
    return agent_role(trigger.entry.type)


def _is_reduced(stage: Stage, trigger: Trigger) -> bool:
    """Tell whether a past form between commas is a passive: "the editor, arrested in May, left"."""
    group = trigger.group
    if group is None or trigger.entry.type not in _SUFFERED or group.begin != group.head:
        return False
    s = stage.sentence
    c = s.grammar.classes
    if s.lower(group.begin - 1) not in c.comma or group.begin - 2 not in stage.at:
        return False
    return s.lower(trigger.end) in c.preposition and any(
        stage.is_verb(j) and s.lower(j - 1) in c.comma for j in range(trigger.end, len(s))
    )


_SUFFERED = (EventType.LEGAL, EventType.ATTACK, EventType.SANCTION)


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
    if c.is_owner and (not _owner_counts(stage, c, kind) or kind is EventType.STATEMENT):
        return None
    if c.preposition:
        return _role_by_preposition(stage, trigger, c)
    if kind is EventType.MILITARY and _is_sent(c):
        return None
    if kind is EventType.STATEMENT and trigger.entry.lemma in stage.words.addressed:
        return Role.ADDRESSEE
    return Role.OTHER if kind in MUTUAL else Role.TARGET


def _role_by_preposition(stage: Stage, trigger: Trigger, c: Complement) -> Role | None:
    """Return the role of what hangs on a preposition, unless it hangs on a noun farther on."""
    kind = trigger.entry.type
    is_passive = trigger.group is not None and trigger.group.is_passive
    role = roles_of(stage.language, kind, is_noun=trigger.is_noun).get(c.preposition)
    if kind is EventType.MEETING and _is_invitation(stage, c):
        return Role.HOST
    if c.preposition in stage.sentence.grammar.classes.agent_preposition:
        return role if is_passive or trigger.is_noun else None
    if c.depth == 0 or trigger.is_noun:
        return role
    if kind is EventType.STATEMENT or c.depth > _FAR_NOUN:
        return role if role is Role.OTHER else None
    return role


_FAR_NOUN = 1


def _is_sent(c: Complement) -> bool:
    """Tell whether the object is what is moved, not who suffers it: "withdrew its troops"."""
    return c.named.actor is not None and c.named.actor.form is ActorForm.GROUP


def _is_invitation(stage: Stage, c: Complement) -> bool:
    """Tell whether the actor is who invited: "at the invitation of the Canadian government"."""
    s = stage.sentence
    j = c.named.begin - 1
    while j > 0 and stage.fills(j):
        j -= 1
    return s.lower(j) in s.grammar.classes.of and s.lower(j - 1) in stage.words.inviting


def _owner_counts(stage: Stage, c: Complement, kind: EventType) -> bool:
    """Tell whether a qualifying name stands for its noun: "shot down Turkish jets"."""
    j = c.named.end
    if stage.is_genitive(j):
        if kind not in _SUFFERED:
            return False
        j += 1
    while stage.is_nameless(j) or stage.fills(j):
        j += 1
    return j not in stage.at

"""The arguments of a noun: owners before it, phrases after it, whoever carries it out."""

from collections.abc import Iterator

from timeline_app.annotation.actor import Role
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.arguments.objects import complements
from timeline_app.extraction.events.arguments.phrases import hangs_on
from timeline_app.extraction.events.arguments.roles import agent_role, roles_of
from timeline_app.extraction.events.arguments.stage import Stage
from timeline_app.extraction.events.arguments.subjects import subject_after_comma, subject_at
from timeline_app.extraction.events.arguments.verbs import Argument
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.names.mention import ActorForm


def arguments_of_noun(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield the actors of a noun with their roles, the owners first."""
    kind = trigger.entry.type
    roles = roles_of(stage.language, kind, is_noun=True)
    owners = list(_owners(stage, trigger))
    suffers = trigger.entry.lemma in stage.words.undergone and not _has_sufferer(stage, trigger)
    yield from ((named, Role.TARGET if suffers else agent_role(kind)) for named in owners)
    if trigger.group is None:
        for c in complements(stage, trigger):
            role = roles.get(c.preposition)
            if role is not None and not (c.is_owner and c.depth):
                yield c.named, _flipped(stage, trigger, role, owners)
        yield from _blamed(stage, trigger)
        yield from _carriers(stage, trigger, owners)


def _has_sufferer(stage: Stage, trigger: Trigger) -> bool:
    """Tell whether "of" names who suffers it: "Sudan's expulsion of the envoy"."""
    of = stage.sentence.grammar.classes.of
    return any(c.preposition in of and not c.depth for c in complements(stage, trigger))


def _flipped(stage: Stage, trigger: Trigger, role: Role, owners: list[Named]) -> Role:
    """Return the role where the noun itself says more: "Russia's bombing of Idlib", "praise of"."""
    if role is Role.AGENT and owners:
        return Role.TARGET
    if role is Role.SPEAKER and trigger.entry.lemma in stage.words.aimed:
        return Role.TARGET
    return role


def _owners(stage: Stage, trigger: Trigger) -> Iterator[Named]:
    """Yield the names that qualify the noun: "Turkey's attack", "the Turkish air strike"."""
    s = stage.sentence
    j = trigger.head - len(trigger.entry.rest) - 1
    steps = 0
    while j >= 0 and steps < _NEAR_OWNER:
        named = stage.at.get(j)
        if named is not None:
            if _qualifies(stage, named, trigger):
                yield named
                yield from _joined(stage, named)
            return
        if not (stage.is_genitive(j) or stage.fills(j) or _is_plain(stage, j)):
            return
        if s.lowers[j] in s.grammar.classes.article:
            return
        j -= 1
        steps += 1


_NEAR_OWNER = 6


def _is_plain(stage: Stage, j: int) -> bool:
    return (stage.is_nameless(j) or stage.is_time(j)) and not stage.is_verb(j)


def _qualifies(stage: Stage, named: Named, trigger: Trigger) -> bool:
    if stage.is_genitive(named.end):
        return True
    actor = named.actor
    assert actor is not None
    if actor.form in (ActorForm.PRONOUN, ActorForm.TITLE):
        return stage.sentence.lower(named.begin) in stage.sentence.grammar.classes.possessive
    first = trigger.head - len(trigger.entry.rest)
    return all(_is_plain(stage, j) or stage.fills(j) for j in range(named.end, first))


_DASHES = frozenset("-–/")


def _joined(stage: Stage, named: Named) -> Iterator[Named]:
    """Yield the owner before an "and": "American and British strikes"."""
    s = stage.sentence
    j = named.begin - 1
    if s.lower(j) in s.grammar.classes.conjunction or s.lower(j) in _DASHES:
        other = stage.at.get(j - 1)
        if other is not None and not hangs_on(stage, other.begin):
            yield other


def _blamed(stage: Stage, trigger: Trigger) -> Iterator[Argument]:
    """Yield who is said after the noun to have done it: "two killings blamed on the army"."""
    s = stage.sentence
    for j in range(trigger.end, min(len(s), trigger.end + _FAR_BLAME)):
        if s.lowers[j] in stage.words.attributing and not stage.is_genitive(j):
            hosts = s.lowers[j] in stage.words.hosting
            role = Role.HOST if hosts else agent_role(trigger.entry.type)
            yield from ((named, role) for named in _behind(stage, j + 1))
            return
        if stage.is_break(j) or s.lowers[j] in s.grammar.classes.complementiser:
            return


_FAR_BLAME = 8


def _behind(stage: Stage, j: int) -> Iterator[Named]:
    s = stage.sentence
    c = s.grammar.classes
    while s.grammar.is_adverb(s.lower(j)) and s.lower(j) not in _BLAME:
        j += 1
    if s.lower(j) not in c.agent_preposition and s.lower(j) not in _BLAME:
        return
    j += 1
    while stage.fills(j):
        j += 1
    named = stage.at.get(j)
    while named is not None:
        yield named
        joins = s.lower(named.end) in c.conjunction
        named = stage.at.get(named.end + 1) if joins else None


_BLAME = frozenset({"on", "to"})


def _carriers(stage: Stage, trigger: Trigger, owners: list[Named]) -> Iterator[Argument]:
    """Yield who carries out what a verb only brings up: "announced sanctions", "on a visit"."""
    kind = trigger.entry.type
    if owners and kind is not EventType.MEETING:
        return
    verb = _verb_over(stage, trigger)
    preposition = hangs_on(stage, trigger.begin)
    if verb is None:
        if kind is EventType.MEETING and preposition in stage.words.invited_by and not owners:
            heads = subject_after_comma(stage, trigger.end).heads
            yield from ((named, agent_role(kind)) for named in heads)
        return
    if preposition in stage.words.accusing:
        yield from _accused(stage, verb, trigger)
    is_performed = not preposition and stage.sentence.lower(verb) in stage.words.performed
    is_attended = kind is EventType.MEETING and preposition in stage.words.invited_by
    if is_performed or is_attended:
        for named in subject_at(stage, verb).heads:
            yield named, agent_role(kind)
        yield from _invited(stage, verb, trigger)


def _accused(stage: Stage, verb: int, trigger: Trigger) -> Iterator[Argument]:
    """Yield who is said to have done it: "accused Eritrea of bombing the town"."""
    said = stage.verbs.get(verb)
    if said is None or said.entry.type is not EventType.STATEMENT or trigger.group is not None:
        return
    for c in complements(stage, said):
        if not c.preposition and not c.is_owner and c.named.end < trigger.begin:
            yield c.named, agent_role(trigger.entry.type)


def _invited(stage: Stage, verb: int, trigger: Trigger) -> Iterator[Argument]:
    """Yield who is asked to come: "invited the leaders to a briefing"."""
    said = stage.verbs.get(verb)
    if said is None or said.entry.type is not EventType.STATEMENT:
        return
    for c in complements(stage, said):
        if not c.preposition and not c.is_owner and c.named.end <= trigger.begin:
            yield c.named, Role.OTHER


def _verb_over(stage: Stage, trigger: Trigger) -> int | None:
    """Return the nearest verb before the noun in its part of the sentence."""
    for j in range(trigger.begin - 1, max(-1, trigger.begin - _FAR_VERB), -1):
        if stage.is_break(j):
            return None
        if stage.is_verb(j) or j in stage.verbs:
            return j
    return None


_FAR_VERB = 16

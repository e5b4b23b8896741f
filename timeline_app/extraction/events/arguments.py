"""Who takes part in a happening, in which role, and where it happens."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.mention import EventType
from timeline_app.annotation.place import Place
from timeline_app.extraction.events.frames import (
    Named,
    clause_range,
    is_possessor,
    objects_of,
    preposition_before,
    subject_of,
)
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.triggers import Trigger
from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.names.mention import ActorForm


@cache
def _roles(language: str, kind: EventType) -> dict[str, Role]:
    table = load_table(language, "events/roles")
    rows = table.get(kind.value, table.get("*", {}))
    return {word: Role(role) for role, words in rows.items() for word in words.split()}


def participants_of(
    sentence: Sentence, trigger: Trigger, names: Sequence[Named], language: str
) -> tuple[Participant, ...]:
    """Return who takes part, the speaker or agent first, each name once."""
    found = [*_from_verb(sentence, trigger, names, language)]
    if trigger.is_noun:
        found = [*_from_noun(sentence, trigger, names, language), *found]
    return _distinct(found)


def _distinct(found: Iterable[tuple[Named, Role]]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for named, role in found:
        actor = named.actor
        if actor is None:
            continue
        for name in actor.names:
            if name and name not in kept:
                kept[name] = Participant(name=name, role=role, kind=actor.kind, span=actor.span)
    return tuple(sorted(kept.values(), key=lambda p: p.role not in _FIRST))


_FIRST = (Role.SPEAKER, Role.AGENT)


def _agent_role(kind: EventType) -> Role:
    return Role.SPEAKER if kind is EventType.STATEMENT else Role.AGENT


def _from_verb(
    sentence: Sentence, trigger: Trigger, names: Sequence[Named], language: str
) -> Iterator[tuple[Named, Role]]:
    if trigger.group is None:
        return
    kind = trigger.entry.type
    passive = trigger.group.is_passive and not trigger.is_noun
    for named in subject_of(sentence, trigger, names):
        yield named, Role.TARGET if passive else _agent_role(kind)
    roles = _roles(language, kind)
    by = sentence.grammar.classes.agent_preposition
    for preposition, named in objects_of(sentence, trigger, names):
        role = _object_role(sentence, named, preposition, roles, kind)
        if role is Role.SPEAKER and named.actor and named.actor.kind is ActorKind.OUTLET:
            continue
        if role is not None:
            yield named, _agent_role(kind) if passive and preposition in by else role


def _object_role(
    sentence: Sentence,
    named: Named,
    preposition: str,
    roles: dict[str, Role],
    kind: EventType,
) -> Role | None:
    if preposition:
        return roles.get(preposition)
    assert named.actor is not None
    if is_possessor(sentence, named) and kind in _NOT_OF_OWNERS:
        return None
    return Role.OTHER if kind in _MUTUAL else Role.TARGET


_MUTUAL = (EventType.MEETING, EventType.AGREEMENT)
_NOT_OF_OWNERS = (EventType.STATEMENT, EventType.MEETING)


def _from_noun(
    sentence: Sentence, trigger: Trigger, names: Sequence[Named], language: str
) -> Iterator[tuple[Named, Role]]:
    """Yield owners and makers before the noun, and the names after it by their prepositions."""
    kind = trigger.entry.type
    roles = _roles(language, kind)
    for named in names:
        if named.actor is None:
            continue
        if named.end <= trigger.head and _leans_on(sentence, named, trigger):
            yield named, _agent_role(kind)
        elif trigger.group is None and named.begin >= trigger.end:
            if not _reaches(sentence, trigger, named):
                break
            role = roles.get(preposition_before(sentence, named.begin))
            if role is not None:
                yield named, role


_NEAR_OWNER = 4


def _leans_on(sentence: Sentence, named: Named, trigger: Trigger) -> bool:
    """Tell whether the name modifies the noun: "Turkey's attack", "the Turkish attack"."""
    assert named.actor is not None
    between = range(named.end, trigger.head)
    if len(between) > _NEAR_OWNER:
        return False
    is_modifier = named.actor.form is ActorForm.DEMONYM or is_possessor(sentence, named)
    is_compound = len(between) <= 1 and not sentence.grammar.is_adjective(sentence.lower(named.end))
    closed = sentence.grammar.classes
    clear = all(
        sentence.lowers[j] in closed.genitive
        or sentence.is_open(j)
        or sentence.grammar.is_adjective(sentence.lowers[j])
        for j in between
    )
    return clear and (is_modifier or is_compound)


_FAR_OBJECT = 12


def _reaches(sentence: Sentence, trigger: Trigger, named: Named) -> bool:
    """Tell whether only the noun's own phrases stand between it and the name."""
    _, end = clause_range(sentence, trigger.head)
    if named.begin >= end or named.begin - trigger.end > _FAR_OBJECT:
        return False
    return not any(sentence.is_finite_verb(j) for j in range(trigger.end, named.begin))


def places_of(sentence: Sentence, trigger: Trigger, names: Sequence[Named]) -> tuple[Place, ...]:
    """Return the places in the trigger's clause, those after it first."""
    begin, end = clause_range(sentence, trigger.head)
    inside = [n for n in names if n.place and begin <= n.begin < end]
    inside.sort(key=lambda n: (n.begin < trigger.begin, n.begin))
    kept: dict[str, Place] = {}
    for named in inside:
        assert named.place is not None
        kept.setdefault(named.place.name, named.place)
    return tuple(kept.values())

"""Who takes part in the happenings of one sentence."""

from collections.abc import Iterable, Sequence

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.extraction.events.arguments.nouns import arguments_of_noun
from timeline_app.extraction.events.arguments.stage import Stage, stage_of
from timeline_app.extraction.events.arguments.verbs import Argument, arguments_of_verb
from timeline_app.extraction.events.frames import Named
from timeline_app.extraction.events.grammar import Sentence
from timeline_app.extraction.events.triggers import Trigger


def participants_in(
    sentence: Sentence, triggers: Sequence[Trigger], names: Sequence[Named], language: str
) -> list[tuple[Participant, ...]]:
    """Return who takes part in what each trigger names, the speaker or agent first."""
    stage = stage_of(sentence, triggers, names, language)
    if not stage.actors:
        return [()] * len(triggers)
    return [participants_of(stage, trigger) for trigger in triggers]


def participants_of(stage: Stage, trigger: Trigger) -> tuple[Participant, ...]:
    """Return who takes part in what one trigger names, each name once."""
    found: list[Argument] = []
    if trigger.is_noun:
        found.extend(arguments_of_noun(stage, trigger))
    found.extend(arguments_of_verb(stage, trigger))
    return _distinct(found)


def _distinct(found: Iterable[Argument]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for named, role in found:
        actor = named.actor
        if actor is None:
            continue
        for name in actor.names:
            if name and name not in kept:
                kept[name] = Participant(name=name, role=role, kind=actor.kind, span=actor.span)
        for body in actor.speaks_for if role is Role.SPEAKER else ():
            kept.setdefault(body, Participant(name=body, role=role, kind=_BODY, span=actor.span))
    return tuple(sorted(kept.values(), key=lambda p: p.role not in _FIRST))


_BODY = ActorKind.ORGANISATION
_FIRST = (Role.SPEAKER, Role.AGENT)

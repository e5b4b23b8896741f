"""What a mention without names takes over from an earlier telling of its happening."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.frames import is_definite
from timeline_app.extraction.telling import Telling

_LOOK_BACK = 40
"""How many tellings back an earlier one is looked for."""
_NEVER = (EventType.STATEMENT, EventType.DISASTER)
_MUTUAL = (EventType.MEETING, EventType.AGREEMENT)


def with_inherited_arguments(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings, those without names given the people and places of earlier ones.

    "The talks ended" has the sides of the talks that the article told of before.
    """
    done: list[Telling] = []
    fullest: dict[int, Candidate] = {}
    for k, telling in enumerate(tellings):
        root = k if telling.same_as is None else telling.same_as
        earlier = _earlier(telling.candidate, fullest.get(root), done)
        done.append(telling if earlier is None else _completed(telling, earlier))
        if not _lacks_people(done[k].candidate):
            fullest.setdefault(root, done[k].candidate)
    return tuple(done)


def _earlier(
    candidate: Candidate, repeated: Candidate | None, done: Sequence[Telling]
) -> Candidate | None:
    """Return the earlier telling that has what this one lacks, None where there is none.

    `repeated` is an earlier telling of the same happening that names people.
    """
    if candidate.type in _NEVER or not _lacks_people(candidate):
        return None
    if repeated is not None or not _points_back(candidate):
        return repeated
    near = reversed(done[-_LOOK_BACK:])
    return next((t.candidate for t in near if _is_alike(t.candidate, candidate)), None)


def _lacks_people(candidate: Candidate) -> bool:
    needed = 2 if candidate.type in _MUTUAL and candidate.trigger.is_noun else 1
    return len(candidate.participants) < needed


def _points_back(candidate: Candidate) -> bool:
    """Tell whether a noun speaks of something known: "the visit", "the talks"."""
    trigger = candidate.trigger
    return trigger.is_noun and is_definite(candidate.sentence, trigger)


def _is_alike(earlier: Candidate, later: Candidate) -> bool:
    if earlier.type is not later.type or _lacks_people(earlier):
        return False
    own = {p.name for p in later.participants}
    if own and own.isdisjoint(p.name for p in earlier.participants):
        return False
    is_named_again = earlier.trigger.entry.lemma == later.trigger.entry.lemma
    return is_named_again or later.type in _MUTUAL


def _completed(telling: Telling, earlier: Candidate) -> Telling:
    candidate = telling.candidate
    own = {p.name for p in candidate.participants}
    people = (*candidate.participants, *(p for p in earlier.participants if p.name not in own))
    places = candidate.places or earlier.places
    return replace(telling, candidate=replace(candidate, participants=people, places=places))

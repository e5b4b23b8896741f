"""Who and where two articles have in common in what they tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.place import Place
from timeline_app.storage.consolidating import Said
from timeline_app.storage.folding import fold, surname


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who and where one side tells of, in all its mentions together."""

    participants: tuple[Participant, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """Two sides, with the actors and places that both name."""

    ours: Side
    theirs: Side
    who: tuple[str, ...]
    where: tuple[str, ...]


def common_ground(ours: Sequence[Said], theirs: Sequence[Said]) -> Common:
    """Return who and where two articles have in common in what they tell of a happening."""
    one, other = _side(ours), _side(theirs)
    return Common(
        ours=one,
        theirs=other,
        who=shared_names(one.participants, other.participants),
        where=_shared_places(one, other),
    )


def _side(said: Sequence[Said]) -> Side:
    mentions = [one.mention for one in said]
    return Side(
        participants=tuple(dict.fromkeys(who for m in mentions for who in m.participants)),
        places=tuple(dict.fromkeys(place for m in mentions for place in m.places)),
    )


def towns(side: Side) -> set[str]:
    """Return the names of the places, folded."""
    return {fold(place.name) for place in side.places}


def speakers(side: Side) -> tuple[Participant, ...]:
    """Return who speaks."""
    return tuple(who for who in side.participants if who.role is Role.SPEAKER)


def shared_names(ours: Iterable[Participant], theirs: Sequence[Participant]) -> tuple[str, ...]:
    """Return the actors that both name, each once, by the longest name."""
    shared: list[Participant] = []
    for one in sorted(ours, key=lambda who: -len(who.name)):
        match = next((other for other in theirs if _is_same_actor(one, other)), None)
        if match is None or any(_is_same_actor(one, known) for known in shared):
            continue
        shared.append(max(one, match, key=lambda who: len(who.name)))
    return tuple(who.name for who in shared)


def _is_same_actor(one: Participant, other: Participant) -> bool:
    """Tell whether two names are one actor's; a bare surname is enough for a person.

    Case, accents and "al-" make no difference.
    """
    ours, theirs = fold(one.name).split(), fold(other.name).split()
    if ours == theirs:
        return True
    is_person = ActorKind.PERSON in (one.kind, other.kind)
    is_bare = min(len(ours), len(theirs)) == 1
    return is_person and is_bare and surname(one.name) == surname(other.name)


def _shared_places(ours: Side, theirs: Side) -> tuple[str, ...]:
    names = towns(theirs)
    return tuple(dict.fromkeys(p.name for p in ours.places if fold(p.name) in names))

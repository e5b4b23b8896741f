"""Who, where and what two articles have in common in what they tell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.place import Place
from timeline_app.extraction.names.gazetteer import territories
from timeline_app.storage.consolidating import Said, Setting
from timeline_app.storage.folding import fold, is_described, surname
from timeline_app.storage.proper_names import proper_names

_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+(?![\w])")
_SMALLEST_FIGURE = 32
"""Smaller ones may be days of a month."""
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who and where one side tells of, in all its mentions together, and what it names besides.

    `around` are the proper names of its sentences and of its article's beginning, `lead` those of
    the beginning alone, `named` those of the sentences that are neither actors nor places.
    """

    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    named: frozenset[str]
    around: frozenset[str]
    lead: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """Two sides, with what both name.

    `who` and `where` are named by both; `who_around` and `where_around` by one, and in the words
    around what the other tells. `named` and `figures` stand in the sentences of both; `subject`
    counts the names that both articles begin with.
    """

    ours: Side
    theirs: Side
    who: tuple[Participant, ...]
    where: tuple[Place, ...]
    who_around: tuple[str, ...]
    where_around: tuple[str, ...]
    named: frozenset[str]
    figures: frozenset[str]
    subject: int


def without_surroundings(common: Common) -> Common:
    """Return what both name themselves: one article's words stand around all that it tells."""
    return replace(common, who_around=(), where_around=(), subject=0)


def common_ground(one: Side, other: Side) -> Common:
    """Return what two articles have in common in what they tell of a happening."""
    who = shared_actors(one.participants, other.participants)
    where = _shared_places(one, other)
    return Common(
        ours=one,
        theirs=other,
        who=who,
        where=where,
        who_around=tuple(dict.fromkeys((*_who_around(one, other), *_who_around(other, one)))),
        where_around=tuple(dict.fromkeys((*_where_around(one, other), *_where_around(other, one)))),
        named=one.named & other.named,
        figures=one.figures & other.figures,
        subject=len(one.lead & other.lead),
    )


def side_of(said: Sequence[Said]) -> Side:
    """Return who, where and what mentions of one happening name together."""
    mentions = [one.mention for one in said]
    participants = tuple(dict.fromkeys(who for m in mentions for who in m.participants))
    places = tuple(dict.fromkeys(place for m in mentions for place in m.places))
    told = frozenset[str]().union(*(proper_names(one.quote) for one in said))
    lead = frozenset[str]().union(*(_lead_names(one.setting) for one in said))
    known = {part for who in participants for part in fold(who.name).split()}
    known |= {part for place in places for part in fold(place.name).split()}
    return Side(
        participants=participants,
        places=places,
        named=told - known,
        around=told | lead,
        lead=lead,
        figures=frozenset[str]().union(*(_figures(one.quote) for one in said)),
    )


def _lead_names(setting: Setting) -> frozenset[str]:
    return proper_names(setting.lead)


@lru_cache(maxsize=1024)
def _figures(text: str) -> frozenset[str]:
    """Return the figures of a text that are no day, hour or year."""
    found = (match.replace(",", "") for match in _FIGURE.findall(text))
    return frozenset(
        one for one in found if int(one[:9]) >= _SMALLEST_FIGURE and int(one[:9]) not in _YEARS
    )


def is_territory(place: Place) -> bool:
    """Tell whether a place is a state or a region, which much else happens in."""
    return place.name in territories()


def is_nameless(who: Participant) -> bool:
    """Tell whether an actor is only described: "gunmen", "French president"."""
    return is_described(who.name)


def speakers(side: Side) -> tuple[Participant, ...]:
    """Return who speaks."""
    return tuple(who for who in side.participants if who.role is Role.SPEAKER)


def shared_actors(
    ours: Iterable[Participant], theirs: Sequence[Participant]
) -> tuple[Participant, ...]:
    """Return the actors that both name, each once, by the longest name."""
    shared: list[Participant] = []
    for one in sorted(ours, key=lambda who: (-len(who.name), who.name)):
        match = next((other for other in theirs if is_same_actor(one, other)), None)
        if match is None or any(is_same_actor(one, known) for known in shared):
            continue
        shared.append(max(one, match, key=lambda who: len(who.name)))
    return tuple(shared)


def is_same_actor(one: Participant, other: Participant) -> bool:
    """Tell whether two names are one actor's; a bare surname is enough for a person.

    Case, accents and "al-" make no difference.
    """
    ours, theirs = fold(one.name).split(), fold(other.name).split()
    if ours == theirs:
        return True
    is_person = ActorKind.PERSON in (one.kind, other.kind)
    is_bare = min(len(ours), len(theirs)) == 1
    return is_person and is_bare and surname(one.name) == surname(other.name)


def _shared_places(ours: Side, theirs: Side) -> tuple[Place, ...]:
    names = {fold(place.name) for place in theirs.places}
    found = {fold(place.name): place for place in ours.places if fold(place.name) in names}
    return tuple(found.values())


def _who_around(one: Side, other: Side) -> Iterable[str]:
    """Yield the actors that one names and the words around the other's telling do."""
    for who in one.participants:
        is_theirs = any(is_same_actor(who, theirs) for theirs in other.participants)
        if not is_nameless(who) and not is_theirs and surname(who.name) in other.around:
            yield who.name


def _where_around(one: Side, other: Side) -> Iterable[str]:
    names = {fold(place.name) for place in other.places}
    for place in one.places:
        last = fold(place.name).split()[-1]
        if fold(place.name) not in names and last in other.around and not is_territory(place):
            yield place.name

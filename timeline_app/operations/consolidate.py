"""Deciding that two articles tell of one happening: never at the price of a wrong merge.

The decision is pure; storage hands over what an article tells and the events that may be the same
(`storage.importing`), and keeps the reason that is given here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.mention import EventType
from timeline_app.operations.common_ground import (
    Common,
    Side,
    common_ground,
    is_nameless,
    is_territory,
    shared_actors,
    side_of,
    speakers,
    without_surroundings,
)
from timeline_app.operations.evidence import (
    MOST_OF_A_PAIR,
    Pair,
    pair_of,
    weight,
    weight_of_actor,
    weight_of_common,
    weight_of_place,
)
from timeline_app.operations.merge_reason import reason_of
from timeline_app.operations.nearness import When
from timeline_app.storage.consolidating import Candidate, Match, Said, Telling

_ENOUGH = 6.0
_ENOUGH_FOR_A_DISPUTE = 7.0
_ENOUGH_UNDATED = 6.5
_ENOUGH_TO_CONNECT = 7.0
_LEAST_LIKELY = 2.0
_CLEARLY = 1.0
_MUCH_AROUND = 2

_Rule = Callable[[Pair], bool]


def choose_event(telling: Telling, candidates: Sequence[Candidate]) -> Match | None:
    """Return the event that an article tells of too, with the reason; None where none is sure.

    Of two events that the user said are different, one must be clearly the likelier.
    """
    side = side_of(telling.said)
    found = [one for candidate in candidates if (one := _compare(telling.said, side, candidate))]
    if not found:
        return None
    found.sort(key=lambda one: (-one[0].strength, one[0].event_id))
    best, candidate = found[0]
    rivals = (other for other, _ in found[1:] if other.event_id in candidate.apart_from)
    if any(best.strength - rival.strength < _CLEARLY for rival in rivals):
        return None
    return replace(best, also=_also(telling, best, candidate, found[1:]))


def _also(
    telling: Telling, best: Match, candidate: Candidate, others: Sequence[tuple[Match, Candidate]]
) -> tuple[Match, ...]:
    """Return the events that are as surely the one told: it connects what stood apart."""
    if best.strength < _ENOUGH_TO_CONNECT:
        return ()
    return tuple(
        match
        for match, other in others
        if match.strength >= _ENOUGH_TO_CONNECT
        and other.event_id not in candidate.apart_from
        and _may_be_connected(telling, candidate, other)
    )


def _may_be_connected(telling: Telling, one: Candidate, other: Candidate) -> bool:
    """Tell whether nothing speaks against two events of one day being the same."""
    ours = side_of(telling.said)
    sides = (side_of(one.said), side_of(other.said))
    if all(_has_company(side, apart_from=ours) for side in sides):
        return False
    common = common_ground(*sides)
    pairs = [pair for o in one.said for t in other.said if (pair := pair_of(o, t, common))]
    is_one_day = any(pair.is_same_day for pair in pairs)
    return is_one_day and not _clash_of_places(common) and not any(map(_clash_of_roles, pairs))


def rank_alike(said: Sequence[Said], candidates: Sequence[Candidate]) -> tuple[Match, ...]:
    """Return events that might be the one told, best first, though none may be sure."""
    found: list[Match] = []
    ours = side_of(said)
    for candidate in candidates:
        pairs = _pairs(said, ours, candidate.said, least=_LEAST_LIKELY)
        likely = [pair for pair in pairs if _is_worth_a_look(pair.common)]
        if likely:
            best = max(likely, key=weight)
            if weight(best) >= _LEAST_LIKELY:
                found.append(_match(candidate, best))
    found.sort(key=lambda one: (-one.strength, one.event_id))
    return tuple(found)


def _is_worth_a_look(common: Common) -> bool:
    """Tell whether both name who or where, or the words around one telling name much of it."""
    around = len(common.who_around) + len(common.where_around)
    return bool(common.who or common.where) or around >= _MUCH_AROUND


def _match(candidate: Candidate, pair: Pair) -> Match:
    return Match(event_id=candidate.event_id, reason=reason_of(pair), strength=weight(pair))


def _compare(
    ours: Sequence[Said], side: Side, candidate: Candidate
) -> tuple[Match, Candidate] | None:
    """Return what speaks for a merge; None where too little does, or something speaks against."""
    pairs = _pairs(ours, side, candidate.said, least=_ENOUGH)
    agreeing = [pair for pair in pairs if _is_sure(pair)]
    if not agreeing or _clash_of_places(common_ground(side, side_of(candidate.said))):
        return None
    return _match(candidate, max(agreeing, key=weight)), candidate


def _pairs(
    ours: Sequence[Said], side: Side, theirs: Sequence[Said], *, least: float
) -> Iterator[Pair]:
    """Yield the pairs of mentions that may be one happening, article by article.

    Articles are left out where nothing could come to `least`.
    """
    for telling in _by_article(theirs):
        common = common_ground(side, side_of(telling))
        if _is_of_one_article(ours, telling):
            common = without_surroundings(common)
        if weight_of_common(common) + MOST_OF_A_PAIR < least:
            continue
        pairs = (pair_of(o, t, common) for o in ours for t in telling)
        yield from (pair for pair in pairs if pair is not None)


def _is_of_one_article(ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    known = {one.setting.document_id for one in theirs}
    return all(one.setting.document_id in known for one in ours)


def _by_article(said: Sequence[Said]) -> list[list[Said]]:
    articles: dict[int, list[Said]] = {}
    for one in said:
        articles.setdefault(one.setting.document_id, []).append(one)
    return list(articles.values())


def _is_sure(pair: Pair) -> bool:
    """Tell whether enough speaks for two reports being of one happening, and nothing against."""
    if _clash_of_places(pair.common) or _clash_of_roles(pair):
        return False
    if pair.near.when is When.CLOSE and not _is_dispute(pair):
        return False
    enough = _LEAST[pair.near.when]
    return weight(pair) >= enough and _RULES[pair.ours.mention.type](pair)


_LEAST = {
    When.SAME: _ENOUGH,
    When.WITHIN: _ENOUGH,
    When.STRETCH: _ENOUGH,
    When.CLOSE: _ENOUGH_FOR_A_DISPUTE,
    When.UNDATED: _ENOUGH_UNDATED,
}


def _is_dispute(pair: Pair) -> bool:
    """Tell whether two dates are given for one happening: all else must be the same."""
    if not pair.common.where or len(_named(pair.common.who)) < 2:
        return False
    return pair.wording.is_same or (pair.near.days == 1 and pair.is_told_alike)


def _meets(pair: Pair) -> bool:
    """Two named parties; or one and the town or the other's name, with nobody else beside them."""
    common = pair.common
    named = _named(common.who)
    if len(named) >= 2:
        return pair.is_same_day or pair.is_told_alike
    if named and _is_same_visit(pair):
        return True
    if _have_other_company(common) or not _is_known(pair):
        return False
    is_placed = bool(common.where or common.where_around)
    return is_placed and bool(named or pair.wording.is_same_head)


def _is_same_visit(pair: Pair) -> bool:
    """Tell whether both tell of one person's journey to one town on one day."""
    is_to_town = any(not is_territory(place) for place in pair.common.where)
    return pair.is_same_day and is_to_town and pair.is_same_kind


def _strikes(pair: Pair) -> bool:
    """Told alike, and known by a party or a town that one side may leave to its article."""
    return pair.is_told_alike and _is_known(pair)


def _acts(pair: Pair) -> bool:
    """Told alike, and known by a party or a town that both name."""
    return pair.is_told_alike and _weight_of_named(pair.common) >= 1.5 and _is_known(pair)


def _is_known(pair: Pair) -> bool:
    """Tell whether both name who or where, well enough for how well they are dated."""
    common = pair.common
    if not _named(common.who) and _have_other_company(common):
        return False
    direct = _weight_of_named(common)
    if pair.near.when is When.SAME:
        around = len(common.who_around) + len(common.where_around)
        return direct + around + len(common.figures) >= 1.0
    return direct >= (3.0 if pair.near.when is When.STRETCH else 2.0)


def _weight_of_named(common: Common) -> float:
    actors = sum(map(weight_of_actor, _named(common.who)))
    return actors + sum(map(weight_of_place, common.where))


def _says(pair: Pair) -> bool:
    """One speaker, one day, the same words."""
    common = pair.common
    is_one_speaker = bool(shared_actors(speakers(common.ours), speakers(common.theirs)))
    return is_one_speaker and pair.is_same_day and (pair.wording.is_same or pair.wording.has_run)


_RULES: dict[EventType, _Rule] = {
    EventType.MEETING: _meets,
    EventType.ATTACK: _strikes,
    EventType.STATEMENT: _says,
    EventType.AGREEMENT: _meets,
    EventType.MILITARY: _acts,
    EventType.SANCTION: _acts,
    EventType.LEGAL: _acts,
    EventType.PROTEST: _strikes,
    EventType.DISASTER: _strikes,
    EventType.OTHER: _acts,
}


def _named(who: Sequence[Participant]) -> list[Participant]:
    return [one for one in who if not is_nameless(one)]


def _have_other_company(common: Common) -> bool:
    """Tell whether each side names somebody whom the other does not."""
    ours, theirs = common.ours, common.theirs
    return _has_company(ours, apart_from=theirs) and _has_company(theirs, apart_from=ours)


def _has_company(side: Side, *, apart_from: Side) -> bool:
    """Tell whether a side names somebody whom another does not."""
    return any(
        who.kind is not ActorKind.GROUP
        and not is_nameless(who)
        and not shared_actors([who], apart_from.participants)
        for who in side.participants
    )


def _clash_of_places(common: Common) -> bool:
    """Tell whether both name towns, or both name countries, and none of them is the same.

    A town and the country that it lies in agree.
    """
    if common.where or not common.ours.places or not common.theirs.places:
        return False
    ours = {place.country for place in common.ours.places if place.country}
    theirs = {place.country for place in common.theirs.places if place.country}
    if not ours & theirs:
        return True
    is_wide = (all(map(is_territory, side.places)) for side in (common.ours, common.theirs))
    return not any(is_wide)


def _clash_of_roles(pair: Pair) -> bool:
    """Tell whether who does it in one is who suffers it in the other.

    One actor in the same part in both speaks for a part that was read wrongly.
    """
    one, other = pair.mentions
    for role in (Role.AGENT, Role.TARGET):
        ours = [who for who in one.participants if who.role is role]
        if shared_actors(ours, [who for who in other.participants if who.role is role]):
            return False
    return any(
        shared_actors(
            [who for who in doing.participants if who.role is Role.AGENT],
            [who for who in suffering.participants if who.role is Role.TARGET],
        )
        for doing, suffering in ((one, other), (other, one))
    )

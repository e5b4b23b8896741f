"""Deciding that two articles tell of one happening: never at the price of a wrong merge.

The decision is pure; storage hands over what an article tells and the events that may be the same
(`storage.importing`), and keeps the reason that is given here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.annotation.actor import Role
from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventMention, EventType, Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, civil
from timeline_app.operations.common_ground import (
    Common,
    common_ground,
    shared_names,
    speakers,
    towns,
)
from timeline_app.operations.wording import Wording, compare_wording
from timeline_app.storage.consolidating import Candidate, Match, Said, Telling

_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY})
_HAPPENED_OR_PLANNED = frozenset({Modality.ACTUAL, Modality.PLANNED})
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DISPUTE_DAYS = 2
_MOST_NAMES_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two mentions of one type that are compared, with what their sides have in common."""

    ours: EventMention
    theirs: EventMention
    common: Common
    days_apart: int
    wording: Wording

    @property
    def who(self) -> tuple[str, ...]:
        """Return the actors that both sides name."""
        return self.common.who

    @property
    def where(self) -> tuple[str, ...]:
        """Return the places that both sides name."""
        return self.common.where

    @property
    def same_day(self) -> bool:
        """Tell whether both have the same date."""
        return self.days_apart == 0

    @property
    def is_told_alike(self) -> bool:
        """Tell whether both use similar words, or words of one finer type."""
        return self.is_same_kind or self.wording.is_similar

    @property
    def is_same_kind(self) -> bool:
        """Tell whether both are of one finer type."""
        return self.ours.subtype == self.theirs.subtype != ""


_Rule = Callable[[_Pair], bool]


def choose_event(telling: Telling, candidates: Sequence[Candidate]) -> Match | None:
    """Return the event that an article tells of too, with the reason; None where none is sure."""
    best: tuple[float, EventId, str] | None = None
    for candidate in candidates:
        found = _compare(telling.said, candidate.said)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], candidate.event_id, found[1])
    return None if best is None else Match(event_id=best[1], reason=best[2])


def rank_alike(said: Sequence[Said], candidates: Sequence[Candidate]) -> tuple[Match, ...]:
    """Return events that might be the one told, best first, though none may be sure.

    They share at least who or where, near the same date.
    """
    found: list[tuple[float, Match]] = []
    for candidate in candidates:
        pairs = _pairs(said, candidate.said)
        if pairs:
            best = max(pairs, key=_strength)
            strength = _strength(best)
            match = Match(event_id=candidate.event_id, reason=_reason(best), strength=strength)
            found.append((strength, match))
    found.sort(key=lambda one: (-one[0], one[1].event_id))
    return tuple(match for _, match in found)


def _compare(ours: Sequence[Said], theirs: Sequence[Said]) -> tuple[float, str] | None:
    """Return how much speaks for a merge, and why; None where too little does."""
    agreeing = [pair for pair in _pairs(ours, theirs) if _RULES[pair.ours.type](pair)]
    if not agreeing:
        return None
    best = max(agreeing, key=_strength)
    return _strength(best), _reason(best)


def _pairs(ours: Sequence[Said], theirs: Sequence[Said]) -> list[_Pair]:
    """Return the pairs of mentions that may be one happening; none without who or where."""
    common = common_ground(ours, theirs)
    if not common.who and not common.where:
        return []
    return [pair for o in ours for t in theirs if (pair := _pair(o, t, common)) is not None]


def _strength(pair: _Pair) -> float:
    closeness = 100.0 * max(pair.wording.titles, pair.wording.quotes)
    return 100.0 * pair.same_day + 40.0 * len(pair.who) + 20.0 * len(pair.where) + closeness


def _pair(ours: Said, theirs: Said, common: Common) -> _Pair | None:
    """Return two mentions with what they share; None where they cannot be one happening."""
    one, other = ours.mention, theirs.mention
    if one.type is not other.type or one.time is None or other.time is None:
        return None
    if not _may_be_one_status(one.modality, other.modality):
        return None
    days_apart = _days_apart(one.time, other.time)
    if days_apart is None:
        return None
    return _Pair(
        ours=one,
        theirs=other,
        common=common,
        days_apart=days_apart,
        wording=compare_wording(ours, theirs),
    )


def _may_be_one_status(one: Modality, other: Modality) -> bool:
    """Tell whether a status may be another's: a plan may come true, a proposal is no deed."""
    return one is other or {one, other} <= _HAPPENED_OR_PLANNED


def _days_apart(one: EventTime, other: EventTime) -> int | None:
    """Return how far two dates lie apart, 0 for the same; None where they cannot be compared.

    A month is compared with the very same month alone, and never with a day in it.
    """
    if one.precision not in _FINE or other.precision not in _FINE:
        return 0 if (one.begin, one.end) == (other.begin, other.end) else None
    first, second = _first_day(one), _first_day(other)
    if one.interval.overlaps(other.interval) or first == second:
        return 0
    if first is None or second is None or abs(first - second) > _DISPUTE_DAYS:
        return None
    return abs(first - second)


def _first_day(time: EventTime) -> int | None:
    return None if time.begin is None else time.begin // DAY_S


def _meets(pair: _Pair) -> bool:
    """Two named parties on one day; or one, in the same place, told alike as the same thing."""
    if _clash_of_places(pair):
        return False
    if not pair.same_day:
        return _is_dispute(pair)
    is_same_visit = pair.who and pair.where and pair.is_same_kind and pair.wording.is_similar
    return len(pair.who) >= 2 or bool(is_same_visit)


def _strikes(pair: _Pair) -> bool:
    """One day, and two parties, or one party or a place in common, told ever more alike."""
    if _clash_of_places(pair) or _clash_of_roles(pair):
        return False
    if not pair.same_day:
        return _is_dispute(pair)
    if len(pair.who) >= 2:
        return pair.is_told_alike
    if not pair.wording.is_similar:
        return False
    return bool(pair.where) or (bool(pair.who) and pair.is_same_kind)


def _is_dispute(pair: _Pair) -> bool:
    """Tell whether two dates are given for one happening: all else must be the same."""
    if not pair.where or len(pair.who) < 2:
        return False
    return pair.wording.is_same or (pair.days_apart == 1 and pair.is_told_alike)


def _says(pair: _Pair) -> bool:
    """One speaker, one day, the same words."""
    ours, theirs = speakers(pair.common.ours), speakers(pair.common.theirs)
    same_speaker = bool(shared_names(ours, theirs))
    return same_speaker and pair.same_day and pair.wording.is_same


def _acts(pair: _Pair) -> bool:
    """One day, and two actors in common told in similar words, or one in the same words."""
    if not pair.same_day or not pair.who or _clash_of_places(pair) or _clash_of_roles(pair):
        return False
    return pair.wording.is_same or (len(pair.who) >= 2 and pair.is_told_alike)


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


def _clash_of_places(pair: _Pair) -> bool:
    """Tell whether both name towns, or both name countries, and none of them is the same."""
    if pair.where or not pair.common.ours.places or not pair.common.theirs.places:
        return False
    ours = {place.country for place in pair.common.ours.places if place.country}
    theirs = {place.country for place in pair.common.theirs.places if place.country}
    return not (ours & theirs) or towns(pair.common.ours).isdisjoint(towns(pair.common.theirs))


def _clash_of_roles(pair: _Pair) -> bool:
    """Tell whether who does it in one is who suffers it in the other."""
    doers = [who for who in pair.ours.participants if who.role is Role.AGENT]
    victims = [who for who in pair.theirs.participants if who.role is Role.TARGET]
    if shared_names(doers, victims):
        return True
    doers = [who for who in pair.theirs.participants if who.role is Role.AGENT]
    victims = [who for who in pair.ours.participants if who.role is Role.TARGET]
    return bool(shared_names(doers, victims))


def _reason(pair: _Pair) -> str:
    parts = ["same type"]
    if pair.who:
        parts.append(f"both involve {_listed(pair.who)}")
    if pair.where:
        parts.append(f"both in {_listed(pair.where)}")
    ours, theirs = _day_text(pair.ours.time), _day_text(pair.theirs.time)
    parts.append(f"both on {theirs}" if pair.same_day else f"dates differ: {theirs}, here {ours}")
    if pair.wording.is_same:
        parts.append("told in much the same words")
    if {pair.ours.modality, pair.theirs.modality} == _HAPPENED_OR_PLANNED:
        parts.append("one tells of the plan, the other of the outcome")
    return ", ".join(parts)


def _listed(names: Sequence[str]) -> str:
    names = names[:_MOST_NAMES_TOLD]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _day_text(time: EventTime | None) -> str:
    if time is None or time.begin is None:
        return "no date"
    c = civil(time.begin)
    return f"{c.day} {_MONTHS[c.month - 1]} {c.year}"

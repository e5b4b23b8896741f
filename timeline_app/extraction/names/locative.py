"""Tell a place where something happens from a party that acts under a place's name."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.extraction.names.gazetteer import Known
from timeline_app.extraction.names.reading import NameReading
from timeline_app.extraction.names.units import Shape, Unit, UnitKind

_BACK = 6
"""Words before a preposition in which a word of motion or of dealing is looked for."""
_AHEAD = 3
"""Words after a possessive in which a relational noun is looked for."""
_NEVER_PLACES = (Known.ADJECTIVE, Known.PEOPLE, Known.OUTLET, Known.CREED)
_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Location:
    """How the names of one text stand: as places, or as parties; first tokens of the pieces."""

    places: frozenset[int]
    actors: frozenset[int]
    """Capitals that act for their state, and regions that act."""


def locate(reading: NameReading) -> Location:
    """Return which names stand where a place stands, and which capitals and regions act."""
    places: set[int] = set()
    actors: set[int] = set()
    before: Unit | None = None
    for unit in reading.units:
        if unit.kind is UnitKind.KNOWN or unit.kind is UnitKind.NAME:
            if _is_place(reading, unit, before, places):
                places.add(unit.first)
            elif _must_act(unit) and _acts(reading, unit, before, actors):
                actors.add(unit.first)
            before = unit
    return Location(frozenset(places), frozenset(actors))


def _must_act(unit: Unit) -> bool:
    """Tell whether a name is a party only where it acts: a capital, a region."""
    is_plain = unit.entry is not None and unit.shape is Shape.PLAIN
    return is_plain and unit.entry is not None and unit.entry.kind in (Known.CAPITAL, Known.REGION)


def _is_place(reading: NameReading, unit: Unit, before: Unit | None, places: set[int]) -> bool:
    is_barred = unit.entry is not None and unit.entry.kind in _NEVER_PLACES
    if (is_barred and unit.shape is Shape.PLAIN) or modifies_noun(reading, unit):
        return False
    lowers, words = reading.tokens.lowers, reading.lexicon.words
    at = unit.first - 1
    while at >= 0 and (_is_before_places(lowers[at], words) or lowers[at].isdigit()):
        at -= 1
    if at < 0:
        return False
    word = lowers[at]
    if _is_body(unit) and not _is_facility(reading, unit):
        return word in words["inner_locatives"]
    if word in words["locative_prepositions"]:
        is_known = unit.entry is not None or unit.shape is Shape.PLACE
        return (is_known or word in words["strong_locatives"]) and not _is_owner_of_party(
            reading, unit
        )
    if word in words["goal_prepositions"]:
        return _is_goal(reading, at) and not _is_owner(reading, unit)
    if word == "," or word in words["list_and"]:
        return _continues_place(reading, unit, before, places, at)
    return word in words["motion_transitive"]


def _is_before_places(lower: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word may stand between a preposition and a place: "in the north"."""
    return lower in words["definite"] or lower in words["place_modifiers"]


def _is_facility(reading: NameReading, unit: Unit) -> bool:
    return reading.tokens.lowers[unit.last] in reading.lexicon.words["facility_words"]


def _is_body(unit: Unit) -> bool:
    """Tell whether a piece names an organisation, which is a place only for who is inside."""
    if unit.kind is UnitKind.KNOWN and unit.entry is not None:
        return unit.entry.kind in (Known.ORGANISATION, Known.GROUP)
    return unit.shape in (Shape.ORGANISATION, Shape.GROUP)


def modifies_noun(reading: NameReading, unit: Unit) -> bool:
    """Tell whether a name like "U.S." stands as an adjective: "U.S. embassies"."""
    after = unit.last + 1
    if unit.entry is None or not unit.entry.is_adjectival or after >= len(reading.tokens):
        return False
    lower, words = reading.tokens.lowers[after], reading.lexicon.words
    is_noun = reading.tokens.words[after][0].islower()
    return is_noun and not any(
        lower in words[key] for key in ("function_words", "acting_verbs", "calendar")
    )


def _is_goal(reading: NameReading, at: int) -> bool:
    """Tell whether motion or position leads to the preposition at `at`, and no dealing."""
    lowers, words = reading.tokens.lowers, reading.lexicon.words
    near = lowers[max(0, at - _BACK) : at]
    if lowers[at] in words["genitive"]:
        return bool(near) and near[-1] in words["position_words"]
    is_origin = lowers[at] in words["source_prepositions"]
    if is_origin and near and near[-1] in reading.lexicon.roles["groups"]:
        return any(w in words["motion_words"] for w in near)
    for word in reversed(near):
        if word in words["party_words"]:
            return False
        if word in words["motion_words"] or word in words["position_words"]:
            return True
        if not word[0].isalnum():
            break
    return lowers[at] in words["source_prepositions"]


def _continues_place(
    reading: NameReading, unit: Unit, before: Unit | None, places: set[int], at: int
) -> bool:
    """Tell whether a name goes on with the place before: "in Lima and La Paz"."""
    if before is None or before.first not in places or before.last + 1 != at:
        return False
    if _opens_sentence(reading, before) and _verb_follows(reading, unit):
        return False
    return not _verb_follows(reading, unit) or reading.tokens.lowers[at] == ","


def _opens_sentence(reading: NameReading, unit: Unit) -> bool:
    """Tell whether only a preposition stands before the place: "In New Delhi, India said"."""
    return unit.first - reading.sentences[unit.sentence].start <= 1


def _is_owner(reading: NameReading, unit: Unit) -> bool:
    """Tell whether "'s" follows."""
    after = unit.last + 1
    return after < len(reading.tokens) and reading.tokens.lowers[after] in _POSSESSIVES


def _is_owner_of_party(reading: NameReading, unit: Unit) -> bool:
    """Tell whether "'s" and a relational noun follow: "in Moscow's relations"."""
    lowers, words = reading.tokens.lowers, reading.lexicon.words
    after = unit.last + 1
    return _is_owner(reading, unit) and any(
        w in words["relational_nouns"] for w in lowers[after + 1 : after + 1 + _AHEAD]
    )


def _verb_follows(reading: NameReading, unit: Unit) -> bool:
    """Tell whether a verb follows, directly or after "and" with a second name."""
    after = unit.last + 1
    words, lowers = reading.tokens.words, reading.tokens.lowers
    if after + 2 < len(lowers) and lowers[after] in reading.lexicon.words["list_and"]:
        after += 2 if words[after + 1][0].isupper() else 0
    if after >= len(lowers):
        return False
    lower = lowers[after]
    is_adjective = lower in reading.lexicon.words["place_modifiers"]
    return reading.lexicon.is_finite(lower) and not is_adjective


def _acts(reading: NameReading, unit: Unit, before: Unit | None, actors: set[int]) -> bool:
    """Tell whether a capital that is no place stands for its government."""
    if _verb_follows(reading, unit) or _is_owner_of_party(reading, unit):
        return True
    lowers, words = reading.tokens.lowers, reading.lexicon.words
    word = lowers[unit.first - 1] if unit.first else ""
    if word in words["party_prepositions"] or any(word.endswith(e) for e in words["verb_endings"]):
        return True
    if word in words["goal_prepositions"]:
        near = lowers[max(0, unit.first - 1 - _BACK) : unit.first - 1]
        return any(w in words["party_words"] for w in near)
    is_listed = word in words["list_and"] and before is not None and before.last == unit.first - 2
    return is_listed and before is not None and before.first in actors

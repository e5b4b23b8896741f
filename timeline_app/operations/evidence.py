"""What speaks for two reports being of one happening, weighed.

The weights are of no unit; what counts is what they come to together (`consolidate`). A weight
depends on the two reports alone and on nothing else in the library, so that the order in which
articles are added does not matter.
"""

from dataclasses import dataclass

from timeline_app.annotation.actor import ActorKind, Participant
from timeline_app.annotation.mention import EventMention, Modality
from timeline_app.annotation.place import Place
from timeline_app.operations.common_ground import Common, is_nameless, is_territory
from timeline_app.operations.nearness import Nearness, When, nearness
from timeline_app.operations.wording import Wording, compare_wording
from timeline_app.storage.consolidating import Said
from timeline_app.storage.proper_names import is_designation

PLAN_AND_OUTCOME = frozenset({Modality.ACTUAL, Modality.PLANNED})
_WHEN = {
    When.SAME: 2.0,
    When.WITHIN: 1.0,
    When.STRETCH: 0.5,
    When.CLOSE: 0.0,
    When.UNDATED: 0.0,
}
_MOST_WHO, _MOST_NAMED, _MOST_FIGURES = 6.0, 2.0, 2.0
_FEW_NAMES, _MANY_NAMES = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two mentions of one type that are compared, with what their sides have in common."""

    ours: Said
    theirs: Said
    common: Common
    near: Nearness
    wording: Wording

    @property
    def mentions(self) -> tuple[EventMention, EventMention]:
        """Return the two mentions."""
        return self.ours.mention, self.theirs.mention

    @property
    def is_same_day(self) -> bool:
        """Tell whether both have the same date."""
        return self.near.when is When.SAME

    @property
    def is_same_kind(self) -> bool:
        """Tell whether both are of one finer type."""
        one, other = self.mentions
        return one.subtype == other.subtype != ""

    @property
    def is_told_alike(self) -> bool:
        """Tell whether both use similar words, or words of one finer type."""
        return self.is_same_kind or self.wording.is_similar

    @property
    def is_plan_and_outcome(self) -> bool:
        """Tell whether one tells of the plan, the other of what came of it."""
        one, other = self.mentions
        return {one.modality, other.modality} == PLAN_AND_OUTCOME


def pair_of(ours: Said, theirs: Said, common: Common) -> Pair | None:
    """Return two mentions with what they share; None where they cannot be one happening."""
    one, other = ours.mention, theirs.mention
    if one.type is not other.type or not _may_be_one_status(one.modality, other.modality):
        return None
    near = nearness(ours, theirs)
    if near is None:
        return None
    wording = compare_wording(ours, theirs)
    return Pair(ours=ours, theirs=theirs, common=common, near=near, wording=wording)


def _may_be_one_status(one: Modality, other: Modality) -> bool:
    """Tell whether a status may be another's: a plan may come true, a proposal is no deed."""
    return one is other or {one, other} <= PLAN_AND_OUTCOME


def weight(pair: Pair) -> float:
    """Return how much speaks for one happening."""
    return (
        _WHEN[pair.near.when]
        + weight_of_common(pair.common)
        + pair.is_same_kind
        + pair.wording.is_same_head
        + _weight_of_words(pair.wording)
    )


MOST_OF_A_PAIR = 6.0
"""What the date, the kind, the word for it and the wording can come to at most."""


def weight_of_common(common: Common) -> float:
    """Return how much what both sides name speaks for one happening."""
    return (
        min(_MOST_WHO, sum(map(weight_of_actor, common.who)))
        + min(2.0, len(common.who_around))
        + sum(map(weight_of_place, common.where))
        + min(1.0, len(common.where_around))
        + min(_MOST_NAMED, sum(1.5 if is_designation(n.upper()) else 0.5 for n in common.named))
        + min(_MOST_FIGURES, len(common.figures))
        + _weight_of_subject(common.subject)
    )


def weight_of_actor(who: Participant) -> float:
    """Return how much it says that both name an actor: a state does much, gunmen are many."""
    if is_nameless(who):
        return 0.5
    return 1.5 if who.kind is ActorKind.STATE else 2.0


def weight_of_place(place: Place) -> float:
    """Return how much it says that both name a place."""
    return 0.5 if is_territory(place) else 2.0


def _weight_of_words(wording: Wording) -> float:
    if wording.is_same or wording.has_run:
        return 2.0
    return float(wording.is_similar)


def _weight_of_subject(shared: int) -> float:
    return float(shared >= _FEW_NAMES) + float(shared >= _MANY_NAMES)

"""Which events a filter shows, and how many each value of each facet would show.

Everything is set operations on the columns: a million events take some milliseconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import (
    MODALITIES,
    OPEN_BEGIN,
    OPEN_END,
    TYPES,
    EventColumns,
    EventFlag,
    GroupColumn,
    Grouping,
)
from timeline_app.annotation.kinds import EventType, Modality

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What is to be shown; an empty set or None asks for nothing and hides nothing.

    `min_confidence` is in percent. `within` is a half-open stretch of instants that an event must
    touch, which no undated event does. `text` is the search whose result is given to the
    functions below as `found`. Rejected events are hidden unless `with_rejected`.
    """

    types: frozenset[EventType] = frozenset()
    modalities: frozenset[Modality] = frozenset()
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    min_confidence: int = 0
    reviewed: bool | None = None
    within: tuple[int, int] | None = None
    text: str = ""
    flags: frozenset[EventFlag] = frozenset()
    with_rejected: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether it asks for nothing."""
        return self == EventFilter()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Facets:
    """How many events each value would show, under the filter's other parts.

    The group counts are as long as the group's names in the columns. `reviewed` counts
    (not reviewed, reviewed); `flags` counts the events that bear each flag; `rejected` counts
    the rejected ones, shown or not.
    """

    types: Mapping[EventType, int]
    modalities: Mapping[Modality, int]
    groups: Mapping[Grouping, NDArray[np.int64]]
    reviewed: tuple[int, int]
    flags: Mapping[EventFlag, int]
    rejected: int


GROUP_FIELDS: Mapping[Grouping, str] = {
    Grouping.ACTOR: "actors",
    Grouping.PLACE: "places",
    Grouping.SOURCE: "sources",
    Grouping.TAG: "tags",
}
"""The facets that are groups, and the fields of the filter that hold their wanted names."""

FLAG_FACETS: tuple[EventFlag, ...] = (
    EventFlag.DISPUTED,
    EventFlag.UNDATED,
    EventFlag.EDITED,
    EventFlag.HAND_MADE,
    EventFlag.SOURCING,
)


def rows_with_ids(columns: EventColumns, ids: Iterable[int]) -> Mask:
    """Return the mask of the events with some ids."""
    wanted = ids if isinstance(ids, np.ndarray) else np.fromiter(ids, dtype=np.int64)
    return np.isin(columns.ids, wanted)


def shown(columns: EventColumns, wanted: EventFilter, *, found: Mask | None = None) -> Mask:
    """Return which events the filter shows; `found` is the result of its text search."""
    return _all_of(columns, _parts(columns, wanted, found))


def facets(columns: EventColumns, wanted: EventFilter, *, found: Mask | None = None) -> Facets:
    """Return the count of each value, under all parts of the filter but the value's own."""
    return _facets(columns, _parts(columns, wanted, found))


def sift(
    columns: EventColumns, wanted: EventFilter, *, found: Mask | None = None
) -> tuple[Mask, Facets]:
    """Return both which events the filter shows and its facets, in less time."""
    parts = _parts(columns, wanted, found)
    return _all_of(columns, parts), _facets(columns, parts)


def _all_of(columns: EventColumns, parts: Mapping[str, Mask]) -> Mask:
    mask = np.ones(len(columns), dtype=np.bool_)
    for part in parts.values():
        mask &= part
    return mask


def _facets(columns: EventColumns, parts: Mapping[str, Mask]) -> Facets:
    misses = np.zeros(len(columns), dtype=np.uint8)
    for part in parts.values():
        misses += ~part

    def under_others(name: str) -> Mask:
        part = parts.get(name)
        own = misses if part is None else misses - ~part
        mask: Mask = own == 0
        return mask

    kinds = np.bincount(columns.types[under_others("types")], minlength=len(TYPES))
    states = np.bincount(columns.modalities[under_others("modalities")], minlength=len(MODALITIES))
    review = (columns.flags[under_others("reviewed")] & EventFlag.REVIEWED) != 0
    marks = columns.flags[under_others("flags")]
    return Facets(
        types={kind: int(n) for kind, n in zip(TYPES, kinds, strict=True)},
        modalities={state: int(n) for state, n in zip(MODALITIES, states, strict=True)},
        groups={
            grouping: _group_counts(columns.groups[grouping], under_others(field))
            for grouping, field in GROUP_FIELDS.items()
        },
        reviewed=(int(np.count_nonzero(~review)), int(np.count_nonzero(review))),
        flags={flag: _count(marks, flag) for flag in FLAG_FACETS},
        rejected=_count(columns.flags[under_others("rejected")], EventFlag.REJECTED),
    )


def _count(flags: NDArray[np.uint16], flag: EventFlag) -> int:
    return int(np.count_nonzero(flags & flag))


def _parts(columns: EventColumns, wanted: EventFilter, found: Mask | None) -> dict[str, Mask]:
    """Return a mask for each part of the filter that asks for something."""
    parts: dict[str, Mask] = {}
    if wanted.types:
        parts["types"] = _codes_in(columns.types, [TYPES.index(t) for t in wanted.types])
    if wanted.modalities:
        codes = [MODALITIES.index(m) for m in wanted.modalities]
        parts["modalities"] = _codes_in(columns.modalities, codes)
    for grouping, field in GROUP_FIELDS.items():
        names: frozenset[str] = getattr(wanted, field)
        if names:
            parts[field] = _members(columns.groups[grouping], names)
    if wanted.min_confidence:
        parts["confidence"] = columns.confidences >= wanted.min_confidence
    if wanted.within is not None:
        parts["within"] = _touching(columns, *wanted.within)
    if found is not None:
        parts["text"] = found
    return parts | _flag_parts(columns, wanted)


def _flag_parts(columns: EventColumns, wanted: EventFilter) -> dict[str, Mask]:
    parts: dict[str, Mask] = {}
    if wanted.reviewed is not None:
        parts["reviewed"] = ((columns.flags & EventFlag.REVIEWED) != 0) == wanted.reviewed
    if wanted.flags:
        parts["flags"] = (columns.flags & sum(wanted.flags)) != 0
    if not wanted.with_rejected:
        parts["rejected"] = (columns.flags & EventFlag.REJECTED) == 0
    return parts


def _codes_in(codes: NDArray[np.uint8], wanted: list[int]) -> Mask:
    table = np.zeros(256, dtype=np.bool_)
    table[wanted] = True
    return np.asarray(table[codes], dtype=np.bool_)


def _members(group: GroupColumn, names: frozenset[str]) -> Mask:
    """Return which events belong to one of the named groups."""
    table = np.fromiter((name in names for name in group.names), np.bool_, len(group.names))
    running = np.zeros(len(group.codes) + 1, dtype=np.int32)
    np.cumsum(table[group.codes], dtype=np.int32, out=running[1:])
    before = running[group.offsets]
    return np.asarray(before[1:] > before[:-1], dtype=np.bool_)


def _touching(columns: EventColumns, begin: int, end: int) -> Mask:
    dated = (columns.flags & EventFlag.UNDATED) == 0
    starts = (columns.begins == OPEN_BEGIN) | (columns.begins < end)
    stops = (columns.ends == OPEN_END) | (columns.ends > begin)
    return np.asarray(dated & starts & stops, dtype=np.bool_)


def _group_counts(group: GroupColumn, mask: Mask) -> NDArray[np.int64]:
    """Return how many of the masked events belong to each group."""
    rows = np.flatnonzero(mask)
    if len(rows) == len(mask):
        return np.bincount(group.codes, minlength=len(group.names)).astype(np.int64)
    firsts = group.offsets[rows]
    sizes = group.offsets[rows + 1] - firsts
    places = np.repeat(firsts - (np.cumsum(sizes) - sizes), sizes)
    places += np.arange(len(places))
    return np.bincount(group.codes[places], minlength=len(group.names)).astype(np.int64)

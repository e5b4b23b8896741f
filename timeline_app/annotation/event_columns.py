"""Many events as columns, sorted by time: what the timeline, the filters and the table work on.

A million events fit in some tens of megabytes, what is visible is found by bisection, and a
filter is a set operation on arrays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.chrono.event_time import Precision

TYPES: tuple[EventType, ...] = tuple(EventType)
MODALITIES: tuple[Modality, ...] = tuple(Modality)
PRECISIONS: tuple[Precision, ...] = tuple(Precision)

OPEN_BEGIN = np.int64(-(2**62))
"""`begins` of an event whose begin is open ("by Friday")."""
OPEN_END = np.int64(2**62)
"""`ends` of an event whose end is open ("since 2011")."""
UNDATED = np.int64(2**62 + 1)
"""`begins` and `ends` of an undated event; such events stand last."""


class EventFlag(IntFlag):
    """Facts about an event, one bit each, in the `flags` column."""

    APPROXIMATE = 1
    UNCERTAIN = 2
    UNDATED = 4
    REVIEWED = 8
    REJECTED = 16
    DISPUTED = 32
    """Reports disagree about the date."""
    SOURCING = 64
    """Speech that only sources a fact ("police said")."""
    EDITED = 128
    HAND_MADE = 256


class Grouping(StrEnum):
    """By what the lanes are made."""

    TYPE = "type"
    ACTOR = "actor"
    PLACE = "place"
    SOURCE = "source"
    STATUS = "status"
    TAG = "tag"
    """By the user's own tags: a lane of one's own is a tag."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GroupColumn:
    """Which groups each event belongs to (several are allowed), as a compressed sparse row.

    The groups of event `i` are `names[c] for c in codes[offsets[i]:offsets[i + 1]]`.
    Shapes: `offsets` int64 (n + 1), `codes` int32 (any).
    """

    names: tuple[str, ...]
    offsets: NDArray[np.int64]
    codes: NDArray[np.int32]

    def of(self, row: int) -> tuple[str, ...]:
        """Return the names of one event's groups."""
        codes = self.codes[self.offsets[row] : self.offsets[row + 1]]
        return tuple(self.names[c] for c in codes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EventColumns:
    """Columns of n events, sorted by (begin, end, id); undated events last.

    ids          int64   the library's event ids
    begins, ends int64   instants, half-open; OPEN_BEGIN, OPEN_END, UNDATED as said there
    precisions   uint8   index into PRECISIONS (0 for undated events: see the flag)
    types        uint8   index into TYPES
    modalities   uint8   index into MODALITIES
    flags        uint16  EventFlag bits
    confidences  uint8   percent
    reports      uint16  number of articles that report it, copies of one article counted once
    known_from   int64   when the earliest report was published; UNDATED where no article says
    """

    ids: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    precisions: NDArray[np.uint8]
    types: NDArray[np.uint8]
    modalities: NDArray[np.uint8]
    flags: NDArray[np.uint16]
    confidences: NDArray[np.uint8]
    reports: NDArray[np.uint16]
    groups: Mapping[Grouping, GroupColumn]
    known_from: NDArray[np.int64] | None = None

    @classmethod
    def empty(cls) -> Self:
        """Return the columns of no events."""
        nobody = GroupColumn(names=(), offsets=np.zeros(1, np.int64), codes=np.zeros(0, np.int32))
        return cls(
            ids=np.zeros(0, np.int64),
            begins=np.zeros(0, np.int64),
            ends=np.zeros(0, np.int64),
            precisions=np.zeros(0, np.uint8),
            types=np.zeros(0, np.uint8),
            modalities=np.zeros(0, np.uint8),
            flags=np.zeros(0, np.uint16),
            confidences=np.zeros(0, np.uint8),
            reports=np.zeros(0, np.uint16),
            groups=dict.fromkeys(Grouping, nobody),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def chronological(self) -> NDArray[np.int64]:
        """Return the rows as a person lists them: one with an open begin stands where it ends."""
        is_open = self.begins == OPEN_BEGIN
        if not is_open.any():
            return np.arange(len(self), dtype=np.int64)
        keys = np.where(is_open, self.ends - 1, self.begins)
        return np.argsort(keys, kind="stable").astype(np.int64)

    @property
    def dated_count(self) -> int:
        """Return how many events have a time; they are the first ones."""
        return int(np.searchsorted(self.begins, UNDATED))

"""Synthetic libraries: bursts of news around a few places in time, as columns.

The shape does not depend on the number of events, so that the same journey through time meets
events in a library of a thousand as in one of a million.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import (
    MODALITIES,
    PRECISIONS,
    TYPES,
    EventColumns,
    EventFlag,
    GroupColumn,
    Grouping,
)
from timeline_app.chrono.event_time import Precision
from timeline_app.chrono.instant import DAY_S, instant

FIRST, LAST = instant(1996), instant(2026)
PLACES = tuple(
    instant(*day)
    for day in ((1999, 3, 24), (2003, 3, 20), (2008, 8, 8), (2015, 11, 24), (2022, 2, 24))
)
"""Five days around which much happens: the journey of the benchmark goes to them."""

_LENGTHS = {
    Precision.MINUTE: 60,
    Precision.HOUR: 3_600,
    Precision.PART_OF_DAY: 6 * 3_600,
    Precision.DAY: DAY_S,
    Precision.WEEK: 7 * DAY_S,
    Precision.MONTH: 30 * DAY_S,
    Precision.QUARTER: 91 * DAY_S,
    Precision.YEAR: 365 * DAY_S,
    Precision.INTERVAL: 3 * DAY_S,
}
_WEIGHTS = (0.06, 0.1, 0.14, 0.5, 0.04, 0.05, 0.01, 0.02, 0.08)
_WHO = (
    "Hollande", "Obama", "Putin", "Lavrov", "Merkel", "Cameron", "Kerry", "Erdogan", "The ministry",
    "The council", "A spokesman", "The opposition", "The court", "The fleet", "Aid agencies",
)  # fmt: skip
_VERBS = (
    "meets", "condemns", "announces", "signs an accord with", "warns", "visits", "sues", "votes on",
    "strikes", "protests against", "calls for talks with", "imposes sanctions on", "thanks",
)  # fmt: skip
_WHOM = (
    "Vienna", "the delegation", "its neighbours", "the alliance", "the border guards", "the rebels",
    "three banks", "the governor of the northern province", "a coalition of eleven states",
    "the shipping company", "parliament", "the press", "oil exporters",
)  # fmt: skip


def synthetic_columns(count: int, *, lanes: int = 12, seed: int = 7) -> EventColumns:
    """Return `count` events; places make `lanes` lanes of them."""
    rng = np.random.default_rng(seed)
    begins = _begins(rng, count)
    precisions = list(_LENGTHS)
    chosen = rng.choice(len(precisions), size=count, p=np.array(_WEIGHTS))
    lengths = np.array([_LENGTHS[p] for p in precisions])[chosen]
    begins -= begins % np.minimum(lengths, DAY_S)
    ends = begins + lengths * np.where(chosen == len(precisions) - 1, rng.integers(1, 9, count), 1)
    order = np.lexsort((ends, begins))
    flags = np.where(rng.random(count) < 0.06, int(EventFlag.APPROXIMATE), 0)
    flags |= np.where(rng.random(count) < 0.03, int(EventFlag.DISPUTED), 0)
    codes = np.array([PRECISIONS.index(p) for p in precisions], dtype=np.uint8)[chosen]
    return EventColumns(
        ids=np.arange(1, count + 1),
        begins=begins[order],
        ends=ends[order],
        precisions=codes[order],
        types=rng.integers(0, len(TYPES), count).astype(np.uint8),
        modalities=rng.choice(len(MODALITIES), size=count, p=[0.78, 0.1, 0.06, 0.03, 0.03]).astype(
            np.uint8
        ),
        flags=flags.astype(np.uint16),
        confidences=rng.integers(30, 100, count).astype(np.uint8),
        reports=np.minimum(rng.zipf(2.2, count), 400).astype(np.uint16),
        groups={Grouping.PLACE: _groups(rng, count, lanes), Grouping.ACTOR: _actors(rng, count)},
    )


def titles(rows: Sequence[int]) -> list[str]:
    """Return titles made from the positions alone."""
    return [
        f"{_WHO[r % len(_WHO)]} {_VERBS[r // 7 % len(_VERBS)]} {_WHOM[r // 3 % len(_WHOM)]}"
        for r in rows
    ]


def _begins(rng: np.random.Generator, count: int) -> NDArray[np.int64]:
    """A fifth of the events spread evenly, the others thicken towards the five places."""
    even = rng.integers(FIRST, LAST, count)
    distance = rng.exponential(1.0, count) ** 3 * 2 * DAY_S
    near = np.array(PLACES)[rng.integers(0, len(PLACES), count)] + distance.astype(np.int64)
    return np.where(rng.random(count) < 0.2, even, np.minimum(near, LAST))


def _groups(rng: np.random.Generator, count: int, lanes: int) -> GroupColumn:
    weights = 1 / np.arange(1, lanes + 1) ** 0.5
    return GroupColumn(
        names=tuple(f"Place {n + 1}" for n in range(lanes)),
        offsets=np.arange(count + 1, dtype=np.int64),
        codes=rng.choice(lanes, size=count, p=weights / weights.sum()).astype(np.int32),
    )


def _actors(rng: np.random.Generator, count: int) -> GroupColumn:
    sizes = rng.integers(0, 4, count)
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    codes = np.minimum(rng.zipf(1.6, int(offsets[-1])) - 1, 199).astype(np.int32)
    return GroupColumn(
        names=tuple(f"Actor {n + 1}" for n in range(200)), offsets=offsets, codes=codes
    )

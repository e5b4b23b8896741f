"""What a frame shows beside the geometry: selection, hits, reference lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import EventColumns
from timeline_app.chrono.event_time import EventTime

Rivals = Callable[[int], Sequence[EventTime]]
"""The other times that reports give for the event at a position."""


def no_rivals(row: int) -> Sequence[EventTime]:
    """Return that no report disagrees."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PaintState:
    """Positions in `columns`; `lane_title` words a lane's name. Instants of the lines or None.

    `lane_words` changes whenever what `lane_title` says does. `links` are pairs of positions
    joined by an arc. `is_vector` asks for outlines in place of pixmaps, for a picture that
    scales.
    """

    columns: EventColumns
    lane_title: Callable[[str | None], str]
    lane_words: object = None
    selected: frozenset[int] = frozenset()
    current: int | None = None
    hovered: int | None = None
    hovered_pill: int | None = None
    focused_pill: int | None = None
    has_focus: bool = False
    hits: NDArray[np.bool_] | None = None
    today: int | None = None
    today_label: str = ""
    published: int | None = None
    published_label: str = ""
    chosen_range: tuple[int, int] | None = None
    rivals: Rivals = no_rivals
    links: Sequence[tuple[int, int]] = field(default=())
    is_vector: bool = False

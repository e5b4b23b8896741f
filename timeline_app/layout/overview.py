"""Density of events over all of time, for the overview strip."""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.distinct import distinct
from timeline_app.layout.time_scale import TimeScale
from timeline_app.layout.viewport import fitting_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole of time on a strip; `counts` is how many events begin in each of its bins.

    `bins_px` is the width of a bin. The scale is not that of the view.
    """

    scale: TimeScale
    width_px: float
    bin_px: float
    counts: NDArray[np.int64]

    def heights(self) -> NDArray[np.float64]:
        """Return heights from 0 to 1, by the square root: few stay visible beside many."""
        most = max(int(self.counts.max(initial=0)), 1)
        return np.sqrt(self.counts / most)


def lay_out_overview(
    sorted_begins: NDArray[np.int64],
    span: tuple[int, int],
    *,
    width_px: float,
    bin_px: float = 3.0,
) -> Overview:
    """Count sorted begins in bins across the strip: one bisection a bin."""
    scale = fitting_scale(*span, width_px=width_px, margin=0.015)
    bins = max(ceil(width_px / bin_px), 1)
    edges = np.array([scale.instant_at(n * bin_px) for n in range(bins + 1)], dtype=np.int64)
    cuts = sorted_begins.searchsorted(edges)
    return Overview(scale=scale, width_px=width_px, bin_px=bin_px, counts=np.diff(cuts))


def marks_at(
    begins: NDArray[np.int64], overview: Overview, *, step_px: float = 2.0
) -> NDArray[np.float64]:
    """Return the x of marks for some events, those of one pixel step drawn once."""
    xs = overview.scale.xs_of(begins)
    return distinct(np.round(xs / step_px)) * step_px

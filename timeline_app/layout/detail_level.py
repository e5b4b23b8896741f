"""How much is drawn: resolutions in powers of two, cells that stay put in time.

At level k the scale has between 2^(k-1) and 2^k seconds a pixel. All that is chosen (which
events stand alone, which hide in a cluster) depends on the level alone, so that panning and
zooming inside a level change nothing but x.
"""

from math import ceil, frexp

import numpy as np
from numpy.typing import NDArray

CELL_PX = 192
"""The least width of a cell; on the screen it is between this and twice this.

In each row one event stands alone in a cell: room for a title that can be read.
"""
LEAST_EVENT_PX = 56
"""The least room of an event that stands alone, at the coarse end of its level."""
FINEST_LEVEL = -6


def level_of(seconds_per_px: float) -> int:
    """Return the level k with 2^(k-1) < `seconds_per_px` <= 2^k."""
    mantissa, exponent = frexp(seconds_per_px)
    return max(exponent - 1 if mantissa == 0.5 else exponent, FINEST_LEVEL)


def cell_seconds(level: int) -> int:
    """Return the length of a cell: `CELL_PX` at the coarse end of a level, whole seconds."""
    return (CELL_PX >> -FINEST_LEVEL) << (level - FINEST_LEVEL)


def least_event_seconds(level: int) -> int:
    """Return the time that `LEAST_EVENT_PX` cover at the coarse end of a level."""
    return max(ceil(LEAST_EVENT_PX * 2.0**level), 1)


def cell_edges(begin: int, end: int, level: int) -> NDArray[np.int64]:
    """Return the edges of the cells that together cover `begin` … `end`."""
    cell = cell_seconds(level)
    return np.arange(begin // cell, -(-end // cell) + 1, dtype=np.int64) * cell

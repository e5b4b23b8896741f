"""Time ↔ x.

The left edge is a whole second plus a fraction, so that x is computed from a difference of
integers: exact at every zoom, for every year within ±`LIMIT_S`. A float of seconds since 1970
would lose the seconds in far years, and a 32-bit number (a scroll bar's) has none to lose.
"""

from dataclasses import dataclass
from math import floor
from typing import Self

import numpy as np
from numpy.typing import NDArray

from timeline_app.chrono.instant import Instant

LIMIT_S = 32_000_000_000_000
"""How far from 1970 the view reaches, about a million years either way."""
MIN_SECONDS_PER_PX = 1 / 64
MAX_SECONDS_PER_PX = float(2**35)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """`begin` + `fraction` seconds lie at x = 0, and each pixel is `seconds_per_px` more.

    `fraction` is in [0, 1).
    """

    begin: Instant
    seconds_per_px: float
    fraction: float = 0.0

    @classmethod
    def of(cls, begin: int, offset_s: float, seconds_per_px: float) -> Self:
        """Return the scale whose left edge is `begin` + `offset_s`, kept inside the limits."""
        per_px = min(max(seconds_per_px, MIN_SECONDS_PER_PX), MAX_SECONDS_PER_PX)
        whole = floor(offset_s)
        at = min(max(begin + whole, -LIMIT_S), LIMIT_S)
        fraction = min(offset_s - whole, 1 - 2**-30)
        return cls(begin=Instant(at), seconds_per_px=per_px, fraction=fraction)

    def x_of(self, at: int) -> float:
        """Return the x of an instant."""
        return ((at - self.begin) - self.fraction) / self.seconds_per_px

    def xs_of(self, times: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the x of each of many instants."""
        xs = (times - self.begin).astype(np.float64)
        xs -= self.fraction
        xs *= 1 / self.seconds_per_px
        return xs

    def instant_at(self, x: float) -> Instant:
        """Return the second that `x` lies in."""
        return Instant(self.begin + floor(self.fraction + x * self.seconds_per_px))

    def nearest_instant(self, x: float) -> Instant:
        """Return the second that begins nearest to `x`: the inverse of `x_of`."""
        return Instant(self.begin + round(self.fraction + x * self.seconds_per_px))

    def panned(self, dx: float) -> Self:
        """Return the scale that shows at 0 what this one shows at `dx`."""
        return self.of(self.begin, self.fraction + dx * self.seconds_per_px, self.seconds_per_px)

    def zoomed(self, factor: float, at_x: float) -> Self:
        """Return the scale magnified by `factor`, with what is under `at_x` kept under it."""
        wanted = self.seconds_per_px / factor
        per_px = min(max(wanted, MIN_SECONDS_PER_PX), MAX_SECONDS_PER_PX)
        offset = self.fraction + at_x * (self.seconds_per_px - per_px)
        return self.of(self.begin, offset, per_px)

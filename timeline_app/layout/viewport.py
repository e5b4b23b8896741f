"""What part of time and of the lanes is in view."""

from dataclasses import dataclass, replace
from math import exp, log
from typing import Self

from timeline_app.chrono.instant import Instant
from timeline_app.layout.time_scale import (
    LIMIT_S,
    MAX_SECONDS_PER_PX,
    MIN_SECONDS_PER_PX,
    TimeScale,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewport:
    """A scale, the size of the drawing surface in pixels, and how far the lanes are scrolled."""

    scale: TimeScale
    width_px: float
    height_px: float
    scroll_px: float = 0.0

    @classmethod
    def fitting(
        cls, begin: int, end: int, *, width_px: float, height_px: float, margin: float = 0.04
    ) -> Self:
        """Return the view of `begin` … `end` with `margin` (a share of the width) either side."""
        scale = fitting_scale(begin, end, width_px=width_px, margin=margin)
        return cls(scale=scale, width_px=width_px, height_px=height_px)

    @property
    def begin(self) -> Instant:
        """Return the second at the left edge."""
        return self.scale.instant_at(0)

    @property
    def end(self) -> Instant:
        """Return the first second that lies wholly beyond the right edge."""
        return Instant(self.scale.instant_at(self.width_px) + 1)

    def panned(self, dx: float) -> Self:
        """Return the view moved by `dx` pixels towards later times."""
        return replace(self, scale=self.scale.panned(dx))

    def zoomed(self, factor: float, at_x: float) -> Self:
        """Return the view magnified by `factor` about `at_x`."""
        return replace(self, scale=self.scale.zoomed(factor, at_x))

    def centred(self, at: int) -> Self:
        """Return the view with `at` in the middle."""
        per_px = self.scale.seconds_per_px
        return replace(self, scale=TimeScale.of(at, -self.width_px / 2 * per_px, per_px))

    def resized(self, width_px: float, height_px: float) -> Self:
        """Return the view on a surface of another size; the left edge stays."""
        return replace(self, width_px=width_px, height_px=height_px)

    def scrolled(self, scroll_px: float) -> Self:
        """Return the view with the lanes scrolled to `scroll_px`."""
        return replace(self, scroll_px=scroll_px)


def fitting_scale(
    begin: int, end: int, *, width_px: float, margin: float = 0.04, label_px: float = 0.0
) -> TimeScale:
    """Return the scale on which `begin` … `end` fill the width but for the margins.

    `margin` is a share of the width; `label_px` is kept free at the right beside it.
    """
    begin, end = max(begin, -LIMIT_S), min(end, LIMIT_S)
    label_px = min(label_px, width_px / 4)
    usable = max((width_px - label_px) * (1 - 2 * margin), 1.0)
    wanted = max(end - begin, 1) / usable
    per_px = min(max(wanted, MIN_SECONDS_PER_PX), MAX_SECONDS_PER_PX)
    spare = (width_px - label_px) * per_px - (end - begin)
    return TimeScale.of(begin, -spare / 2, per_px)


def between(start: Viewport, target: Viewport, share: float) -> Viewport:
    """Return the view at `share` (0 to 1) of an animated flight from `start` to `target`.

    The zoom runs geometrically. The middle runs with the zoom rather than with the clock, so
    that what is flown to grows out of its own place.
    """
    if share >= 1:
        return target
    a, b = start.scale.seconds_per_px, target.scale.seconds_per_px
    per_px = exp(log(a) + (log(b) - log(a)) * share)
    moved = share if abs(a - b) < 1e-9 * max(a, b) else (per_px - a) / (b - a)
    gap = (target.scale.begin - start.scale.begin) + (target.scale.fraction - start.scale.fraction)
    scale = TimeScale.of(start.scale.begin, start.scale.fraction + gap * moved, per_px)
    scroll = start.scroll_px + (target.scroll_px - start.scroll_px) * share
    return replace(target, scale=scale, scroll_px=scroll)

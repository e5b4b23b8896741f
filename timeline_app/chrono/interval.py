"""Half-open stretches of time."""

from dataclasses import dataclass
from typing import Self

from timeline_app.chrono.granularity import Granularity, floor, shift
from timeline_app.chrono.instant import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The time from `begin` (inclusive) to `end` (exclusive); None is open on that side.

    Raises ValueError where both are given and `begin` is not before `end`.
    """

    begin: Instant | None
    end: Instant | None

    def __post_init__(self) -> None:
        if self.begin is not None and self.end is not None and self.begin >= self.end:
            raise ValueError(f"an interval must have a length: {self.begin}..{self.end}")

    @classmethod
    def of_unit(cls, at: int, unit: Granularity, *, count: int = 1) -> Self:
        """Return the `unit` that holds `at`, prolonged to `count` units."""
        begin = floor(at, unit)
        return cls(begin=begin, end=shift(begin, unit, count))

    def contains(self, at: int) -> bool:
        """Tell whether `at` lies inside."""
        return (self.begin is None or self.begin <= at) and (self.end is None or at < self.end)

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether the two share an instant."""
        return _before(self.begin, other.end) and _before(other.begin, self.end)


def _before(begin: Instant | None, end: Instant | None) -> bool:
    return begin is None or end is None or begin < end

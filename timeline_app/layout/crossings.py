"""Long entries that began before the view and last into it, found by bisection.

How far to look back is bounded by the longest duration. Entries are therefore split by duration
in powers of four: at most a quarter of what is looked at has ended already (if begins are evenly
spread), and durations too short to matter are not looked at.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class _Class(NamedTuple):
    """Entries of one class, earliest first; none lasts longer than `longest` seconds."""

    longest: int
    begins: NDArray[np.int64]
    entries: NDArray[np.int64]


class Crossings:
    """Finds entries by what they cross; classes are sorted when they are first asked for."""

    def __init__(self, begins: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self._begins = begins
        self._ends = ends
        self._classes: dict[int, _Class] = {}
        longest = int((ends - begins).max(initial=1))
        self._last_class = _class_of(longest)

    def across(self, at: int, *, least_s: int) -> NDArray[np.int64]:
        """Return the entries that begin before `at` and end after it.

        Entries that last less than `least_s` may be left out.
        """
        found = [np.empty(0, dtype=np.int64)]
        for number in range(_class_of(max(least_s, 1)), self._last_class + 1):
            longest, begins, entries = self._class(number)
            first, last = begins.searchsorted((at - longest, at))
            some = entries[first:last]
            found.append(some[self._ends[some] > at])
        return np.concatenate(found)

    def _class(self, number: int) -> _Class:
        known = self._classes.get(number)
        if known is None:
            durations = self._ends - self._begins
            longest = 4 ** (number + 1)
            inside = (durations >= 4**number) & (durations < longest)
            entries = np.flatnonzero(inside)
            entries = entries[np.argsort(self._begins[entries], kind="stable")]
            known = _Class(longest, self._begins[entries], entries)
            self._classes[number] = known
        return known


def _class_of(duration: int) -> int:
    """Return the power of four of a duration, rounded down."""
    return (duration.bit_length() - 1) // 2

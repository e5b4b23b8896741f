"""Titles cut to the room that they have, measured once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Measure = Callable[[str], float]
Titles = Callable[[Sequence[int]], list[str]]
"""Titles of events by their position in the columns."""

LENGTHS = (4, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 64)
"""Titles are cut to one of these lengths, so that a zoom does not lay out a text each frame."""
MEMORY = 20_000


class Cut(NamedTuple):
    """A title or the front of it, and its width in pixels."""

    text: str
    width: float


class LabelBook:
    """Remembers titles and the widths of their cuts; forgets all when it has grown large."""

    def __init__(self, titles: Titles, measure: Measure) -> None:
        self.titles = titles
        self._measure = measure
        self._known: dict[int, str] = {}
        self._cuts: dict[tuple[int, int], Cut] = {}

    def clear(self) -> None:
        """Forget everything (the events or the font changed)."""
        self._known.clear()
        self._cuts.clear()

    def learn(self, rows: Sequence[int], *, budget: int | None = None) -> bool:
        """Ask for the titles of `rows` that are not known yet, at most `budget` of them.

        Return whether all are known now.
        """
        missing = [row for row in rows if row not in self._known]
        if not missing:
            return True
        if len(self._known) > MEMORY:
            self.clear()
        asked = missing if budget is None else missing[:budget]
        self._known.update(zip(asked, self.titles(asked), strict=True))
        return len(asked) == len(missing)

    def fit(self, row: int, room: float) -> Cut | None:
        """Return the longest cut of a known title that fits into `room`; None if none does."""
        title = self._known.get(row)
        if title is None:
            return None
        for nth in range(_guess(len(title), room, self._measure_unit()), -1, -1):
            cut = self._cut(row, nth, title)
            if cut.width <= room:
                return cut
        return None

    def title(self, row: int) -> str:
        """Return the whole title."""
        self.learn([row])
        return self._known[row]

    def _measure_unit(self) -> float:
        unit = self._cuts.get((-1, 0))
        if unit is None:
            unit = self._cuts[(-1, 0)] = Cut("", max(self._measure("nine letters") / 12, 1.0))
        return unit.width

    def _cut(self, row: int, nth: int, title: str) -> Cut:
        known = self._cuts.get((row, nth))
        if known is None:
            text = cut_title(title, LENGTHS[nth])
            known = self._cuts[(row, nth)] = Cut(text, self._measure(text))
        return known


def cut_title(title: str, length: int) -> str:
    """Return a title of at most `length` characters, the last one "…" where it was cut."""
    if len(title) <= length:
        return title
    return title[: length - 1].rstrip(" ,;:–—-(“") + "…"


def _guess(size: int, room: float, unit: float) -> int:
    """Return the index of the longest cut worth measuring."""
    letters = room / unit * 1.35
    nth = len(LENGTHS) - 1
    while nth > 0 and (LENGTHS[nth] > letters or LENGTHS[nth - 1] >= size):
        nth -= 1
    return nth

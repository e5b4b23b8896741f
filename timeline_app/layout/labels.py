"""Titles cut to the room that they have, measured once."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import inf
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
    is_whole: bool


class _Cuts:
    """The cuts of a title, shortest first, each measured when it is first thought of."""

    __slots__ = ("_cut", "_fits", "_last", "_measure", "fronts", "whole")

    def __init__(self, title: str, measure: Measure) -> None:
        text = cut_title(title, LENGTHS[-1])
        self.whole = Cut(text, measure(text), len(title) <= LENGTHS[-1])
        texts = dict.fromkeys(cut_title(title, n) for n in LENGTHS if n < len(title))
        self.fronts: list[str | Cut] = list(texts)
        self._measure = measure
        self._last: int | None = None
        self._fits = (inf, inf)
        self._cut: Cut | None = None

    def fit(self, room: float) -> Cut | None:
        """Return the longest cut that fits; rooms change little from frame to frame."""
        least, beyond = self._fits
        if not least <= room < beyond:
            self._cut = self._longest(room)
        return self._cut

    def _longest(self, room: float) -> Cut | None:
        """Return the longest cut that fits, and note for which rooms that holds."""
        if self.whole.width <= room:
            self._fits = (self.whole.width, inf)
            return self.whole
        nth = self._guess(room) if self._last is None else self._last
        while nth < len(self.fronts) and self._front(nth).width <= room:
            nth += 1
        while nth and self._front(nth - 1).width > room:
            nth -= 1
        self._last = nth
        cut = self._front(nth - 1) if nth else None
        beyond = self._front(nth) if nth < len(self.fronts) else self.whole
        self._fits = (-inf if cut is None else cut.width, min(beyond.width, self.whole.width))
        return cut

    def _front(self, nth: int) -> Cut:
        front = self.fronts[nth]
        if isinstance(front, str):
            front = self.fronts[nth] = Cut(front, self._measure(front), False)
        return front

    def _guess(self, room: float) -> int:
        """Start near the length that the width of the whole suggests."""
        letters = room / max(self.whole.width, 1.0) * len(self.whole.text)
        return min(bisect_right(LENGTHS, letters), len(self.fronts))


class LabelBook:
    """Remembers titles and the widths of their cuts; forgets all when it has grown large."""

    def __init__(self, titles: Titles, measure: Measure) -> None:
        self.titles = titles
        self._measure = measure
        self._known: dict[int, _Cuts] = {}

    def clear(self) -> None:
        """Forget everything (the events or the font changed)."""
        self._known.clear()

    def learn(self, rows: Sequence[int], *, budget: int | None = None) -> bool:
        """Ask for the titles of `rows` that are not known yet, at most `budget` of them.

        Return whether all are known now.
        """
        missing = [row for row in rows if row not in self._known]
        if not missing:
            return True
        if len(self._known) > MEMORY:
            self.clear()
            missing = list(rows)
        asked = missing if budget is None else missing[:budget]
        for row, title in zip(asked, self.titles(asked), strict=True):
            self._known[row] = _Cuts(title, self._measure)
        return len(asked) == len(missing)

    def fit(self, row: int, room: float) -> Cut | None:
        """Return the longest cut of a known title that fits into `room`; None if none does."""
        known = self._known.get(row)
        if known is None:
            return None
        return known.fit(room)

    def fit_either(self, row: int, inside: float, outside: float) -> tuple[Cut | None, bool]:
        """Return where more of a known title can be read, as its cut and whether that is inside."""
        known = self._known.get(row)
        cut = None if known is None else known.fit(max(inside, outside))
        return cut, cut is not None and cut.width <= inside

    def title(self, row: int) -> str:
        """Return the title, at most as long as the longest cut."""
        self.learn([row])
        return self._known[row].whole.text


def cut_title(title: str, length: int) -> str:
    """Return a title of at most `length` characters, the last one "…" where it was cut."""
    if len(title) <= length:
        return title
    return title[: length - 1].rstrip(" ,;:–—-(“") + "…"

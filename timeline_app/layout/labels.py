"""Titles cut to the room that they have, measured once."""

from bisect import bisect_right
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
    is_whole: bool


class _Cuts(NamedTuple):
    """All cuts of a title, shortest first, and their widths for bisection."""

    cuts: tuple[Cut, ...]
    widths: tuple[float, ...]


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
            self._known[row] = self._cuts_of(title)
        return len(asked) == len(missing)

    def fit(self, row: int, room: float) -> Cut | None:
        """Return the longest cut of a known title that fits into `room`; None if none does."""
        known = self._known.get(row)
        if known is None:
            return None
        nth = bisect_right(known.widths, room)
        return known.cuts[nth - 1] if nth else None

    def title(self, row: int) -> str:
        """Return the title, at most as long as the longest cut."""
        self.learn([row])
        return self._known[row].cuts[-1].text

    def _cuts_of(self, title: str) -> _Cuts:
        whole = Cut(cut_title(title, LENGTHS[-1]), 0.0, len(title) <= LENGTHS[-1])
        whole = whole._replace(width=self._measure(whole.text))
        fronts = dict.fromkeys(cut_title(title, n) for n in LENGTHS if n < len(title))
        cuts = [Cut(text, self._measure(text), False) for text in fronts]
        # An ellipsis may be wider than the letters that it stands for.
        shorter = sorted((c for c in cuts if c.width < whole.width), key=lambda c: c.width)
        return _Cuts((*shorter, whole), (*(c.width for c in shorter), whole.width))


def cut_title(title: str, length: int) -> str:
    """Return a title of at most `length` characters, the last one "…" where it was cut."""
    if len(title) <= length:
        return title
    return title[: length - 1].rstrip(" ,;:–—-(“") + "…"

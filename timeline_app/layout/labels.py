"""Titles cut to the room that they have, measured once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Measure = Callable[[str], float]
FrontMeasure = Callable[[str, Sequence[int]], Sequence[float]]
"""Widths of the first so many letters of a text."""
Titles = Callable[[Sequence[int]], list[str]]
"""Titles of events by their position in the columns."""

LENGTHS = (4, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 64)
"""Titles are cut to one of these lengths, so that they do not flicker while one zooms."""
WHOLE = len(LENGTHS)
"""The number of the cut that is none."""
MEMORY = 20_000
ELLIPSIS = "…"
_FIRST_OTHER_SCRIPT = "\u0590"
"""Scripts before this letter run from left to right, and their letters do not change shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title and after how many letters each of its cuts ends.

    A cut of one that `is_plain` looks like the front of the whole, and an ellipsis.
    """

    whole: str
    ends: tuple[int, ...]
    is_plain: bool

    @classmethod
    def of(cls, title: str) -> "Title":
        """Return a title of at most the greatest length."""
        size = len(title)
        ends = tuple(len(cut_title(title, n)) - 1 for n in LENGTHS if n < size)
        is_plain = title.isascii() or max(title) < _FIRST_OTHER_SCRIPT
        return cls(whole=cut_title(title, LENGTHS[-1]), ends=ends, is_plain=is_plain)

    def text(self, cut: int) -> str:
        """Return what is read of it."""
        return self.whole if cut == WHOLE else self.whole[: self.ends[cut]] + ELLIPSIS


class Fitted(NamedTuple):
    """For each of many titles the longest cut that fits (-1 for none), its width, and which
    title it is in the book."""

    cuts: NDArray[np.int64]
    widths: NDArray[np.float64]
    nths: NDArray[np.int64]


class LabelBook:
    """Remembers titles and the widths of their cuts; forgets all when it has grown large."""

    def __init__(
        self, titles: Titles, measure: Measure, fronts: FrontMeasure | None = None
    ) -> None:
        self.titles_of = titles
        self._measure = measure
        self._fronts = fronts or (lambda text, sizes: [measure(text[:n]) for n in sizes])
        self.ellipsis_px = measure(ELLIPSIS)
        self.clear()

    def clear(self) -> None:
        """Forget everything (the events or the font changed)."""
        self._nth_of: dict[int, int] = {}
        self._titles: list[Title] = []
        self._widths = np.full((256, WHOLE + 1), np.inf)

    def learn(self, rows: Sequence[int], *, budget: int | None = None) -> bool:
        """Ask for the titles of `rows` that are not known yet, at most `budget` of them.

        Return whether all are known now.
        """
        missing = [row for row in rows if row not in self._nth_of]
        if not missing:
            return True
        if len(self._titles) > MEMORY:
            self.clear()
            missing = list(rows)
        missing = list(dict.fromkeys(missing))
        asked = missing if budget is None else missing[:budget]
        for row, title in zip(asked, self.titles_of(asked), strict=True):
            self._add(row, Title.of(title))
        return len(asked) == len(missing)

    def _add(self, row: int, title: Title) -> None:
        nth = self._nth_of[row] = len(self._titles)
        self._titles.append(title)
        if nth == len(self._widths):
            self._widths = np.concatenate((self._widths, np.full_like(self._widths, np.inf)))
        *fronts, whole = self._fronts(title.whole, (*title.ends, len(title.whole)))
        widths, cuts = self._widths[nth], len(fronts)
        widths[:cuts] = fronts
        widths[:cuts] += self.ellipsis_px
        widths[WHOLE] = whole

    def fit(self, rows: Sequence[int], rooms: NDArray[np.float64]) -> Fitted:
        """Return the longest cuts of titles that fit into their rooms; none of unknown titles."""
        nths = np.array([self._nth_of.get(row, -1) for row in rows], dtype=np.int64)
        widths = self._widths[nths]
        cuts = np.count_nonzero(widths[:, :WHOLE] <= rooms[:, None], axis=1) - 1
        cuts[widths[:, WHOLE] <= rooms] = WHOLE
        cuts[nths < 0] = -1
        return Fitted(cuts, np.where(cuts < 0, 0.0, widths[np.arange(len(cuts)), cuts]), nths)

    def titles_at(self, nths: NDArray[np.int64]) -> tuple[Title, ...]:
        """Return titles by their numbers in the book."""
        return tuple(map(self._titles.__getitem__, nths.tolist()))


def cut_title(title: str, length: int) -> str:
    """Return a title of at most `length` characters, the last one "…" where it was cut."""
    if len(title) <= length:
        return title
    return title[: length - 1].rstrip(" ,;:–—-(“") + ELLIPSIS

"""Answers about stretches of a long array in a time that does not grow with the stretch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.distinct import distinct

MAX_BLOCK = 16
COUNT_BLOCK = 64


def gather(starts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return every index of the stretches, one stretch after another."""
    sizes = stops - starts
    total = int(sizes.sum())
    firsts = np.cumsum(sizes) - sizes
    indices: NDArray[np.int64] = np.arange(total) + np.repeat(starts - firsts, sizes)
    return indices


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RangeMax:
    """The greatest value of any stretch, through maxima of blocks of powers of two.

    `levels[j][b]` is the maximum of the 2^j blocks from block b on.
    """

    values: NDArray[np.int64]
    levels: tuple[NDArray[np.int64], ...]

    @classmethod
    def of(cls, values: NDArray[np.int64]) -> "RangeMax":
        """Build the maxima in time linear in the values (but for a small logarithm)."""
        blocks = len(values) // MAX_BLOCK
        if not blocks:
            return cls(values=values, levels=())
        levels = [values[: blocks * MAX_BLOCK].reshape(blocks, MAX_BLOCK).max(axis=1)]
        width = 1
        while 2 * width <= blocks:
            below = levels[-1]
            levels.append(np.maximum(below[:-width], below[width:]))
            width *= 2
        return cls(values=values, levels=tuple(levels))

    def over(self, starts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the maximum of each stretch; every stretch must hold something."""
        first_block = -(-starts // MAX_BLOCK)
        last_block = stops // MAX_BLOCK
        inner = last_block > first_block
        head_stops = np.where(inner, first_block * MAX_BLOCK, stops)
        best = self._small(starts, head_stops)
        if inner.any():
            a, b = first_block[inner], last_block[inner]
            tail = self._small(b * MAX_BLOCK, stops[inner])
            best[inner] = np.maximum(best[inner], np.maximum(tail, self._blocks(a, b)))
        return best

    def _small(self, starts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.int64]:
        best = np.full(len(starts), np.iinfo(np.int64).min)
        filled = np.flatnonzero(stops > starts)
        if len(filled):
            sizes = (stops - starts)[filled]
            values = self.values[gather(starts[filled], stops[filled])]
            best[filled] = np.maximum.reduceat(values, np.cumsum(sizes) - sizes)
        return best

    def _blocks(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.int64]:
        level = np.frexp((b - a).astype(np.float64))[1] - 1
        best = np.empty(len(a), dtype=np.int64)
        for j in distinct(level.astype(np.int64)).tolist():
            here = level == j
            table = self.levels[j]
            best[here] = np.maximum(table[a[here]], table[b[here] - (1 << j)])
        return best


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RangeCounts:
    """How often each small code occurs in any stretch, through running counts of blocks."""

    codes: NDArray[np.uint8]
    width: int
    running: NDArray[np.int32]

    @classmethod
    def of(cls, codes: NDArray[np.uint8], width: int) -> "RangeCounts":
        """Build the running counts of codes in [0, width)."""
        blocks = len(codes) // COUNT_BLOCK
        running = np.zeros((blocks + 1, width), dtype=np.int32)
        if blocks:
            whole = codes[: blocks * COUNT_BLOCK]
            block = np.repeat(np.arange(blocks, dtype=np.int64) * width, COUNT_BLOCK)
            found = np.bincount(block + whole, minlength=blocks * width)
            np.cumsum(found.reshape(blocks, width), axis=0, out=running[1:])
        return cls(codes=codes, width=width, running=running)

    def over(self, starts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the counts, one row a stretch, one column a code."""
        return self._upto(stops) - self._upto(starts)

    def _upto(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        block = positions // COUNT_BLOCK
        counts = self.running[block].astype(np.int64)
        rest = block * COUNT_BLOCK
        index = gather(rest, positions)
        if len(index):
            owner = np.repeat(np.arange(len(positions)), positions - rest)
            flat = np.bincount(owner * self.width + self.codes[index], minlength=counts.size)
            counts += flat.reshape(counts.shape)
        return counts

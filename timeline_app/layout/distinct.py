"""Distinct values without `np.unique`, which loads numpy's masked arrays and delays a start."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.int64, np.float64)


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Return the values in ascending order, each once."""
    ordered = np.sort(values)
    is_first = np.ones(len(ordered), dtype=np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first]

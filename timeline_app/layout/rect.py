"""A rectangle of pixels."""

from typing import NamedTuple


class Rect(NamedTuple):
    """Pixels from (`x`, `y`) inclusive, `width` by `height`, right and bottom exclusive."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x of the first pixel to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y of the first pixel below."""
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        """Return the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

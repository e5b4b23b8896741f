"""Sizes of what is drawn, in logical pixels, derived from the height of a line of text."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_ROWS, MOST_ROWS = 2, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """One spacing scale for the whole timeline; every value follows the text size."""

    axis_px: float = 50.0
    gutter_px: float = 172.0
    row_px: float = 27.0
    bar_px: float = 21.0
    cluster_px: float = 22.0
    lane_pad_px: float = 7.0
    collapsed_px: float = 34.0
    glyph_px: float = 11.0
    label_pad_px: float = 7.0

    @classmethod
    def of_line_height(cls, line_px: float, *, gutter_px: float | None = None) -> "Metrics":
        """Return the sizes for a font whose lines are `line_px` high (16 gives the defaults)."""
        k = line_px / 16.0
        base = cls()
        return cls(
            axis_px=round(base.axis_px * k),
            gutter_px=round(base.gutter_px * k) if gutter_px is None else gutter_px,
            row_px=round(base.row_px * k),
            bar_px=round(base.bar_px * k),
            cluster_px=round(base.cluster_px * k),
            lane_pad_px=round(base.lane_pad_px * k),
            collapsed_px=round(base.collapsed_px * k),
            glyph_px=round(base.glyph_px * k),
            label_pad_px=round(base.label_pad_px * k),
        )

    def rows_that_fit(self, height_px: float, lane_sizes: Sequence[int]) -> int:
        """Return the most rows a lane may have (2 to 8) for all lanes to fit into a height."""
        for rows in range(MOST_ROWS, LEAST_ROWS, -1):
            if sum(self.lane_px(size, rows) for size in lane_sizes) <= height_px:
                return rows
        return LEAST_ROWS

    def lane_px(self, size: int, max_rows: int) -> float:
        """Return the height of an open lane of `size` events."""
        rows = min(max(size, 1), max_rows)
        clusters = self.cluster_px + 3 if size > rows else 0.0
        return 2 * self.lane_pad_px + rows * self.row_px + clusters

"""When something happens, no more precise than its source."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.chrono.instant import Instant
from timeline_app.chrono.interval import Interval


class Precision(StrEnum):
    """How exactly a time is known; the values are those of the command-line contract."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """Bounds of a time in local, zone-less civil time, with what is known of its precision.

    `begin` is inclusive, `end` exclusive; None is open ("by Friday" has no begin).
    `approximate` is "about" (EDTF `~`), `uncertain` is "perhaps" (EDTF `?`). The EDTF text is
    derived: `chrono.edtf.edtf_text`.
    """

    begin: Instant | None
    end: Instant | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def interval(self) -> Interval:
        """Return the bounds alone."""
        return Interval(begin=self.begin, end=self.end)

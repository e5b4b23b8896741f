"""The operations that rules may name, and the one way to carry them out."""

from collections.abc import Callable, Mapping

from timeline_app.extraction.timex import amounts, compose, cycles, dates, numerals, relative
from timeline_app.extraction.timex.call import Call
from timeline_app.extraction.timex.meaning import Meaning

OPERATIONS: Mapping[str, Callable[[Call], Meaning | None]] = {
    "date": dates.date,
    "iso-date": numerals.iso_date,
    "slash-date": numerals.slash_date,
    "range-start": dates.range_start,
    "decade": numerals.decade,
    "century": numerals.century,
    "short-year": numerals.short_year,
    "day-tail": numerals.day_tail,
    "ended": dates.ended,
    "deictic": relative.deictic,
    "story": relative.story,
    "elliptic": relative.elliptic,
    "story-time": relative.story_time,
    "weekday": cycles.weekday_date,
    "range-end": cycles.range_end,
    "weekend": cycles.weekend,
    "in-time": relative.in_time,
    "cyclic": cycles.cyclic,
    "ago": relative.ago,
    "later": relative.later,
    "from-date": relative.from_date,
    "year-ago": relative.year_ago,
    "same-unit": relative.same_unit,
    "anniversary": relative.anniversary,
    "reported": relative.reported,
    "duration": amounts.duration,
    "set": amounts.repeated,
    "reference": amounts.reference,
    "comparison": amounts.comparison,
    "modified": compose.modified,
    "same": compose.same,
    "part-of-day": compose.part_of_day,
    "part-today": compose.part_today,
    "clock": compose.clock,
    "nth": compose.nth,
    "within": compose.within,
    "unit-of": compose.unit_of,
    "turn": compose.turn,
    "day-within": compose.day_within,
    "day-beside": compose.day_beside,
}
"""What a rule's `op` may be. `value` and `number` are for phrases that mean a word or number;
`nothing` is for a false friend, which is matched so that no other rule takes it."""


def operate(call: Call) -> Meaning | None:
    """Return the meaning of a call; None where it is no time after all."""
    operation = OPERATIONS.get(call.match.rule.operation)
    return operation(call) if operation is not None else None

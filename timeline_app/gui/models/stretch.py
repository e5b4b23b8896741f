"""A stretch of time, as people type it."""

from datetime import date

from PySide6.QtCore import QDate

from timeline_app.annotation.event_columns import OPEN_BEGIN, OPEN_END
from timeline_app.operations.typed_time import read_typed_time


def stretch_of(words: str, *, today: date) -> tuple[int, int] | None:
    """Return the bounds of "2015", "2015-11-24" or "13 Nov 2015"; None for what is no time."""
    time = read_typed_time(words, today=today)
    if time is None or (time.begin is None and time.end is None):
        return None
    begin = int(OPEN_BEGIN) if time.begin is None else int(time.begin)
    return begin, int(OPEN_END) if time.end is None else int(time.end)


def today() -> date:
    """Return the day on this machine's calendar."""
    now = QDate.currentDate()
    return date(now.year(), now.month(), now.day())

"""The user's own clock, as civil time without a zone."""

from PySide6.QtCore import QDateTime

from timeline_app.chrono.instant import Instant, instant


def local_now() -> Instant:
    """Return what the clock on the wall says now."""
    now = QDateTime.currentDateTime()
    date, time = now.date(), now.time()
    return instant(date.year(), date.month(), date.day(), time.hour(), time.minute())

"""How many events, in words."""

from PySide6.QtCore import QCoreApplication


def events_text(count: int) -> str:
    """Return "1 event" or "2,048 events"."""
    words = "1 event" if count == 1 else "{} events"
    return QCoreApplication.translate("counted", words).format(f"{count:,}")

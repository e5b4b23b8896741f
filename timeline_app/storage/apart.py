"""Which events the user said are not one happening, by splitting them."""

import sqlite3

from timeline_app.annotation.ids import EventId

APART_FROM = "apart_from"
"""Overlay field of an event that was split off: the event that it is not."""

_SPLIT = """SELECT event_id FROM overlay WHERE field = 'apart_from' AND value = ?
    UNION SELECT CAST(value AS INTEGER) FROM overlay WHERE event_id = ? AND field = 'apart_from'"""


def from_event(db: sqlite3.Connection, event_id: EventId) -> frozenset[EventId]:
    """Return the events that were split from one, and the one that it was split from."""
    found = db.execute(_SPLIT, (str(event_id), event_id))
    return frozenset(EventId(row[0]) for row in found)

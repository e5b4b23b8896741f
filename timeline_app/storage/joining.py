"""Making one event of two when a later article shows that they are the same."""

import sqlite3

from timeline_app.annotation.ids import EventId
from timeline_app.storage import events
from timeline_app.storage.consolidating import Match

_REASON = "connected by a later article"
_TOLD_APART = """SELECT 1 FROM mention one JOIN mention other USING (document_id)
    WHERE one.event_id = ? AND other.event_id = ? LIMIT 1"""
_TOUCHED = """SELECT 1 FROM overlay WHERE event_id = :id
    UNION ALL SELECT 1 FROM history_event WHERE event_id = :id LIMIT 1"""


def join(db: sqlite3.Connection, match: Match, *, kept: EventId) -> bool:
    """Move the reports of an event to another; refused where the user has touched it.

    What one article tells apart stays apart too.
    """
    event_id = match.event_id
    if db.execute(_TOLD_APART, (event_id, kept)).fetchone():
        return False
    if db.execute(_TOUCHED, {"id": event_id}).fetchone() or events.links_to(db, event_id):
        return False
    query = (
        "UPDATE mention SET event_id = ?, reason = iif(reason = '', ?, reason) WHERE event_id = ?"
    )
    db.execute(query, (kept, f"{_REASON}: {match.reason}", event_id))
    return True

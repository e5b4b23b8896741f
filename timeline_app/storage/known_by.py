"""The library as it was known on a day: only what had been published by then counts.

Articles without a date are left out, for nobody can say that they were known; events made by hand
stay.
"""

import sqlite3

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.event_columns import EventColumns
from timeline_app.storage import events, rows
from timeline_app.storage.resolve import Told, resolve

_LATE = """SELECT DISTINCT m.event_id FROM mention m JOIN document d ON d.id = m.document_id
    WHERE (d.published IS NULL OR d.published > ?) AND m.event_id IS NOT NULL
    AND NOT m.is_retired AND NOT d.is_removed"""


def event_as_known(db: sqlite3.Connection, event_id: EventId, known_by: int) -> Event:
    """Return an event from the reports published up to an instant; there may be none.

    Raises KeyError where there never was an event of this id.
    """
    overlay = events.read_overlay(db, event_id)
    events.require(db, event_id)
    return resolve(event_id, _told(db, event_id, known_by), overlay)


def columns_as_known(db: sqlite3.Connection, known_by: int) -> EventColumns:
    """Return the events known at an instant, as they were known then."""
    query = f"SELECT facts, codes FROM event_row WHERE event_id NOT IN ({_LATE})"
    packed = db.execute(query, (known_by,)).fetchall()
    live = f"SELECT id FROM event WHERE is_live AND id IN ({_LATE})"
    for (event_id,) in db.execute(live, (known_by,)).fetchall():
        told = _told(db, event_id, known_by)
        overlay = events.read_overlay(db, event_id)
        is_hand_made = events.HAND_MADE in overlay
        if told or is_hand_made:
            event = resolve(event_id, told, overlay)
            packed.append(events.pack(db, event, told, is_hand_made=is_hand_made))
    return rows.columns_of(db, packed)


def _told(db: sqlite3.Connection, event_id: EventId, known_by: int) -> list[Told]:
    told = events.read_told(db, event_id)
    return [one for one in told if one.known_from is not None and one.known_from <= known_by]

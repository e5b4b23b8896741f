"""Finding the events of other articles that may be what an article tells of."""

import sqlite3
from collections.abc import Sequence

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.storage import codec, events
from timeline_app.storage.blocking import lookup_keys
from timeline_app.storage.consolidating import Candidate, Said

_MOST_CANDIDATES = 24
_MOST_REPORTS = 12
"""How many reports of an event are compared, earliest first: a famous event has thousands."""

_CANDIDATES = """SELECT m.event_id FROM blocking b JOIN mention m ON m.id = b.mention_id
    WHERE b.key IN ({marks}) AND m.event_id IS NOT NULL AND m.document_id <> ?
    GROUP BY m.event_id ORDER BY count(*) DESC, m.event_id LIMIT ?"""


def quote_of(mention: EventMention, text: str) -> str:
    """Return the sentence that a mention stands in."""
    return codec.storable(mention.sentence.of(text))


def find_candidates(
    db: sqlite3.Connection, document_id: DocumentId, chain: Sequence[EventMention]
) -> list[Candidate]:
    """Return the live events of other articles that share a key with one of the mentions."""
    keys = sorted({key for mention in chain for key in lookup_keys(mention)})
    if not keys:
        return []
    query = _CANDIDATES.format(marks=",".join("?" * len(keys)))
    found = db.execute(query, (*keys, document_id, _MOST_CANDIDATES)).fetchall()
    own = {
        row[0]
        for row in db.execute(
            "SELECT DISTINCT event_id FROM mention WHERE document_id = ?", (document_id,)
        )
    }
    ids = (EventId(row[0]) for row in found if row[0] not in own)
    candidates = (Candidate(event_id=one, said=_said_of(db, one)) for one in ids)
    return [candidate for candidate in candidates if candidate.said]


def _said_of(db: sqlite3.Connection, event_id: EventId) -> tuple[Said, ...]:
    told = events.read_told(db, event_id, limit=_MOST_REPORTS)
    return tuple(Said(mention=one.report.mention, quote=one.quote) for one in told)

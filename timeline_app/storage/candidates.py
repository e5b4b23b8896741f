"""Finding the events of other articles that may be what an article tells of."""

import sqlite3
from collections.abc import Sequence, Set

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.storage import codec, events
from timeline_app.storage.blocking import lookup_keys
from timeline_app.storage.consolidating import Candidate, Said

_MOST_CANDIDATES = 24
_MOST_KEYS = 900
"""SQLite allows a thousand values in a query everywhere."""
_MOST_REPORTS = 12
"""How many reports of an event are compared, earliest first: a famous event has thousands."""

_CANDIDATES = """SELECT m.event_id FROM blocking b JOIN mention m ON m.id = b.mention_id
    WHERE b.key IN ({marks}) AND m.event_id IS NOT NULL AND m.document_id <> ?
    GROUP BY m.event_id ORDER BY count(*) DESC, m.event_id LIMIT ?"""


def quote_of(mention: EventMention, text: str) -> str:
    """Return the sentence that a mention stands in."""
    return codec.storable(mention.sentence.of(text))


def find_candidates(
    db: sqlite3.Connection,
    document_id: DocumentId,
    chain: Sequence[EventMention],
    *,
    own: Set[EventId],
) -> list[Candidate]:
    """Return the live events of other articles that share a key with one of the mentions.

    `own` are the events that the article tells of already: what it tells apart stays apart.
    """
    return _sharing_keys(db, chain, apart_from=own, document_id=document_id)


def likely_same(
    db: sqlite3.Connection, event_id: EventId
) -> tuple[tuple[Said, ...], tuple[Candidate, ...]]:
    """Return what is said of an event, and the other events that share a key with it."""
    said = said_of(db, event_id)
    mentions = [one.mention for one in said]
    return said, tuple(_sharing_keys(db, mentions, apart_from={event_id}, document_id=0))


def _sharing_keys(
    db: sqlite3.Connection, chain: Sequence[EventMention], *, apart_from: Set[int], document_id: int
) -> list[Candidate]:
    keys = sorted({key for mention in chain for key in lookup_keys(mention)})[:_MOST_KEYS]
    if not keys:
        return []
    query = _CANDIDATES.format(marks=",".join("?" * len(keys)))
    found = db.execute(query, (*keys, document_id, _MOST_CANDIDATES)).fetchall()
    ids = (EventId(row[0]) for row in found if row[0] not in apart_from)
    candidates = (Candidate(event_id=one, said=said_of(db, one)) for one in ids)
    return [candidate for candidate in candidates if candidate.said]


def said_of(db: sqlite3.Connection, event_id: EventId) -> tuple[Said, ...]:
    """Return what the earliest reports of an event say."""
    told = events.read_told(db, event_id, limit=_MOST_REPORTS)
    return tuple(Said(mention=one.report.mention, quote=one.quote) for one in told)

"""Finding the events of other articles that may be what an article tells of."""

import sqlite3
from collections.abc import Sequence, Set

from timeline_app.annotation.document import Document
from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.chrono.instant import Instant
from timeline_app.storage import apart, codec, documents, events
from timeline_app.storage.blocking import lookup_keys
from timeline_app.storage.consolidating import Candidate, Said, Setting

_MOST_CANDIDATES = 24
_MOST_KEYS = 900
"""SQLite allows a thousand values in a query everywhere."""
_MOST_REPORTS = 12
"""How many reports of an event are compared, earliest first: a famous event has thousands."""
_LEAD_CHARS = 500

_CANDIDATES = """SELECT m.event_id FROM blocking b JOIN mention m ON m.id = b.mention_id
    WHERE b.key IN ({marks}) AND m.event_id IS NOT NULL AND m.document_id <> ?
    GROUP BY m.event_id ORDER BY count(*) DESC, m.event_id LIMIT ?"""
_EARLIEST = """SELECT m.document_id, m.payload, m.checksum, m.quote
    FROM mention m JOIN document d ON d.id = m.document_id
    WHERE m.event_id = ? AND NOT m.is_retired AND NOT d.is_removed
    ORDER BY d.published IS NULL, d.published, d.id, m.ordinal LIMIT ?"""
_SETTING = f"SELECT published, title, substr(text, 1, {_LEAD_CHARS}) FROM document WHERE id = ?"


def quote_of(mention: EventMention, text: str) -> str:
    """Return the sentence that a mention stands in."""
    return codec.storable(mention.sentence.of(text))


def telling_of(
    document_id: DocumentId, document: Document, chain: Sequence[EventMention]
) -> tuple[Said, ...]:
    """Return what an article says of one happening."""
    setting = Setting(
        document_id=document_id,
        published=documents.published_of(document),
        lead=_lead(codec.storable(document.title), codec.storable(document.text[:_LEAD_CHARS])),
    )
    return tuple(Said(mention=m, quote=quote_of(m, document.text), setting=setting) for m in chain)


def find_candidates(
    db: sqlite3.Connection, telling: Sequence[Said], *, own: Set[EventId]
) -> list[Candidate]:
    """Return the live events of other articles that share a key with one of the mentions.

    `own` are the events that the article tells of already: what it tells apart stays apart.
    """
    return _sharing_keys(db, telling, apart_from=own)


def likely_same(
    db: sqlite3.Connection, event_id: EventId
) -> tuple[tuple[Said, ...], tuple[Candidate, ...]]:
    """Return what is said of an event, and the other events that share a key with it.

    What the user split apart is not offered again.
    """
    said = said_of(db, event_id)
    own = {event_id} | apart.from_event(db, event_id)
    return said, tuple(_sharing_keys(db, said, apart_from=own, is_article=False))


def _sharing_keys(
    db: sqlite3.Connection,
    told: Sequence[Said],
    *,
    apart_from: Set[EventId],
    is_article: bool = True,
) -> list[Candidate]:
    keys = sorted({key for one in told for key in _keys_of(one)})[:_MOST_KEYS]
    if not keys:
        return []
    article = told[0].setting.document_id if is_article else 0
    query = _CANDIDATES.format(marks=",".join("?" * len(keys)))
    found = db.execute(query, (*keys, article, _MOST_CANDIDATES + len(apart_from))).fetchall()
    ids = (EventId(row[0]) for row in found if row[0] not in apart_from)
    candidates = (
        Candidate(event_id=one, said=said_of(db, one), apart_from=apart.from_event(db, one))
        for one in ids
    )
    return [candidate for candidate in candidates if candidate.said]


def _keys_of(one: Said) -> tuple[int, ...]:
    setting = one.setting
    return lookup_keys(one.mention, one.quote, setting.lead, setting.published)


def said_of(db: sqlite3.Connection, event_id: EventId) -> tuple[Said, ...]:
    """Return what the earliest reports of an event say."""
    told = db.execute(_EARLIEST, (event_id, _MOST_REPORTS)).fetchall()
    settings = {row[0]: setting_of(db, row[0]) for row in told}
    return tuple(
        Said(mention=events.mention_of(payload, checksum), quote=quote, setting=settings[of])
        for of, payload, checksum, quote in told
    )


def setting_of(db: sqlite3.Connection, document_id: DocumentId) -> Setting:
    """Return when an article was published and how it begins."""
    published, title, beginning = db.execute(_SETTING, (document_id,)).fetchone()
    day = None if published is None else Instant(published)
    return Setting(document_id=document_id, published=day, lead=_lead(title, beginning))


def _lead(title: str, beginning: str) -> str:
    return f"{title}\n{beginning}"

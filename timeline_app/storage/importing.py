"""Adding an article with its mentions, each to a new event or to one that other articles tell."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.storage import codec, documents, events
from timeline_app.storage.candidates import find_candidates, quote_of
from timeline_app.storage.changes import Changes
from timeline_app.storage.consolidating import Consolidator, Said, Telling
from timeline_app.storage.state import file_under_keys


def add(db: sqlite3.Connection, extraction: Extraction, consolidator: Consolidator) -> Changes:
    """Add an article, inside a write transaction of the caller's."""
    repeated, copy_of = documents.find_repeated(db, extraction.document)
    if repeated is not None:
        return _bring_back(db, repeated)
    document_id = documents.insert(db, extraction, copy_of=copy_of)
    touched: set[EventId] = set()
    for chain in chains(extraction.mentions):
        touched.add(_add_chain(db, document_id, extraction, chain, consolidator))
    return replace(events.refresh(db, touched), documents_added=(document_id,))


def _bring_back(db: sqlite3.Connection, document_id: DocumentId) -> Changes:
    """Return an article that was removed and is read again; one that is there stays as it is."""
    query = "UPDATE document SET is_removed = 0 WHERE id = ? AND is_removed"
    if not db.execute(query, (document_id,)).rowcount:
        return Changes(duplicate_of=document_id)
    touched = events.of_document(db, document_id)
    return replace(events.refresh(db, touched), documents_added=(document_id,))


def chains(mentions: Sequence[EventMention]) -> list[tuple[EventMention, ...]]:
    """Group an article's mentions by the happening that they tell, in the order of the text.

    A plan and the outcome that the article tells of are one happening.
    """
    known = {mention.id for mention in mentions}
    heads = {
        mention.id: (mention.same_as or mention.outcome_of or mention.id) for mention in mentions
    }
    grouped: dict[str, list[EventMention]] = {}
    for mention in mentions:
        grouped.setdefault(_head(mention.id, heads, known), []).append(mention)
    return [tuple(group) for group in grouped.values()]


def _head(mention_id: str, heads: Mapping[str, str], known: set[str]) -> str:
    seen: set[str] = set()
    while heads[mention_id] in known and heads[mention_id] != mention_id:
        if mention_id in seen:
            return min(seen)
        seen.add(mention_id)
        mention_id = heads[mention_id]
    return mention_id


def _add_chain(
    db: sqlite3.Connection,
    document_id: DocumentId,
    extraction: Extraction,
    chain: tuple[EventMention, ...],
    consolidator: Consolidator,
) -> EventId:
    candidates = find_candidates(db, document_id, chain)
    text = extraction.document.text
    said = tuple(Said(mention=mention, quote=quote_of(mention, text)) for mention in chain)
    telling = Telling(document=extraction.document, said=said)
    match = consolidator(telling, candidates) if candidates else None
    event_id = match.event_id if match else events.create(db)
    ordinals = {mention.id: at for at, mention in enumerate(extraction.mentions)}
    for one in said:
        mention = one.mention
        reason = mention.same_as_reason or (match.reason if match else "")
        payload = codec.dump(mention)
        cursor = db.execute(
            "INSERT INTO mention(document_id, ordinal, key, event_id, reason, quote, checksum, "
            "payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document_id, ordinals[mention.id], mention.id, event_id, codec.storable(reason),
                one.quote, codec.checksum_of(payload), payload,
            ),
        )  # fmt: skip
        file_under_keys(db, cursor.lastrowid or 0, mention)
    return event_id

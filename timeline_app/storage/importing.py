"""Adding an article with its mentions, each to a new event or to one that other articles tell."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline_app.annotation.event import DocumentId, EventId, Report
from timeline_app.annotation.mention import EventMention, EventType, Extraction
from timeline_app.chrono.event_time import EventTime
from timeline_app.storage import codec, documents, events, joining
from timeline_app.storage.candidates import find_candidates, quote_of, telling_of
from timeline_app.storage.changes import Changes
from timeline_app.storage.consolidating import (
    SAME_WORDS,
    Consolidator,
    Match,
    Said,
    Telling,
)
from timeline_app.storage.filing import file_under_keys, use_present_keys
from timeline_app.storage.resolve import Told


def add(db: sqlite3.Connection, extraction: Extraction, consolidator: Consolidator) -> Changes:
    """Add an article, inside a write transaction of the caller's."""
    repeated, copy_of = documents.find_repeated(db, extraction.document)
    if repeated is not None:
        return _bring_back(db, repeated)
    use_present_keys(db)
    document_id = documents.insert(db, extraction, copy_of=copy_of)
    touched: set[EventId] = set()
    fresh: dict[EventId, list[Told]] = {}
    article = _Article(db, document_id, extraction, copy_of)
    for chain in chains(extraction.mentions):
        event_id, is_new, joined = _add_chain(article, chain, consolidator)
        touched.update((event_id, *joined))
        if is_new:
            fresh[event_id] = [article.told(mention) for mention in chain]
    changes = events.refresh(db, touched, told=fresh)
    return replace(changes, documents_added=(document_id,))


class _Article:
    """The article that is being added."""

    def __init__(
        self,
        db: sqlite3.Connection,
        document_id: DocumentId,
        extraction: Extraction,
        copy_of: DocumentId | None,
    ) -> None:
        self.db, self.id, self.document = db, document_id, extraction.document
        self._origin = copy_of or document_id
        self._original = _events_by_words(db, copy_of)
        self._published = documents.published_of(self.document)
        self.own: set[EventId] = set()
        self.ordinals = {mention.id: at for at, mention in enumerate(extraction.mentions)}

    def event_of_original(self, telling: Sequence[Said]) -> Match | None:
        """Return the event that the article of which this is a copy tells in the same words."""
        for said in telling:
            event_id = self._original.get(_words_of(said.mention, said.quote))
            if event_id is not None:
                return Match(event_id=event_id, reason=SAME_WORDS)
        return None

    def told(self, mention: EventMention) -> Told:
        """Return a mention as a report of this article."""
        return Told(
            report=Report(
                document_id=self.id, mention=mention, merge_reason=mention.same_as_reason
            ),
            origin=self._origin,
            source=codec.storable(self.document.outlet or self.document.path),
            known_from=self._published,
            quote=quote_of(mention, self.document.text),
        )


_Words = tuple[EventType, EventTime | None, str, int]


def _words_of(mention: EventMention, quote: str) -> _Words:
    at = mention.trigger.begin - mention.sentence.begin
    return mention.type, mention.time, quote, at


def _events_by_words(
    db: sqlite3.Connection, document_id: DocumentId | None
) -> dict[_Words, EventId]:
    """Return the events of an article by the words and the date that tell of them."""
    query = (
        "SELECT payload, quote, event_id FROM mention WHERE document_id = ? AND NOT is_retired "
        "AND event_id IS NOT NULL"
    )
    found = db.execute(query, (document_id,)) if document_id is not None else ()
    return {
        _words_of(codec.load(EventMention, payload), quote): EventId(event_id)
        for payload, quote, event_id in found
    }


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
    article: _Article, chain: tuple[EventMention, ...], consolidator: Consolidator
) -> tuple[EventId, bool, list[EventId]]:
    """Add mentions of one happening; return its event, if that is new, and those joined to it."""
    said = telling_of(article.id, article.document, chain)
    match = article.event_of_original(said)
    if match is None:
        candidates = find_candidates(article.db, said, own=article.own)
        match = consolidator(Telling(said=said), candidates) if candidates else None
    event_id = match.event_id if match else events.create(article.db)
    article.own.add(event_id)
    joined = (
        [one.event_id for one in match.also if joining.join(article.db, one, kept=event_id)]
        if match
        else []
    )
    for one in said:
        reason = one.mention.same_as_reason or (match.reason if match else "")
        _add_mention(article, one, event_id, reason)
    return event_id, match is None, joined


def _add_mention(article: _Article, said: Said, event_id: EventId, reason: str) -> None:
    mention, payload = said.mention, codec.dump(said.mention)
    cursor = article.db.execute(
        "INSERT INTO mention(document_id, ordinal, key, event_id, reason, quote, checksum, "
        "payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id, article.ordinals[mention.id], mention.id, event_id, codec.storable(reason),
            said.quote, codec.checksum_of(payload), payload,
        ),
    )  # fmt: skip
    file_under_keys(article.db, cursor.lastrowid or 0, mention)

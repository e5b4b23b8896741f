"""Full-text search over events and articles."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import MODALITIES, TYPES, EventFlag
from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.storage.search_query import Field, SearchQuery, Words, parse_query

_LIVE = "event.is_live = 1"
_COLUMNS = {Field.ACTOR: "actors", Field.PLACE: "places", Field.SOURCE: "sources"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What matches: events, earliest first, and articles, oldest in the library first."""

    event_ids: tuple[EventId, ...] = ()
    document_ids: tuple[DocumentId, ...] = ()


def search(db: sqlite3.Connection, text: str) -> SearchResult:
    """Return what matches a query as a user types it (`search_query` explains it)."""
    query = parse_query(text)
    if query.is_empty:
        return SearchResult()
    event_ids = _find_events(db, query)
    if query.is_about_events_alone:
        return SearchResult(event_ids=event_ids, document_ids=_reporting(db, event_ids))
    return SearchResult(event_ids=event_ids, document_ids=_find_documents(db, query))


def matching_documents(db: sqlite3.Connection, text: str) -> tuple[DocumentId, ...]:
    """Return the articles that `search` finds, without its list of events where it has no say."""
    query = parse_query(text)
    if query.is_empty:
        return ()
    if query.is_about_events_alone:
        return _reporting(db, _find_events(db, query))
    return _find_documents(db, query)


def matching_ids(db: sqlite3.Connection, text: str) -> NDArray[np.int64]:
    """Return the ids of the events that a query finds, in no order: for masks over many events."""
    query = parse_query(text)
    if query.is_empty:
        return np.empty(0, dtype=np.int64)
    source, where, values = _event_source(query)
    if where == ["event_fts MATCH ?", _LIVE]:
        return _words_alone(db, values)
    sql = f"SELECT group_concat(event.id) FROM {source} WHERE {' AND '.join(where)}"
    return _numbers(db, sql, values)


def _words_alone(db: sqlite3.Connection, values: list[int | str]) -> NDArray[np.int64]:
    """Look up words without a look at each event found; take away what is gone."""
    words = "SELECT group_concat(rowid) FROM event_fts WHERE event_fts MATCH ?"
    found = _numbers(db, words, values)
    gone = _numbers(db, "SELECT group_concat(id) FROM event WHERE is_live = 0", [])
    return np.setdiff1d(found, gone) if len(gone) else found


def _numbers(db: sqlite3.Connection, sql: str, values: list[int | str]) -> NDArray[np.int64]:
    """Return the numbers of one joined text: row by row, each would wait for other threads."""
    joined = db.execute(sql, values).fetchone()[0]
    return np.fromstring(joined or "", dtype=np.int64, sep=",")


def _event_source(query: SearchQuery) -> tuple[str, list[str], list[int | str]]:
    """Return table, conditions and their values that find the events of a query."""
    where, values = _event_conditions(query)
    match = _match_text(query.words)
    if match:
        source = "event_fts JOIN event ON event.id = event_fts.rowid"
        where, values = ["event_fts MATCH ?", *where], [match, *values]
    else:
        source = "event"
        excluded = _match_text([_wanted(words) for words in query.words])
        if excluded:
            where.append("id NOT IN (SELECT rowid FROM event_fts WHERE event_fts MATCH ?)")
            values.append(excluded)
    return source, where, values


def _find_events(db: sqlite3.Connection, query: SearchQuery) -> tuple[EventId, ...]:
    source, where, values = _event_source(query)
    sql = (
        f"SELECT event.id FROM {source} WHERE {' AND '.join(where)} "
        'ORDER BY event."begin", event."end", event.id'
    )
    return tuple(EventId(row[0]) for row in db.execute(sql, values))


def _event_conditions(query: SearchQuery) -> tuple[list[str], list[int | str]]:
    where, values = [_LIVE], list[int | str]()
    if query.types is not None:
        where.append(_one_of("event.type", (TYPES.index(kind) for kind in query.types)))
    if query.statuses is not None:
        codes = (MODALITIES.index(kind) for kind in query.statuses)
        where.append(_one_of("event.modality", codes))
    if query.flags:
        where.append("event.flags & ? = ?")
        values += [int(query.flags), int(query.flags)]
    if query.since is not None or query.until is not None:
        where.append(f"NOT event.flags & {int(EventFlag.UNDATED)}")
    if query.since is not None:
        where.append('event."end" > ?')
        values.append(query.since)
    if query.until is not None:
        where.append('event."begin" < ?')
        values.append(query.until)
    return where, values


def _one_of(column: str, codes: Iterable[int]) -> str:
    return f"{column} IN ({','.join(str(code) for code in sorted(codes))})"


def _find_documents(db: sqlite3.Connection, query: SearchQuery) -> tuple[DocumentId, ...]:
    where, values = list[str](), list[int | str]()
    plain = [words for words in query.words if words.field is Field.ANY]
    match = _match_text(plain)
    if match:
        where.append("id IN (SELECT rowid FROM document_fts WHERE document_fts MATCH ?)")
        values.append(match)
    elif excluded := _match_text([_wanted(words) for words in plain]):
        where.append("id NOT IN (SELECT rowid FROM document_fts WHERE document_fts MATCH ?)")
        values.append(excluded)
    for words in query.words:
        if words.field is Field.SOURCE:
            negation = "NOT " if words.is_excluded else ""
            where.append(f"{negation}coalesce(outlet, path) LIKE ? ESCAPE '\\'")
            values.append(_like(words))
    if query.since is not None:
        where.append("published >= ?")
        values.append(query.since)
    if query.until is not None:
        where.append("published < ?")
        values.append(query.until)
    if where == ["id IN (SELECT rowid FROM document_fts WHERE document_fts MATCH ?)"]:
        return _matching_documents(db, match)
    conditions = " AND ".join(["is_removed = 0", *where])
    sql = f"SELECT id FROM document WHERE {conditions} ORDER BY id"
    return tuple(DocumentId(row[0]) for row in db.execute(sql, values))


def _matching_documents(db: sqlite3.Connection, match: str) -> tuple[DocumentId, ...]:
    """Return the articles with these words without looking into the articles themselves."""
    removed = {row[0] for row in db.execute("SELECT id FROM document WHERE is_removed")}
    found = db.execute("SELECT rowid FROM document_fts WHERE document_fts MATCH ?", (match,))
    return tuple(DocumentId(row[0]) for row in found if row[0] not in removed)


def _reporting(db: sqlite3.Connection, event_ids: Sequence[EventId]) -> tuple[DocumentId, ...]:
    marks = ",".join(str(int(event_id)) for event_id in event_ids)
    sql = (
        "SELECT DISTINCT m.document_id FROM mention m JOIN document d ON d.id = m.document_id "
        f"WHERE m.event_id IN ({marks}) AND NOT m.is_retired AND NOT d.is_removed "
        "ORDER BY m.document_id"
    )
    return tuple(DocumentId(row[0]) for row in db.execute(sql))


def _match_text(terms: Iterable[Words]) -> str:
    """Return terms in FTS5's language, every word quoted; "" where nothing is asked for."""
    terms = tuple(terms)
    wanted = [_term_text(words) for words in terms if not words.is_excluded]
    unwanted = [_term_text(words) for words in terms if words.is_excluded]
    if not wanted:
        return ""
    text = " AND ".join(wanted)
    return f"({text}) NOT ({' OR '.join(unwanted)})" if unwanted else text


def _term_text(words: Words) -> str:
    phrase = '"' + " ".join(words.words) + '"' + ("*" if words.is_prefix else "")
    column = _COLUMNS.get(words.field)
    return f"{{{column}}} : {phrase}" if column else phrase


def _wanted(words: Words) -> Words:
    return Words(field=words.field, words=words.words, is_prefix=words.is_prefix)


def _like(words: Words) -> str:
    return "%" + "%".join(words.words).replace("\\", "\\\\") + "%"

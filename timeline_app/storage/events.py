"""Events in the library file: derived from their reports and edits, refreshed after each write."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from timeline_app.annotation.event import DocumentId, Event, EventId, LinkKind, Report
from timeline_app.annotation.event_columns import MODALITIES, TYPES
from timeline_app.annotation.mention import EventMention
from timeline_app.storage import codec, rows
from timeline_app.storage.changes import Changes
from timeline_app.storage.resolve import Told, resolve

HAND_MADE = "hand_made"
"""Overlay field of an event that was made by hand, and needs no report to exist."""
MERGED_INTO = "merged_into"
"""Overlay field of an event that was merged into another: the other's id."""

_MOST_QUOTES = 64
"""How many sentences of an event's reports a search looks through; the articles have all."""

_TOLD = """SELECT m.document_id, m.payload, m.reason, coalesce(d.copy_of, d.id),
    coalesce(d.outlet, d.path), d.published, m.quote, m.checksum,
    (SELECT o.event_id FROM mention o WHERE o.document_id = m.document_id AND NOT o.is_retired
     AND o.key = json_extract(m.payload, '$.about'))
    FROM mention m JOIN document d ON d.id = m.document_id
    WHERE m.event_id = ? AND NOT m.is_retired AND NOT d.is_removed
    ORDER BY d.published IS NULL, d.published, d.id, m.ordinal LIMIT ?"""


def create(db: sqlite3.Connection) -> EventId:
    """Return the id of a new event, which lives once it has a report or is made by hand."""
    cursor = db.execute("INSERT INTO event(revision) SELECT value FROM meta WHERE key = 'revision'")
    return EventId(cursor.lastrowid or 0)


def read_told(db: sqlite3.Connection, event_id: EventId, *, limit: int = -1) -> list[Told]:
    """Return an event's reports, earliest article first; all without a limit."""
    return [_told(*row) for row in db.execute(_TOLD, (event_id, limit))]


@lru_cache(maxsize=4096)
def mention_of(payload: str, checksum: int) -> EventMention:
    """Return a stored mention; what is compared again and again is read once.

    Raises DamagedValue where the text is not that of the checksum.
    """
    return codec.load(EventMention, payload, checksum=checksum)


def _told(
    document_id: int,
    payload: str,
    reason: str,
    origin: int,
    source: str,
    published: int | None,
    quote: str,
    checksum: int,
    about: int | None,
) -> Told:
    mention = mention_of(payload, checksum)
    report = Report(document_id=DocumentId(document_id), mention=mention, merge_reason=reason)
    return Told(
        report=report,
        origin=DocumentId(origin),
        source=source,
        known_from=published,
        quote=quote,
        about=None if about is None else EventId(about),
    )


def read_overlay(db: sqlite3.Connection, event_id: EventId) -> dict[str, str]:
    """Return what the user set, as JSON by field."""
    query = "SELECT field, value FROM overlay WHERE event_id = ?"
    return dict(db.execute(query, (event_id,)).fetchall())


def read_event(db: sqlite3.Connection, event_id: EventId) -> Event:
    """Return an event. Raises KeyError where there never was one of this id."""
    require(db, event_id)
    return resolve(event_id, read_told(db, event_id), read_overlay(db, event_id))


def require(db: sqlite3.Connection, event_id: EventId) -> None:
    """Raise KeyError where there never was an event of this id."""
    if db.execute("SELECT 1 FROM event WHERE id = ?", (event_id,)).fetchone() is None:
        raise KeyError(event_id)


def refresh(
    db: sqlite3.Connection,
    event_ids: Iterable[EventId],
    *,
    told: Mapping[EventId, Sequence[Told]] | None = None,
) -> Changes:
    """Derive events anew after their reports or edits changed; return what came of it.

    `told` has the reports of events that are new and known to the caller anyway.
    """
    added: list[EventId] = []
    changed: list[EventId] = []
    removed: list[EventId] = []
    ids = sorted(set(event_ids))
    for event_id in ids:
        known = (told or {}).get(event_id)
        was_live = known is None and _is_live(db, event_id)
        is_live = _refresh_one(db, event_id, known)
        if was_live or is_live:
            kind = (changed if was_live else added) if is_live else removed
            kind.append(event_id)
    rows.save_blocks(db, ids)
    return Changes(
        events_added=tuple(added), events_changed=tuple(changed), events_removed=tuple(removed)
    )


def _is_live(db: sqlite3.Connection, event_id: EventId) -> bool:
    query = "SELECT is_live FROM event WHERE id = ?"
    return bool(db.execute(query, (event_id,)).fetchone()[0])


def _refresh_one(db: sqlite3.Connection, event_id: EventId, told: Sequence[Told] | None) -> bool:
    overlay = read_overlay(db, event_id) if told is None else {}
    told = read_told(db, event_id) if told is None else told
    if (not told and HAND_MADE not in overlay) or MERGED_INTO in overlay:
        db.execute(
            "UPDATE event SET is_live = 0, revision = (SELECT value FROM meta "
            "WHERE key = 'revision') WHERE id = ?",
            (event_id,),
        )
        db.execute("DELETE FROM event_row WHERE event_id = ?", (event_id,))
        return False
    _store(db, resolve(event_id, told, overlay), told, is_hand_made=HAND_MADE in overlay)
    return True


def _store(
    db: sqlite3.Connection, event: Event, told: Sequence[Told], *, is_hand_made: bool
) -> None:
    flags = rows.flags_of(event, is_hand_made=is_hand_made)
    begin, end = rows.bounds(event)
    db.execute(
        """UPDATE event SET is_live = 1, live_since = CASE WHEN is_live THEN live_since ELSE
        (SELECT value FROM meta WHERE key = 'revision') END,
        type = ?, modality = ?, "begin" = ?, "end" = ?, flags = ?,
        title = ?, actors = ?, places = ?, sources = ?, notes = ?, quotes = ?,
        revision = (SELECT value FROM meta WHERE key = 'revision') WHERE id = ?""",
        (
            TYPES.index(event.type), MODALITIES.index(event.modality), begin, end, int(flags),
            *map(codec.storable, (event.title, *_search_words(event, told))), event.id,
        ),
    )  # fmt: skip
    facts, codes = pack(db, event, told, is_hand_made=is_hand_made)
    db.execute("INSERT OR REPLACE INTO event_row VALUES (?, ?, ?)", (event.id, facts, codes))


def pack(
    db: sqlite3.Connection, event: Event, told: Sequence[Told], *, is_hand_made: bool
) -> tuple[bytes, bytes]:
    """Return an event's row: its facts, and the codes of the names of its groups."""
    actors = dict.fromkeys(who.name for who in event.participants)
    places = dict.fromkeys(place.name for place in event.places)
    sources = dict.fromkeys(one.source for one in told)
    groups = (actors, places, sources, event.tags)
    codes, counts = rows.pack_codes([_codes(db, names) for names in groups])
    facts = rows.pack_facts(
        event,
        rows.flags_of(event, is_hand_made=is_hand_made),
        report_count=len({one.origin for one in told}),
        known_from=min((t.known_from for t in told if t.known_from is not None), default=None),
        group_counts=counts,
    )
    return facts, codes


def _search_words(event: Event, told: Sequence[Told]) -> tuple[str, ...]:
    """Return the words of actors, places, sources, notes and quotes, to be found by a search."""
    said_by = (who.name for one in told for who in one.report.mention.attribution)
    return (
        "\n".join(dict.fromkeys(who.name for who in event.participants)),
        "\n".join(dict.fromkeys(place.name for place in event.places)),
        "\n".join(dict.fromkeys([*(one.source for one in told), *said_by])),
        "\n".join([*event.tags, event.note] if event.note else event.tags),
        "\n".join(list(dict.fromkeys(one.quote for one in told))[:_MOST_QUOTES]),
    )


def _codes(db: sqlite3.Connection, names: Iterable[str]) -> list[int]:
    codes = []
    for name in names:
        text = codec.storable(name)
        found = db.execute("SELECT id FROM name WHERE text = ?", (text,)).fetchone()
        if found is None:
            codes.append(db.execute("INSERT INTO name(text) VALUES (?)", (text,)).lastrowid or 0)
        else:
            codes.append(found[0])
    return codes


def links_to(db: sqlite3.Connection, event_id: EventId) -> tuple[tuple[EventId, LinkKind], ...]:
    """Return the living events whose own links lead to one, and the kinds of those links."""
    query = (
        "SELECT o.event_id, o.value FROM overlay o JOIN event e ON e.id = o.event_id "
        "WHERE o.field = 'links' AND e.is_live AND instr(o.value, ?) ORDER BY o.event_id"
    )
    found = db.execute(query, (f'"to":{event_id}',)).fetchall()
    links = ((one, link) for one, value in found for link in json.loads(value))
    return tuple(
        (EventId(one), LinkKind(link["kind"])) for one, link in links if link["to"] == event_id
    )


def of_mentions(db: sqlite3.Connection, document_id: DocumentId) -> dict[str, EventId]:
    """Return for each mention of an article, by its id there, the event that it tells of."""
    query = (
        "SELECT key, event_id FROM mention WHERE document_id = ? AND event_id IS NOT NULL "
        "AND NOT is_retired"
    )
    return {key: EventId(event_id) for key, event_id in db.execute(query, (document_id,))}


def of_document(db: sqlite3.Connection, document_id: DocumentId) -> tuple[EventId, ...]:
    """Return the events that an article reports, in the order of its text."""
    query = (
        "SELECT event_id FROM mention WHERE document_id = ? AND event_id IS NOT NULL "
        "AND NOT is_retired GROUP BY event_id ORDER BY min(ordinal)"
    )
    return tuple(EventId(row[0]) for row in db.execute(query, (document_id,)))

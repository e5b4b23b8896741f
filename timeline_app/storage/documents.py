"""Articles in the library file: adding, recognising, reading back."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from timeline_app.annotation.document import Document
from timeline_app.annotation.ids import DocumentId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.instant import Instant, parse_iso
from timeline_app.storage import codec
from timeline_app.storage.faults import DamagedValue
from timeline_app.storage.near_copy import is_near_copy, is_same_address, sketch, text_hash

_ADD = """INSERT INTO document(sha256, text_hash, path, title, outlet, url, published, language,
    timex_count, placed_count, copy_of, is_disputed, revision, checksum, head, annotations,
    text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,
    (SELECT value FROM meta WHERE key = 'revision'),?,?,?,?)"""


_MOST_WORDS = 12
_SOME_WORDS = 5
"""Values of a sketch that two articles share: half of one, and what a rewritten article keeps."""


def find_repeated(
    db: sqlite3.Connection, document: Document
) -> tuple[DocumentId | None, DocumentId | None]:
    """Return the article that this one repeats, and the article of which it is a copy.

    The same bytes, or the same words from the same outlet, are a repetition; the same or nearly
    the same words from another outlet are a copy, which is worth keeping as an article, and so is
    a later version from the same web address.
    """
    found = db.execute("SELECT id FROM document WHERE sha256 = ?", (document.sha256,)).fetchone()
    if found is not None:
        return DocumentId(found[0]), None
    same = db.execute(
        "SELECT id, outlet, coalesce(copy_of, id), published FROM document WHERE text_hash = ? "
        "AND NOT is_removed ORDER BY id",
        (text_hash(document.text),),
    ).fetchall()
    published = published_of(document)
    for row_id, outlet, _, theirs in same:
        if outlet == document.outlet and theirs == published:
            return DocumentId(row_id), None
    if same:
        return None, DocumentId(same[0][2])
    return None, _near_copy(db, document)


def _near_copy(db: sqlite3.Connection, document: Document) -> DocumentId | None:
    ours = sketch(document.text)
    marks = ",".join("?" * len(ours))
    candidates = db.execute(
        f"SELECT document_id, count(*) FROM sketch WHERE value IN ({marks}) GROUP BY document_id "
        f"HAVING count(*) >= {_SOME_WORDS} ORDER BY count(*) DESC, document_id LIMIT 5",
        tuple(ours),
    ).fetchall()
    for candidate, shared in candidates:
        theirs = db.execute("SELECT value FROM sketch WHERE document_id = ?", (candidate,))
        values = {value for (value,) in theirs} if shared >= _MOST_WORDS else set()
        query = "SELECT coalesce(copy_of, id), url FROM document WHERE id = ?"
        original, url = db.execute(query, (candidate,)).fetchone()
        if is_near_copy(ours, values) or is_same_address(url, document.url):
            return DocumentId(original)
    return None


def insert(
    db: sqlite3.Connection, extraction: Extraction, *, copy_of: DocumentId | None
) -> DocumentId:
    """Add an article without its mentions."""
    document = extraction.document
    timexes, placed = counts(extraction)
    head, annotations = head_text(document), annotations_text(extraction)
    names = (document.path, document.title, document.outlet or "", document.url or "")
    path, title, outlet, url = (codec.storable(name) for name in names)
    text = codec.storable(document.text)
    cursor = db.execute(
        _ADD,
        (
            document.sha256, text_hash(text), path, title, outlet or None, url or None,
            published_of(document), document.language, timexes, placed, copy_of,
            document.is_date_disputed, codec.checksum_of(head, annotations, text),
            head, annotations, text,
        ),
    )  # fmt: skip
    document_id = DocumentId(cursor.lastrowid or 0)
    db.executemany(
        "INSERT INTO sketch VALUES (?, ?)", [(v, document_id) for v in sketch(document.text)]
    )
    return document_id


def counts(extraction: Extraction) -> tuple[int, int]:
    """Return how many date phrases an article has, and how many of them date an event."""
    used = {mention.timex_id for mention in extraction.mentions if mention.time is not None}
    told = [timex for timex in extraction.timexes if not timex.is_dateline]
    return len(told), sum(timex.id in used for timex in told)


def published_of(document: Document) -> Instant | None:
    """Return when an article was published, None where nothing states it."""
    if document.dct is None:
        return None
    try:
        return parse_iso(document.dct.value)
    except ValueError:
        return None


def head_text(document: Document) -> str:
    """Return the JSON of an article without its text, unless a column cannot hold that exactly."""
    is_storable = codec.storable(document.text) == document.text
    return codec.dump(replace(document, text="") if is_storable else document)


def annotations_text(extraction: Extraction) -> str:
    """Return the JSON of the sentences and time expressions of an article."""
    ends = [bound for span in extraction.sentences for bound in (span.begin, span.end)]
    plain: dict[str, Any] = {"sentences": ends, "timexes": codec.to_plain(extraction.timexes)}
    return codec.json_text(plain)


def read_document(db: sqlite3.Connection, document_id: DocumentId) -> Document:
    """Return an article. Raises KeyError where there is none of this id."""
    return _read_parts(db, document_id)[0]


def _read_parts(db: sqlite3.Connection, document_id: DocumentId) -> tuple[Document, str]:
    query = "SELECT head, annotations, text, checksum FROM document WHERE id = ?"
    row = db.execute(query, (document_id,)).fetchone()
    if row is None:
        raise KeyError(document_id)
    head, annotations, text, checksum = row
    if codec.checksum_of(head, annotations, text) != checksum:
        raise DamagedValue(f"malformed value: checksum of article {document_id}")
    document = codec.load(Document, head)
    return (document if document.text else replace(document, text=text)), annotations


def read_extraction(db: sqlite3.Connection, document_id: DocumentId) -> Extraction:
    """Return everything found in an article. Raises KeyError where there is none of this id."""
    document, annotations = _read_parts(db, document_id)
    plain = json.loads(annotations)
    ends = plain["sentences"]
    payloads = db.execute(
        "SELECT payload, checksum FROM mention WHERE document_id = ? AND NOT is_retired "
        "ORDER BY ordinal, id",
        (document_id,),
    )
    return Extraction(
        document=document,
        sentences=tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True)),
        timexes=tuple(codec.from_plain(Timex, item) for item in plain["timexes"]),
        mentions=tuple(codec.load(EventMention, text, checksum=total) for text, total in payloads),
    )

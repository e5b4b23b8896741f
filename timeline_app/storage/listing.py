"""What a window lists of a library: its articles in a line each, and the titles of events."""

import json
import sqlite3
from collections.abc import Sequence

from timeline_app.annotation.ids import DocumentId
from timeline_app.storage.document_row import DocumentRow

_ARTICLES = """SELECT id, path, title, outlet, url, published, language, timex_count, placed_count,
    copy_of, is_disputed,
    (SELECT count(DISTINCT event_id) FROM mention
     WHERE document_id = document.id AND is_retired = 0)
    FROM document WHERE is_removed = 0 ORDER BY published IS NULL, published, id"""


def articles(db: sqlite3.Connection) -> tuple[DocumentRow, ...]:
    """Return the articles, earliest first, those without a date last."""
    return tuple(
        DocumentRow(
            id=DocumentId(row[0]), path=row[1], title=row[2], outlet=row[3], url=row[4],
            published=row[5], language=row[6], timex_count=row[7], placed_count=row[8],
            copy_of=row[9], is_date_disputed=bool(row[10]), event_count=row[11],
        )
        for row in db.execute(_ARTICLES)
    )  # fmt: skip


def titles(db: sqlite3.Connection, event_ids: Sequence[int]) -> list[str]:
    """Return the titles of events, in the order asked; "" for an unknown id."""
    wanted = json.dumps([int(event_id) for event_id in event_ids])
    query = "SELECT id, title FROM event WHERE id IN (SELECT value FROM json_each(?))"
    found = dict(db.execute(query, (wanted,)).fetchall())
    return [found.get(int(event_id), "") for event_id in event_ids]

"""The keys under which mentions are filed for comparison, made anew where an older version did."""

import sqlite3
from contextlib import suppress

from timeline_app.annotation.mention import EventMention
from timeline_app.storage import codec
from timeline_app.storage.blocking import SCHEME, stored_keys
from timeline_app.storage.candidates import setting_of
from timeline_app.storage.faults import DamagedValue


def file_under_keys(db: sqlite3.Connection, mention_id: int, mention: EventMention) -> None:
    """File a mention, which stands in the library, under its blocking keys."""
    query = "SELECT quote, document_id FROM mention WHERE id = ?"
    quote, document_id = db.execute(query, (mention_id,)).fetchone()
    setting = setting_of(db, document_id)
    keys = stored_keys(mention, quote, setting.lead, setting.published)
    db.executemany(
        "INSERT OR IGNORE INTO blocking VALUES (?, ?)",
        [(key, mention_id) for key in keys],
    )


def use_present_keys(db: sqlite3.Connection) -> None:
    """File all mentions anew where other rules filed them, inside a transaction of the caller's.

    Only an import compares by keys: it does so first, once, and not the start of the program.
    """
    found = db.execute("SELECT value FROM meta WHERE key = 'keys'").fetchone()
    if found is not None and found[0] == SCHEME:
        return
    db.execute("DELETE FROM blocking")
    query = "SELECT id, payload, checksum FROM mention WHERE NOT is_retired"
    for mention_id, payload, checksum in db.execute(query).fetchall():
        with suppress(DamagedValue):  # waits for the repair
            mention = codec.load(EventMention, payload, checksum=checksum)
            file_under_keys(db, mention_id, mention)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('keys', ?)", (SCHEME,))

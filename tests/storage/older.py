"""Libraries as older versions of the program wrote them."""

import sqlite3
from pathlib import Path

from builders import day, document, extraction, mention

from timeline_app.operations.adding import add_article
from timeline_app.storage.library import Library
from timeline_app.storage.migrate import migrate
from timeline_app.storage.migrations import STEPS

TABLES = ("document", "event", "event_row", "row_block", "mention")


def older_library(path: Path, version: int, *, articles: int = 1) -> None:
    """Write a library of an older schema version; its articles are `0.txt`, `1.txt` …"""
    newest = path.with_name(f"{path.name}.newest")
    with Library.open(newest) as library:
        for number in range(articles):
            of = document(f"Article {number} tells a story. " * 20, path=f"{number}.txt")
            add_article(library, extraction(mention(time=day(2015, 11, 24)), of=of))
    db = sqlite3.connect(path, isolation_level=None)
    migrate(path, db, STEPS[:version])
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("ATTACH ? AS newest", (str(newest),))
    db.execute("BEGIN")
    for table in TABLES:
        names = ",".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})"))
        db.execute(f"INSERT INTO {table}({names}) SELECT {names} FROM newest.{table}")
    db.execute("INSERT INTO event_fts(event_fts) VALUES ('rebuild')")
    db.execute("COMMIT")
    db.close()

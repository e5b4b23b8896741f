"""The page about the library file tells of every table, and of no other."""

import re
import sqlite3
from pathlib import Path

from timeline_app.storage.library import Library
from timeline_app.storage.migrate import APPLICATION_ID
from timeline_app.storage.migrations import SCHEMA_VERSION

PAGE = Path(__file__).resolve().parents[2] / "docs" / "library-file.md"


def test_every_table_is_explained(library: Library, path: Path) -> None:
    db = sqlite3.connect(path)
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = {row[0] for row in db.execute(query)}
    db.close()
    own = {n for n in names if not n.startswith("sqlite_") and not re.search(r"_fts_\w+$", n)}
    page = PAGE.read_text(encoding="utf-8")
    assert {name for name in own if f"`{name}`" not in page} == set()


def test_the_numbers_of_the_format_are_right() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"`0x{APPLICATION_ID:08X}`" in page
    assert f"the schema version: {SCHEMA_VERSION} " in page

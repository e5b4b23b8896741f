"""An import into a library of an older version finds what was filed under other keys."""

import sqlite3
from pathlib import Path

from builders import day, document, extraction, mention, person, place

from timeline_app.annotation.mention import Extraction
from timeline_app.operations.adding import add_article
from timeline_app.storage.library import Library


def telling(words: str, path: str) -> Extraction:
    met = mention(
        title="Hollande meets Obama", time=day(2015, 11, 24), places=[place("Washington", "US")],
        participants=[person("François Hollande"), person("Barack Obama")],
    )  # fmt: skip
    return extraction(met, of=document(words, path=path))


def test_reports_that_an_older_version_filed_otherwise_are_found(tmp_path: Path) -> None:
    path = tmp_path / "old.tlib"
    with Library.open(path) as library:
        add_article(library, telling("They met in the capital.", "a.txt"))
    db = sqlite3.connect(path)
    db.execute("UPDATE blocking SET key = key + 1")
    db.execute("UPDATE meta SET value = 1 WHERE key = 'keys'")
    db.commit()
    db.close()
    with Library.open(path) as library:
        changes = add_article(library, telling("Both talked for two hours.", "b.txt"))
        assert changes.events_added == ()
        assert len(library.columns()) == 1

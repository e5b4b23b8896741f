"""How fast a library is, beside bare SQLite doing as much with the same bytes.

usage: python -m benchmarks.bench_library [--small]

Imports generated articles with extraction; merges articles that were extracted before; edits
events, searches, loads the columns of the timeline. CPU seconds where nothing else is said.
"""

import json
import os
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.generated_articles import articles, write_archive
from timeline_app.annotation.ids import EventId
from timeline_app.chrono.instant import DAY_S
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import ChangeTitle
from timeline_app.operations.ingest import ingest
from timeline_app.storage import codec, documents, rows
from timeline_app.storage.library import Library

QUERIES = ("border", "turk", '"foreign minister"', "actor:lavrov", "summit vienna", "source:wire")
BIG = {"articles": 10_000, "edits": 200, "searched": 100_000, "events": 1_000_000}
SMALL = {"articles": 400, "edits": 100, "searched": 4_000, "events": 100_000}


def cpu_of(act: Callable[[], object]) -> float:
    """Return the CPU seconds of a call."""
    begin = time.process_time()
    act()
    return time.process_time() - begin


def bare(path: Path) -> sqlite3.Connection:
    """Return a plain SQLite file with the same settings."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, text TEXT, payload TEXT)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='article', content_rowid='id')")
    return db


def bench_merging(folder: Path, count: int) -> Library:
    """Print how fast articles that were extracted before are merged into a library; return it.

    Near linear is: the last quarter of the articles takes little longer than the second one.
    """
    library = Library.open(folder / "import.tlib")
    floor = bare(folder / "floor.db")
    quarters = [0.0] * 4
    spent_floor = mentions = size = 0.0
    peak = 0
    for number, article in enumerate(articles(count)):
        payload = codec.dump(article)
        quarters[4 * number // count] += cpu_of(partial(add_article, library, article))
        spent_floor += cpu_of(partial(_insert, floor, article.document.text, payload))
        mentions += len(article.mentions)
        size += len(payload)
        if number == count // 4:
            peak = peak_kb()
    spent = sum(quarters)
    print(f"merging    {mentions:8.0f} mentions of {count} articles in {spent:.0f} s"
          f"  (100,000 in {1e5 * spent / mentions:.0f} s;"
          f" last quarter {quarters[3] / quarters[1]:.2f} x the second;"
          f" bare inserts of {size / 1e6:.0f} MB {spent_floor:.1f} s)")  # fmt: skip
    print(f"memory     {(peak_kb() - peak) / 1024:8.1f} MB more at the end than after a quarter")
    print(f"events     {len(library.columns()):8d}")
    floor.close()
    return library


def peak_kb() -> int:
    """Return the most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bench_import(folder: Path, count: int) -> None:
    """Print how fast articles are read, extracted on all cores and added (wall clock and CPU)."""
    archive = folder / "articles.jsonl"
    write_archive(archive, count)
    peaks: list[int] = []
    with Library.open(folder / "whole.tlib") as library:
        begin, cpu = time.perf_counter(), time.process_time()
        report = ingest(library, [archive], on_changes=lambda _: peaks.append(peak_kb()))
        took = time.perf_counter() - begin
        spent = time.process_time() - cpu
        found = len(library.columns())
    added = len(report.added)
    assert added + len(report.duplicates) == count, report.failed[:3]
    db = bare(folder / "plain.db")
    plain = _wall(partial(_insert_lines, db, archive))
    db.close()
    print(f"import     {count / took:8.1f} articles/s with extraction on {os.cpu_count()} cores,"
          f" {spent / count * 1e3:.0f} ms of the writing process an article"
          f"  ({added} added, {found} events; bare inserts {count / plain:.0f}/s)")  # fmt: skip
    print(f"memory     {(peaks[-1] - peaks[len(peaks) // 4]) / 1024:8.1f} MB more at the end than"
          f" after a quarter, {peaks[-1] / 1024:.0f} MB in all")  # fmt: skip


def _insert_lines(db: sqlite3.Connection, archive: Path) -> None:
    with archive.open(encoding="utf-8") as lines:
        for line in lines:
            _insert(db, json.loads(line)["text"], line)


def _insert(db: sqlite3.Connection, text: str, payload: str) -> None:
    db.execute("BEGIN")
    cursor = db.execute("INSERT INTO article(text, payload) VALUES (?, ?)", (text, payload))
    db.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (cursor.lastrowid, text))
    db.execute("COMMIT")


def bench_edits(library: Library, folder: Path, count: int) -> None:
    """Print how long an edit takes until the disk has it (wall clock)."""
    ids = library.columns().ids[:count].tolist()
    edits = [ChangeTitle(event_id=EventId(one), title=f"Edited {one}") for one in ids]
    took = [_wall(partial(library.apply, edit)) for edit in edits]
    floor = sqlite3.connect(folder / "floor.db", isolation_level=None)
    floor.execute("PRAGMA synchronous = FULL")
    query = "UPDATE article SET payload = payload || ' ' WHERE id = ?"
    plain = [_wall(partial(floor.execute, query, (one,))) for one in range(1, count + 1)]
    floor.close()
    print(f"edit       {statistics.median(took) * 1e3:8.2f} ms median  "
          f"(bare update {statistics.median(plain) * 1e3:.2f} ms)")  # fmt: skip


def _wall(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def bench_search(folder: Path, count: int) -> None:
    """Print how long searches over many articles take."""
    with Library.open(folder / "search.tlib") as library:
        with library._connection.writing() as db:
            for article in articles(count):
                documents.insert(db, replace(article, mentions=(), timexes=()), copy_of=None)
        took = [cpu_of(partial(library.search, query)) for query in QUERIES for _ in range(5)]
        sql = "SELECT rowid FROM document_fts WHERE document_fts MATCH ?"
        with library._connection.reading() as db:
            words = ("border", "turk*", "summit AND vienna")
            plain = [cpu_of(lambda w=word: db.execute(sql, (w,)).fetchall()) for word in words * 5]
    print(f"search     {statistics.median(took) * 1e3:8.2f} ms median over {count} articles  "
          f"(bare FTS5 {statistics.median(plain) * 1e3:.2f} ms)")  # fmt: skip


def bench_columns(folder: Path, count: int) -> None:
    """Print how long the columns of many events take to load."""
    chance = Random(1)
    Library.open(folder / "columns.tlib").close()
    db = sqlite3.connect(folder / "columns.tlib")
    db.executemany("INSERT INTO name VALUES (?, ?)", [(i, f"Name {i}") for i in range(1, 20_001)])
    event = "INSERT INTO event(id, is_live, revision) VALUES (?, 1, 0)"
    db.executemany(event, ((i,) for i in range(1, count + 1)))
    db.executemany("INSERT INTO event_row VALUES (?, ?, ?)", _packed(count, chance))
    rows.save_blocks(db, range(1, count + 1))
    db.commit()
    floor = cpu_of(lambda: db.execute("SELECT facts, codes FROM event_row").fetchall())
    db.close()
    with Library.open(folder / "columns.tlib") as library:
        spent = min(cpu_of(library.columns) for _ in range(3))
    print(f"columns    {spent * 1e3:8.0f} ms for {count} events  "
          f"(bare fetch of their rows {floor * 1e3:.0f} ms)")  # fmt: skip


def _packed(count: int, chance: Random) -> Iterator[tuple[int, bytes, bytes]]:
    for i in range(1, count + 1):
        at = chance.randrange(1_300_000_000, 1_500_000_000)
        codes = array("i", [chance.randrange(1, 20_001) for _ in range(4)]).tobytes()
        facts = rows._FACTS.pack(i, at, at + DAY_S, at, 3, i % 10, i % 5, 80, 0, 1, 2, 1, 1, 0)
        yield i, facts, codes


def main() -> None:
    """Run all of them."""
    sizes = SMALL if "--small" in sys.argv else BIG
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_import(folder, sizes["articles"])
        library = bench_merging(folder, sizes["articles"])
        bench_edits(library, folder, sizes["edits"])
        library.close()
        bench_search(folder, sizes["searched"])
        bench_columns(folder, sizes["events"])


if __name__ == "__main__":
    main()

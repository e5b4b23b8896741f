"""How fast a library is, beside bare SQLite doing as much with the same bytes.

usage: python -m benchmarks.bench_library [--small]

Imports articles that were extracted before (the samples, with other names and dates), edits
events, searches and loads the columns of the timeline. CPU seconds of this process.
"""

import re
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

from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import ChangeTitle
from timeline_app.reading.registry import read_path
from timeline_app.storage import codec, documents, rows
from timeline_app.storage.library import Library

ROOT = Path(__file__).resolve().parents[1]

NAME = re.compile(r"\b[A-Z][a-z]{3,}")
QUERIES = ("border", "turk", '"foreign minister"', "actor:lavrov", "summit vienna", "source:wire")
BIG = {"articles": 10_000, "edits": 200, "searched": 100_000, "events": 1_000_000}
SMALL = {"articles": 400, "edits": 100, "searched": 4_000, "events": 100_000}


def samples() -> list[Extraction]:
    """Return the sample articles with what is found in them."""
    paths = sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")
    return [extract(document) for path in paths for document in read_path(path)]


def varied(base: Extraction, number: int) -> Extraction:
    """Return an article of the same shape with other names, other dates and another hash."""
    shift = number % 3_000 * DAY_S

    def renamed(match: re.Match[str]) -> str:
        turns = (number % 25, number // 25 % 25, number // 625 % 25)
        word = match.group()
        turned = (
            chr((ord(c) - 97 + turn) % 26 + 97) for c, turn in zip(word[1:4], turns, strict=False)
        )
        return word[0] + "".join(turned) + word[4:]

    plain = codec.dump(base.mentions)
    mentions = codec.load(tuple[EventMention, ...], NAME.sub(renamed, plain))
    moved = tuple(replace(m, time=_moved(m, shift)) for m in mentions)
    document = replace(
        base.document,
        text=NAME.sub(renamed, base.document.text),
        sha256=f"{number:08d}{base.document.sha256[8:]}",
        path=f"{number}-{base.document.path}",
    )
    return replace(base, document=document, mentions=moved)


def _moved(mention: EventMention, shift: int) -> EventTime | None:
    bounds = mention.time
    if bounds is None or bounds.begin is None or bounds.end is None:
        return bounds
    return replace(bounds, begin=Instant(bounds.begin + shift), end=Instant(bounds.end + shift))


def articles(count: int) -> Iterator[Extraction]:
    """Yield `count` articles."""
    bases = samples()
    for number in range(count):
        yield varied(bases[number % len(bases)], number // len(bases))


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


def bench_import(folder: Path, count: int) -> Library:
    """Print the rate of imports; return the library."""
    library = Library.open(folder / "import.tlib")
    floor = bare(folder / "floor.db")
    spent = spent_floor = mentions = size = 0.0
    peak = 0
    for number, article in enumerate(articles(count)):
        payload = codec.dump(article)
        spent += cpu_of(partial(add_article, library, article))
        spent_floor += cpu_of(partial(_insert, floor, article.document.text, payload))
        mentions += len(article.mentions)
        size += len(payload)
        if number == count // 4:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
    print(f"import     {count / spent:8.0f} articles/s  {mentions / spent:8.0f} mentions/s"
          f"  {spent / spent_floor:5.1f} x bare inserts of {size / 1e6:.0f} MB")  # fmt: skip
    print(f"memory     {grown / 1024:8.1f} MB more at the end than after a quarter of the articles")
    print(f"events     {len(library.columns()):8d} from {mentions:.0f} mentions")
    floor.close()
    return library


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
        facts = rows._FACTS.pack(i, at, at + DAY_S, at, 3, i % 10, i % 5, 80, 0, 1, 2, 1, 1)
        yield i, facts, codes


def main() -> None:
    """Run all of them."""
    sizes = SMALL if "--small" in sys.argv else BIG
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = bench_import(folder, sizes["articles"])
        bench_edits(library, folder, sizes["edits"])
        library.close()
        bench_search(folder, sizes["searched"])
        bench_columns(folder, sizes["events"])


if __name__ == "__main__":
    main()

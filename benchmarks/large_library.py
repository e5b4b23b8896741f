"""Opens a large library in the real window and prints its figures as JSON.

    python benchmarks/large_library.py COUNT

Runs in a process of its own, so that its memory is that of the whole application and nothing
else. Beside the clock stands the processor time of all threads. The library is written straight
into the tables: what is measured is opening, not importing.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.synthetic import synthetic_columns, titles
from timeline_app.annotation.event_columns import EventColumns, Grouping
from timeline_app.storage.library import Library
from timeline_app.storage.rows import _DTYPE

BLOCK = 256


def write_library(path: Path, count: int) -> None:
    """Write `count` synthetic events into a new library file."""
    Library.open(path).close()
    columns = synthetic_columns(count)
    db = sqlite3.connect(path)
    with db:
        names = [name for group in columns.groups.values() for name in group.names]
        db.executemany("INSERT INTO name VALUES (?, ?)", enumerate(names))
        db.executemany(
            "INSERT INTO event(id, is_live, revision, type, modality, title) "
            "VALUES (?, 1, 1, ?, ?, ?)",
            zip(range(count), columns.types.tolist(), columns.modalities.tolist(),
                titles(range(count)), strict=True),
        )  # fmt: skip
        _write_blocks(db, columns)
        db.execute("INSERT INTO event_fts(event_fts) VALUES ('rebuild')")
    db.close()


def _write_blocks(db: sqlite3.Connection, columns: EventColumns) -> None:
    count = len(columns)
    facts = np.zeros(count, dtype=_DTYPE)
    ids = np.random.default_rng(1).permutation(count)
    actors, places = columns.groups[Grouping.ACTOR], columns.groups[Grouping.PLACE]
    for field, values in (
        ("begin", columns.begins), ("end", columns.ends), ("known", columns.begins),
        ("precision", columns.precisions), ("type", columns.types),
        ("modality", columns.modalities), ("confidence", columns.confidences),
        ("flags", columns.flags), ("reports", columns.reports),
        ("actors", np.diff(actors.offsets)), ("places", np.diff(places.offsets)),
    ):  # fmt: skip
        facts[field][ids] = values
    facts["id"] = np.arange(count)
    place_of = np.argsort(ids)
    shift = len(places.names)
    runs = [
        np.concatenate((actors.codes[a:b] + shift, places.codes[p : p + 1])).astype("<i4").tobytes()
        for p, a, b in zip(
            place_of.tolist(), actors.offsets[place_of].tolist(),
            actors.offsets[place_of + 1].tolist(), strict=True,
        )
    ]  # fmt: skip
    for first in range(0, count, BLOCK):
        last = first + BLOCK
        row = (first // BLOCK, facts[first:last].tobytes(), b"".join(runs[first:last]))
        db.execute("INSERT INTO row_block VALUES (?, ?, ?)", row)


def open_window(path: Path, started: float) -> dict[str, float]:
    """Open the library in the window; return seconds, megabytes and the filter's milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication

    from timeline_app.annotation.mention import EventType
    from timeline_app.gui.main_window import MainWindow

    app = QApplication([])
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = MainWindow(settings)
    window.resize(1_920, 1_080)
    window.show()
    app.processEvents()
    session, view = window.session, window.centre.timeline.view
    start, cpu = time.perf_counter(), time.process_time()
    window.library_actions.open(path)
    while not len(view.events.columns) or not view.isVisible() or not view.scene.labels:
        app.processEvents()
    view.grab()
    opened, framed = time.perf_counter(), time.monotonic()
    open_cpu, memory = time.process_time() - cpu, _resident_mb()
    filters, filters_cpu = [], []
    for words, kind in (("Vienna", EventType.ATTACK), ("banks", EventType.MEETING)):
        done: list[bool] = []
        connection = session.facets_changed.connect(lambda done=done: done.append(True))
        begin, cpu = time.perf_counter(), time.process_time()
        session.change_filter(types=frozenset({kind}), actors=frozenset({"Actor 2"}), text=words)
        while not done:
            # As a running program: wait rather than look again and again, which slows the search.
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        view.grab()
        filters.append(time.perf_counter() - begin)
        filters_cpu.append(time.process_time() - cpu)
        session.facets_changed.disconnect(connection)
    figures = {
        "open_s": opened - start,
        "open_cpu_s": open_cpu,
        "start_to_frame_s": framed - started,
        "resident_mb": memory,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "filter_ms": max(filters) * 1e3,
        "filter_cpu_ms": max(filters_cpu) * 1e3,
    }
    session.close()
    return figures


def _resident_mb() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Write a library and open it in a fresh process; or open the one that is named."""
    count = int(sys.argv[1])
    if len(sys.argv) > 2:
        print(json.dumps(open_window(Path(sys.argv[2]), float(sys.argv[3]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.tlib"
        write_library(path, count)
        command = [sys.executable, __file__, str(count), str(path), str(time.monotonic())]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

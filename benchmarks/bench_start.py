"""Start to a shown window with the sample library, beside a bare PySide6 main window.

Both are whole processes started in turn in the same run; the time ends when the first frame with
the events of the library has been painted and flushed. The panes around the timeline follow in the
next turn of the event loop. The floor is an empty QMainWindow, as small as a PySide6 program can
be. Beside the wall clock stands the processor time of all threads, which others on the machine
stretch less.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from compileall import compile_dir
from pathlib import Path

import timeline_app

RUNS = 7

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
def done():
    window.repaint()
    print("painted", time.monotonic() - float(sys.argv[1]), time.process_time())
    app.quit()
QTimer.singleShot(0, done)
app.exec()
"""

OURS = """
import gc, sys, time
from pathlib import Path
gc.disable()  # as the program itself begins
from timeline_app import paths
from timeline_app.gui.plain_import import use_plain_import
use_plain_import()
from PySide6.QtCore import QTimer
from timeline_app.gui import app as program

BEGIN = float(sys.argv[1])
told = set()

def tell(mark):
    if mark not in told:
        told.add(mark)
        print(mark, time.monotonic() - BEGIN, time.process_time(), flush=True)

class Watched(program.Frame):
    def paintEvent(self, event):
        super().paintEvent(event)
        tell("shown")
    def lay(self, timeline, edges):
        plain = type(timeline).paintEvent
        def paint(view, event):
            plain(view, event)
            if view.scene.labels and view.scene.lanes:
                QTimer.singleShot(0, lambda: tell("painted"))  # it has been flushed by then
        type(timeline).paintEvent = paint
        super().lay(timeline, edges)
    def furnish(self, content):
        super().furnish(content)
        QTimer.singleShot(0, self.finish)
    def finish(self):
        self.repaint()
        tell("complete")
        self.close()

program.Frame = Watched
from timeline_app.__main__ import main
library = Path(sys.argv[2])
paths.default_library = lambda: library
sys.argv = ["timeline-app"]
main()
"""


MARKS = {
    "bare": "bare PySide6 main window",
    "shown": "timeline-app, window shown",
    "painted": "timeline-app, sample events painted",
    "complete": "timeline-app, all panes painted",
}


def timed(code: str, library: Path, home: Path) -> dict[str, tuple[float, float]]:
    """Run a program to its first frame; return wall and processor seconds of each mark."""
    places = {f"XDG_{kind}_HOME": str(home) for kind in ("DATA", "CONFIG", "STATE")}
    environment = os.environ | places
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", code, str(time.monotonic()), str(library)]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=30
    )
    lines = (line.split() for line in result.stdout.splitlines())
    return {line[0]: (float(line[1]), float(line[2])) for line in lines if len(line) == 3}


def make_samples(path: Path) -> int:
    """Make the library of the sample articles; return its number of events."""
    from timeline_app.operations.ingest import ingest
    from timeline_app.paths import seeds_dir
    from timeline_app.storage.library import Library

    with Library.open(path) as library:
        ingest(library, [seeds_dir()], jobs=1)
        return len(library.columns())


def main() -> None:
    """Print the medians and the ratios."""
    compile_dir(Path(timeline_app.__file__).parent, quiet=1)  # as an installed program is
    taken = {mark: list[tuple[float, float]]() for mark in MARKS}
    with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
        library = Path(folder) / "samples.tlib"
        count = make_samples(library)
        for run in range(RUNS + 1):
            floor = timed(BARE, library, Path(folder))["painted"]
            marks = timed(OURS, library, Path(folder)) | {"bare": floor}
            for mark in MARKS if run else ():  # the first run fills the disk's cache
                taken[mark].append(marks[mark])
    print(f"sample library: {count} events; medians of {RUNS} starts each")
    print(f"{'':38} {'wall':>7}{'ratio':>8} {'CPU':>10}{'ratio':>8}")
    wall_floor, cpu_floor = (
        statistics.median(column) for column in zip(*taken["bare"], strict=True)
    )
    for mark, name in MARKS.items():
        wall, cpu = (statistics.median(column) for column in zip(*taken[mark], strict=True))
        print(
            f"{name:38} {wall * 1000:4.0f} ms{wall / wall_floor:8.2f} "
            f"{cpu * 1000:7.0f} ms{cpu / cpu_floor:8.2f}"
        )


if __name__ == "__main__":
    main()

"""The timeline's speed: frames over a journey, against a floor and against QGraphicsView.

    python benchmarks/bench_timeline.py [--sizes 1000,10000] [--lanes 12,200] [--no-rival]
        [--no-library] [--cpu-time]

The journey goes five times from all of time to one day and back, at 1920x1080, into a raster
image. The floor of a frame is one full fill, plus as many rectangles in batches, plus as many
static texts as the frame itself drew, at the same places, timed in the same run.
"""

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene

from benchmarks.synthetic import PLACES, synthetic_columns, titles
from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.mention import EventType
from timeline_app.chrono.instant import DAY_S
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.theme import Scheme, palette_for
from timeline_app.gui.timeline.look import count_text
from timeline_app.gui.timeline.painter import paint_scene
from timeline_app.gui.timeline.stage import LABEL_BUDGET
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.layout.filtering import EventFilter, shown
from timeline_app.layout.scene import Scene
from timeline_app.layout.viewport import Viewport, between

WIDTH, HEIGHT = 1_920, 1_080
STEPS = 120
"""Frames of one way of the journey: two seconds at 60 frames a second."""
RIVAL_SIZE = 100_000
RIVAL_STEP = 10
"""QGraphicsView draws every so many of the journey's frames: all would take minutes."""
Timer = Callable[[], float]


def journey(view: TimelineView) -> Iterator[Viewport]:
    """Yield the viewports: for each place from all of time to its day, a pan, and back."""
    everything = view.navigator.view
    for place in PLACES:
        view.fit(place, place + DAY_S, animated=False)
        day = view.navigator.view
        for step in range(STEPS + 1):
            yield between(everything, day, step / STEPS)
        for step in range(1, 31):
            yield day.panned(step * 32.0)
        for step in range(STEPS + 1):
            yield between(day, everything, step / STEPS)


def new_view(count: int, lanes: int) -> TimelineView:
    """Return a timeline of synthetic events, as large as the picture."""
    model = EventModel()
    selection = QItemSelectionModel(model, model)
    view = TimelineView(model, selection, clock=lambda: PLACES[3])
    view.navigator.flight_ms = 0
    view.resize(WIDTH, HEIGHT)
    view.show()
    view.set_grouping(Grouping.PLACE)
    columns = synthetic_columns(count, lanes=lanes)
    model.set_columns(columns, lambda ids: titles([i - 1 for i in ids]))
    QApplication.processEvents()
    view.fit_all(animated=False)
    gc.unfreeze()
    gc.collect()
    gc.freeze()  # as the program does after its start
    return view


def draw(view: TimelineView, image: QImage, viewport: Viewport) -> Scene:
    """Build and paint one frame as a moving view does."""
    view.navigator.view = viewport
    scene = view.builder.scene(viewport, label_budget=LABEL_BUDGET)
    view._scene = scene
    painter = QPainter(image)
    paint_scene(painter, scene, view.look, view.paint_state())
    painter.end()
    return scene


class Floor:
    """What the frame would cost if nothing but its rectangles and texts were drawn."""

    def __init__(self, view: TimelineView) -> None:
        self._look = view.look
        self._colours = [view.look.tokens.event(kind) for kind in EventType]

    def plan(self, scene: Scene) -> tuple[list[list[QRectF]], list[tuple[QPointF, object]]]:
        """Return the rectangles in batches by colour, and the static texts with their places."""
        bars, pills, axis = scene.bars, scene.pills, scene.axis
        bodies = [QRectF(*scene.bar_rect(n)) for n in range(len(bars)) if bars.right[n] > 0]
        rects = [part for body in bodies for part in _soft(body)]
        feet = [QRectF(r.x() + 4, r.bottom() - 2, max(r.width() - 8, 2), 2) for r in bodies]
        marks = [QRectF(r.x() + 4, r.y() + 5, 11, 11) for r in bodies]
        boxes = [QRectF(*scene.pill_rect(n)) for n in range(len(pills))]
        parts = (pills.mix > 0).sum(axis=1).tolist()
        strips = [
            QRectF(box.x() + 10 * k, box.bottom() - 4, 9, 3)
            for box, n in zip(boxes, parts, strict=True)
            for k in range(n)
        ]
        ticks = [QRectF(t.x, 50, 1, HEIGHT) for t in (*axis.minor, *axis.major)]
        lines = [QRectF(0, lane.y, WIDTH, 1) for lane in scene.lanes]
        grounds = [part for box in boxes for part in _soft(box)]
        every = [*rects, *feet, *marks, *grounds, *strips, *ticks, *lines]
        look = self._look
        texts = [
            (QPointF(round(t.x), round(t.y)), look.text(t.text, look.label_font))
            for t in scene.labels
        ]
        texts += [
            (QPointF(round(box.x()), round(box.y())), look.text(count_text(n), look.small_font))
            for box, n in zip(boxes, pills.counts.tolist(), strict=True)
            if n > 1
        ]
        texts += [
            (QPointF(round(t.label_x), 20), look.text(t.label, look.label_font))
            for t in (*axis.minor, *axis.major)
            if t.label
        ]
        texts += [
            (QPointF(10, round(b.y)), look.text(str(text), look.label_font))
            for b in scene.lanes
            for text in (b.name, b.size)
        ]
        return [every[n::10] for n in range(10)], texts

    def draw(self, image: QImage, plan: tuple[list, list]) -> None:
        """Draw a plan."""
        batches, texts = plan
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, HEIGHT, QColor("#fff"))
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, batch in zip(self._colours, batches, strict=True):
            painter.setBrush(colour)
            if batch:
                painter.drawRects(batch)
        painter.setPen(QColor("#111"))
        painter.setFont(self._look.label_font)
        for at, text in texts:
            painter.drawStaticText(at, text)
        painter.end()


def _soft(box: QRectF) -> tuple[QRectF, QRectF]:
    """Return the two rectangles of a box with softened corners."""
    return box.adjusted(0, 2, 0, -2), box.adjusted(2, 0, -2, 0)


def new_image() -> QImage:
    """Return the raster that is drawn on."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)


def measure_frames(view: TimelineView, timer: Timer) -> tuple[list[float], list[float]]:
    """Return the times in ms of the journey's frames and of their floors."""
    image, floor = new_image(), Floor(view)
    frames, floors = [], []
    for viewport in list(journey(view)):
        start = timer()
        scene = draw(view, image, viewport)
        frames.append((timer() - start) * 1e3)
        plan = floor.plan(scene)
        floor.draw(image, plan)
        start = timer()
        floor.draw(image, plan)
        floors.append((timer() - start) * 1e3)
    return frames, floors


def measure_rival(count: int, viewports: Sequence[Viewport], timer: Timer) -> list[float]:
    """Return the ms of QGraphicsView's frames, one rectangle an event, of the same viewports.

    It draws no titles and no axis, and leaves out what its index finds outside.
    """
    columns = synthetic_columns(count)
    scene = QGraphicsScene()
    first, span = int(columns.begins[0]), int(columns.ends[-1] - columns.begins[0])
    lanes = columns.groups[Grouping.PLACE].codes.tolist()
    xs = ((columns.begins - first) / span * 1e6).tolist()
    widths = ((columns.ends - columns.begins) / span * 1e6).tolist()
    for x, width, lane in zip(xs, widths, lanes, strict=True):
        scene.addRect(x, lane * 80.0, max(width, 0.5), 20.0)
    image, times, target = new_image(), [], QRectF(0, 0, WIDTH, HEIGHT)
    for viewport in viewports:
        left, right = ((int(at) - first) / span * 1e6 for at in (viewport.begin, viewport.end))
        source = QRectF(left, 0, right - left, 1_000)
        painter = QPainter(image)
        start = timer()
        scene.render(painter, target, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        times.append((timer() - start) * 1e3)
        painter.end()
    return times


def compare_with_rival(view: TimelineView, frames: Sequence[float], timer: Timer) -> list[bool]:
    """Print how much faster the journey's frames are than QGraphicsView's, every tenth of them."""
    count = len(view.events.columns)
    theirs = measure_rival(count, list(journey(view))[::RIVAL_STEP], timer)
    ours = frames[::RIVAL_STEP]
    print(f"  QGraphicsView, {count:,} rectangles, over the same journey: "
          f"{np.mean(theirs):.1f} ms a frame, median {np.median(theirs):.1f}, "
          f"{max(theirs):.0f} of all of time")  # fmt: skip
    both = (("the journey", np.mean), ("the median frame", np.median))
    return [
        report(f"20 x {name} / QGraphicsView's", 20 * float(of(ours) / of(theirs)), 1.0, "x")
        for name, of in both
    ]


def measure_click(view: TimelineView, timer: Timer) -> float:
    """Return the median ms from a point that is clicked to the selected event."""
    view.navigator.view = next(iter(journey(view)))
    view.forget_scene()
    scene, times = view.scene, []
    for nth in list(scene.visible_bars())[:40]:
        x, y = scene.bar_rect(nth).center
        start = timer()
        hit = scene.hit_test(x, y)
        view.click(hit, Qt.KeyboardModifier.NoModifier)
        times.append((timer() - start) * 1e3)
    return float(np.median(times))


def measure_filter(view: TimelineView, timer: Timer) -> float:
    """Return the ms from a filter change (type, actor, text found) to the painted frame."""
    columns, image, times = view.events.columns, new_image(), []
    found = np.random.default_rng(3).random(len(columns)) < 0.3
    view.fit_all(animated=False)
    for nth in range(5):
        actor = f"Actor {nth + 1}"
        wanted = EventFilter(
            types=frozenset(list(EventType)[nth : nth + 4]), actors=frozenset({actor}), text="x"
        )
        start = timer()
        view.events.set_mask(shown(columns, wanted, found=found))
        draw(view, image, view.navigator.view)
        times.append((timer() - start) * 1e3)
    view.events.set_mask(np.ones(len(columns), dtype=np.bool_))
    return max(times)


def measure_regroup(view: TimelineView, timer: Timer) -> float:
    """Return the worst ms from another grouping to the painted frame."""
    image, times = new_image(), []
    for grouping in (Grouping.TYPE, Grouping.ACTOR, Grouping.STATUS, Grouping.PLACE):
        start = timer()
        view.set_grouping(grouping)
        draw(view, image, view.navigator.view)
        times.append((timer() - start) * 1e3)
    return max(times)


def report(name: str, value: float, limit: float, unit: str) -> bool:
    """Print one figure against its limit; tell whether it holds."""
    holds = value <= limit
    print(f"  {'ok  ' if holds else 'FAIL'} {name:<58} {value:9.2f} {unit:<3} (≤ {limit:g})")
    return holds


def frames_table(sizes: Sequence[int], lanes: int, timer: Timer, *, with_rival: bool) -> list[bool]:
    """Print the frames of every size; return what held."""
    medians: dict[int, float] = {}
    held: list[bool] = []
    print(
        f"\n{lanes} lanes: ms a frame\n  {'events':>9} {'median':>8} {'p99':>8} {'floor':>8} ratio"
    )
    for count in sizes:
        view = new_view(count, lanes)
        frames, floors = measure_frames(view, timer)
        median, p99 = float(np.median(frames)), float(np.percentile(frames, 99))
        ratio = float(np.median(np.array(frames) / np.array(floors)))
        floor = float(np.median(floors))
        medians[count] = median
        print(f"  {count:>9,} {median:8.2f} {p99:8.2f} {floor:8.2f} {ratio:5.2f}")
        if count == RIVAL_SIZE and with_rival:
            held += compare_with_rival(view, frames, timer)
        if count == max(sizes):
            held += closing_figures(view, (median, p99, ratio), medians[min(sizes)], timer)
        view.close()
        view.deleteLater()
        QApplication.processEvents()
    return held


def closing_figures(
    view: TimelineView, frame: tuple[float, float, float], smallest: float, timer: Timer
) -> list[bool]:
    """Print the figures of the largest library."""
    median, p99, ratio = frame
    return [
        report("median frame, largest / smallest library", median / smallest, 1.5, "x"),
        report("median frame / floor", ratio, 2.5, "x"),
        report("99th percentile of frames", p99, 16.7, "ms"),
        report("click to selected event", measure_click(view, timer), 1.0, "ms"),
        report("filter change to painted frame", measure_filter(view, timer), 100.0, "ms"),
        report("regrouping to painted frame", measure_regroup(view, timer), 500.0, "ms"),
    ]


def open_large(count: int) -> list[bool]:
    """Print what it takes to open a library in the real window, in a process of its own."""
    script = Path(__file__).with_name("large_library.py")
    command = [sys.executable, str(script), str(count)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    figures = json.loads(found.stdout)
    print(f"\n{count:,} events in a library file, the real window")
    print(f"  start of the process to the frame {figures['start_to_frame_s']:.2f} s, "
          f"peak memory {figures['peak_mb']:.0f} MB; processor time: opening "
          f"{figures['open_cpu_s']:.2f} s, filter {figures['filter_cpu_ms']:.0f} ms")  # fmt: skip
    return [
        report("opening to the first painted frame", figures["open_s"], 3.0, "s"),
        report("resident memory of the whole process", figures["resident_mb"], 600.0, "MB"),
        report("type + actor + free text to painted frame", figures["filter_ms"], 100.0, "ms"),
    ]


def main() -> int:
    """Measure and print; return 1 where a figure misses its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000,1000000")
    parser.add_argument("--lanes", default="12,200")
    parser.add_argument("--no-rival", action="store_true")
    parser.add_argument("--no-library", action="store_true")
    parser.add_argument("--cpu-time", action="store_true", help="on a machine that others use")
    options = parser.parse_args()
    timer = time.process_time if options.cpu_time else time.perf_counter
    app = QApplication([])
    app.setPalette(palette_for(Scheme.LIGHT))
    sizes = [int(n) for n in options.sizes.split(",")]
    held: list[bool] = []
    for lanes in (int(n) for n in options.lanes.split(",")):
        with_rival = lanes == 12 and not options.no_rival
        held += frames_table(sizes, lanes, timer, with_rival=with_rival)
    if not options.no_library:
        held += open_large(max(sizes))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n  peak memory of this process: {peak:.0f} MB")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Marks on the time axis, on two levels: days under months, hours under days, and so on."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline_app.chrono.granularity import Granularity, floor, shift
from timeline_app.chrono.instant import Instant, civil, instant
from timeline_app.layout.axis_text import TickStyle, TickText
from timeline_app.layout.viewport import Viewport

Measure = Callable[[str], float]
"""Width of a text in pixels."""

LABEL_GAP_PX = 14.0
_AVERAGE_S = {
    Granularity.SECOND: 1.0,
    Granularity.MINUTE: 60.0,
    Granularity.HOUR: 3_600.0,
    Granularity.DAY: 86_400.0,
    Granularity.WEEK: 604_800.0,
    Granularity.MONTH: 2_629_746.0,
    Granularity.YEAR: 31_556_952.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Every `count` of `unit`, named in the first of `styles` that fits."""

    unit: Granularity
    count: int
    styles: tuple[TickStyle, ...]

    @property
    def average_s(self) -> float:
        """Return the usual length in seconds."""
        return _AVERAGE_S[self.unit] * self.count

    @property
    def shortest_s(self) -> float:
        """Return the shortest length that occurs, in seconds (February, common years)."""
        return self.average_s * (0.92 if self.unit is Granularity.MONTH else 0.998)

    def floor(self, at: int) -> Instant:
        """Return the begin of the step that holds `at`."""
        begin = floor(at, self.unit)
        if self.count == 1:
            return begin
        if self.unit is Granularity.YEAR:
            year = civil(begin).year
            return instant(year - year % self.count)
        if self.unit is Granularity.MONTH:
            c = civil(begin)
            return instant(c.year, c.month - (c.month - 1) % self.count)
        length = int(self.average_s)
        return Instant(at - at % length)

    def next(self, begin: int) -> Instant:
        """Return the begin of the step after the one that begins at `begin`."""
        return _shifted(begin, int(self.unit), self.count)


@lru_cache(maxsize=8_192)
def _shifted(begin: int, unit: int, count: int) -> Instant:
    """Remember the calendar's steps: a moving view asks for the same ones in every frame."""
    return shift(begin, Granularity(unit), count)


def _steps(unit: Granularity, counts: tuple[int, ...], *styles: TickStyle) -> tuple[Step, ...]:
    return tuple(Step(unit=unit, count=n, styles=styles) for n in counts)


_YEAR_COUNTS = tuple(m * 10**e for e in range(7) for m in (1, 2, 5))
MINOR_STEPS: tuple[Step, ...] = (
    *_steps(Granularity.SECOND, (1, 5, 10, 15, 30), TickStyle.SECOND),
    *_steps(Granularity.MINUTE, (1, 5, 10, 15, 30), TickStyle.MINUTE),
    *_steps(Granularity.HOUR, (1, 2, 3, 6, 12), TickStyle.MINUTE),
    *_steps(Granularity.DAY, (1,), TickStyle.WEEKDAY_DAY, TickStyle.DAY),
    *_steps(Granularity.WEEK, (1,), TickStyle.WEEKDAY_DAY, TickStyle.DAY),
    *_steps(Granularity.MONTH, (1,), TickStyle.LONG_MONTH, TickStyle.MONTH),
    *_steps(Granularity.MONTH, (3,), TickStyle.LONG_MONTH, TickStyle.MONTH),
    *_steps(Granularity.YEAR, _YEAR_COUNTS, TickStyle.YEAR),
)
"""Finest first."""
_SHORTEST_S = tuple(step.shortest_s for step in MINOR_STEPS)

_DAYS = Step(unit=Granularity.DAY, count=1, styles=(TickStyle.FULL_DAY, TickStyle.SHORT_DAY))
_MONTHS = Step(unit=Granularity.MONTH, count=1, styles=(TickStyle.MONTH_YEAR,))
_YEARS = Step(unit=Granularity.YEAR, count=1, styles=(TickStyle.YEAR,))


def major_step(minor: Step) -> Step:
    """Return the coarser step that `minor` is drawn under."""
    if minor.unit <= Granularity.HOUR:
        return _DAYS
    if minor.unit <= Granularity.WEEK:
        return _MONTHS
    if minor.unit is Granularity.MONTH:
        return _YEARS
    digits = 10 ** len(str(minor.count))
    return Step(unit=Granularity.YEAR, count=max(digits, 10), styles=(TickStyle.YEAR,))


class Tick(NamedTuple):
    """A mark at `x`; `label` is empty where it would not fit, and is drawn from `label_x` on."""

    at: Instant
    x: float
    label: str
    label_x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The marks in view, earliest first; the first of each level may lie left of the edge."""

    minor_step: Step
    major_step: Step
    minor: tuple[Tick, ...]
    major: tuple[Tick, ...]


def lay_out_axis(view: Viewport, text: TickText, measure: Measure) -> Axis:
    """Return the finest axis whose labels have room."""
    minor = _finest(view, text, measure)
    major = major_step(minor)
    ticks = _major_ticks(view, major, text, measure)
    return Axis(
        minor_step=minor,
        major_step=major,
        minor=_minor_ticks(view, minor, text, measure, [tick.x for tick in ticks]),
        major=ticks,
    )


def _finest(view: Viewport, text: TickText, measure: Measure) -> Step:
    per_px = view.scale.seconds_per_px
    for step in MINOR_STEPS[bisect_left(_SHORTEST_S, 12 * per_px) :]:
        sample = step.floor(view.scale.instant_at(view.width_px / 2))
        widest = max(measure(text(at, step.styles[-1])) for at in (sample, step.next(sample)))
        if step.shortest_s / per_px >= widest * 1.15 + LABEL_GAP_PX:
            return step
    return MINOR_STEPS[-1]


def _bounds(view: Viewport, step: Step) -> list[tuple[Instant, float]]:
    """Return the step begins from the one at or before the left edge to past the right one."""
    at = step.floor(view.begin)
    marks = [(at, view.scale.x_of(at))]
    while marks[-1][1] < view.width_px:
        at = step.next(at)
        marks.append((at, view.scale.x_of(at)))
    return marks


def _minor_ticks(
    view: Viewport, step: Step, text: TickText, measure: Measure, lines: Sequence[float]
) -> tuple[Tick, ...]:
    """Leave out labels that a line of the major level would strike through, as in some weeks."""
    marks = _bounds(view, step)
    room = step.shortest_s / view.scale.seconds_per_px - LABEL_GAP_PX
    style = next(
        (s for s in step.styles if max(measure(text(at, s)) for at, _ in marks[:13]) <= room),
        step.styles[-1],
    )
    ticks = []
    free_from = float("-inf")
    for at, x in marks:
        label = text(at, style)
        end = x + LABEL_GAP_PX / 2 + measure(label)
        is_struck = bisect_left(lines, end) > bisect_right(lines, x)
        fits = x >= free_from and x + LABEL_GAP_PX / 2 >= 0 and not is_struck
        ticks.append(Tick(at=at, x=x, label=label if fits else "", label_x=x + LABEL_GAP_PX / 2))
        free_from = end + 4 if fits else free_from
    return tuple(ticks)


def _major_ticks(view: Viewport, step: Step, text: TickText, measure: Measure) -> tuple[Tick, ...]:
    """Keep the label of the unit at the left edge in view until the next one pushes it out."""
    marks = _bounds(view, step)
    ticks = []
    for index, (at, x) in enumerate(marks):
        end_x = marks[index + 1][1] if index + 1 < len(marks) else float("inf")
        label_x = max(x, 0.0) + LABEL_GAP_PX / 2
        room = end_x - LABEL_GAP_PX / 2 - label_x
        labels = [_major_label(at, step, style, text) for style in step.styles]
        label = next((words for words in labels if measure(words) <= room), "")
        ticks.append(Tick(at=at, x=x, label=label, label_x=label_x))
    return tuple(ticks)


def _major_label(at: Instant, step: Step, style: TickStyle, text: TickText) -> str:
    if step.count == 1:
        return text(at, style)
    last = _shifted(at, int(Granularity.YEAR), step.count - 1)
    return f"{text(at, style)} – {text(last, style)}"

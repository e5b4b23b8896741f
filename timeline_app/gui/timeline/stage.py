"""The ground of the timeline view: the scene of the moment and what it is made of."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionRange, QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from timeline_app.annotation.event_columns import EventColumns, Grouping
from timeline_app.chrono.instant import Instant
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.theme import tokens_of
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.lane_words import lane_title_for
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.navigator import Navigator
from timeline_app.gui.timeline.paint_state import PaintState, Rivals, no_rivals
from timeline_app.layout.axis_text import cldr_text
from timeline_app.layout.distinct import distinct
from timeline_app.layout.lanes import lane_sizes
from timeline_app.layout.rect import Rect
from timeline_app.layout.scene import Scene
from timeline_app.layout.scene_builder import SceneBuilder
from timeline_app.layout.viewport import Viewport

LABEL_BUDGET = 30
"""New titles laid out in one frame while the view moves; the rest follow in the next ones."""
LEAST_CANVAS_PX = 60.0
Links = Callable[[int], Sequence[tuple[int, int]]]
"""Pairs of positions that arcs join when the event at a position is current."""


class Stage(QAbstractItemView):
    """Holds columns, filter, lanes and viewport, and builds the scene when it is asked for.

    `view_changed` follows every change of what is in view; `grouping_changed` another making of
    the lanes; `source_requested` (event id) asks for the source of an event.
    """

    view_changed = Signal()
    source_requested = Signal(object)
    grouping_changed = Signal()

    def __init__(
        self,
        model: EventModel,
        *,
        clock: Callable[[], Instant] | None,
        locale: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        # One of our own: to name the type of Qt's, PySide would load all its classes, at a start.
        self.setViewport(QWidget())
        self.events = model
        self.look = Look(tokens_of(self.palette()), self.font())
        self._clock = clock
        self._locale = locale or system_locale()
        self.builder = SceneBuilder(
            model.columns,
            model.titles,
            measure=self.look.measure,
            fronts=self.look.measure_fronts,
            tick_text=cldr_text(self._locale),
            metrics=self.look.metrics,
        )
        view = Viewport.fitting(0, 1, width_px=LEAST_CANVAS_PX, height_px=LEAST_CANVAS_PX)
        self.navigator = Navigator(view, self)
        self.navigator.moved.connect(self._follow_navigator)
        self._adopted: EventColumns | None = None
        self._sizes: tuple[EventColumns, Grouping, list[int]] | None = None
        self._scene: Scene | None = None
        self._published: Instant | None = None
        self._rivals: Rivals = no_rivals
        self._links: Links = lambda row: ()
        self.hovered: int | None = None
        self.hovered_pill: int | None = None
        self.chosen_range: tuple[int, int] | None = None
        self.wheel_scrolls_lanes = False
        self._set_up_widget()

    def _set_up_widget(self) -> None:
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # The scene

    @property
    def scene(self) -> Scene:
        """Return the frame of the moment."""
        if self._scene is None:
            budget = LABEL_BUDGET if self.navigator.is_moving else None
            self._scene = self.builder.scene(self.navigator.view, label_budget=budget)
        return self._scene

    def forget_scene(self) -> None:
        """Let the next frame be built anew."""
        self._scene = None

    def invalidate(self) -> None:
        """Build and draw the scene anew."""
        self._scene = None
        self.viewport().update()

    def _follow_navigator(self) -> None:
        bar = self.verticalScrollBar()
        wanted = round(self.navigator.view.scroll_px)
        if bar.value() != wanted:
            bar.blockSignals(True)
            bar.setValue(wanted)
            bar.blockSignals(False)
        self.invalidate()
        self.view_changed.emit()

    def rect_of_row(self, row: int) -> Rect | None:
        """Return where an event is drawn, or the cluster that hides it; None where neither is."""
        rect = self.scene.rect_of(row)
        if rect is not None:
            return rect
        pill = self.pill_of(row)
        return None if pill is None else self.scene.pill_rect(pill)

    def pill_of(self, row: int) -> int | None:
        """Return the cluster, as an index into the scene's, that hides an event."""
        nth = self.builder.cluster_of(self.scene.view, row)
        if nth is None:
            return None
        found = np.flatnonzero(self.scene.pills.nth == nth)
        return int(found[0]) if len(found) else None

    def current_row(self) -> int | None:
        """Return the position of the current event."""
        selection = self.selectionModel()
        index = selection.currentIndex() if selection is not None else None
        return index.row() if index is not None and index.isValid() else None

    def drawn_rows_of(self, selection: QItemSelection) -> list[int]:
        """Return the selected events that are drawn on their own."""
        if selection.isEmpty():
            return []
        rows = distinct(self.scene.bars.events)
        chosen = np.zeros(len(rows), dtype=np.bool_)
        for part in ranges_of(selection):
            chosen |= (rows >= part.top()) & (rows <= part.bottom())
        found: list[int] = rows[chosen].tolist()
        return found

    def paint_state(self) -> PaintState:
        """Return what the painter is told beside the scene."""
        selection, current = self.selectionModel(), self.current_row()
        selected = (
            frozenset(self.drawn_rows_of(selection.selection())) if selection else frozenset()
        )
        hidden = current is not None and self.scene.bar_of(current) is None
        return PaintState(
            columns=self.events.columns,
            lane_title=lane_title_for(self.builder.grouping),
            lane_words=(self.builder.grouping, self._locale),
            selected=selected,
            current=current,
            hovered=self.hovered,
            hovered_pill=self.hovered_pill,
            focused_pill=self.pill_of(current) if hidden and current is not None else None,
            has_focus=self.hasFocus(),
            hits=self.events.hits,
            today=None if self._clock is None else self._clock(),
            today_label=tr("Today"),
            published=self._published,
            published_label=tr("Article published"),
            chosen_range=self.chosen_range,
            rivals=self._rivals,
            links=() if current is None else tuple(self._links(current)),
        )

    # What others set

    @property
    def grouping(self) -> Grouping:
        """Return by what the lanes are made."""
        return self.builder.grouping

    def set_grouping(self, grouping: Grouping) -> None:
        """Make the lanes by something else."""
        if grouping == self.builder.grouping:
            return
        self.builder.set_grouping(grouping)
        self._fit_rows()
        self.navigator.show(self.navigator.view.scrolled(0.0))
        self.update_scroll_bar()
        self.invalidate()
        self.grouping_changed.emit()

    @property
    def locale_name(self) -> str:
        """Return the locale that names days and months."""
        return self._locale

    def set_published(self, at: Instant | None) -> None:
        """Draw the line of the selected article's publication, or none."""
        self._published = at
        self.viewport().update()

    def set_rivals(self, rivals: Rivals) -> None:
        """Say where the other dates of disputed events come from."""
        self._rivals = rivals
        self.viewport().update()

    def set_links(self, links: Links) -> None:
        """Say which events are joined by arcs when one is current."""
        self._links = links
        self.viewport().update()

    # What changes under it

    def adopt_columns(self) -> bool:
        """Take over the model's events; tell whether they need another view to be seen."""
        columns = self.events.columns
        if self._adopted is columns:
            self.builder.book.clear()
            self.adopt_mask()
            return False
        had = self.builder.index.anchors.span() if self._adopted is not None else None
        self._adopted = columns
        self.builder.set_columns(columns)
        self.builder.set_mask(_mask_of(self.events))
        self.hovered = self.hovered_pill = None
        self._fit_rows()
        self.update_scroll_bar()
        self.invalidate()
        has = self.builder.index.anchors.span()
        return has is not None and (had is None or not _meet(had, has))

    def adopt_mask(self) -> None:
        """Take over the model's filter and hits."""
        self.builder.set_mask(_mask_of(self.events))
        self.hovered = self.hovered_pill = None
        self.update_scroll_bar()
        self.invalidate()
        self.view_changed.emit()

    def adopt_size(self) -> None:
        """Take over the widget's size; the left edge of time stays."""
        area, m = self.viewport().size(), self.look.metrics
        view = self.navigator.view.resized(
            max(area.width() - m.gutter_px, LEAST_CANVAS_PX),
            max(area.height() - m.axis_px, LEAST_CANVAS_PX),
        )
        self._fit_rows(view)
        self.navigator.show(view)
        self.update_scroll_bar()

    def adopt_scroll(self) -> None:
        """Take over the scroll bar's value."""
        value = float(self.verticalScrollBar().value())
        if value != self.navigator.view.scroll_px:
            self.navigator.show(self.navigator.view.scrolled(value))

    def adopt_look(self) -> None:
        """Take over palette and font."""
        self.look = Look(tokens_of(self.palette()), self.font())
        self.builder.set_fonts(
            metrics=self.look.metrics,
            measure=self.look.measure,
            fronts=self.look.measure_fronts,
        )
        self.adopt_size()
        self.invalidate()

    def adopt_language(self) -> None:
        """Take over the widget's language."""
        self._locale = system_locale()
        self.builder.set_tick_text(cldr_text(self._locale))
        self.invalidate()

    def update_scroll_bar(self) -> None:
        """Let the scroll bar reach the last lane; it scrolls lanes, never time."""
        view, bar = self.navigator.view, self.verticalScrollBar()
        beyond = self.builder.layout.height_px - view.height_px
        bar.setSingleStep(round(self.look.metrics.row_px))
        bar.setPageStep(round(view.height_px))
        bar.setRange(0, max(round(beyond), 0))
        if view.scroll_px > bar.maximum():
            self.navigator.view = replace(view, scroll_px=float(bar.maximum()))
            self._scene = None

    def _fit_rows(self, view: Viewport | None = None) -> None:
        height = (view or self.navigator.view).height_px
        sizes = self._lane_sizes()
        self.builder.set_max_rows(self.look.metrics.rows_that_fit(height, sizes))

    def _lane_sizes(self) -> list[int]:
        columns, grouping = self.events.columns, self.builder.grouping
        known = self._sizes
        if known is None or known[0] is not columns or known[1] is not grouping:
            known = self._sizes = (columns, grouping, lane_sizes(columns, grouping))
        return known[2]


def system_locale() -> str:
    """Return the user's locale; where there is none, day before month as in all our texts."""
    name = QLocale().name()
    return "en_GB" if name in ("C", "") else name


def ranges_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """Return the ranges of a selection: few even where many rows are selected."""
    return [selection.at(nth) for nth in range(selection.count())]


def _mask_of(model: EventModel) -> NDArray[np.bool_] | None:
    mask = model.mask
    return None if bool(mask.all()) else mask


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

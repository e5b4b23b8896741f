"""What the user points at: hover, clicks, selection, steps from event to event."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter

from timeline_app.gui.models.event_text import status_text
from timeline_app.gui.timeline.accessible import focus_event
from timeline_app.gui.timeline.card import Card, card_html
from timeline_app.gui.timeline.card_text import cluster_lines, event_lines, tr
from timeline_app.gui.timeline.lane_moves import LaneMoves
from timeline_app.gui.timeline.range_choice import RangeChoice
from timeline_app.layout.clusters import SEVERITY
from timeline_app.layout.distinct import distinct
from timeline_app.layout.rect import Rect
from timeline_app.layout.scene import Hit, Part

_FLAG = QItemSelectionModel.SelectionFlag
_ROWS = _FLAG.Rows
Explain = Callable[[int], str]
"""A sentence on the date of the event at a position; "" where there is none."""


class Picking(RangeChoice, LaneMoves):
    """Adds hover cards, selection by mouse and keyboard, and the list of a cluster."""

    _anchor_row: int | None = None
    _lane: int | None = None
    _by_keyboard: bool = False
    _explain_date: Explain | None = None

    @property
    def card(self) -> Card:
        """Return the card, made when it is first needed."""
        if not hasattr(self, "_card"):
            self._card = Card(self.viewport())
        return self._card

    def set_explanations(self, explain: Explain) -> None:
        """Say where the cards learn why an event has its date, in the words of its source."""
        self._explain_date = explain

    # Hover

    def hover(self, at: QPointF | None) -> None:
        """Mark and explain what lies under the mouse."""
        hit = Hit(Part.NOTHING) if at is None else self.scene.hit_test(at.x(), at.y())
        row = self.scene.event_of(hit)
        pill = hit.nth if hit.part is Part.CLUSTER else None
        self._set_cursor(hit)
        if (row, pill) == (self.hovered, self.hovered_pill):
            return
        self.hovered, self.hovered_pill = row, pill
        self._explain(row, pill)
        self.viewport().update()

    def forget_hover(self) -> None:
        """Take the card away from under a mouse that the view moves away from."""
        if self.hovered is not None or self.hovered_pill is not None:
            self.hovered = self.hovered_pill = None
            self.card.dismiss()

    def _set_cursor(self, hit: Hit) -> None:
        is_link = hit.part in (Part.EVENT, Part.CLUSTER, Part.EARLIER, Part.LATER)
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _explain(self, row: int | None, pill: int | None) -> None:
        if row is not None:
            about = self.rect_of_row(row) or Rect(0, 0, 1, 1)
            self.card.explain(self.card_html(row), _qrect(about))
        elif pill is not None:
            self.card.explain(self._pill_html(pill), _qrect(self.scene.pill_rect(pill)))
        else:
            self.card.dismiss()

    def card_html(self, row: int) -> str:
        """Return what the card of an event says."""
        lines = event_lines(self.events.columns, row)
        why = "" if self._explain_date is None else self._explain_date(row)
        if why:
            lines.insert(1, why)
        muted = self.look.tokens.text_muted.name()
        return card_html(self.events.title(row), lines, muted=muted)

    def _pill_html(self, pill: int) -> str:
        pills = self.scene.pills
        status = SEVERITY[int(pills.worst[pill])]
        worst = tr("dates disputed") if status is None else status_text(status).lower()
        lines = cluster_lines(pills.mix[pill], f"{tr('Worst status')}: {worst}")
        title = tr("{} more events", int(pills.counts[pill]))
        return card_html(title, lines, muted=self.look.tokens.text_muted.name())

    # Clicks

    def row_at(self, x: float, y: float) -> int | None:
        """Return the event under a point."""
        return self.scene.event_of(self.scene.hit_test(x, y))

    def click(self, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
        """Select an event (with Ctrl toggle it); close or open a lane; on nothing clear."""
        toggles = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        row = self.scene.event_of(hit)
        if row is not None:
            of = self.scene.bars if hit.part is Part.EVENT else self.scene.pills
            self._lane = int(of.lanes[hit.nth])
            self.select_row(row, toggles=toggles)
        elif hit.part is Part.LANE:
            self.toggle_lane(self.scene.lanes[hit.nth].name)
        elif hit.part in (Part.EARLIER, Part.LATER):
            self.show_beyond(self.scene.lanes[hit.nth].lane, later=hit.part is Part.LATER)
        elif hit.part is Part.NOTHING and not toggles:
            self.drop_choice()
            self.selectionModel().clear()

    def show_beyond(self, lane: int, *, later: bool) -> None:
        """Move to the nearest event of a lane that lies beyond an edge of the view."""
        view, shown = self.navigator.target, self.builder.shown
        first, last = int(shown.lane_offsets[lane]), int(shown.lane_offsets[lane + 1])
        anchors = shown.lane_anchors[first:last]
        place = int(anchors.searchsorted(view.end if later else view.begin)) - (not later)
        if 0 <= place < len(anchors):
            self.navigator.fly(view.centred(int(anchors[place])))

    def select_row(self, row: int, *, toggles: bool = False) -> None:
        """Make an event current and select it alone, or toggle it."""
        self._anchor_row = row
        flags = (_FLAG.Toggle if toggles else _FLAG.ClearAndSelect) | _ROWS
        self.selectionModel().setCurrentIndex(self.events.index(row, 0), flags)

    def double_click(self, at: QPointF) -> None:
        """Ask for an event's source; fit a cluster, or list it where all share one date."""
        hit = self.scene.hit_test(at.x(), at.y())
        row = self.scene.event_of(hit)
        if row is not None:
            self.select_row(row)
            self.source_requested.emit(self.events.event_id(row))
        elif hit.part is Part.CLUSTER:
            self.open_cluster(hit.nth)

    def open_cluster(self, pill: int) -> None:
        """Fit what a cluster hides; list it where a closer look would not part it."""
        rows = self.builder.members(self.scene.view, int(self.scene.pills.nth[pill]))
        anchors = self.builder.index.anchors
        begin, last = int(anchors.begins[rows].min()), int(anchors.begins[rows].max())
        if begin < last:
            room = max((last - begin) // 4, 1)
            self.fit(begin - room, last + room)
            return
        rect = self.scene.pill_rect(pill)
        self.list_events(rows, QPoint(round(rect.x), round(rect.bottom) + 4))

    def list_events(self, rows: NDArray[np.int64], at: QPoint) -> None:
        """Open a list of events at a point of the canvas."""
        if not hasattr(self, "event_list"):
            from timeline_app.gui.timeline.event_list import EventList

            self.event_list = EventList(self)
            self.event_list.chosen.connect(self.select_row)
        positions = rows.tolist()
        titles = self.events.titles(positions[:500])
        padded = titles + [""] * (len(positions) - len(titles))
        where = self.viewport().mapToGlobal(at)
        self.event_list.open_with(positions, padded, self.events.columns, where)

    # Selection

    def selection_of(self, rows: NDArray[np.int64]) -> QItemSelection:
        """Return a selection of rows, one range a run."""
        selection = QItemSelection()
        if not len(rows):
            return selection
        ordered = distinct(rows)
        breaks = np.flatnonzero(np.diff(ordered) > 1)
        firsts = ordered[np.concatenate(([0], breaks + 1))].tolist()
        lasts = ordered[np.concatenate((breaks, [len(ordered) - 1]))].tolist()
        last_column = self.events.columnCount() - 1
        for first, last in zip(firsts, lasts, strict=True):
            selection.select(self.events.index(first, 0), self.events.index(last, last_column))
        return selection

    def rows_in(self, rect: QRect) -> NDArray[np.int64]:
        """Return the events drawn inside a rectangle of the viewport."""
        return self.scene.events_in_rect(
            Rect(rect.x(), rect.y(), max(rect.width(), 1), max(rect.height(), 1))
        )

    def go_to(self, row: int | None, *, extend: bool = False) -> None:
        """Make an event current and bring it into view; select up to it with `extend`."""
        if row is None:
            return
        if not extend:
            self.select_row(row)
            return
        anchor = self.current_row() if self._anchor_row is None else self._anchor_row
        anchor = row if anchor is None else anchor
        in_time = self.builder.neighbours.in_time
        places = np.flatnonzero((in_time == anchor) | (in_time == row))
        between = in_time[places.min() : places.max() + 1] if len(places) else in_time[:0]
        model = self.selectionModel()
        model.select(self.selection_of(between), _FLAG.ClearAndSelect | _ROWS)
        model.setCurrentIndex(self.events.index(row, 0), _FLAG.NoUpdate)
        self._anchor_row = anchor

    def step_in_time(self, step: int, *, extend: bool = False) -> None:
        """Go to the next event in time, or the one before."""
        self.go_to(self._row_after_step(step), extend=extend)

    def _row_after_step(self, step: int) -> int | None:
        current = self.current_row()
        neighbours = self.builder.neighbours
        if current is None:
            return self._first_in_view() if step > 0 else neighbours.last()
        return neighbours.next_in_time(current, step)

    def _first_in_view(self) -> int | None:
        """Return the first event that begins in view; the very first where none does."""
        neighbours, anchors = self.builder.neighbours, self.builder.index.anchors
        begins = anchors.begins[neighbours.in_time]
        place = int(begins.searchsorted(self.navigator.target.begin))
        if place < len(begins) and begins[place] < self.navigator.target.end:
            return int(neighbours.in_time[place])
        return neighbours.first()

    def step_in_lanes(self, step: int, *, extend: bool = False) -> None:
        """Go to the event nearest in time in the lane above or below."""
        current = self.current_row()
        if current is None:
            self.step_in_time(1)
            return
        found = self.builder.neighbours.next_in_lanes(current, self._lane, step)
        if found is not None:
            self.go_to(found[0], extend=extend)
            self._lane = found[1]

    def go_to_end(self, *, first: bool, extend: bool = False) -> None:
        """Go to the first or the last event."""
        neighbours = self.builder.neighbours
        self.go_to(neighbours.first() if first else neighbours.last(), extend=extend)

    def row_after(self, action: object) -> int | None:
        """Return where a cursor action of an item view leads."""
        moves, neighbours = self.CursorAction, self.builder.neighbours
        if action in (moves.MoveHome, moves.MoveEnd):
            return neighbours.first() if action == moves.MoveHome else neighbours.last()
        if action in (moves.MoveUp, moves.MoveDown):
            current = self.current_row()
            step = -1 if action == moves.MoveUp else 1
            found = None if current is None else neighbours.next_in_lanes(current, None, step)
            return current if found is None else found[0]
        back = (moves.MoveLeft, moves.MovePrevious, moves.MovePageUp)
        after = self._row_after_step(-1 if action in back else 1)
        return self.current_row() if after is None else after

    def note_input(self, *, by_keyboard: bool) -> None:
        """Remember what moves the focus: the card follows the keyboard, not a click."""
        self._by_keyboard = by_keyboard

    def focus_moved(self) -> None:
        """Tell a screen reader, and follow with the card, when another event is current."""
        row = self.current_row()
        self.viewport().update()
        if row is None or not self.hasFocus():
            self.card.dismiss()
            return
        if self._lane is not None and row != self._anchor_row:
            self._lane = None
        focus_event(self, row)
        rect = self.rect_of_row(row)
        if self._by_keyboard and rect is not None and not self.navigator.is_moving:
            self.card.explain(self.card_html(row), _qrect(rect))

    def peel_layer(self) -> bool:
        """Take away the chosen range, else the card, else the selection; tell whether any was."""
        if self.chosen_range is not None:
            self.drop_choice()
            return True
        if self.card.isVisible():
            self.card.dismiss()
            return True
        if self.selectionModel().hasSelection():
            self.selectionModel().clear()
            return True
        return False

    def paint_overlays(self, painter: QPainter) -> None:
        """Draw what passes: the place where a dragged lane would go."""
        self.paint_lane_drop(painter)


def _qrect(rect: Rect) -> QRect:
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))

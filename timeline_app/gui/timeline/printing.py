"""Print and print preview: what the filter shows, on sheets of the chosen paper."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtWidgets import QDialog

from timeline_app.gui.theme import Scheme, tokens_for
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.lane_words import lane_title_for
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.sheets import paint_sheets
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.layout.axis_text import cldr_text
from timeline_app.layout.scene_builder import SceneBuilder


def preview_dialog(view: TimelineView) -> QDialog:
    """Return the preview, from which the sheets are printed; its paper and margins can be set."""
    # Loaded when something is printed: it takes a tenth of a second that a start can do without.
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    dialog = QPrintPreviewDialog(view)
    printer = dialog.printer()
    printer.setDocName(tr("Timeline"))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout.Unit.Millimeter)
    dialog.setWindowTitle(tr("Print the timeline"))
    dialog.paintRequested.connect(lambda paper: print_on(paper, view))
    return dialog


def print_on(device: QPagedPaintDevice, view: TimelineView) -> int:
    """Draw the time in view, with all lanes, on a device; return the number of sheets.

    Paper is white: the light colours are used whatever the window's.
    """
    look = Look(tokens_for(Scheme.LIGHT), view.font())
    shown = view.builder
    builder = SceneBuilder(
        shown.columns,
        view.events.titles,
        measure=look.measure,
        tick_text=cldr_text(view.locale_name),
        metrics=look.metrics,
        grouping=shown.grouping,
    )
    builder.set_mask(view.events.mask)
    builder.set_lanes(order=view.lane_names, collapsed=view.collapsed_lanes)
    here = view.navigator.target
    state = PaintState(columns=shown.columns, lane_title=lane_title_for(shown.grouping))
    return paint_sheets(device, builder, look, state, span=(int(here.begin), int(here.end)))

"""What the marks of the timeline mean."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from timeline_app.gui.theme import Space
from timeline_app.gui.timeline.legend import Legend


class LegendDialog(QDialog):
    """Shows the legend of the timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Legend"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        legend = Legend()
        area.setWidget(legend)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.addWidget(area)
        layout.addWidget(buttons)
        room = legend.sizeHint() + QSize(4 * Space.L, 7 * Space.L)
        self.resize(room.boundedTo(QSize(1_000, 800)))

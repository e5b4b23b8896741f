"""The pane under the timeline in which a library is looked after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QToolButton, QWidget

from timeline_app.gui.curation.history_pane import HistoryPane
from timeline_app.gui.curation.problems_pane import ProblemsPane
from timeline_app.gui.curation.review_pane import ReviewPane
from timeline_app.gui.curation.same_pane import SamePane
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack

_HEIGHT_PX = 280


class CurationDock(QDockWidget):
    """Review queue, problems, likely merges and history, a tab each."""

    def __init__(self, window: QMainWindow, session: Session, edits: EditStack) -> None:
        super().__init__(window)
        self.setObjectName("curationDock")
        self.setWindowTitle(self.tr("Look after the library"))
        self.setAllowedAreas(
            Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea
        )
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.review = ReviewPane(session, edits)
        self.problems = ProblemsPane(session)
        self.same = SamePane(session, edits)
        self.history = HistoryPane(session, edits)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.review, self.tr("Review"))
        self.tabs.addTab(self.problems, self.tr("Problems"))
        self.tabs.addTab(self.same, self.tr("Perhaps the same"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.setWidget(self.tabs)
        self.tabs.currentChanged.connect(self._refresh)
        close = QToolButton()
        close.setText("✕")
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        self.tabs.setCornerWidget(close)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        window.resizeDocks([self], [_HEIGHT_PX], Qt.Orientation.Vertical)

    def open_at(self, pane: ReviewPane | ProblemsPane | SamePane | HistoryPane) -> None:
        """Show one of the panes, up to date."""
        self.show()
        self.tabs.setCurrentWidget(pane)
        self.raise_()
        pane.refresh()

    def state(self) -> str:
        """Return which pane is open and how high, as text for the next run; "" where none is."""
        return f"{self.tabs.currentIndex()} {self.height()}" if self.isVisible() else ""

    def restore(self, state: str) -> None:
        """Open the pane as `state` has it; what is no such text opens nothing."""
        place, _, height = state.partition(" ")
        if not (place.isdigit() and height.isdigit() and int(place) < self.tabs.count()):
            self.hide()
            return
        self.tabs.setCurrentIndex(int(place))
        self.show()
        window = self.parent()
        if isinstance(window, QMainWindow):
            window.resizeDocks([self], [int(height)], Qt.Orientation.Vertical)
        self._refresh()

    def _refresh(self) -> None:
        pane = self.tabs.currentWidget()
        if isinstance(pane, ReviewPane | ProblemsPane | SamePane | HistoryPane):
            pane.refresh()

"""A strip at the foot of the window while articles are imported."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from timeline_app.gui.theme import Space
from timeline_app.operations.progress import Progress


class ImportBar(QWidget):
    """Shows how far an import is, how fast it goes, and stops it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importBar")
        self.words = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.M)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        layout.addWidget(self.cancel_button)
        self.hide()

    def begin(self) -> None:
        """Show that an import starts."""
        self.words.setText(self.tr("Reading articles…"))
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def advance(self, progress: Progress) -> None:
        """Show how far the import is."""
        if progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        of = "" if progress.total is None else self.tr(" of {}").format(progress.total)
        parts = [self.tr("{}{} articles").format(progress.done, of)]
        parts.append(self.tr("{} a second").format(f"{progress.rate_per_s:.1f}"))
        if progress.left_s is not None and progress.left_s >= 1:
            parts.append(self.tr("{} left").format(duration_text(progress.left_s)))
        self.words.setText(" · ".join(parts))

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.cancelled.emit()


def duration_text(seconds: float) -> str:
    """Return a duration such as "1:05"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"

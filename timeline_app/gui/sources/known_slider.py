"""As known on …: a slider over the publication dates of the articles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.gui.models.session import Session
from timeline_app.gui.models.time_text import day_text
from timeline_app.gui.theme import Space

_PAUSE_MS = 80


class KnownSlider(QWidget):
    """Shows the library as it was known at the end of a day; at the right end as it is now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._days: Sequence[int] = ()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("As known on"))
        self.slider.setPageStep(1)
        self.words = QLabel()
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("30 Sep 2015"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.words)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._apply)
        self.slider.valueChanged.connect(self._move)
        session.articles.modelReset.connect(self._list_days)
        self._list_days()

    @property
    def chosen(self) -> Instant | None:
        """Return the last moment of the chosen day, None for now."""
        at = self.slider.value()
        return Instant(self._days[at] + DAY_S - 1) if at < len(self._days) else None

    def _list_days(self) -> None:
        rows = self._session.articles.rows
        days = sorted({r.published - r.published % DAY_S for r in rows if r.published is not None})
        if days == list(self._days) and self._session.known_by is not None:
            return
        self._days = days
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(days))
        self.slider.setValue(len(days))
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(days) > 1)
        self._name()

    def _move(self) -> None:
        self._name()
        self._pause.start()

    def _name(self) -> None:
        chosen = self.chosen
        self.words.setText(self.tr("now") if chosen is None else day_text(chosen))

    def _apply(self) -> None:
        self._session.show_known_by(self.chosen)

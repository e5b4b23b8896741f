"""Everything that narrows what is shown, each value with how many events it would show."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.models.facet_model import FacetModel
from timeline_app.gui.models.session import Session
from timeline_app.gui.sources.facet_tree import FacetTree
from timeline_app.gui.sources.known_slider import KnownSlider
from timeline_app.gui.sources.time_range import TimeRange
from timeline_app.gui.theme import Space
from timeline_app.layout.filtering import GROUP_FIELDS, EventFilter
from timeline_app.storage.folding import fold

_TYPING_PAUSE_MS = 200


class FilterPane(QWidget):
    """Shows and changes the session's filter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = FacetModel(self)
        self.tree = FacetTree(self.model)
        self.text = QLineEdit(clearButtonEnabled=True)
        self.text.setPlaceholderText(self.tr("Filter by words, actor:… place:…"))
        self.text.setAccessibleName(self.tr("Filter by words"))
        self.names = QLineEdit(clearButtonEnabled=True)
        self.names.setPlaceholderText(self.tr("Find a name below"))
        self.time_range = TimeRange()
        self.confidence = QSlider(Qt.Orientation.Horizontal)
        self.confidence.setRange(0, 100)
        self.confidence.setAccessibleName(self.tr("Least confidence"))
        self._confidence_label = QLabel()
        self.known = KnownSlider(session)
        self.known.setToolTip(self.tr("What the articles published by a day tell, as told then"))
        self.clear_button = QPushButton(self.tr("Clear filter"))
        self.clear_button.setObjectName("quiet")
        self._count = QLabel()
        self._count.setObjectName("caption")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self.clear_button)
        sure = QHBoxLayout()
        sure.addWidget(self.confidence, 1)
        sure.addWidget(self._confidence_label)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(Space.S)
        form.setVerticalSpacing(Space.XS)
        form.addRow(self.tr("When"), self.time_range)
        form.addRow(self.tr("Sure"), sure)
        form.addRow(self.tr("Known"), self.known)
        head = QVBoxLayout()
        head.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        head.setSpacing(Space.S)
        head.addLayout(top)
        head.addWidget(self.text)
        head.addLayout(form)
        head.addWidget(self.names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)

    def _connect(self) -> None:
        session = self._session
        session.events.columns_changed.connect(self._list_values)
        session.facets_changed.connect(self._show_counts)
        session.filter_changed.connect(self._show_filter)
        self.model.toggled.connect(self._toggle)
        self.text.textEdited.connect(lambda: self._typing.start())
        self.text.returnPressed.connect(self._apply_text)
        self._typing.timeout.connect(self._apply_text)
        self.names.textChanged.connect(self.tree.narrow)
        self.time_range.changed.connect(lambda within: session.change_filter(within=within))
        self.confidence.valueChanged.connect(self._want_confidence)
        self.clear_button.clicked.connect(self.clear)
        self._list_values()
        self._show_filter()

    def clear(self) -> None:
        """Show everything again."""
        self._session.set_filter(EventFilter())

    def toggle(self, field: str, key: object) -> None:
        """Ask for a value of a facet, or no longer."""
        known = self._as_listed(field, key)
        self._toggle(field, known, known not in getattr(self._session.filter, field))

    def _as_listed(self, field: str, key: object) -> object:
        """Return a name as the list spells it: an article may have left out its accents."""
        grouping = next((g for g, f in GROUP_FIELDS.items() if f == field), None)
        if grouping is None or not isinstance(key, str):
            return key
        names = self._session.events.columns.groups[grouping].names
        return next((name for name in names if fold(name) == fold(key)), key)

    def _toggle(self, field: str, key: object, is_on: bool) -> None:
        if field == "reviewed":
            self._session.change_filter(reviewed=key if is_on else None)
        elif field == "with_rejected":
            self._session.change_filter(with_rejected=is_on)
        else:
            wanted: frozenset[object] = getattr(self._session.filter, field)
            changed = wanted | {key} if is_on else wanted - {key}
            self._session.change_filter(**{field: changed})

    def _apply_text(self) -> None:
        self._typing.stop()
        self._session.change_filter(text=self.text.text().strip())

    def _want_confidence(self, percent: int) -> None:
        self._confidence_label.setText(self.tr("≥ {} %").format(percent))
        self._session.change_filter(min_confidence=percent)

    def _list_values(self) -> None:
        self.model.set_columns(self._session.events.columns, self._session.totals)

    def _show_filter(self) -> None:
        wanted = self._session.filter
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        self.confidence.setValue(wanted.min_confidence)
        self._confidence_label.setText(self.tr("≥ {} %").format(wanted.min_confidence))
        self.time_range.show_stretch(wanted.within)
        self.clear_button.setEnabled(not wanted.is_empty)

    def _show_counts(self) -> None:
        session = self._session
        self.model.set_counts(session.events.columns, session.facets, session.filter)
        total = len(session.events.columns)
        self._count.setText(self.tr("{} of {} events").format(session.events.shown_count, total))

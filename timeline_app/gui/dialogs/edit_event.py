"""Changes what an event is: title, date, type, status, who, where, tags and note."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.actor import Participant
from timeline_app.annotation.event import Event
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.annotation.place import Place
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime
from timeline_app.gui.dialogs.tag_events import tags_in
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.party_text import (
    parse_parties,
    parse_places,
    parties_text,
    places_text,
)
from timeline_app.gui.models.stretch import today
from timeline_app.gui.models.time_text import precision_text, time_text
from timeline_app.gui.theme import Space
from timeline_app.operations.typed_time import read_typed_time


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFields:
    """What the dialog asks for."""

    title: str = ""
    time: EventTime | None = None
    type: EventType = EventType.OTHER
    modality: Modality = Modality.ACTUAL
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""

    @classmethod
    def of(cls, event: Event) -> "EventFields":
        """Return the fields of an event."""
        return cls(
            title=event.title,
            time=event.time,
            type=event.type,
            modality=event.modality,
            participants=event.participants,
            places=event.places,
            tags=event.tags,
            note=event.note,
        )


class EditEvent(QDialog):
    """Shows the fields of an event; `fields` is what the user made of them."""

    def __init__(self, fields: EventFields, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 500)
        self._given = fields
        self._given_date = "" if fields.time is None else edtf_text(fields.time)
        self.title_field = QLineEdit(fields.title)
        self.date = QLineEdit(self._given_date)
        self.date.setPlaceholderText("2015-11-24, 2015-11, 2015-11-13/2015-11-14, 2015-11-24~")
        self.date_words = QLabel(wordWrap=True)
        self.date_words.setObjectName("caption")
        self.type = _choice([(type_text(t), t) for t in EventType], fields.type)
        self.status = _choice([(status_text(m), m) for m in Modality], fields.modality)
        self._given_who = parties_text(fields.participants)
        self.who = QLineEdit(self._given_who)
        self.who.setPlaceholderText(self.tr("Vladimir Putin; Turkey (target)"))
        self.who.setToolTip(
            self.tr("Part names with semicolons; in brackets: target, speaks, addressed, hosts")
        )
        self._given_where = places_text(fields.places)
        self.where = QLineEdit(self._given_where)
        self.where.setPlaceholderText(self.tr("Moscow; Vienna"))
        self.tags = QLineEdit(", ".join(fields.tags))
        self.note = QPlainTextEdit(fields.note)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.date.textChanged.connect(self._check)
        self.title_field.textChanged.connect(self._check)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("&Title"), self.title_field)
        form.addRow(self.tr("&Date"), self.date)
        form.addRow("", self.date_words)
        form.addRow(self.tr("T&ype"), self.type)
        form.addRow(self.tr("&Status"), self.status)
        form.addRow(self.tr("&Who"), self.who)
        form.addRow(self.tr("W&here"), self.where)
        form.addRow(self.tr("Ta&gs"), self.tags)
        form.addRow(self.tr("&Note"), self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(form, 1)
        layout.addWidget(self._buttons)

    @property
    def fields(self) -> EventFields:
        """Return what the user made of the fields."""
        return EventFields(
            title=self.title_field.text().strip(),
            time=self._time(),
            type=EventType(self.type.currentData()),
            modality=Modality(self.status.currentData()),
            participants=self._participants(),
            places=self._places(),
            tags=tags_in(self.tags.text()),
            note=self.note.toPlainText().strip(),
        )

    def _time(self) -> EventTime | None:
        """Return the date; one that was left alone keeps what its text cannot say."""
        text = self.date.text().strip()
        if text == self._given_date:
            return self._given.time
        if not text:
            return None
        time = read_typed_time(text, today=today())
        if time is None:
            raise ValueError(f"no time: {text!r}")
        return time

    def _participants(self) -> tuple[Participant, ...]:
        text, given = self.who.text(), self._given.participants
        return given if text == self._given_who else parse_parties(text, given)

    def _places(self) -> tuple[Place, ...]:
        text, given = self.where.text(), self._given.places
        return given if text == self._given_where else parse_places(text, given)

    def _check(self) -> None:
        try:
            time = self._time()
        except ValueError:
            words = self.tr("Not a date yet. Write 2015-11-24, or a month: 2015-11.")
            is_date = False
        else:
            words = f"{time_text(time)} · {precision_text(time)}"
            is_date = True
        self.date_words.setText(words)
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(is_date and bool(self.title_field.text().strip()))


def _choice(items: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for words, value in items:
        box.addItem(words, str(value))
    box.setCurrentIndex(box.findData(str(chosen)))
    return box

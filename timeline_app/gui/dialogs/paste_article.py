"""Takes an article's text as it was copied, and asks for its date where the text states none."""

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.document import Document
from timeline_app.chrono.instant import parse_iso
from timeline_app.errors import ReadingError
from timeline_app.gui.models.time_text import day_text
from timeline_app.gui.theme import Space
from timeline_app.reading.registry import read_pasted_text

_PAUSE_MS = 150
_LONGEST_LIVE = 200_000
"""Longer texts are read when the dialog closes, not while they are typed."""


class PasteArticle(QDialog):
    """Asks for an article; `document` is what was given."""

    def __init__(self, text: str, today: QDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste article"))
        self.resize(720, 560)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("Paste the article's text here"))
        self.name = QLineEdit(placeholderText=self.tr("a name for this article"))
        self.has_date = QCheckBox(self.tr("Published on"))
        self.date = QDateEdit(today)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.found = QLabel(wordWrap=True)
        self.found.setObjectName("caption")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Import"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.text.textChanged.connect(self._pause.start)
        self.has_date.toggled.connect(self.date.setEnabled)
        self._lay_out()
        self.text.setPlainText(text)
        self._look()

    def _lay_out(self) -> None:
        date = QHBoxLayout()
        date.addWidget(self.has_date)
        date.addWidget(self.date)
        date.addStretch()
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Date"), date)
        form.addRow("", self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self.text, 1)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.date.setEnabled(False)

    @property
    def stated_date(self) -> str | None:
        """Return the date that the user gave, `YYYY-MM-DD`; None where none was given."""
        return self.date.date().toString("yyyy-MM-dd") if self.has_date.isChecked() else None

    @property
    def article_name(self) -> str:
        """Return the article's name: the user's, else its first words."""
        first = self.text.toPlainText().strip().partition("\n")[0][:60]
        return self.name.text().strip() or first or self.tr("pasted article")

    @property
    def document(self) -> Document:
        """Return the article. Raises ReadingError where the text is empty."""
        return read_pasted_text(
            self.text.toPlainText(), name=self.article_name, dct=self.stated_date
        )

    def _look(self) -> None:
        text = self.text.toPlainText()
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(text.strip()))
        if not text.strip() or len(text) > _LONGEST_LIVE:
            self.found.setText("")
            return
        try:
            document = read_pasted_text(text, name="pasted")
        except ReadingError as fault:
            self.found.setText(str(fault))
            return
        self._tell(document)

    def _tell(self, document: Document) -> None:
        if document.dct is None:
            words = self.tr(
                "The text states no date. Give the day it was published, or words such as "
                "“Tuesday” cannot be dated."
            )
            self.has_date.setChecked(True)
        else:
            day = day_text(parse_iso(document.dct.value), with_weekday=True)
            words = self.tr("The text says when it was published: {} (“{}”).").format(
                day, document.dct.evidence
            )
            self.has_date.setChecked(False)
        self.found.setText(words)

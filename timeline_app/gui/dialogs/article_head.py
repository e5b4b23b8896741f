"""Puts right what an article is called and who published it."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.theme import Space


class ArticleHead(QDialog):
    """Asks for an article's title and its outlet."""

    def __init__(self, title: str, outlet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Title and outlet"))
        self.resize(560, 160)
        self.title_field = QLineEdit(title)
        self.outlet_field = QLineEdit(outlet)
        self.outlet_field.setPlaceholderText(self.tr("None is known"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.title_field.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.title_field)
        form.addRow(self.tr("&Outlet"), self.outlet_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._check()

    @property
    def title(self) -> str:
        """Return the title, without white space around it."""
        return self.title_field.text().strip()

    @property
    def outlet(self) -> str | None:
        """Return the outlet, None where the field is empty."""
        return self.outlet_field.text().strip() or None

    def _check(self) -> None:
        self._save.setEnabled(bool(self.title))

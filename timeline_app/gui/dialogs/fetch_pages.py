"""Asks before pages are fetched from the web: nothing is loaded that the user did not ask for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from timeline_app.reading.shown_name import shown_name
from timeline_app.reading.web_page import is_web_address


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the web addresses of a text that holds nothing else, one a line; else none."""
    lines = tuple(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))
    are_all = all(is_web_address(line) and len(line.split()) == 1 for line in lines)
    return lines if are_all else ()


class FetchPages(QMessageBox):
    """Names the addresses; accepted, the pages may be fetched."""

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addresses = tuple(addresses)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import from the web"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Question)
        is_one = len(self.addresses) == 1
        self.setText(self.tr("Fetch this page?") if is_one else self.tr("Fetch these pages?"))
        words = self.tr("Only the page itself is loaded, no pictures and no scripts.")
        self.setInformativeText("\n".join((*map(shown_name, self.addresses), "", words)))
        self.private = QCheckBox(self.tr("It may lie in my own (private) network"))
        self.setCheckBox(self.private)
        fetch = self.addButton(self.tr("Fetch"), QMessageBox.ButtonRole.AcceptRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(fetch)

"""Events on the clipboard, in every form at once."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from timeline_app.operations.writers.clipboard import ClipboardForms

JSON_FORMAT = "application/json"


def put(forms: ClipboardForms) -> None:
    """Put events on the clipboard."""
    held = QMimeData()
    held.setText(forms.text)
    held.setHtml(forms.html)
    held.setData(JSON_FORMAT, forms.json)
    QGuiApplication.clipboard().setMimeData(held)


def copy_marked_text() -> bool:
    """Copy the text that is marked where the keyboard is; tell whether there is any."""
    focused = QApplication.focusWidget()
    if not isinstance(focused, (QTextEdit, QPlainTextEdit)):
        return False
    if not focused.textCursor().hasSelection():
        return False
    focused.copy()
    return True

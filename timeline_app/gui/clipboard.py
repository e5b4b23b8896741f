"""Events on the clipboard, in every form at once."""

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

from timeline_app.operations.writers.clipboard import ClipboardForms

JSON_FORMAT = "application/json"


def put(forms: ClipboardForms) -> None:
    """Put events on the clipboard."""
    held = QMimeData()
    held.setText(forms.text)
    held.setHtml(forms.html)
    held.setData(JSON_FORMAT, forms.json)
    QGuiApplication.clipboard().setMimeData(held)
    atexit.unregister(_leave_text)
    atexit.register(_leave_text, held)


def _leave_text(held: QMimeData) -> None:
    """Where the clipboard still holds what was put there, leave its text alone, which is Qt's own.

    Qt asks a QMimeData that was made here about itself until the very end, when there is no Python
    left to answer: the program would crash as it quits.
    """
    if QGuiApplication.instance() is not None and isValid(held):
        QGuiApplication.clipboard().setText(held.text())


def copy_marked_text() -> bool:
    """Copy the text that is marked where the keyboard is; tell whether there is any."""
    focused = QApplication.focusWidget()
    if not isinstance(focused, (QTextEdit, QPlainTextEdit)):
        return False
    if not focused.textCursor().hasSelection():
        return False
    focused.copy()
    return True

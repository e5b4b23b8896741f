"""What is copied survives until the end, and the end is a clean one."""

import subprocess
import sys

SCRIPT = """
from PySide6.QtWidgets import QApplication
from timeline_app.gui.clipboard import put
from timeline_app.operations.writers.clipboard import ClipboardForms
app = QApplication(["t", "-platform", "offscreen"])
for text in ("first", "second"):
    put(ClipboardForms(text=text, html="<p>", json=b"{}"))
assert QApplication.clipboard().text() == "second"
"""


def test_quitting_with_events_on_the_clipboard_ends_cleanly() -> None:
    ended = subprocess.run([sys.executable, "-c", SCRIPT], check=False, capture_output=True)
    assert ended.returncode == 0, ended.stderr.decode()

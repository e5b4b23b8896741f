"""PySide's signatures and numpy's help wait until they are wanted, and are whole then."""

import subprocess
import sys

_PROGRAM = """
import sys
from timeline_app.gui.plain_import import use_plain_import
finders = list(sys.meta_path)
use_plain_import()
assert sys.meta_path == finders
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["test"])
label = QLabel("text")
label.show()
def waits(name):
    return "_late_loader" in vars(sys.modules["PySide6.support.signature." + name])
print("waits", waits("parser"), waits("layout"), waits("errorhandler"))
for wrong in (lambda: QPoint("a", "b"), lambda: label.setText(3), lambda: QLabel(flags="x")):
    try:
        wrong()
    except (TypeError, AttributeError) as fault:
        print("told", fault)
print("waits", waits("parser"), waits("layout"), waits("errorhandler"))
from PySide6.support.signature import get_signature
print(get_signature(QLabel.setText), QLabel.setText.__doc__)
from PySide6.support.signature.lib.pyi_generator import Formatter
print("found", Formatter.__name__)
"""


_NUMPY = """
import sys
from timeline_app.gui.late_modules import NUMPY_HELP, import_without
import_without(NUMPY_HELP, "numpy")
import numpy as np
waiting = [name for name in sorted(NUMPY_HELP) if "_late_loader" in vars(sys.modules[name])]
print(len(waiting), int(np.arange(4).sum()))
sys.modules["numpy._core._add_newdocs"].add_newdoc
print("shape" in np.ndarray.__doc__)
"""


def _output(program: str) -> str:
    run = [sys.executable, "-c", program]
    return subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout


def test_signatures_load_with_the_first_wrong_call_and_tell_what_was_expected() -> None:
    told = _output(_PROGRAM)
    assert "waits True True True" in told
    assert "waits False False False" in told
    assert told.count("told ") == 3
    assert "QLabel.setText(arg__1: str, /)" in told
    assert "(self, arg__1: str, /) -> None" in told
    assert "found Formatter" in told


def test_numpy_counts_without_its_help_which_is_there_when_asked_for() -> None:
    assert _output(_NUMPY).split() == ["2", "6", "True"]

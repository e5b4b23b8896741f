"""The architecture holds: imports obey the layers, modules stay small."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_every_module_fits_one_head() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / "timeline_app").rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long, f"modules above 400 lines: {long}"


def test_qt_is_imported_by_the_gui_alone() -> None:
    outside = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "timeline_app").rglob("*.py")
        if "gui" not in path.parts and "PySide6" in path.read_text(encoding="utf-8")
    ]
    assert not outside


def test_the_command_line_starts_without_qt() -> None:
    pytest.importorskip("click")
    code = (
        "import sys, timeline_app.cli.main; "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

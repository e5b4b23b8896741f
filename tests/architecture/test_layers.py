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


def test_a_start_loads_nothing_that_its_first_events_do_not_need() -> None:
    code = """
import sys
import timeline_app.gui.launch
unwanted = ("timeline_app.extraction", "timeline_app.reading", "timeline_app.operations",
    "timeline_app.annotation.mention", "timeline_app.annotation.event", "timeline_app.gui.dialogs",
    "timeline_app.gui.main_window", "timeline_app.gui.detail", "timeline_app.gui.sources",
    "timeline_app.storage.events", "timeline_app.storage.documents", "timeline_app.storage.search",
    "PySide6.QtSvg", "babel", "click", "dateutil", "hashlib", "html", "typing_extensions")
print(*(name for name in unwanted if name in sys.modules))
"""
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    assert not found.strip()

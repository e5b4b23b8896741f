"""Without a display that answers the program says so, and never aborts inside Qt."""

import socket
import sys
from pathlib import Path

import pytest

from timeline_app.errors import UsageError
from timeline_app.gui.display import require_display

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")


@linux
@pytest.mark.parametrize("display", ["", ":9471", "nonsense", "localhost:9471"])
def test_a_display_that_does_not_answer_is_named(display: str) -> None:
    with pytest.raises(UsageError, match="does not answer"):
        require_display({"DISPLAY": display})


@linux
def test_a_wayland_display_that_answers_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        require_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_platform_that_was_asked_for_is_taken() -> None:
    require_display({"QT_QPA_PLATFORM": "offscreen"})

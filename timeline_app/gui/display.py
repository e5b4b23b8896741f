"""Is there a display? Asked before Qt is, which ends the whole program where there is none."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from timeline_app.errors import UsageError

_WAIT_S = 2.0
_X_DISPLAY = re.compile(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?")
_X_FIRST_PORT = 6_000


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UsageError where Qt would look for a display and find none that answers."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if _wayland_answers(environment):
        return
    display = environment.get("DISPLAY", "")
    if not _x_answers(display):
        raise UsageError(
            f"The display {display or '(none)'} does not answer, so the window cannot open. "
            "Start a desktop, or a virtual display: xvfb-run timeline-app. Without one these "
            "work: extract, import, events, search, snapshot, export."
        )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _connects(str(Path(folder) / name))


def _x_answers(display: str) -> bool:
    parts = _X_DISPLAY.fullmatch(display)
    if parts is None:
        return False
    number = int(parts["number"])
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 (where every X server has its socket)
    if parts["host"] in ("", "unix"):
        # Linux knows the socket by an abstract name too, which needs no folder.
        return _connects(path) or _connects(f"\0{path}")
    import socket

    try:
        socket.create_connection((parts["host"], _X_FIRST_PORT + number), _WAIT_S).close()
    except OSError:
        return False
    return True


def _connects(path: str) -> bool:
    import socket  # loaded only where a display is asked for

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(_WAIT_S)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True

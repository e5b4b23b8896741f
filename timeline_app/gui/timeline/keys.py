"""The keyboard map of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from timeline_app.gui.timeline.view import TimelineView

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
ZOOM_A_KEY = 1.6

Command = Callable[["TimelineView"], object]
Chord = tuple[Qt.Key, Qt.KeyboardModifier]

COMMANDS: dict[Chord, Command] = {
    (Qt.Key.Key_Left, _NONE): lambda v: v.step_in_time(-1),
    (Qt.Key.Key_Right, _NONE): lambda v: v.step_in_time(1),
    (Qt.Key.Key_Left, _SHIFT): lambda v: v.step_in_time(-1, extend=True),
    (Qt.Key.Key_Right, _SHIFT): lambda v: v.step_in_time(1, extend=True),
    (Qt.Key.Key_Up, _NONE): lambda v: v.step_in_lanes(-1),
    (Qt.Key.Key_Down, _NONE): lambda v: v.step_in_lanes(1),
    (Qt.Key.Key_Up, _SHIFT): lambda v: v.step_in_lanes(-1, extend=True),
    (Qt.Key.Key_Down, _SHIFT): lambda v: v.step_in_lanes(1, extend=True),
    (Qt.Key.Key_Home, _NONE): lambda v: v.go_to_end(first=True),
    (Qt.Key.Key_End, _NONE): lambda v: v.go_to_end(first=False),
    (Qt.Key.Key_Home, _SHIFT): lambda v: v.go_to_end(first=True, extend=True),
    (Qt.Key.Key_End, _SHIFT): lambda v: v.go_to_end(first=False, extend=True),
    (Qt.Key.Key_PageUp, _NONE): lambda v: v.pan_screens(-1),
    (Qt.Key.Key_PageDown, _NONE): lambda v: v.pan_screens(1),
    (Qt.Key.Key_Equal, _CTRL): lambda v: v.zoom_by(ZOOM_A_KEY),
    (Qt.Key.Key_Plus, _CTRL): lambda v: v.zoom_by(ZOOM_A_KEY),
    (Qt.Key.Key_Plus, _CTRL | _SHIFT): lambda v: v.zoom_by(ZOOM_A_KEY),
    (Qt.Key.Key_Minus, _CTRL): lambda v: v.zoom_by(1 / ZOOM_A_KEY),
    (Qt.Key.Key_0, _CTRL): lambda v: v.fit_all(),
    (Qt.Key.Key_F, _NONE): lambda v: v.focus_selection(),
    (Qt.Key.Key_Left, _ALT): lambda v: v.go_back(),
    (Qt.Key.Key_Right, _ALT): lambda v: v.go_forward(),
    (Qt.Key.Key_Return, _NONE): lambda v: v.open_current(),
    (Qt.Key.Key_Enter, _NONE): lambda v: v.open_current(),
    (Qt.Key.Key_A, _CTRL): lambda v: v.selectAll(),
}


def run_key(view: TimelineView, event: QKeyEvent) -> bool:
    """Run what a key press means; tell whether it means anything here."""
    if event.key() == Qt.Key.Key_Escape:
        return view.peel()
    modifiers = event.modifiers() & ~_KEYPAD
    command = COMMANDS.get((Qt.Key(event.key()), modifiers))
    if command is None:
        return False
    command(view)
    return True

"""Light, dark and high contrast: the colours of each scheme as plain text, and the user's choice.

This module imports no more of Qt than the first frame of the window needs.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

SYSTEM = "system"
_KEY = "window/scheme"
_WHITE, _BLACK = 255, 0


class Scheme(StrEnum):
    """Which set of colours is in use."""

    LIGHT = "light"
    DARK = "dark"
    LIGHT_CONTRAST = "light-contrast"
    DARK_CONTRAST = "dark-contrast"

    @property
    def is_dark(self) -> bool:
        """Tell whether text is light on dark."""
        return self in (Scheme.DARK, Scheme.DARK_CONTRAST)


COLOURS: Mapping[Scheme, str] = MappingProxyType(
    {
        Scheme.LIGHT: (
            "f4f5f7 ffffff ffffff ffffff eef1f5 dcdfe5 eceef2 d5d9e0 1b1f27 565d6b 7b8291 "
            "1f5fae ffffff e3edf9 1f5fae 0b7a55 9a5b00 fdf1da b3261e c2410c 5b6472 ffe58a "
            "f6c7b0 cfe3f8 dcefdc e9e6f7"
        ),
        Scheme.DARK: (
            "16191f 1d2128 252a33 13161b 2b313b 353c48 272d37 3b4350 e8ebf0 a9b1be 828b99 "
            "6fb1f5 0c1520 22374f 8cc2fa 4cc38a f0b34a 3d3118 ff8a80 ff9f6b 9aa4b2 6b5900 "
            "6b3a24 1f4468 28492f 3a3458"
        ),
        Scheme.LIGHT_CONTRAST: (
            "ffffff ffffff ffffff ffffff e6e6e6 000000 c0c0c0 606060 000000 202020 404040 "
            "003c8f ffffff cfe0ff 003c8f 00532f 6b3a00 ffe9b8 8b0000 8b2500 303030 ffdd33 "
            "ffb899 a9d0ff b5e8b5 d6cfff"
        ),
        Scheme.DARK_CONTRAST: (
            "000000 000000 101010 000000 2a2a2a ffffff 404040 a0a0a0 ffffff e6e6e6 c8c8c8 "
            "8cc8ff 000000 123a66 ffff66 6cff9f ffd166 4a3a00 ff9c92 ffb085 d0d0d0 7a6600 "
            "7a3a1c 0f4a80 1f5a2a 483c80"
        ),
    }
)
"""The colours of each scheme as RRGGBB, in the order of the fields of `theme.Tokens`."""


def scheme_of(palette: QPalette) -> Scheme:
    """Return the scheme that a palette stands for, by its window and text colours."""
    window = palette.color(QPalette.ColorRole.Window).lightness()
    text = palette.color(QPalette.ColorRole.WindowText).lightness()
    is_dark = window < text
    if {window, text} == {_BLACK, _WHITE}:
        return Scheme.DARK_CONTRAST if is_dark else Scheme.LIGHT_CONTRAST
    return Scheme.DARK if is_dark else Scheme.LIGHT


def scheme_for(choice: str, desktop: Scheme) -> Scheme:
    """Return the scheme of a choice, `desktop` where the choice leaves it to the desktop."""
    try:
        return Scheme(choice)
    except ValueError:
        return desktop


def kept_choice(settings: QSettings) -> str:
    """Return the scheme that the user chose, `system` where none was chosen."""
    return str(settings.value(_KEY, SYSTEM))


def keep_choice(settings: QSettings, choice: str) -> None:
    """Remember the user's choice."""
    settings.setValue(_KEY, choice)


def colour_ground(window: QWidget, choice: str) -> None:
    """Give a window the ground of a scheme, before anything else of it is loaded."""
    scheme = scheme_for(choice, scheme_of(QGuiApplication.palette()))
    window.setPalette(QPalette(QColor(f"#{COLOURS[scheme].split()[0]}")))

"""Fonts of this computer that have given characters, for scripts that the shipped font lacks."""

import os
import sys
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_WIDE = ("cjk", "unicode", "fallback", "wqy", "pingfang", "msyh", "notosans")
"""Words in the file names of fonts that have many scripts: they are looked into first."""
_SPECIAL = ("bold", "italic", "oblique", "mono", "light", "thin", "black", "condensed", "emoji")
_MAX_FONTS = 4


def fonts_with(characters: Collection[str]) -> tuple[Path, ...]:
    """Return few fonts that together have as many of the characters as this computer can show."""
    left = set(characters)
    found: list[Path] = []
    for path in _font_files() if left else ():
        known = {c for c in left if ord(c) in _code_points(path)}
        if known:
            found.append(path)
            left -= known
        if not left or len(found) == _MAX_FONTS:
            break
    return tuple(found)


def _font_files() -> list[Path]:
    files = (path for folder in _folders() for path in _below(folder))
    return sorted(files, key=lambda path: (_rank(path.stem.lower()), str(path)))


def _rank(name: str) -> int:
    is_wide = any(word in name for word in _WIDE)
    is_special = any(word in name for word in _SPECIAL)
    return 2 * is_special + (not is_wide)


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", own
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own


def _below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if Path(name).suffix.lower() in _SUFFIXES)


@lru_cache(maxsize=1_000)
def _code_points(path: Path) -> frozenset[int]:
    """Return the characters that a font draws as outlines; none where it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
            has_outlines = "glyf" in font or "CFF " in font
            return frozenset(font.getBestCmap() or ()) if has_outlines else frozenset()
    except Exception:  # fontTools raises whatever a damaged font makes it stumble over
        return frozenset()

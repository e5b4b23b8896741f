"""File names that may be shown to a person."""

import unicodedata
from pathlib import Path

_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def shown_name(path: Path | str) -> str:
    """Return a name with controls, text direction marks and undecodable bytes escaped.

    What is left prints on one line, in reading order, and can be encoded as UTF-8.
    """
    return "".join(_shown_character(c) for c in str(path))


def _shown_character(character: str) -> str:
    if unicodedata.category(character) not in _ESCAPED_CATEGORIES:
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that the file system's encoding does not know (PEP 383)
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")

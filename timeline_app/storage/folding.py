"""Words and names without what spelling varies in: case, accents, the article of a surname."""

import re
import unicodedata
from functools import lru_cache

_BREAK = re.compile(r"[\s\-]+")
_UNDECOMPOSED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return a word without case and accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold().translate(_UNDECOMPOSED))
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=16_384)
def surname(name: str) -> str:
    """Return the last part of a name, folded: "Bashar al-Assad" and "Assad" have the same."""
    parts = [part for part in _BREAK.split(fold(name)) if part]
    return parts[-1] if parts else ""


def is_described(name: str) -> bool:
    """Tell whether a name only describes somebody: "gunmen", "French president"."""
    return name.split(" ")[-1].islower()

"""Words of a sentence that name something: capitalised inside it, or letters with figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline_app.storage.folding import fold

_WORD = re.compile(r"\w[\w\-’']*\w")
_FEWEST_CHARS = 4


@lru_cache(maxsize=1024)
def proper_names(text: str) -> frozenset[str]:
    """Return the names in a text, folded: "Su-24", "Akrotiri"; not the word that begins it."""
    return frozenset(_found(text))


def _found(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        is_name = match.start() > 0 and word[:1].isupper() and len(word) >= _FEWEST_CHARS
        if is_name or is_designation(word):
            yield fold(word)


def is_designation(word: str) -> bool:
    """Tell whether a word joins letters and figures: "Su-24", but not "10th"."""
    return word[:1].isupper() and any(char.isdigit() for char in word)

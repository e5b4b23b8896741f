"""Words of a sentence that name something: capitalised inside it, or letters with figures."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache

from timeline_app.paths import resources_dir
from timeline_app.storage.folding import fold

_WORD = re.compile(r"\w[\w\-’']*\w")
_FEWEST_CHARS = 4


@lru_cache(maxsize=4096)
def proper_names(text: str) -> frozenset[str]:
    """Return the names in a text, folded: "Su-24", "Akrotiri".

    The word that begins it is left out, and so are days of the week and months.
    """
    return frozenset(_found(text)) - _names_of_time()


@cache
def _names_of_time() -> frozenset[str]:
    """Return the words of time that are written with a capital, in all languages."""
    names = set[str]()
    for path in resources_dir().glob("*/time/words.toml"):
        classes = tomllib.loads(path.read_text(encoding="utf-8"))["class"].values()
        names.update(word for one in classes if one.get("capital") for word in one["values"])
    return frozenset(map(fold, names))


def _found(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        is_name = match.start() > 0 and word[:1].isupper() and len(word) >= _FEWEST_CHARS
        if is_name or is_designation(word):
            yield fold(word)


def is_designation(word: str) -> bool:
    """Tell whether a word joins letters and figures: "Su-24", but not "10th"."""
    return word[:1].isupper() and any(char.isdigit() for char in word)

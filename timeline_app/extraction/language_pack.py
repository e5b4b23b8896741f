"""The words and rules of a language, kept as data under `resources/LANG/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from sys import intern
from typing import Any

from timeline_app.paths import resources_dir


@cache
def load_table(language: str, name: str) -> Mapping[str, Any]:
    """Return the TOML table `resources/LANGUAGE/NAME.toml`; an absent file is an empty table."""
    path = resources_dir() / language / f"{name}.toml"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def word_set(language: str, name: str, key: str) -> frozenset[str]:
    """Return the words that a table lists under `key`, separated by white space or in an array."""
    found = load_table(language, name).get(key, ())
    return frozenset(map(intern, found.split() if isinstance(found, str) else found))

"""The words of every language pack with which articles state date, author and address."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.paths import resources_dir

_FILE = "reading.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWords:
    """Words of all language packs together, lower case; numbers as in the pack's tables.

    `function_words` are kept by language. `slash_orders` says by language whether 11/12/2015
    begins with the month ("mdy") or the day ("dmy"); `slash_order_countries` has the countries
    whose custom is another than their language's.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    meridiems: Mapping[str, int]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    url_labels: tuple[str, ...]
    author_labels: tuple[str, ...]
    name_particles: tuple[str, ...]
    name_followers: tuple[str, ...]
    clock_words: tuple[str, ...]
    day_joiners: tuple[str, ...]
    ordinal_suffixes: tuple[str, ...]
    function_words: Mapping[str, frozenset[str]]
    slash_orders: Mapping[str, str]
    slash_order_countries: Mapping[str, str]


@cache
def reading_words() -> ReadingWords:
    """Return the words of all language packs."""
    packs = {
        path.parent.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(resources_dir().glob(f"*/{_FILE}"))
    }
    return ReadingWords(
        months=_merged(packs, "months"),
        weekdays=_merged(packs, "weekdays"),
        meridiems=_merged(packs, "meridiems"),
        published=_longest_first(packs, "published"),
        updated=_longest_first(packs, "updated"),
        url_labels=_longest_first(packs, "url_labels"),
        author_labels=_longest_first(packs, "author_labels"),
        name_particles=_longest_first(packs, "name_particles"),
        name_followers=_longest_first(packs, "name_followers"),
        clock_words=_longest_first(packs, "clock_words"),
        day_joiners=_longest_first(packs, "day_joiners"),
        ordinal_suffixes=_longest_first(packs, "ordinal_suffixes"),
        function_words={lang: frozenset(p["function_words"]) for lang, p in packs.items()},
        slash_orders={lang: p["slash_order"] for lang, p in packs.items()},
        slash_order_countries={
            country: order
            for pack in packs.values()
            for country, order in pack.get("slash_order_countries", {}).items()
        },
    )


def _merged(packs: Mapping[str, Mapping[str, Any]], key: str) -> dict[str, int]:
    return {word: number for pack in packs.values() for word, number in pack[key].items()}


def _longest_first(packs: Mapping[str, Mapping[str, Any]], key: str) -> tuple[str, ...]:
    words = {word for pack in packs.values() for word in pack.get(key, ())}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))

"""Where in a text the words of a search stand, to be highlighted."""

import re
from collections.abc import Iterator, Sequence

from timeline_app.annotation.span import Span
from timeline_app.storage.folding import fold
from timeline_app.storage.search_query import Field, Words, parse_query

_TOKEN = re.compile(r"[^\W_]+")
_SHOWN = (Field.ANY, Field.ACTOR, Field.PLACE)


def find_hits(text: str, query: str) -> tuple[Span, ...]:
    """Return where the words and phrases of a query stand in a text, in order, none overlapping.

    Case and accents make no difference, as in the search itself.
    """
    asked = [words for words in parse_query(query).words if not words.is_excluded]
    wanted = [_folded(words) for words in asked if words.field in _SHOWN]
    if not wanted:
        return ()
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    folded = [fold(span.of(text)) for span in tokens]
    return tuple(_hits(tokens, folded, wanted))


def _folded(words: Words) -> tuple[tuple[str, ...], bool]:
    return tuple(fold(word) for word in words.words), words.is_prefix


def _hits(
    tokens: Sequence[Span],
    folded: Sequence[str],
    wanted: Sequence[tuple[tuple[str, ...], bool]],
) -> Iterator[Span]:
    at = 0
    while at < len(tokens):
        length = max((_length_at(folded, at, words, p) for words, p in wanted), default=0)
        if length:
            yield Span(tokens[at].begin, tokens[at + length - 1].end)
        at += max(1, length)


def _length_at(folded: Sequence[str], at: int, words: tuple[str, ...], is_prefix: bool) -> int:
    """Return how many tokens from `at` on a phrase takes, 0 where it does not stand there."""
    found = tuple(folded[at : at + len(words)])
    if found == words:
        return len(words)
    is_begun = len(found) == len(words) and found[:-1] == words[:-1]
    return len(words) if is_prefix and is_begun and found[-1].startswith(words[-1]) else 0

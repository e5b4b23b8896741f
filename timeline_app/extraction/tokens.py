"""Words of a text as columns: one pass of one compiled expression."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from timeline_app.annotation.span import Span

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                  # U.S., a.m.
    | \d+(?:[.,:]\d+)+                                  # 1,300  3.5  10:30
    | [^\W_]+(?:(?!['’][sS]\b)['’\-\u2010\u2011][^\W_]+)*   # shoot-down, didn't, O'Neill
    | ['’][sS]\b                                        # the possessive
    | \.{2,} | ``|'' | -{2,}
    | [^\w\s] | _
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of one text in order; token `i` is `text[begins[i]:ends[i]]`.

    `words` holds the tokens as written, `lowers` in lower case. The columns are not to be
    changed.
    """

    begins: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lowers: Sequence[str]

    def __len__(self) -> int:
        return len(self.words)

    def first_from(self, offset: int) -> int:
        """Return the index of the first token that begins at `offset` or later."""
        return bisect_left(self.begins, offset)

    def inside(self, span: Span) -> range:
        """Return the indices of the tokens that begin inside `span`."""
        return range(self.first_from(span.begin), self.first_from(span.end))

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to token `last`, both included."""
        return Span(self.begins[first], self.ends[last])


def tokenize(text: str) -> Tokens:
    """Return the words, numbers and signs of `text`.

    A hyphened word, a contraction and a dotted abbreviation are one token; the possessive "'s"
    is a token of its own.
    """
    # One object a word: its hash is found once, and a set that holds it is quick to say so.
    matches = list(_TOKEN.finditer(text))
    words = [intern(m[0]) for m in matches]
    lower = {word: intern(word.lower()) for word in set(words)}
    return Tokens(
        begins=[m.start() for m in matches],
        ends=[m.end() for m in matches],
        words=words,
        lowers=[lower[w] for w in words],
    )

"""Text → tokens and their kinds, block by block, with exact offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.extraction.timex.lexicon import BLANK, FILLER, Lexicon

BLOCK_CHARS = 1 << 16

_TOKEN_RE = re.compile(
    r"""
      [^\W\d_]{2,}+(?![\d-])         # most words: the same as farther down, but found at once
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)   # ISO date
    | \d{1,4}/\d{1,2}/\d{2,4}(?!\d)                       # numeric dates
    | \d{1,2}\.\d{1,2}\.\d{4}(?!\d)
    | \d{1,2}-\d{1,2}-\d{4}(?!\d)
    | \d{1,2}:\d\d(?::\d\d)?(?![\d:])                     # clock
    | [$€£¥]\s?\d+(?:[.,]\d+)*                            # money
    | [^\W\d_]+\d[^\W_]*                                  # MH17
    | [A-Z][^\W\d_]*-\d{1,3}(?!\d)[^\W\d_]*               # Su-24
    | \d+(?:[.,]\d+)+                                     # 3.5, 1,500
    | ['’]\d0s?\b
    | \d{4}(?=(?:Z|hrs)\b)                                 # 0300Z: the clock and its zone
    | \d+[^\W\d_]*
    | (?:[^\W\d_]\.){2,}
    | [^\W\d_]+
    | ['’][st]\b
    | \n[ \t\r\f\v\xa0]*\n\s*
    | [-–—―]+
    | [^\s]
    """,
    re.VERBOSE,
)
_DASH = "–"
_HYPHEN = "-"
_DASHES = frozenset("-–—―")
_SPECIAL = _DASHES | frozenset("0123456789\n")

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso_date", re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")),
    ("slash_date", re.compile(r"\d{1,4}/\d{1,2}/\d{2,4}|\d{1,2}[.-]\d{1,2}[.-]\d{4}")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("decimal", re.compile(r"\d{1,4}[.,]\d{1,2}")),
    ("grouped", re.compile(r"\d{1,3}(?:[.,]\d{3})+")),
)
SHAPE_NAMES: tuple[str, ...] = tuple(name for name, _ in _SHAPES)
"""Classes of numbers written with signs inside; the lexicon has a kind for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The tokens of a stretch of text; `kinds` has one character a token."""

    text: str
    offset: int
    words: list[str]
    """The tokens as written, but for line breaks inside a word ("Novem-/ber")."""
    begins: list[int]
    ends: list[int]
    kinds: str

    def begin_of(self, token: int) -> int:
        """Return the offset in the whole text at which a token begins."""
        return self.offset + self.begins[token]

    def end_of(self, token: int) -> int:
        """Return the offset in the whole text at which a token ends."""
        return self.offset + self.ends[token]

    def __len__(self) -> int:
        return len(self.words)


def scan(text: str, lexicon: Lexicon) -> Iterator[Block]:
    """Yield the blocks of a text in order; together they cover it."""
    at = 0
    while at < len(text):
        end = _block_end(text, at)
        yield _block(text[at:end], at, lexicon)
        at = end


def _block_end(text: str, at: int) -> int:
    end = at + BLOCK_CHARS
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", "\n", ". ", " "):
        cut = text.rfind(mark, at + BLOCK_CHARS // 2, end)
        if cut > 0:
            return cut + len(mark)
    return end


def _block(text: str, offset: int, lexicon: Lexicon) -> Block:
    matches = list(_TOKEN_RE.finditer(text))
    words = [m[0] for m in matches]
    begins = [m.start() for m in matches]
    ends = [m.end() for m in matches]
    if "-\n" in text:
        _join_broken(words, begins, ends, lexicon)
    get = lexicon.kind_of.get
    kinds = [get(w, FILLER) for w in words]
    for i in [i for i, w in enumerate(words) if w[0] in _SPECIAL]:
        surface = _special_surface(text, words[i], begins[i])
        if surface is not None:
            kinds[i] = get(surface, FILLER)
    return Block(
        text=text, offset=offset, words=words, begins=begins, ends=ends, kinds="".join(kinds)
    )


def _join_broken(words: list[str], begins: list[int], ends: list[int], lexicon: Lexicon) -> None:
    """Join the halves of a word of time that is hyphenated over a line break ("Novem-/ber")."""
    for i in [i for i, w in enumerate(words) if w == _HYPHEN]:
        is_inside = 0 < i < len(words) - 1 and begins[i] == ends[i - 1]
        if not is_inside or begins[i + 1] == ends[i] or not words[i - 1]:
            continue
        whole = words[i - 1] + words[i + 1]
        if whole.isalpha() and whole in lexicon.kind_of:
            words[i - 1 : i + 2] = [whole, "", ""]
            ends[i - 1] = ends[i + 1]
    kept = [i for i, w in enumerate(words) if w]
    words[:] = [words[i] for i in kept]
    begins[:] = [begins[i] for i in kept]
    ends[:] = [ends[i] for i in kept]


def _special_surface(text: str, word: str, begin: int) -> str | None:
    """Return what stands in the lexicon for a dash, a paragraph break or a number with signs."""
    if word[0] == "\n":
        return BLANK
    if word[0] in _DASHES:
        is_glued = begin > 0 and not text[begin - 1].isspace()
        after = text[begin + len(word) : begin + len(word) + 2]
        # At the end of a line a hyphen may stand where a word goes on in the next ("two-/week").
        goes_on = bool(after[:1].strip()) or (after[:1] == "\n" and after[1:].isalpha())
        return _HYPHEN if word == _HYPHEN and is_glued and goes_on else _DASH
    return None if word.isalnum() else _shape(word)


def _shape(word: str) -> str:
    for name, pattern in _SHAPES:
        if pattern.fullmatch(word):
            return f"<{name}>"
    return ""

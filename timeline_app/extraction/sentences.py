"""Sentences of a text, found by their ends.

Line breaks inside wrapped text do not end a sentence; headings, list items and lines of their own
do. A blank line ends one unless the sentence goes on in lower case after it. Front matter is none.
"""

import re
from collections.abc import Iterator

from timeline_app.annotation.span import Span
from timeline_app.extraction.language_pack import word_set
from timeline_app.extraction.tokens import Tokens

_CANDIDATE = re.compile(
    r"""
    (?<![.?!…。])[.?!…。]++[\"'”’»)\]*_]*+(?=\s)
    | (?P<line>\n)[^\S\n]*+(?P<blank>\n?)
    """,
    re.VERBOSE,
)
_OPENING = "\"'“‘«([`*_—–- \t\r\n"
_ITEM = re.compile(r"(?:[-*+•·▪–—]|#{1,6}|\d{1,3}[.)]|>)[ \t]")
_WORD_BEFORE = re.compile(r"[^\s\"'“‘«(\[`*_]*\Z")
_NEXT_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LOOK_BACK = 40
"""Longest abbreviation looked for before a full stop, in characters."""
_MOST_FRONT_MATTER = 4_000
"""Front matter ends before, in characters."""
_LONG_LINE = 400
"""No heading is longer, in characters."""


def split_sentences(
    text: str, tokens: Tokens | None = None, *, language: str = "en"
) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without the white space around them.

    `tokens` is not needed; it is taken so that callers may hand on what they have.
    """
    spans: list[Span] = []
    begin = _after_front_matter(text)
    for end in _ends(text, language):
        if end > begin:
            _append(spans, text, begin, end)
            begin = end
    _append(spans, text, begin, len(text))
    return tuple(spans)


def _after_front_matter(text: str) -> int:
    """Return where the text begins behind a block of metadata between two lines of dashes."""
    first = text.find("\n", 0, _LONG_LINE)
    if first < 0 or text[:first].strip("\ufeff \t\r") != "---":
        return 0
    end = text.find("\n---", first, _MOST_FRONT_MATTER)
    line_end = text.find("\n", end + 1) if end >= 0 else -1
    return line_end if line_end >= 0 and text[end:line_end].strip() == "---" else 0


def _append(spans: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        at = begin + piece.index(stripped[0])
        spans.append(Span(at, at + len(stripped)))


def _ends(text: str, language: str) -> Iterator[int]:
    for found in _CANDIDATE.finditer(text):
        if found["line"] is None:
            if _ends_at_stop(text, found.start(), found.end(), language):
                yield found.end()
        elif _ends_at_line(text, found.start(), found.end(), is_blank=bool(found["blank"])):
            yield found.start()


def _ends_at_stop(text: str, begin: int, end: int, language: str) -> bool:
    after = _first_word_at(text, end)
    if after and after[0].islower():
        return False
    if text[begin] != "." or text[begin : begin + 2] == "..":
        return True
    before = _WORD_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin)
    word = before.group() if before else ""
    return not word or not _is_abbreviation(word, after, language)


def _is_abbreviation(word: str, after: str, language: str) -> bool:
    lower = word.lower()
    if lower in word_set(language, "abbreviations", "before_name"):
        return bool(after)
    if len(word) == 1 and word.isalpha() and word.isupper():
        return after[:1].isupper() and not _starts_sentence(after, language)
    if lower in word_set(language, "abbreviations", "dates"):
        return after[:1].isdigit() or not _starts_sentence(after, language)
    is_either = lower in word_set(language, "abbreviations", "either") or "." in word[1:-1]
    return is_either and bool(after) and not _starts_sentence(after, language)


def _starts_sentence(word: str, language: str) -> bool:
    return word.lower() in word_set(language, "abbreviations", "starters")


def _first_word_at(text: str, at: int) -> str:
    """Return the word after white space, quotes and brackets, "" where the line has none."""
    stop = min(len(text), at + _LOOK_BACK)
    while at < stop and text[at] in _OPENING:
        at += 1
    found = _NEXT_WORD.match(text, at)
    return found.group()[:_LOOK_BACK] if found else ""


def _ends_at_line(text: str, begin: int, end: int, *, is_blank: bool) -> bool:
    """Tell whether the line break at `begin` ends a sentence."""
    if _ITEM.match(text, end):
        return True
    line = text[text.rfind("\n", max(0, begin - _LONG_LINE), begin) + 1 : begin].strip()
    if line.startswith("#"):
        return True
    after = _first_word_at(text, end)
    if is_blank:
        return not after[:1].islower() or line.endswith((":", ";"))
    return not after[:1].islower() and _would_have_fitted(text, line, end, after)


def _would_have_fitted(text: str, line: str, end: int, word: str) -> bool:
    """Tell whether the next line's first word had room on this line: then the break is meant."""
    stop = text.find("\n", end, end + _LONG_LINE)
    width = (stop if stop >= 0 else min(len(text), end + _LONG_LINE)) - end
    return len(line) + 1 + len(word) < width - 2

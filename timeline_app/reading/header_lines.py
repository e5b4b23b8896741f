"""The lines at both ends of an article, where it says what it is and when it was published."""

import re
from dataclasses import dataclass

from timeline_app.annotation.span import Span

_HEAD_CHARS = 4_000
_TAIL_CHARS = 1_500
_HEAD_LINES = 15
_TAIL_LINES = 6
_DECORATION = " \t\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029\ufeff#*_>|~`=-"
_PROSE_CHARS = 160
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that holds something; `span` covers it without Markdown's marks and white space."""

    span: Span
    text: str
    is_heading: bool
    is_before_prose: bool
    is_at_head: bool


def end_lines(text: str) -> tuple[Line, ...]:
    """Return the non-empty lines at the head and the tail of a text, in its order."""
    head = _lines(text, 0, min(len(text), _HEAD_CHARS))[:_HEAD_LINES]
    covered = head[-1][1] if head else 0
    tail = _lines(text, max(covered, len(text) - _TAIL_CHARS), len(text))[-_TAIL_LINES:]
    result: list[Line] = []
    is_before_prose = True
    for number, (begin, end) in enumerate(head + tail):
        line = _line(text, begin, end, is_before_prose, is_at_head=number < len(head))
        result.append(line)
        is_before_prose = is_before_prose and not is_prose(line.text)
    return tuple(result)


def is_sentence(line: str) -> bool:
    """Tell whether a line ends a sentence of some words."""
    return len(line.split()) >= _LEAST_WORDS and _SENTENCE_END.search(line[-4:]) is not None


_LEAST_WORDS = 4


def is_prose(line: str) -> bool:
    """Tell whether a line is running text and no part of a header."""
    is_long = len(line.split()) > 12 and is_sentence(line)
    return is_long or len(line) > _PROSE_CHARS


def _lines(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return (begin, end) of the non-empty lines in a stretch of the text."""
    found: list[tuple[int, int]] = []
    at = begin
    for line in text[begin:end].splitlines(keepends=True):
        if line.strip(_DECORATION):
            found.append((at, at + len(line)))
        at += len(line)
    return found


def _line(text: str, begin: int, end: int, is_before_prose: bool, *, is_at_head: bool) -> Line:
    raw = text[begin:end]
    left = len(raw) - len(raw.lstrip(_DECORATION))
    inner = raw.strip(_DECORATION)
    return Line(
        span=Span(begin + left, begin + left + len(inner)),
        text=inner,
        is_heading=raw.lstrip(" \ufeff").startswith("#"),
        is_before_prose=is_before_prose,
        is_at_head=is_at_head,
    )

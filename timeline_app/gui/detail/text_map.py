"""Code points of an article's text ↔ positions in Qt's text, which counts UTF-16 units.

Qt folds "\\r\\n" into one break and counts a character beyond the Basic Multilingual Plane twice;
spans count code points of the file as it is. Only an excerpt of a very long text is shown.
"""

import re
from bisect import bisect_right

import numpy as np

from timeline_app.annotation.span import Span

EXCERPT_LENGTH = 60_000
_UNSHOWN = re.compile("[\0\ud800-\udfff\ufdd0\ufdd1]")
"""Characters that Qt cannot hold or takes for marks of its own."""


class TextMap:
    """An excerpt of a text as Qt shows it, and the way from its offsets to Qt's and back."""

    def __init__(self, text: str, *, around: int = 0, length: int = EXCERPT_LENGTH) -> None:
        self.span = excerpt_span(text, around, length)
        source = self.span.of(text)
        breaks = source.replace("\r\n", "\n").replace("\r", "\n")
        self.shown_text = _UNSHOWN.sub("\ufffd", breaks)
        codes = np.frombuffer(source.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        widths = np.ones(len(codes), dtype=np.int64)
        widths[codes > 0xFFFF] = 2
        widths[:-1][(codes[:-1] == 13) & (codes[1:] == 10)] = 0
        self._positions = np.concatenate(([0], np.cumsum(widths)))

    def to_qt(self, offset: int) -> int:
        """Return Qt's position of an offset; the nearest one where the excerpt leaves it out."""
        inside = min(max(offset, self.span.begin), self.span.end) - self.span.begin
        return int(self._positions[inside])

    def from_qt(self, position: int) -> int:
        """Return the offset of one of Qt's positions."""
        return self.span.begin + bisect_right(self._positions, position) - 1


def excerpt_span(text: str, around: int, length: int) -> Span:
    """Return at most `length` code points around an offset, cut at line ends where it can."""
    if len(text) <= length:
        return Span(0, len(text))
    begin = max(0, min(around - length // 2, len(text) - length))
    end = begin + length
    if begin:
        line = text.find("\n", begin, begin + 2_000)
        begin = begin if line < 0 else line + 1
    if end < len(text):
        line = text.rfind("\n", end - 2_000, end)
        end = end if line < 0 else line
    return Span(begin, end)

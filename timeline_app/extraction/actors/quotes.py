"""Which tokens stand inside quotation marks."""

from timeline_app.extraction.names.reading import NameReading

_OPEN = {"“": "”", "``": "''", "«": "»", "„": "”"}
_CLOSE = frozenset(_OPEN.values())
_LONGEST = 400
"""Tokens after which a quotation that nothing closes is taken to be over."""


def quoted_tokens(reading: NameReading) -> bytearray:
    """Return for each token 1 inside a quotation, else 0."""
    words = reading.tokens.words
    marks = bytearray(len(words))
    opened = -1
    for i, word in enumerate(words):
        if word == '"':
            opened = -1 if opened >= 0 else i
        elif word in _OPEN:
            opened = i
        elif word in _CLOSE:
            opened = -1
        if opened >= 0:
            marks[i] = 1
            if i - opened > _LONGEST:
                opened = -1
    return marks

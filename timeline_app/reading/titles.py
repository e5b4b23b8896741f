"""Title and author as an article's first lines state them."""

import re

from timeline_app.reading.header_lines import Line, is_prose
from timeline_app.reading.words import reading_words

_TITLE_CHARS = 200
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,}.{0,60}?(?:\s[-–—]|--|_|\([A-Z][A-Za-z/ ]{1,20}\)$)")
_NAME = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}"


def title_of_lines(lines: tuple[Line, ...], *, date_begins: frozenset[int]) -> str:
    """Return the first heading, else the first line if it is one; "" where there is none.

    `date_begins` are the offsets at which dates of publication begin: such a line is no title.
    """
    head = [line for line in lines if line.is_at_head and not _holds(line, date_begins)]
    heading = next((line for line in head if line.is_heading), None)
    if heading is not None:
        return heading.text
    first = next((line for line in head if not author_of_line(line.text)), None)
    return first.text if first is not None and _is_title(first.text) else ""


def _holds(line: Line, begins: frozenset[int]) -> bool:
    return any(line.span.begin <= at < line.span.end for at in begins)


def _is_title(text: str) -> bool:
    is_running_text = is_prose(text) or (text.endswith(".") and not text.endswith("..."))
    return not is_running_text and len(text) <= _TITLE_CHARS and not _DATELINE.match(text)


def author_of_lines(lines: tuple[Line, ...]) -> str | None:
    """Return the author whom a line such as "By Anna Berg, Vienna" names."""
    head = (line for line in lines if line.is_at_head and len(line.text) <= _TITLE_CHARS)
    return next((name for line in head if (name := author_of_line(line.text))), None)


def author_of_line(text: str) -> str | None:
    """Return the name after "By" where the line is a byline."""
    labels = "|".join(map(re.escape, reading_words().author_labels))
    match = re.match(rf"(?:{labels})\s*:?\s+(?P<name>{_NAME})", text, re.IGNORECASE)
    if match is None or is_prose(text) or text.endswith("."):
        return None
    name = match["name"].strip(" .,")
    words = name.split()
    return name if words[0][0].isupper() and words[-1][0].isupper() else None

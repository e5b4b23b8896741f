"""Title, outlet and author as an article's first lines state them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline_app.reading.header_lines import Line, is_prose
from timeline_app.reading.web_address import outlet_words
from timeline_app.reading.words import reading_words

_TITLE_CHARS = 200
_OUTLET_CHARS = 140
_MAX_OUTLET_WORDS = 6
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,}.{0,60}?(?:\s[-–—]|--|_|\([A-Z][A-Za-z/ ]{1,20}\)$)")
_MAX_NAME_WORDS = 5
_SEGMENTS = re.compile(r"[|·•,;]|\s[–—-]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the lines above the story say; "" and None where they do not."""

    title: str = ""
    outlet: str | None = None


def masthead_of_lines(lines: Sequence[Line], *, date_begins: frozenset[int]) -> Masthead:
    """Return title and outlet. `date_begins` are where dates of publication begin: no titles.

    The title is the first heading, else the first line that is one. Where the first line names
    an outlet, the title follows: below the date if a line stands there, else above it.
    """
    head = [line for line in lines if line.is_at_head]
    heading = next((n for n in head if n.is_heading and not _holds(n, date_begins)), None)
    above = [n for n in head if n.is_before_prose and not n.is_heading]
    if heading is not None:
        return Masthead(title=heading.text, outlet=_outlet(above))
    titles = list(_titles(head, date_begins))
    if len(titles) < 2 or titles[0] is not head[0] or _outlet(head[:1]) is None:
        outlet = _outlet([n for n in above if n not in titles[:1]])
        return Masthead(title=titles[0].text if titles else "", outlet=outlet)
    dates = [n.span.begin for n in above if _holds(n, date_begins)]
    below = [n for n in titles[1:] if dates and n.span.begin > dates[-1]]
    return Masthead(title=(below or titles[1:])[0].text, outlet=_outlet(head[:1]))


def author_of_lines(lines: Sequence[Line]) -> str | None:
    """Return the author whom a line such as "By Anna Berg, Vienna" names."""
    head = (line for line in lines if line.is_at_head and len(line.text) <= _TITLE_CHARS)
    return next((name for line in head if (name := _author(line.text))), None)


def _titles(head: Sequence[Line], date_begins: frozenset[int]) -> Iterator[Line]:
    """Yield the lines above the story that may be its title; nothing follows a text's start."""
    for line in head:
        if not line.is_before_prose or not _is_header(line.text):
            return
        if not _holds(line, date_begins) and _author(line.text) is None:
            yield line


def _is_header(text: str) -> bool:
    is_running_text = is_prose(text) or (text.endswith(".") and not text.endswith("..."))
    return not is_running_text and len(text) <= _TITLE_CHARS and not _DATELINE.match(text)


def _holds(line: Line, begins: frozenset[int]) -> bool:
    return any(line.span.begin <= at < line.span.end for at in begins)


def _outlet(lines: Sequence[Line]) -> str | None:
    """Return the first segment of a line that is spelt as an outlet's name ("Seine Dispatch")."""
    short = (line.text for line in lines if len(line.text) <= _OUTLET_CHARS)
    segments = (s.strip(" *_()[]") for text in short for s in _SEGMENTS.split(text))
    return next((_cased(s) for s in segments if _is_outlet(s)), None)


def _is_outlet(segment: str) -> bool:
    words = segment.split()
    if not 2 <= len(words) <= _MAX_OUTLET_WORDS or words[-1].lower() not in outlet_words():
        return False
    return all(word[0].isupper() or not word.isalpha() or len(word) <= 3 for word in words)


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _author(text: str) -> str | None:
    """Return the name of "By Anna Berg, Vienna"; "By Train to Moscow" is a title."""
    words = reading_words()
    labels = "|".join(map(re.escape, words.author_labels))
    match = re.match(rf"(?:{labels})\s*:?\s+(?=[^\W\d_])", text, re.IGNORECASE)
    if match is None or is_prose(text) or text.endswith("."):
        return None
    parts = _SEGMENTS.split(text[match.end() :], maxsplit=1)[0].split()
    is_part = lambda part: part[0].isupper() or part.lower() in words.name_particles
    name = list(takewhile(is_part, parts))
    after = parts[len(name) :]
    is_alone = not after or after[0].lower() in words.name_followers
    is_name = 2 <= len(name) <= _MAX_NAME_WORDS and name[0][0].isupper()
    return " ".join(name).strip(" .*_") if is_name and is_alone else None

"""Markdown: the article is exactly the decoded file; front matter is metadata."""

import re
from collections.abc import Iterator, Mapping

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.span import Span
from timeline_app.reading.date_text import parse_stated_date
from timeline_app.reading.decoding import decode
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.plain_text import encoding_notes
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex

_FRONT_CHARS = 8_000
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_FIELD = re.compile(
    r"^(?P<key>[A-Za-z_-]{1,40})[ \t]*:[ \t]*(?P<value>[^\r\n]{1,1000})", re.MULTILINE
)
_DATE_KEYS = ("date", "published", "pubdate", "datepublished", "published_at")


class MarkdownReader:
    """Reads Markdown files; every code point is kept, so that offsets hold in the file."""

    format_name = "Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
    is_archive = False
    needs_guard = False

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file opens with front matter."""
        return head.startswith((b"---\n", b"---\r\n", b"\xef\xbb\xbf---\n"))

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article."""
        content = file.read()
        decoded = decode(content, file.name)
        front = _front_matter(decoded.text)
        values = {key: value for key, (value, _) in front.items()}
        yield RawArticle(
            text=decoded.text,
            sha256=sha256_hex(content),
            title=values.get("title", ""),
            outlet=values.get("outlet") or values.get("source") or values.get("publication"),
            url=values.get("url") or values.get("link") or values.get("canonical"),
            author=values.get("author") or values.get("by"),
            dates=tuple(_dates(front)),
            notes=encoding_notes(decoded),
        )


def _front_matter(text: str) -> Mapping[str, tuple[str, Span]]:
    """Return the simple `key: value` lines between the first two `---` lines."""
    opening = _FENCE.match(text)
    if opening is None:
        return {}
    closing = text.find("\n---", opening.end() - 1, _FRONT_CHARS)
    if closing < 0:
        return {}
    fields = _FIELD.finditer(text, opening.end(), closing)
    return {
        m["key"].lower(): (m["value"].strip().strip("\"'"), Span(*m.span("value"))) for m in fields
    }


def _dates(front: Mapping[str, tuple[str, Span]]) -> Iterator[DctCandidate]:
    for key in _DATE_KEYS:
        if key in front and (date := parse_stated_date(front[key][0])) is not None:
            value, span = front[key]
            yield DctCandidate(
                value=date.value,
                source=DctSource.METADATA,
                evidence=f"front matter {key}: {value}",
                span=span,
            )

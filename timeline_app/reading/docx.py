"""Word documents (Office Open XML)."""

import re
from collections.abc import Iterator

from lxml import etree

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.reading.date_text import parse_stated_date
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.safe_xml import child_text, local_name, parse_xml
from timeline_app.reading.zip_member import ZipContainer

_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_BLANK_LINES = re.compile(r"\n{3,}")


class DocxReader:
    """Reads Word documents: the paragraphs of the body, tables included, in their order."""

    format_name = "Word document"
    suffixes: tuple[str, ...] = (".docx",)
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a Word document does."""
        return head.startswith(b"PK\x03\x04") and b"word/" in head

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article."""
        content = file.read(limit=MAX_CONTAINER_BYTES)
        container = ZipContainer(content, file.name)
        body = parse_xml(container.read(_BODY), file.name)
        text = _BLANK_LINES.sub("\n\n", "\n\n".join(_paragraphs(body))).strip()
        if not text:
            raise nothing_in(file.name)
        properties = _properties(container, file.name)
        yield RawArticle(
            text=text,
            sha256=sha256_hex(content),
            title=child_text(properties, "title") if properties is not None else "",
            author=(child_text(properties, "creator") or None) if properties is not None else None,
            guessed_date=_made(properties),
        )


def _paragraphs(body: etree._Element) -> Iterator[str]:
    for element in body.iter():
        if local_name(element) == "p":
            yield "".join(_runs(element)).strip()


def _runs(paragraph: etree._Element) -> Iterator[str]:
    """Yield a paragraph's own text: what was deleted, and boxes inside it, are left out."""
    queue = list(reversed(paragraph))
    while queue:
        element = queue.pop()
        name = local_name(element)
        if name == "t":
            yield element.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in ("del", "p", "pPr", "rPr", "instrText"):
            queue.extend(reversed(element))


def _properties(container: ZipContainer, name: str) -> etree._Element | None:
    return parse_xml(container.read(_PROPERTIES), name) if _PROPERTIES in container.names else None


def _made(properties: etree._Element | None) -> DctCandidate | None:
    """Return the day on which the file was made: it counts where nothing else does."""
    stated = child_text(properties, "created", "modified") if properties is not None else ""
    date = parse_stated_date(stated) if stated else None
    if date is None:
        return None
    return DctCandidate(
        value=date.value[:10], source=DctSource.METADATA, evidence="document's creation date"
    )

"""Electronic books and magazines (EPUB): the chapters in reading order, as one text."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.markup_text import text_of_markup
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.safe_xml import child_text, local_name, parse_xml
from timeline_app.reading.zip_member import ZipContainer

_CONTAINER = "META-INF/container.xml"


class EpubReader:
    """Reads EPUB books."""

    format_name = "EPUB"
    suffixes: tuple[str, ...] = (".epub",)
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a book does."""
        return head.startswith(b"PK\x03\x04") and b"application/epub+zip" in head[:100]

    def count(self, file: InputFile) -> int:
        """Return one: the book is read as one text."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one text."""
        content = file.read(limit=MAX_CONTAINER_BYTES)
        container = ZipContainer(content, file.name)
        place = _package_place(container, file.name)
        package = parse_xml(container.read(place), file.name)
        chapters = (container.read(chapter) for chapter in _chapters(package, place, container))
        text = "\n\n".join(filter(None, map(text_of_markup, chapters)))
        if not text:
            raise nothing_in(file.name)
        metadata = next((e for e in package if local_name(e) == "metadata"), package)
        yield RawArticle(
            text=text,
            sha256=sha256_hex(content),
            title=child_text(metadata, "title"),
            outlet=child_text(metadata, "publisher") or None,
            author=child_text(metadata, "creator") or None,
            dates=metadata_dates(child_text(metadata, "date"), "book's date"),
        )


def _package_place(container: ZipContainer, name: str) -> str:
    root = parse_xml(container.read(_CONTAINER), name)
    for element in root.iter():
        if local_name(element) == "rootfile" and (place := element.get("full-path")):
            return place
    raise ReadingError(f"{name}: the book does not say where its text is. Save it again.")


def _chapters(package: etree._Element, place: str, container: ZipContainer) -> Iterator[str]:
    """Yield the members that the book's spine names, in its order."""
    folder = posixpath.dirname(place)
    items = {
        element.get("id"): element.get("href", "")
        for element in package.iter()
        if local_name(element) == "item"
    }
    for element in package.iter():
        href = items.get(element.get("idref")) if local_name(element) == "itemref" else None
        if href:
            member = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
            if member in container.names:
                yield member

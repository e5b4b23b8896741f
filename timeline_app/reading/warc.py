"""Web archives (WARC): every page that was answered is an article; nothing is fetched."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from timeline_app.errors import ReadingError
from timeline_app.reading.html import article_of_page, decoded_page
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, InputFile, too_large
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex
from timeline_app.reading.shown_name import shown_name

_PAGES = ("text/html", "application/xhtml+xml")


class WarcReader:
    """Reads WARC files, compressed or not."""

    format_name = "web archive"
    suffixes: tuple[str, ...] = (".warc", ".gz")
    is_archive = True
    needs_guard = False

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a web archive does."""
        return head.startswith(b"WARC/")

    def count(self, file: InputFile) -> int:
        """Return one: records cannot be told without unpacking them."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the pages; one that holds no article is told to `on_error`."""
        with file.opened() as stream:
            for url, content in _pages(stream, file.name):
                where = f"{file.name}#{shown_name(url)}"
                try:
                    yield _article(content, url, where)
                except ReadingError as error:
                    on_error(error)


def _pages(stream: Any, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of every page, cut one byte above the limit."""
    from warcio.archiveiterator import ArchiveIterator

    try:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and _is_page(record):
                url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
                yield url, record.content_stream().read(MAX_ARTICLE_BYTES + 1)
    except Exception as error:  # warcio raises whatever a damaged record makes it stumble over
        raise ReadingError(
            f"{name}: the web archive is damaged ({error}). What stands before is read."
        ) from error


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or not str(headers.get_statuscode()).startswith("200"):
        return False
    return str(headers.get_header("Content-Type") or "").lower().startswith(_PAGES)


def _article(content: bytes, url: str, where: str) -> RawArticle:
    if len(content) > MAX_ARTICLE_BYTES:
        raise too_large(where, MAX_ARTICLE_BYTES)
    article = article_of_page(decoded_page(content, where), sha256_hex(content), where)
    return replace(article, part=shown_name(url), url=article.url or url)

"""Web archives (WARC): every page that was answered is an article; nothing is fetched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.errors import ReadingError
from timeline_app.reading.content_type import stated_charset
from timeline_app.reading.html import articles_of_page, decoded_page
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, InputFile, too_large
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex
from timeline_app.reading.shown_name import shown_name

_PAGES = ("text/html", "application/xhtml+xml")
_MAX_LINE_BYTES = 64 * 1024
_MAX_HEADER_LINES = 10_000
_MAX_REASON = 120
_CODINGS = frozenset({"identity", "gzip", "x-gzip", "deflate"})


class WarcReader:
    """Reads WARC files, compressed or not."""

    format_name = "web archive"
    suffixes: tuple[str, ...] = (".warc", ".gz")
    is_archive = True
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a web archive does."""
        return head.startswith(b"WARC/")

    def count(self, file: InputFile) -> int:
        """Return one: records cannot be told without unpacking them."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the pages; one that holds no article is told to `on_error`."""
        with file.opened() as stream:
            for page in _pages(stream, file.name):
                try:
                    yield from _articles(page, f"{file.name}#{shown_name(page.url)}")
                except ReadingError as error:
                    on_error(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """An answered page: its address, its bytes cut one byte above the limit, its stated charset.

    `fault` says why the bytes cannot be had.
    """

    url: str
    content: bytes = b""
    charset: str | None = None
    fault: str = ""


def _pages(stream: Any, name: str) -> Iterator[_Page]:
    from warcio.archiveiterator import ArchiveIterator

    try:
        records = ArchiveIterator(stream)
        lines = _HeaderLines(records.reader.readline)
        records.reader.readline = lines
        for record in records:
            lines.begin_record()
            if record.rec_type == "response" and _is_page(record):
                yield _page(record)
    except Exception as error:  # warcio raises whatever a damaged record makes it stumble over
        raise ReadingError(
            f"{name}: the web archive is damaged ({_reason(error)}). What stands before is read; "
            "get it again, or save its pages in a browser."
        ) from error


class _HeaderLines:
    """Reads the lines of headers, which in a hostile archive have no end."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline = readline
        self._count = 0

    def begin_record(self) -> None:
        """Count anew."""
        self._count = 0

    def __call__(self, length: int | None = None) -> bytes:
        """Return the next line, cut at the limit. Raises ValueError where there are too many."""
        self._count += 1
        if self._count > _MAX_HEADER_LINES:
            raise ValueError("its headers never end")
        return self._readline(min(length or _MAX_LINE_BYTES, _MAX_LINE_BYTES))


def _reason(error: Exception) -> str:
    """Return what went wrong without the archive's own bytes, which warcio may quote at length."""
    return shown_name(str(error).partition(": [")[0][:_MAX_REASON])


def _page(record: Any) -> _Page:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    coding = str(record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    if coding not in _CODINGS:
        return _Page(url=url, fault=f"it is compressed as “{shown_name(coding[:20])}”")
    kind = record.http_headers.get_header("Content-Type")
    try:
        content = record.content_stream().read(MAX_ARTICLE_BYTES + 1)
    except Exception as error:  # as above: one damaged page does not end the archive
        return _Page(url=url, fault=str(error) or type(error).__name__)
    return _Page(url=url, content=content, charset=stated_charset(kind))


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or not str(headers.get_statuscode()).startswith("200"):
        return False
    return str(headers.get_header("Content-Type") or "").lower().startswith(_PAGES)


def _articles(page: _Page, where: str) -> Iterator[RawArticle]:
    if page.fault:
        raise ReadingError(
            f"{where}: the page cannot be read ({page.fault}). Save it in a browser, and give that."
        )
    if len(page.content) > MAX_ARTICLE_BYTES:
        raise too_large(where, MAX_ARTICLE_BYTES)
    markup = decoded_page(page.content, where, charset=page.charset)
    name = shown_name(page.url)
    for article in articles_of_page(markup, sha256_hex(page.content), where, address=page.url):
        part = name if article.part is None else f"{name}#{article.part}"
        yield replace(article, part=part, url=article.url or page.url)

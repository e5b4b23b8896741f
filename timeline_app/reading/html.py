"""Saved web pages: the article's text as trafilatura extracts it; nothing is ever fetched."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.errors import ReadingError
from timeline_app.reading.date_text import find_dates
from timeline_app.reading.decoding import decode
from timeline_app.reading.html_metadata import PageMetadata, article_markup, page_metadata
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.page_parts import page_parts
from timeline_app.reading.quiet import keep_quiet
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_CHARSET_BYTES = 4_096
_MARKERS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")


class HtmlReader:
    """Reads HTML pages."""

    format_name = "HTML"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    is_archive = False
    needs_guard = False

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a page does."""
        begin = head[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return begin.startswith((*_MARKERS, b"<?xml")) and any(m in begin for m in _MARKERS)

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article. Raises ReadingError where the page holds none."""
        content = file.read()
        page = decoded_page(content, file.name, charset=file.charset)
        yield from articles_of_page(page, sha256_hex(content), file.name, address=file.url)


def articles_of_page(
    page: str, sha256: str, name: str, *, address: str | None = None
) -> Iterator[RawArticle]:
    """Yield the article of a page, or each where several stand on it with a date of their own.

    `address` is where the page was got, if it does not say so itself. Raises ReadingError where
    there is no article.
    """
    parts = page_parts(page, address)
    if not parts:
        yield _article_of_page(page, sha256, name)
    for number, part in enumerate(parts, start=1):
        article = _article_of_page(part, sha256_hex(part.encode("utf-8", "replace")), name)
        remark = f"{number} of {len(parts)} articles on one page, each read by itself."
        yield replace(article, part=str(number), notes=(*article.notes, remark))


def _article_of_page(page: str, sha256: str, name: str) -> RawArticle:
    """Return the article of a page. Raises ReadingError where it holds none."""
    text = _main_text(page)
    if not text:
        raise ReadingError(
            f"{name}: no article text was found in this page. "
            "Save the page of one article, or copy its text into a .txt file."
        )
    metadata = page_metadata(page)
    return RawArticle(
        text=text,
        sha256=sha256,
        title=metadata.title,
        outlet=metadata.outlet,
        url=metadata.url,
        author=metadata.author,
        language=metadata.language,
        dates=metadata.dates,
        guessed_date=_guessed_date(page, metadata),
        notes=_notes(metadata),
    )


def decoded_page(content: bytes, name: str, *, charset: str | None = None) -> str:
    """Return the page's text: UTF-8, else the server's `charset`, else the one it declares."""
    declared = _CHARSET.search(content[:_CHARSET_BYTES])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = charset or (declared[1].decode("ascii") if declared is not None else None)
    try:
        return content.decode(stated, errors="replace") if stated else decode(content, name).text
    except LookupError:
        return decode(content, name).text


def _main_text(page: str) -> str:
    import trafilatura

    keep_quiet("trafilatura", "htmldate")
    if not page.strip():
        return ""
    return trafilatura.extract(page, output_format="txt", include_comments=False) or ""


def _guessed_date(page: str, metadata: PageMetadata) -> DctCandidate | None:
    """Return what dates the page where it states no date of publication itself: its last change,
    else htmldate's finding.
    """
    if metadata.dates:
        return None
    if metadata.changes:
        return metadata.changes[0]
    import htmldate

    page = article_markup(page)
    value = htmldate.find_date(page, original_date=True, extensive_search=False) if page else None
    if value is None or not _is_written(value, page):
        return None
    return DctCandidate(value=value, source=DctSource.METADATA, evidence="page's markup")


def _is_written(value: str, page: str) -> bool:
    """Tell whether a day stands in the page: htmldate completes a month by a day of its own."""
    year, month, day = value.split("-")
    wordings = (value, f"{year}/{month}/{day}", f"{year}{month}{day}", f"{day}.{month}.{year}")
    if any(wording in page for wording in wordings):
        return True
    return any(d.year is not None and d.value[:10] == value for d in find_dates(page))


def _notes(metadata: PageMetadata) -> tuple[str, ...]:
    notes: list[str] = []
    if metadata.is_partly_shown:
        notes.append("The page says that its article is not free to read: a part may be missing.")
    if metadata.article_count > 1:
        notes.append(
            f"{metadata.article_count} articles stand on this page and are read as one, with one "
            "date. Give the page of each, so that each has its own."
        )
    return tuple(notes)

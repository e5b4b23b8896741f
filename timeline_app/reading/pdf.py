"""PDF documents, by pypdf; where each page begins is kept as a remark."""

import io
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.quiet import keep_quiet
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex

if TYPE_CHECKING:
    from pypdf import PdfReader as PypdfReader

_MAX_PAGES = 2_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")
_WRAP = re.compile(r"(?<=[^\s.!?:…”\"'])[ \t]*\n(?=[^\W\d_A-Z])")
_PAGE_BREAK = "\n\n"


class PdfReader:
    """Reads PDF documents; lines that a page breaks are joined again."""

    format_name = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    is_archive = False
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell whether the file begins as a PDF does."""
        return head.startswith(b"%PDF-")

    def count(self, file: InputFile) -> int:
        """Return one: a file is an article."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the one article. Raises ReadingError where there is no text in the pages."""
        content = file.read(limit=MAX_CONTAINER_BYTES)
        pdf = _opened(content, file.name)
        pages, notes = _pages(pdf, file.name)
        if not any(pages):
            raise ReadingError(
                f"{file.name}: no page of this PDF holds text; it seems to be scanned. "
                "Run text recognition (OCR) on it first."
            )
        metadata = pdf.metadata
        yield RawArticle(
            text=_PAGE_BREAK.join(pages),
            sha256=sha256_hex(content),
            title=(metadata.title or "").strip() if metadata else "",
            author=(metadata.author or "").strip() or None if metadata else None,
            guessed_date=_made(pdf),
            notes=notes,
        )


def _opened(content: bytes, name: str) -> "PypdfReader":
    import pypdf
    from pypdf.errors import PyPdfError

    keep_quiet("pypdf")
    try:
        pdf = pypdf.PdfReader(io.BytesIO(content))
        is_locked = pdf.is_encrypted and not pdf.decrypt("")
        page_count = 0 if is_locked else len(pdf.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise ReadingError(
            f"{name}: the PDF is damaged ({error}). Open it elsewhere and print it to a new file."
        ) from error
    if is_locked:
        raise ReadingError(f"{name}: the PDF needs a password. Save it without one.")
    if page_count > _MAX_PAGES:
        raise ReadingError(
            f"{name}: the PDF has {page_count} pages, above {_MAX_PAGES} none is read. Split it."
        )
    return pdf


def _pages(pdf: "PypdfReader", name: str) -> tuple[list[str], tuple[str, ...]]:
    """Return the text of every page, and remarks on where pages begin and which are empty."""
    pages: list[str] = []
    for number in range(len(pdf.pages)):
        pages.append(_page_text(pdf, number))
        if sum(map(len, pages)) > MAX_ARTICLE_BYTES:
            raise ReadingError(f"{name}: the PDF's text never ends. Split it.")
    notes = [f"Page {n} holds no text." for n, page in enumerate(pages, 1) if not page]
    if len(pages) > 1:
        lengths = (len(page) + len(_PAGE_BREAK) for page in pages[:-1])
        begins = ", ".join(map(str, accumulate(lengths, initial=0)))
        notes.insert(0, f"Its {len(pages)} pages begin at the characters {begins}.")
    return pages, tuple(notes)


def _page_text(pdf: "PypdfReader", number: int) -> str:
    """Return a page's text with words and sentences joined over line ends; "" if damaged."""
    try:
        text = pdf.pages[number].extract_text()
    except Exception:  # pypdf raises whatever a damaged page makes it stumble over
        return ""
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\0", "")
    return _WRAP.sub(" ", _HYPHEN.sub("", clean)).strip()


def _made(pdf: "PypdfReader") -> DctCandidate | None:
    """Return the day on which the file was made: it counts where nothing else does."""
    try:
        made = pdf.metadata.creation_date if pdf.metadata else None
    except (ValueError, TypeError, KeyError):
        return None
    if made is None:
        return None
    return DctCandidate(
        value=made.strftime("%Y-%m-%d"), source=DctSource.METADATA, evidence="PDF's creation date"
    )

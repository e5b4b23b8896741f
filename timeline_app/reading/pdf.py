"""PDF documents, by pypdf; where each page begins is kept as a remark."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_HEAD_BYTES = 1_024  # within which readers look for the mark of a PDF
_PAGE_BREAK = "\n\n"
_PLACEHOLDER = re.compile(
    r"[(\[]?(?:anonymous|unspecified|untitled|unknown|none|null)[)\]]?$"
    r"|Microsoft \w+ - |[^\s]+\.(?:docx?|odt|rtf|indd|qxd|pages|tex|dvi|ps|pdf|html?)$",
    re.IGNORECASE,
)


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
            raise _without_text(file.name, notes)
        facts = _facts(pdf)
        yield RawArticle(
            text=_PAGE_BREAK.join(pages),
            sha256=sha256_hex(content),
            title=facts.title,
            author=facts.author,
            guessed_date=facts.made,
            notes=notes,
        )


def _opened(content: bytes, name: str) -> "PypdfReader":
    import pypdf

    keep_quiet("pypdf")
    if b"%PDF-" not in content[:_HEAD_BYTES]:
        raise ReadingError(f"{name}: this is no PDF. Give the file its true suffix.")
    try:
        pdf = pypdf.PdfReader(io.BytesIO(content))
        is_locked = pdf.is_encrypted and not pdf.decrypt("")
        page_count = 0 if is_locked else len(pdf.pages)
    except Exception as error:  # pypdf raises whatever a damaged file makes it stumble over
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
    notes: list[str] = []
    for number in range(len(pdf.pages)):
        text = _page_text(pdf, number)
        if not text:
            lack = "is damaged and could not be read" if text is None else "holds no text"
            notes.append(f"Page {number + 1} {lack}.")
        pages.append(text or "")
        if sum(map(len, pages)) > MAX_ARTICLE_BYTES:
            raise ReadingError(f"{name}: the PDF's text never ends. Split it.")
    if len(pages) > 1:
        lengths = (len(page) + len(_PAGE_BREAK) for page in pages[:-1])
        begins = ", ".join(map(str, accumulate(lengths, initial=0)))
        notes.insert(0, f"Its {len(pages)} pages begin at the characters {begins}.")
    return pages, tuple(notes)


def _without_text(name: str, notes: tuple[str, ...]) -> ReadingError:
    if any("damaged" in note for note in notes):
        return ReadingError(
            f"{name}: the pages of this PDF are damaged, or ask for more than any page needs. "
            "Open it elsewhere and print it to a new file."
        )
    return ReadingError(
        f"{name}: no page of this PDF holds text; it seems to be scanned. "
        "Run text recognition (OCR) on it first."
    )


def _page_text(pdf: "PypdfReader", number: int) -> str | None:
    """Return a page's text with words and sentences joined over line ends; None if damaged."""
    try:
        text = pdf.pages[number].extract_text()
    except Exception:  # pypdf raises whatever a damaged page makes it stumble over
        return None
    clean = _clean(text).replace("\r\n", "\n")
    return _WRAP.sub(" ", _HYPHEN.sub("", clean)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What a PDF says of itself; `made` counts where nothing else dates the article."""

    title: str = ""
    author: str | None = None
    made: DctCandidate | None = None


def _facts(pdf: "PypdfReader") -> _Facts:
    try:
        stated = pdf.metadata
        made = stated.creation_date if stated else None
        title, author = (stated.title, stated.author) if stated else (None, None)
    except Exception:  # as above
        return _Facts()
    return _Facts(
        title=_stated(title),
        author=_stated(author) or None,
        made=_candidate(f"{made:%Y-%m-%d}") if made is not None and made.year >= 1000 else None,
    )


def _stated(value: object) -> str:
    """Return what a person wrote; "" for what programs put in where nobody did."""
    text = _clean(str(value or "")).strip()
    return "" if _PLACEHOLDER.match(text) else text


def _candidate(value: str) -> DctCandidate:
    return DctCandidate(value=value, source=DctSource.METADATA, evidence="PDF's creation date")


def _clean(text: str) -> str:
    """Return text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")

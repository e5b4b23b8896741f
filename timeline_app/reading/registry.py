"""Every format that can be read, and the way from a path to documents."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError
from timeline_app.reading.archive import ARCHIVE_SUFFIX, members
from timeline_app.reading.assembly import assemble
from timeline_app.reading.bibliography import BIBLIOGRAPHY_SUFFIXES, entries
from timeline_app.reading.csv_articles import CsvReader
from timeline_app.reading.dateline import argument_candidate
from timeline_app.reading.docx import DocxReader
from timeline_app.reading.epub import EpubReader
from timeline_app.reading.feed import FeedReader
from timeline_app.reading.html import HtmlReader
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.json_lines import JsonLinesReader
from timeline_app.reading.mail import MailboxReader, MailReader, SavedPageReader
from timeline_app.reading.markdown import MarkdownReader
from timeline_app.reading.pdf import PdfReader
from timeline_app.reading.plain_text import PlainTextReader
from timeline_app.reading.reader import OnError, RawArticle, Reader, nothing_in, sha256_hex
from timeline_app.reading.timeml import TimemlReader
from timeline_app.reading.warc import WarcReader

READERS: tuple[Reader, ...] = (
    MarkdownReader(),
    HtmlReader(),
    JsonLinesReader(),
    PdfReader(),
    DocxReader(),
    EpubReader(),
    MailReader(),
    MailboxReader(),
    SavedPageReader(),
    FeedReader(),
    TimemlReader(),
    CsvReader(),
    WarcReader(),
    PlainTextReader(),
)
"""Plain text stands last: it is what is tried where no other format fits."""


_NAMED_ONLY = frozenset({".json"})
"""Suffixes of too many other things: such a file is read only where it is named itself."""

_NO_ARTICLES = frozenset({"README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING"})


def read_path(
    path: Path,
    *,
    dct: str | None = None,
    force_dct: bool = False,
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Yield the articles of a file in its order.

    `dct` (`YYYY-MM-DD`) dates articles that state no date; with `force_dct` it dates all.
    Raises ReadingError where the file cannot be read. An article of an archive that cannot be
    read is told to `on_error` and the next is read; without `on_error` it is raised.
    """
    file = InputFile.of_path(path)
    yield from read_input(file, dct=dct, force_dct=force_dct, on_error=on_error)


def read_input(
    file: InputFile,
    *,
    dct: str | None = None,
    force_dct: bool = False,
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Yield the articles of a file, or of bytes that came without one, as `read_path`."""
    argument = argument_candidate(dct) if dct is not None else None
    told = _Told(on_error or _raise)
    for part in expanded(file, told):
        try:
            for article in _reader_of(part).read(part, told):
                told.is_any = True
                yield assemble(article, part, argument=argument, is_forced=force_dct)
        except ReadingError as error:
            if part is file:
                raise
            told(error)
    if not told.is_any:
        raise nothing_in(file.name)


class _Told:
    """Knows whether anything came of a file: silence would be an article lost."""

    def __init__(self, on_error: OnError) -> None:
        self._on_error = on_error
        self.is_any = False

    def __call__(self, error: ReadingError) -> None:
        self.is_any = True
        self._on_error(error)


def expanded(file: InputFile, on_error: OnError) -> Iterator[InputFile]:
    """Yield what a ZIP archive or a bibliography holds, the file itself where it is neither.

    Raises ReadingError where it cannot be used; a part that cannot goes to `on_error`.
    """
    if file.suffix in BIBLIOGRAPHY_SUFFIXES:
        yield from entries(file, on_error)
        return
    if file.suffix != ARCHIVE_SUFFIX:
        yield file
        return
    for member in members(file, known_suffixes() - _NAMED_ONLY):
        if member.suffix == ARCHIVE_SUFFIX or member.suffix in BIBLIOGRAPHY_SUFFIXES:
            on_error(ReadingError(f"{member.name}: collections inside archives are not read."))
        else:
            yield member


def read_pasted_text(text: str, *, name: str, dct: str | None = None) -> Document:
    """Return the article that a person pasted; `dct` dates it where it states no date itself.

    Raises ReadingError where the text is empty.
    """
    if not text.strip():
        raise ReadingError(f"{name}: the text is empty. Paste the article's text.")
    content = text.encode("utf-8", errors="replace")
    article = RawArticle(text=content.decode("utf-8"), sha256=sha256_hex(content))
    argument = argument_candidate(dct) if dct is not None else None
    file = InputFile(name=name, content=content)
    return assemble(article, file, argument=argument, is_forced=False)


def is_collection(file: InputFile) -> bool:
    """Tell whether a file lists others: a ZIP archive, a bibliography."""
    return file.suffix == ARCHIVE_SUFFIX or file.suffix in BIBLIOGRAPHY_SUFFIXES


def is_archive(file: InputFile) -> bool:
    """Tell whether a file may hold many articles. Raises ReadingError where it is not there."""
    return _reader_of(file).is_archive


def needs_guard(file: InputFile) -> bool:
    """Tell whether a file may ask for endless time or memory: by its format or size."""
    return file.is_large or _reader_of(file).needs_guard


def count_articles(file: InputFile) -> int:
    """Return how many articles a file holds, as far as its format tells without reading them."""
    reader = _reader_of(file)
    return reader.count(file) if reader.is_archive else 1


def article_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that paths name: files as they are, folders with all articles below them.

    Folders are walked by name, hidden files and folders and the readmes of collections left
    out, with only the suffixes of known formats; links to folders are not followed.
    """
    for path in paths:
        if path.is_dir():
            yield from (file for file in _below(path) if _is_named_as_article(file))
        else:
            yield path


def other_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files in folders whose suffix is of no format, which `article_files` leaves out."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in _below(path) if not _is_named_as_article(file))


def _is_named_as_article(file: Path) -> bool:
    return file.suffix.lower() in known_suffixes() - _NAMED_ONLY


def known_suffixes() -> frozenset[str]:
    """Return the file name suffixes of all formats."""
    formats = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
    return formats | {ARCHIVE_SUFFIX} | BIBLIOGRAPHY_SUFFIXES


def _below(folder: Path) -> Iterator[Path]:
    try:
        children = sorted(folder.iterdir())
    except OSError:
        return
    for child in children:
        if child.name.startswith(".") or child.stem.upper() in _NO_ARTICLES:
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _below(child)
        elif child.is_file():
            yield child


def _reader_of(file: InputFile) -> Reader:
    """Return the reader that a file's name asks for, else the one that its content does."""
    for reader in READERS:
        if file.suffix in reader.suffixes:
            return reader
    head = file.head()
    return next(reader for reader in READERS if reader.recognises(head))


def _raise(error: ReadingError) -> None:
    raise error

"""Tables of articles (CSV, TSV): one row an article, columns found by their names."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.errors import ReadingError
from timeline_app.reading.decoding import decode
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, MAX_CONTAINER_BYTES, InputFile
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, nothing_in, sha256_hex
from timeline_app.reading.shown_name import shown_name

_NAMES: Mapping[str, Sequence[str]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "maintext"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "publish_date", "pubdate", "published_at", "datetime"),
    "url": ("url", "link", "address", "href"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "site"),
    "author": ("author", "authors", "byline", "creator"),
    "id": ("id", "identifier", "key"),
}
_DELIMITERS = (",", ";", "\t", "|")


class CsvReader:
    """Reads tables of articles."""

    format_name = "table of articles"
    suffixes: tuple[str, ...] = (".csv", ".tsv")
    is_archive = True
    needs_guard = True

    def recognises(self, head: bytes) -> bool:
        """Tell that a table is known by its name alone: any text may hold commas."""
        return False

    def count(self, file: InputFile) -> int:
        """Return one: rows cannot be told from lines without reading them."""
        return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the rows as articles; a row without text is told to `on_error` by its number.

        Raises ReadingError where no column holds texts.
        """
        text = decode(file.read(limit=MAX_CONTAINER_BYTES), file.name).text.removeprefix("\ufeff")
        csv.field_size_limit(MAX_ARTICLE_BYTES)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        columns = _columns(next(rows, []), file.name)
        number = 1
        while True:
            number += 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                on_error(ReadingError(f"{file.name}#{number}: the row is damaged ({error})."))
                continue
            article = _article(row, columns, number)
            if article is not None:
                yield article
            elif any(row):
                on_error(nothing_in(f"{file.name}#{number}"))


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _columns(header: Sequence[str], name: str) -> Mapping[str, int]:
    """Return where each field stands, by the header's names."""
    known = {
        cell.strip().lower().replace(" ", "_"): at for at, cell in reversed([*enumerate(header)])
    }
    columns = {
        field: next((known[n] for n in names if n in known), -1) for field, names in _NAMES.items()
    }
    if columns["text"] < 0:
        raise ReadingError(
            f"{name}: no column of this table holds the articles' text. "
            f"Name it “text” in the first row, beside title, published, url and source."
        )
    return columns


def _article(row: Sequence[str], columns: Mapping[str, int], number: int) -> RawArticle | None:
    def cell(field: str) -> str:
        at = columns[field]
        return row[at].strip() if 0 <= at < len(row) else ""

    text = row[columns["text"]] if columns["text"] < len(row) else ""
    if not text.strip():
        return None
    return RawArticle(
        text=text,
        sha256=sha256_hex(text.encode("utf-8")),
        part=shown_name(cell("id")) or str(number),
        title=cell("title"),
        outlet=cell("source") or None,
        url=cell("url") or None,
        author=cell("author") or None,
        dates=metadata_dates(cell("published"), "published"),
    )

"""Archives of articles, one JSON object a line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import MAX_ARTICLE_BYTES, InputFile, too_large
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.reader import OnError, RawArticle, sha256_hex
from timeline_app.reading.shown_name import shown_name

_SURROGATES = re.compile("[\ud800-\udfff]")
_BOM = b"\xef\xbb\xbf"


class JsonLinesReader:
    """Reads `.jsonl` archives line by line; the text is taken to the character."""

    format_name = "JSON Lines"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    is_archive = True
    needs_guard = False

    def recognises(self, head: bytes) -> bool:
        """Tell whether the first line is an object with a text."""
        first = head.split(b"\n", 1)[0].lstrip(_BOM)
        return first.startswith(b"{") and b'"text"' in first

    def count(self, file: InputFile) -> int:
        """Return the number of lines that hold something."""
        try:
            with file.opened() as stream:
                return sum(1 for line in _lines(stream) if line.strip())
        except ReadingError:  # told when the file is read
            return 1

    def read(self, file: InputFile, on_error: OnError) -> Iterator[RawArticle]:
        """Yield the articles; a bad line is told to `on_error` by its number."""
        is_any = False
        with file.opened() as stream:
            for number, line in enumerate(_lines(stream), start=1):
                if not line.strip():
                    continue
                is_any = True
                try:
                    yield _article(line, number, file.name)
                except ReadingError as error:
                    on_error(error)
        if not is_any:
            raise ReadingError(f"{file.name}: the file is empty. Put one JSON object on each line.")


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines, each cut one byte above the limit: memory stays bounded."""
    is_first = True
    while line := stream.readline(MAX_ARTICLE_BYTES + 1):
        rest = line
        while len(line) > MAX_ARTICLE_BYTES and rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_ARTICLE_BYTES)
        yield line.removeprefix(_BOM) if is_first else line
        is_first = False


def _article(line: bytes, number: int, name: str) -> RawArticle:
    where = f"{name}#{number}"
    if len(line) > MAX_ARTICLE_BYTES:
        raise too_large(where, MAX_ARTICLE_BYTES)
    fields = _parsed(line, where)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReadingError(f'{where}: the line has no "text". Give each article its text.')
    text, notes = _encodable(text)
    identity = fields.get("id")
    return RawArticle(
        text=text,
        sha256=sha256_hex(text.encode("utf-8")),
        part=shown_name(str(identity)) if identity not in (None, "") else str(number),
        title=_field(fields, "title") or "",
        outlet=_field(fields, "source"),
        url=_field(fields, "url"),
        author=_field(fields, "author"),
        dates=metadata_dates(_field(fields, "published") or "", "published"),
        notes=notes,
    )


def _parsed(line: bytes, where: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"{where}: the line is no JSON ({error}). Mend or remove it.") from error
    if not isinstance(fields, dict):
        raise ReadingError(f"{where}: the line is no JSON object. Mend or remove it.")
    return fields


def _encodable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without lone surrogates, which no file can hold; lengths stay the same."""
    clean = _SURROGATES.sub("\ufffd", text)
    if clean == text:
        return text, ()
    return clean, ("Some characters of the archive are damaged; each is shown as \ufffd.",)


def _field(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return _encodable(value)[0].strip() or None if isinstance(value, str) else None

"""Exports of reference managers (RIS, CSL-JSON): each entry with its attached file or abstract."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline_app.errors import ReadingError
from timeline_app.reading.citation import Citation
from timeline_app.reading.decoding import decode
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.reader import OnError
from timeline_app.reading.shown_name import shown_name

BIBLIOGRAPHY_SUFFIXES = frozenset({".ris", ".json"})

_RIS_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)$")
_RIS_DATE = re.compile(r"(?P<year>\d{4})(?P<sep>[/-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})")
_MAX_ENTRIES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One entry: what it cites, its abstract, and the files that it names."""

    identity: str
    citation: Citation
    abstract: str
    files: tuple[str, ...]


def entries(file: InputFile, on_error: OnError) -> Iterator[InputFile]:
    """Yield the articles of a bibliography: attached files, else abstracts.

    An entry that has neither is told to `on_error`. Files are looked for beside the bibliography
    and below it, nowhere else. Raises ReadingError where it is no bibliography.
    """
    text = decode(file.read(), file.name).text.removeprefix("\ufeff")
    found = _csl_entries(text, file.name) if file.suffix == ".json" else _ris_entries(text)
    number = 0
    for number, entry in enumerate(found, start=1):
        article = _article(entry, file, number)
        if article is not None:
            yield article
        else:
            on_error(
                ReadingError(
                    f"{file.name}#{entry.identity or number}: the entry has neither a text nor a "
                    "file that is here. Export the library with its files."
                )
            )
    if number == 0:
        raise ReadingError(f"{file.name}: this bibliography has no entry.")


def _article(entry: _Entry, file: InputFile, number: int) -> InputFile | None:
    attached = next((p for name in entry.files if (p := _beside(name, file)) is not None), None)
    if attached is not None:
        return replace(InputFile.of_path(attached), citation=entry.citation)
    if not entry.abstract.strip():
        return None
    name = f"{file.name}#{shown_name(entry.identity) or number}"
    content = entry.abstract.encode("utf-8", "replace")
    return InputFile(name=name, content=content, citation=entry.citation)


def _beside(name: str, file: InputFile) -> Path | None:
    """Return an attached file that lies in the bibliography's folder or below it."""
    if file.path is None or "\0" in name:
        return None
    folder = file.path.parent.resolve()
    try:
        place = (folder / name.removeprefix("file://")).resolve()
        is_here = place.is_relative_to(folder) and place.is_file()
    except (OSError, ValueError):
        return None
    return place if is_here else None


def _ris_entries(text: str) -> Iterator[_Entry]:
    fields: dict[str, list[str]] = {}
    tag = ""
    for line in text.splitlines():
        match = _RIS_LINE.match(line)
        if match is None:
            if tag:  # a value goes on over the line's end
                fields[tag][-1] += f"\n{line.strip()}"
            continue
        tag = match["tag"]
        if tag == "ER":
            yield _ris_entry(fields)
            fields, tag = {}, ""
        else:
            fields.setdefault(tag, []).append(match["value"].strip())
    if fields:
        yield _ris_entry(fields)


def _ris_entry(fields: Mapping[str, Sequence[str]]) -> _Entry:
    def first(*tags: str) -> str:
        return next((fields[tag][0].strip() for tag in tags if tag in fields), "")

    date = _RIS_DATE.match(first("DA", "Y1", "PY"))
    citation = Citation(
        title=first("TI", "T1"),
        outlet=first("T2", "JO", "JF", "PB"),
        url=first("UR"),
        author=", ".join([*fields.get("AU", ()), *fields.get("A1", ())]),
        published=f"{date['year']}-{date['month']:0>2}-{date['day']:0>2}" if date else "",
    )
    files = ";".join([*fields.get("L1", ()), *fields.get("L2", ())]).split(";")
    return _Entry(
        identity=first("ID"),
        citation=citation,
        abstract=first("AB", "N2"),
        files=tuple(filter(None, files)),
    )


def _csl_entries(text: str, name: str) -> Iterator[_Entry]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"{name}: the JSON is damaged ({error}). Export it again.") from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ReadingError(
            f"{name}: this JSON is no list of references (CSL-JSON). For articles, write one JSON "
            "object a line into a .jsonl file."
        )
    return map(_csl_entry, items[:_MAX_ENTRIES])


def _csl_entry(item: Mapping[str, Any]) -> _Entry:
    def text(key: str) -> str:
        value = item.get(key)
        return value if isinstance(value, str) else ""

    citation = Citation(
        title=text("title"),
        outlet=text("container-title") or text("publisher"),
        url=text("URL"),
        author=", ".join(_csl_names(item.get("author"))),
        published=_csl_date(item.get("issued")),
    )
    attachments = item.get("attachments")
    named = attachments if isinstance(attachments, list) else []
    files = [a.get("path") for a in named if isinstance(a, dict)]
    return _Entry(
        identity=str(item.get("id") or ""),
        citation=citation,
        abstract=text("abstract"),
        files=tuple(name for name in files if isinstance(name, str)),
    )


def _csl_names(authors: object) -> Iterator[str]:
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict):
            parts = (author.get(key) for key in ("given", "family", "literal"))
            yield " ".join(part for part in parts if isinstance(part, str))


def _csl_date(issued: object) -> str:
    """Return the day of `date-parts` [[2015, 11, 26]], else as written; "" without a day."""
    written = issued.get("raw") or issued.get("literal") if isinstance(issued, dict) else None
    if isinstance(written, str):
        return written
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or len(first) != 3:
        return ""
    return "-".join(str(part).zfill(2) for part in first)

"""A chronology as a DOCX document: a table of events, and the sources numbered beneath it."""

import io
import re

import docx

from timeline_app.operations.writers.chronology import Chronology, Entry, Written
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_docx(chronology: Chronology) -> Written:
    """Write the document; every event carries the numbers of its sources."""
    document = docx.Document()
    document.add_heading(_clean(chronology.title), level=0)
    table = document.add_table(rows=1, cols=2)
    table.style = "Light List"
    for cell, heading in zip(table.rows[0].cells, ("When", "What"), strict=True):
        cell.text = heading
    notes: list[str] = []
    for entry in chronology.entries:
        first = len(notes) + 1
        notes += [_note(entry, index) for index in range(len(entry.citations))]
        cells = table.add_row().cells
        cells[0].text = date_words(entry.event.time)
        cells[1].text = _what(entry, range(first, len(notes) + 1))
    document.add_heading("Sources", level=1)
    for number, note in enumerate(notes, start=1):
        document.add_paragraph(f"[{number}] {note}")
    out = io.BytesIO()
    document.save(out)
    return Written(content=out.getvalue())


def _what(entry: Entry, numbers: range) -> str:
    event = entry.event
    status = "" if event.modality.value == "actual" else f" ({event.modality.value})"
    rivals = "; ".join(date_words(rival) for rival in event.rival_times)
    dispute = f" Reports disagree; other dates: {rivals}." if rivals else ""
    marks = "".join(f" [{number}]" for number in numbers)
    return _clean(f"{event.title}{status}{marks}{dispute}")


def _note(entry: Entry, index: int) -> str:
    citation = entry.citations[index]
    return _clean(f"“{citation.quote}” {source_words(citation)}. {how_dated(citation)}")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)

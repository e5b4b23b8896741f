"""A chronology as a DOCX document: a table of events with footnoted sources."""

import io
import re

import docx

from timeline_app.operations.writers.chronology import Chronology, Entry, Written
from timeline_app.operations.writers.footnotes import Footnotes
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_docx(chronology: Chronology) -> Written:
    """Write the document; every event carries its sources as footnotes."""
    document = docx.Document()
    document.add_heading(_clean(chronology.title), level=0)
    table = document.add_table(rows=1, cols=2)
    table.style = "Light List"
    for cell, heading in zip(table.rows[0].cells, ("When", "What"), strict=True):
        cell.text = heading
    footnotes = Footnotes()
    for entry in chronology.entries:
        cells = table.add_row().cells
        cells[0].text = date_words(entry.event.time)
        cells[1].text = _what(entry)
        for index in range(len(entry.citations)):
            footnotes.add(cells[1].paragraphs[0], _note(entry, index))
    footnotes.attach(document)
    out = io.BytesIO()
    document.save(out)
    return Written(content=out.getvalue())


def _what(entry: Entry) -> str:
    event = entry.event
    status = "" if event.modality.value == "actual" else f" ({event.modality.value})"
    rivals = "; ".join(date_words(rival) for rival in event.rival_times)
    dispute = f" Reports disagree; other dates: {rivals}." if rivals else ""
    note = f" {event.note}" if event.note else ""
    return _clean(" ".join(f"{event.title}{status}.{dispute}{note}".split()))


def _note(entry: Entry, index: int) -> str:
    citation = entry.citations[index]
    return _clean(f"“{citation.quote}” {source_words(citation)}. {how_dated(citation)}")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)

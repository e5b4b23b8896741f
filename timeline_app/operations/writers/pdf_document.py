"""A chronology as PDF: a row for each event, and the sources as numbered notes linked both ways.

The font is embedded (DejaVu Sans: Latin, Greek, Cyrillic, Arabic, Hebrew and more); what it lacks
is taken from fonts of this computer, and the file says where none has it. Letters are joined and
lines run as their script wants. No clock and no random number goes in: the same events give the
same file on the same computer.
"""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime

from fpdf.enums import XPos, YPos

from timeline_app.operations.writers.chronology import Chronology, Citation, Entry, Written
from timeline_app.operations.writers.pdf_page import MARGIN_MM, MISSING, Ink, Sheet
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_WHEN_WIDTH_MM = 44
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same for every file, so that files can be compared


def write_pdf(chronology: Chronology) -> Written:
    """Write the document."""
    sheet = Sheet(frozenset(" ".join(" ".join(_texts(chronology)).split())))
    sheet.set_title(chronology.title)
    sheet.set_creator("timeline_app")
    sheet.set_lang("en")
    sheet.set_creation_date(_MADE)
    remarks = _remarks(sheet)
    _write_story(sheet, chronology, remarks)
    return Written(content=bytes(sheet.output()), remarks=remarks)


def _write_story(sheet: Sheet, chronology: Chronology, remarks: tuple[str, ...]) -> None:
    sheet.add_page()
    sheet.paragraph(chronology.title or "Chronology", size=18, bold=True)
    counts = f"{len(chronology.entries)} events from {len(chronology.articles)} articles"
    sheet.paragraph(counts, size=9, ink=Ink.SOFT)
    sheet.ln(3)
    notes = [citation for entry in chronology.entries for citation in entry.citations]
    links = _Links(sheet, len(notes))
    first = 0
    for entry in chronology.entries:
        _write_event(sheet, entry, range(first, first + len(entry.citations)), links)
        first += len(entry.citations)
    if notes:
        sheet.ln(5)
        sheet.paragraph("Sources", size=13, bold=True)
    for number, citation in enumerate(notes):
        _write_note(sheet, number, citation, links)
    for remark in remarks:
        sheet.ln(1)
        sheet.paragraph(remark, size=8, ink=Ink.SOFT)


class _Links:
    """The places of notes and of the marks that lead to them."""

    def __init__(self, sheet: Sheet, count: int) -> None:
        self._sheet = sheet
        self.notes = [sheet.add_link() for _ in range(count)]
        self.marks = [sheet.add_link() for _ in range(count)]

    def stand_here(self, link: int) -> None:
        """Let a link lead to the present line."""
        self._sheet.set_link(link, y=self._sheet.get_y(), page=self._sheet.page)


def _write_event(sheet: Sheet, entry: Entry, numbers: range, links: _Links) -> None:
    sheet.begin_row()
    top, page = sheet.get_y(), sheet.page
    sheet.style(size=9, bold=True)
    sheet.multi_cell(
        _WHEN_WIDTH_MM - 2,
        sheet.line_mm,
        sheet.shown(date_words(entry.event.time)),
        align="L",
        new_x=XPos.LMARGIN,
        new_y=YPos.NEXT,
    )
    bottom = sheet.get_y() if sheet.page == page else top
    sheet.page, sheet.y = page, top
    sheet.set_left_margin(MARGIN_MM + _WHEN_WIDTH_MM)
    _write_what(sheet, entry, numbers, links)
    sheet.set_left_margin(MARGIN_MM)
    sheet.end_row(bottom if sheet.page == page else 0)


def _write_what(sheet: Sheet, entry: Entry, numbers: range, links: _Links) -> None:
    event = entry.event
    sheet.style(size=9)
    sheet.flow(event.title)
    if event.modality.value != "actual":
        sheet.flow(f" ({event.modality.value})")
    if event.rival_times:
        rivals = "; ".join(date_words(rival) for rival in event.rival_times)
        sheet.flow(f" Reports disagree; other dates: {rivals}.")
    for number in numbers:
        links.stand_here(links.marks[number])
        sheet.part(" ")
        sheet.flow(str(number + 1), link=links.notes[number], is_raised=True)
    sheet.end_line()
    if event.note:
        sheet.flow(event.note)
        sheet.end_line()


def _write_note(sheet: Sheet, number: int, citation: Citation, links: _Links) -> None:
    sheet.style(size=8)
    sheet.ensure_lines(1)
    links.stand_here(links.notes[number])
    sheet.flow(str(number + 1), link=links.marks[number])
    sheet.flow(". ")
    sheet.flow(f"“{citation.quote}”")
    sheet.part(" ")
    sheet.flow(source_words(citation), link=citation.article.url or None)
    sheet.part(". ")
    sheet.flow(how_dated(citation))
    sheet.end_line()
    sheet.ln(1)


def _remarks(sheet: Sheet) -> tuple[str, ...]:
    """Return what a reader must know of characters that this file cannot show."""
    if not sheet.missing:
        return ()
    scripts = ", ".join(sorted({_script(c) for c in sheet.missing}))
    return (
        f"“{MISSING}” stands for characters that no font of this computer has ({scripts}). Install "
        "a font that has them, or write a Word document or a page (HTML), which show them.",
    )


def _script(character: str) -> str:
    """Return the first word of a character's name, which names its script."""
    return unicodedata.name(character, "unnamed").split()[0].capitalize()


def _texts(chronology: Chronology) -> Iterator[str]:
    yield chronology.title
    for entry in chronology.entries:
        yield from (entry.event.title, entry.event.note)
        for citation in entry.citations:
            yield from (citation.quote, source_words(citation), how_dated(citation))

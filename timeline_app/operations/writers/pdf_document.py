"""A chronology as PDF: a table of events, and the sources as numbered notes linked both ways.

The font is embedded (DejaVu Sans: Latin, Greek, Cyrillic and more); the file says where it lacks
characters. No clock and no random number goes in: the same events give the same file.
"""

import io
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from timeline_app.operations.writers.chronology import Chronology, Citation, Entry, Written
from timeline_app.operations.writers.wording import date_words, how_dated, source_words
from timeline_app.paths import resources_dir

_SANS, _BOLD = "TimelineSans", "TimelineSans-Bold"
_INK, _SOFT, _LINE = HexColor(0x1D2330), HexColor(0x5B6472), HexColor(0xD9DDE4)
_MARGIN = 18 * mm
_WHEN_WIDTH = 44 * mm
_MISSING = "\N{REPLACEMENT CHARACTER}"


def write_pdf(chronology: Chronology) -> Written:
    """Write the document."""
    _register_fonts()
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=chronology.title,
        author="",
        creator="timeline_app",
        invariant=1,
        lang="en",
    )
    remarks = _remarks(chronology)
    story = list(_story(chronology, document.width, remarks))
    document.build(story, onFirstPage=_number_page, onLaterPages=_number_page)
    return Written(content=out.getvalue(), remarks=remarks)


@cache
def _register_fonts() -> None:
    fonts = resources_dir() / "fonts"
    pdfmetrics.registerFont(TTFont(_SANS, str(fonts / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont(_BOLD, str(fonts / "DejaVuSans-Bold.ttf")))
    pdfmetrics.registerFontFamily(_SANS, normal=_SANS, bold=_BOLD, italic=_SANS, boldItalic=_BOLD)


@cache
def _known_characters() -> frozenset[int]:
    _register_fonts()
    font = pdfmetrics.getFont(_SANS)
    assert isinstance(font, TTFont)
    return frozenset(font.face.charToGlyph)


def _style(
    size: float, *, font: str = _SANS, after: float = 0, soft: bool = False
) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}-{size}-{soft}",
        fontName=font,
        fontSize=size,
        leading=size * 1.35,
        textColor=_SOFT if soft else _INK,
        spaceAfter=after,
        splitLongWords=1,
    )


def _story(chronology: Chronology, width: float, remarks: tuple[str, ...]) -> Iterator[Flowable]:
    yield Paragraph(_shown(chronology.title) or "Chronology", _style(18, font=_BOLD, after=3))
    counts = f"{len(chronology.entries)} events from {len(chronology.articles)} articles"
    yield Paragraph(counts, _style(9, soft=True, after=8))
    notes: list[Citation] = []
    for entry in chronology.entries:
        first = len(notes) + 1
        notes += entry.citations
        yield _event_row(entry, range(first, len(notes) + 1), width)
    if notes:
        yield Paragraph(
            "Sources", ParagraphStyle("h", _style(13, font=_BOLD, after=4), spaceBefore=14)
        )
    for number, citation in enumerate(notes, start=1):
        yield Paragraph(_note(number, citation), _style(8, after=3))
    for remark in remarks:
        yield Paragraph(remark, _style(8, soft=True))


def _event_row(entry: Entry, numbers: range, width: float) -> Table:
    cells = [
        Paragraph(_shown(date_words(entry.event.time)), _style(9, font=_BOLD)),
        Paragraph(_what(entry, numbers), _style(9)),
    ]
    table = Table([cells], colWidths=[_WHEN_WIDTH, width - _WHEN_WIDTH], splitInRow=1)
    table.setStyle(
        [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE)]
    )
    return table


def _what(entry: Entry, numbers: range) -> str:
    event = entry.event
    status = "" if event.modality.value == "actual" else f" ({event.modality.value})"
    rivals = "; ".join(date_words(rival) for rival in event.rival_times)
    dispute = f" Reports disagree; other dates: {_shown(rivals)}." if rivals else ""
    note = f"<br/>{_shown(event.note)}" if event.note else ""
    marks = " ".join(
        f'<super><a name="mark{n}"/><a href="#note{n}" color="#0b62c4">{n}</a></super>'
        for n in numbers
    )
    return f"{_shown(event.title)}{status}{dispute} {marks}{note}"


def _note(number: int, citation: Citation) -> str:
    source = _shown(source_words(citation))
    if citation.article.url:
        source = f'<a href="{escape(citation.article.url)}" color="#0b62c4">{source}</a>'
    return (
        f'<a name="note{number}"/><a href="#mark{number}" color="#0b62c4">{number}</a>. '
        f"“{_shown(citation.quote)}” {source}. {_shown(how_dated(citation))}"
    )


def _shown(text: str) -> str:
    """Return a text as markup that shows it, characters that the font lacks replaced."""
    known = _known_characters()
    plain = " ".join(text.split())
    return escape("".join(c if ord(c) in known else _MISSING for c in plain))


def _remarks(chronology: Chronology) -> tuple[str, ...]:
    """Return what a reader must know of scripts that this file shows badly or not at all."""
    characters = {c for text in _texts(chronology) for c in " ".join(text.split())}
    remarks: list[str] = []
    if any(ord(c) not in _known_characters() for c in characters):
        remarks.append(
            f"“{_MISSING}” stands for characters that this file's font does not have. "
            "Write a Word document or a page (HTML), which show them."
        )
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in characters):
        remarks.append(
            "Scripts that are written from right to left are not laid out here. "
            "Write a Word document or a page (HTML), which do."
        )
    return tuple(remarks)


def _texts(chronology: Chronology) -> Iterator[str]:
    yield chronology.title
    for entry in chronology.entries:
        yield entry.event.title
        yield entry.event.note
        for citation in entry.citations:
            yield citation.quote
            yield source_words(citation)


def _number_page(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_SANS, 8)
    canvas.setFillColor(_SOFT)
    canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, str(document.page))

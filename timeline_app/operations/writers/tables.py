"""CSV and XLSX: one row an event, one row a mention.

CSV disarms cells that a spreadsheet would run as a formula (OWASP, "CSV Injection"); XLSX states
the cell type, so that nothing needs disarming there.
"""

import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from timeline_app.chrono.instant import stamp_text
from timeline_app.operations.export.csv_rows import csv_text
from timeline_app.operations.writers.chronology import Chronology, Entry, Written, split
from timeline_app.operations.writers.wording import date_words, how_dated

EVENT_COLUMNS = (
    "event", "date", "date_in_words", "begin_date", "end_date", "precision", "type", "status",
    "title", "participants", "places", "reports", "rival_dates", "confidence", "reviewed", "tags",
    "note", "participant_kinds",
)  # fmt: skip
MENTION_COLUMNS = (
    "event", "article", "outlet", "published", "url", "path", "date_phrase", "date", "quote",
    "trigger_begin", "trigger_end", "status", "attribution", "how_dated", "merge_reason", "sha256",
)  # fmt: skip
_NUMBERS = frozenset({"event", "reports", "confidence", "trigger_begin", "trigger_end"})
_CELL_LIMIT = 32_767  # characters in a cell: Excel specifications and limits


def write_events_csv(chronology: Chronology) -> Written:
    """Write one row an event."""
    rows = [EVENT_COLUMNS, *(event_row(entry) for entry in chronology.entries)]
    return Written(content=csv_text(rows).encode("utf-8-sig"))


def write_mentions_csv(chronology: Chronology) -> Written:
    """Write one row a mention."""
    rows = [MENTION_COLUMNS, *_all_mention_rows(chronology)]
    _, left_out = split(chronology, _no_mention)
    return Written(content=csv_text(rows).encode("utf-8-sig"), left_out=left_out)


def _no_mention(entry: Entry) -> str | None:
    return None if entry.citations else "no article tells of it, and this format has mentions only"


def write_xlsx(chronology: Chronology) -> Written:
    """Write a workbook with a sheet of events and a sheet of mentions."""
    book = Workbook(write_only=True)
    _fill(book, "Events", EVENT_COLUMNS, map(event_row, chronology.entries))
    _fill(book, "Mentions", MENTION_COLUMNS, _all_mention_rows(chronology))
    out = io.BytesIO()
    book.save(out)
    return Written(content=out.getvalue())


def event_row(entry: Entry) -> tuple[str, ...]:
    """Return the cells of one event, as EVENT_COLUMNS names them."""
    event, time = entry.event, entry.event.time
    return (
        str(event.id),
        entry.edtf,
        date_words(time),
        stamp_text(time.begin) if time and time.begin is not None else "",
        stamp_text(time.end) if time and time.end is not None else "",
        time.precision.value if time else "",
        event.type.value,
        event.modality.value,
        event.title,
        "; ".join(f"{p.name} ({p.role.value})" for p in event.participants),
        "; ".join(place.name for place in event.places),
        str(len({c.article.id for c in entry.citations})),
        "; ".join(date_words(rival) for rival in event.rival_times),
        f"{event.confidence:.2f}",
        "yes" if event.is_reviewed else "no",
        "; ".join(event.tags),
        event.note,
        "; ".join(p.kind.value for p in event.participants),
    )


def _all_mention_rows(chronology: Chronology) -> Iterator[tuple[str, ...]]:
    for entry in chronology.entries:
        yield from _mention_rows(entry)


def _mention_rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    for report, citation in zip(entry.event.reports, entry.citations, strict=True):
        article, mention = citation.article, citation.mention
        yield (
            str(entry.event.id),
            article.title,
            article.outlet or "",
            article.published or "",
            article.url or "",
            article.path,
            citation.date_phrase or "",
            date_words(mention.time),
            citation.quote,
            str(mention.trigger.begin),
            str(mention.trigger.end),
            mention.modality.value,
            "; ".join(source.name for source in mention.attribution),
            how_dated(citation),
            report.merge_reason,
            article.sha256,
        )


def _fill(
    book: Workbook, name: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]
) -> None:
    sheet = book.create_sheet(name)
    assert isinstance(sheet, WriteOnlyWorksheet)
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, column, "", bold=True) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, value, name) for name, value in zip(columns, row, strict=True)])


def _cell(sheet: WriteOnlyWorksheet, value: str, column: str, *, bold: bool = False) -> Cell:
    if column in _NUMBERS and value:
        return WriteOnlyCell(sheet, value=float(value) if "." in value else int(value))
    text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_CELL_LIMIT]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = TYPE_STRING
    if bold:
        cell.font = Font(bold=True)
    return cell

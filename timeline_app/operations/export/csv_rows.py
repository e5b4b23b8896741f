"""One row an event, for spreadsheets.

A cell that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, "CSV
Injection"); programs that read the file should take JSON Lines, which needs no such change.
"""

import csv
import io
import re
from collections.abc import Iterable

from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.instant import stamp_text

CSV_COLUMNS = (
    "path", "article", "outlet", "published", "id", "type", "subtype", "title", "date",
    "begin_date", "end_date", "precision", "date_basis", "date_phrase", "modality",
    "participants", "places", "attribution", "trigger", "sentence", "confidence",
    "explanation", "same_as",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?")


def csv_header() -> str:
    """Return the line of column names."""
    return csv_text([CSV_COLUMNS])


def csv_of_extraction(extraction: Extraction) -> str:
    """Return the rows of one document, without the header."""
    return csv_text(_row(extraction, mention) for mention in extraction.mentions)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as RFC 4180 text, with formulas disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return out.getvalue()


def disarmed(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a plain number stays one."""
    return f"'{cell}" if _needs_disarming(cell) else cell


def armed(cell: str) -> str:
    """Return the cell that `disarmed` was given."""
    return cell[1:] if cell.startswith("'") and _needs_disarming(cell[1:]) else cell


def _needs_disarming(cell: str) -> bool:
    """Tell whether an apostrophe is put before a cell: another one before one is, so too."""
    is_formula = cell.lstrip("'").startswith(_FORMULA_STARTS)
    return is_formula and _NUMBER.fullmatch(cell) is None


def _row(extraction: Extraction, mention: EventMention) -> tuple[str, ...]:
    document, time = extraction.document, mention.time
    phrases = {timex.id: timex.text for timex in extraction.timexes}
    return (
        document.path,
        document.title,
        document.outlet or "",
        document.dct.value[:10] if document.dct else "",
        mention.id,
        mention.type.value,
        mention.subtype,
        mention.title,
        edtf_text(time) if time else "",
        stamp_text(time.begin) if time and time.begin is not None else "",
        stamp_text(time.end) if time and time.end is not None else "",
        time.precision.value if time else "",
        mention.date_basis.value,
        phrases.get(mention.timex_id or "", ""),
        mention.modality.value,
        "; ".join(f"{p.name} ({p.role.value})" for p in mention.participants),
        "; ".join(place.name for place in mention.places),
        "; ".join(source.name for source in mention.attribution),
        mention.trigger.of(document.text),
        " ".join(mention.sentence.of(document.text).split()),
        f"{mention.confidence:.2f}",
        mention.explanation,
        mention.same_as or "",
    )

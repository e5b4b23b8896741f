"""Chronologies as tables in a terminal."""

import io
import shutil
import unicodedata
from collections.abc import Iterable

from rich.console import Console, OverflowMethod
from rich.table import Table
from rich.text import Text

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import Extraction
from timeline_app.operations.export.chronology import ChronologyLine, lines_of_extraction

_PIPE_WIDTH = 120
_COLUMNS = ("date", "type", "status", "event", "where", "said by")


def extraction_table(extraction: Extraction) -> str:
    """Return a document's heading and the table of its events."""
    lines = lines_of_extraction(extraction)
    undated = sum(1 for line in lines if line.begin >= 2**63)
    summary = f"{len(lines)} events, {undated} of them undated"
    return f"{_heading(extraction.document)}\n{chronology_table(lines)}{summary}\n"


def chronology_table(lines: Iterable[ChronologyLine], *, has_reporters: bool = False) -> str:
    """Return lines as a table as wide as the terminal; `has_reporters` adds who reports it."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, expand=True)
    for name in (*_COLUMNS, *(("reported by",) if has_reporters else ())):
        is_event = name == "event"
        overflow: OverflowMethod = "fold" if is_event else "ellipsis"
        ratio = _RATIOS.get(name)
        table.add_column(name, no_wrap=not is_event, overflow=overflow, ratio=ratio)
    for line in lines:
        cells = [line.date, line.type.value, line.status.value, line.title]
        cells += [line.places, line.said_by]
        table.add_row(*(Text(plain(c)) for c in (*cells, *([line.reported_by] * has_reporters))))
    return _rendered(table)


_RATIOS = {"event": 8, "where": 3, "said by": 4, "reported by": 5}


def plain(text: str) -> str:
    """Return text on one line, without characters that steer a terminal."""
    one_line = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf") else c for c in one_line)


def _heading(document: Document) -> str:
    dct = document.dct
    date = f"{dct.value[:10]} (from its {dct.source.value})" if dct else "no date"
    parts = [document.title, document.outlet or "", date, document.path]
    remarks = "".join(f"\n  ! {plain(note)}" for note in document.notes)
    return " · ".join(plain(part) for part in parts if part) + remarks


def _rendered(table: Table) -> str:
    """Return the table as text; in a pipe it is 120 columns wide and has no colours."""
    out = io.StringIO()
    width = shutil.get_terminal_size(fallback=(_PIPE_WIDTH, 24)).columns
    Console(file=out, width=max(60, width), highlight=False, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"

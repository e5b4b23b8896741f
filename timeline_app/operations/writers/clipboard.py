"""Events for the clipboard: as text, as an HTML table, and as JSON; the receiver takes its pick."""

from dataclasses import dataclass
from html import escape

from timeline_app.operations.writers.chronology import Chronology, Entry
from timeline_app.operations.writers.clean import clean_chronology
from timeline_app.operations.writers.machine_json import write_json
from timeline_app.operations.writers.wording import date_words, source_words

_HEADINGS = ("When", "What", "Type", "Status", "Who", "Where", "Sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipboardForms:
    """One chronology in three forms; `json` is that of the JSON export, without loss."""

    text: str
    html: str
    json: bytes


def clipboard_forms(chronology: Chronology) -> ClipboardForms:
    """Return the events in the forms that word processors, spreadsheets and programs take."""
    entries = clean_chronology(chronology).entries
    head = "".join(f"<th>{heading}</th>" for heading in _HEADINGS)
    return ClipboardForms(
        text="\n".join(map(_line, entries)),
        html=f"<table><tr>{head}</tr>{''.join(map(_row, entries))}</table>",
        json=write_json(chronology).content,
    )


def _line(entry: Entry) -> str:
    when, what, _, status, who, where, sources = _cells(entry)
    is_actual = status == "actual"
    parts = [f"{when}: {what}", "" if is_actual else f"({status})", who and f"— {who}"]
    parts += [where and f"— {where}", sources and f"[{sources}]"]
    return " ".join(part for part in parts if part)


def _row(entry: Entry) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in _cells(entry))
    return f"<tr>{cells}</tr>"


def _cells(entry: Entry) -> tuple[str, ...]:
    event = entry.event
    cells = (
        date_words(event.time),
        event.title,
        event.type.value.lower(),
        event.modality.value,
        ", ".join(participant.name for participant in event.participants),
        ", ".join(place.name for place in event.places),
        "; ".join(dict.fromkeys(source_words(citation) for citation in entry.citations)),
    )
    return tuple(" ".join(cell.split()) for cell in cells)

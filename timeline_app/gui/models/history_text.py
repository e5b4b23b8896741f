"""Edits in words: what stood there, and what stands there now."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import Instant, iso_text
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.storage import codec
from timeline_app.storage.history import HistoryEntry
from timeline_app.storage.patch import Cell, CellKind

_LONGEST = 80


def _tr(words: str) -> str:
    return QCoreApplication.translate("history", words)


_FIELDS = {
    "time": "date",
    "title": "title",
    "type": "type",
    "modality": "status",
    "participants": "who",
    "places": "where",
    "tags": "tags",
    "links": "links",
    "note": "note",
    "is_reviewed": "reviewed",
    "is_rejected": "rejected",
}
_COLUMNS = {"title": "title", "outlet": "outlet", "published": "publication date"}
_SWITCHES = frozenset({"is_reviewed", "is_rejected"})
_COUNTED = {CellKind.MEMBER: "{} reports moved", CellKind.MENTION: "{} reports read anew"}


def when_text(entry: HistoryEntry) -> str:
    """Return when an edit was made, to the minute."""
    return entry.made_at[:16].replace("T", " ")


def change_lines(entry: HistoryEntry) -> tuple[str, ...]:
    """Return what an edit changed, a line for each thing: "date: 24 Nov 2015 → 25 Nov 2015"."""
    lines = [line for cell in entry.changed if (line := _cell_text(cell))]
    for kind, count in Counter(cell.kind for cell in entry.changed).items():
        if kind in _COUNTED:
            lines.append(_tr(_COUNTED[kind]).format(count))
    return tuple(dict.fromkeys(lines))


def _cell_text(cell: Cell) -> str:
    field = str(cell.key[-1])
    if cell.kind is CellKind.FIELD and field in _FIELDS:
        name = _tr(_FIELDS[field])
        unset = _tr("no") if field in _SWITCHES else _tr("as reported")
    elif cell.kind is CellKind.DOCUMENT and field in _COLUMNS:
        name, unset = _tr(_COLUMNS[field]), _tr("nothing")
    elif field == "is_removed":
        return _tr("taken out") if cell.after not in (None, "0") else _tr("brought back")
    else:
        return ""
    before, after = (
        unset if value is None else _value_text(field, value) for value in (cell.before, cell.after)
    )
    return f"{name}: {before} → {after}"


def _value_text(field: str, value: str) -> str:
    plain = json.loads(value)
    if field == "published":
        return "" if plain is None else _published(plain)
    words = _WORDS.get(field, _plain_text)(plain) or _tr("nothing")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _published(plain: Any) -> str:
    return iso_text(Instant(int(plain)))[:10]


def _time(plain: Any) -> str:
    return time_text(None if plain is None else codec.from_plain(EventTime, plain))


def _names(plain: Any) -> str:
    return ", ".join(str(one.get("name", "")) for one in plain)


def _links(plain: Any) -> str:
    return ", ".join(f"{one.get('kind', '')} #{one.get('to', '')}" for one in plain)


def _yes(plain: Any) -> str:
    return _tr("yes") if plain else _tr("no")


def _plain_text(plain: Any) -> str:
    return ", ".join(map(str, plain)) if isinstance(plain, list) else str(plain)


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "time": _time,
    "type": lambda plain: type_text(EventType(plain)),
    "modality": lambda plain: status_text(Modality(plain)),
    "participants": _names,
    "places": _names,
    "links": _links,
    "is_reviewed": _yes,
    "is_rejected": _yes,
}

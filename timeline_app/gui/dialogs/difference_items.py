"""What a new reading of an article would change, as lines that can be refused."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidgetItem

from timeline_app.annotation.mention import EventMention
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.operations.reextract import Difference, Fate

_LINE = Qt.ItemDataRole.UserRole
_FIELDS = {
    "type": "type",
    "title": "title",
    "time": "date",
    "modality": "status",
    "participants": "who",
    "places": "where",
    "attribution": "who says so",
}
_WORDS = {Fate.CHANGED: "changes", Fate.GONE: "lost its place", Fate.NEW: "new"}


def _tr(words: str) -> str:
    return QCoreApplication.translate("new reading", words)


def difference_item(one: Difference) -> QTreeWidgetItem:
    """Return a line of three columns (event, fate, old → new), ticked where it is to be made."""
    fate = _tr(_WORDS[one.fate])
    edited = _tr(", edited by you") if one.is_edited else ""
    item = QTreeWidgetItem([_title(one), fate + edited, _from_to(one)])
    for column in (0, 2):
        item.setToolTip(column, item.text(column))
    is_kept = one.is_refused_at_first
    item.setCheckState(0, Qt.CheckState.Unchecked if is_kept else Qt.CheckState.Checked)
    item.setData(0, _LINE, one.id)
    return item


def refused_of(items: Iterable[QTreeWidgetItem]) -> list[str]:
    """Return the ids of the lines that are not ticked."""
    unticked = [one for one in items if one.checkState(0) is Qt.CheckState.Unchecked]
    return [str(one.data(0, _LINE)) for one in unticked]


def _title(one: Difference) -> str:
    mention = one.old or one.new
    return "" if mention is None else mention.title


def _from_to(one: Difference) -> str:
    if one.old is None or one.new is None:
        mention = one.old or one.new
        return "" if mention is None else time_text(mention.time)
    parts = []
    for name in one.fields:
        old, new = _field(one.old, name), _field(one.new, name)
        words = f"{old} → {new}" if old != new else _tr("other words stand for it")
        parts.append(f"{_tr(_FIELDS[name])}: {words}")
    return "; ".join(parts)


def _field(mention: EventMention, name: str) -> str:
    match name:
        case "time":
            return time_text(mention.time)
        case "type":
            return type_text(mention.type)
        case "modality":
            return status_text(mention.modality)
        case "title":
            return f"“{mention.title}”"
    return ", ".join(one.name for one in getattr(mention, name)) or "–"

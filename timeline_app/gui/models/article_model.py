"""The library's articles as a list, and one line about each."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from timeline_app.annotation.ids import DocumentId
from timeline_app.gui.models.time_text import day_text
from timeline_app.gui.overriding import override
from timeline_app.storage.document_row import DocumentRow

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def _tr(text: str) -> str:
    return QCoreApplication.translate("articles", text)


class ArticleRole(IntEnum):
    """The model's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    CAPTION = Qt.ItemDataRole.UserRole + 2
    FLAG = Qt.ItemDataRole.UserRole + 3


class ArticleModel(QAbstractListModel):
    """Articles, earliest first, those without a date last; a search lists some of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DocumentRow] = ()
        self._by_id: dict[DocumentId, DocumentRow] = {}
        self._listed: Sequence[DocumentRow] = ()
        self._places: dict[DocumentId, int] = {}

    @property
    def rows(self) -> Sequence[DocumentRow]:
        """Return all articles, listed or not."""
        return self._rows

    def set_rows(self, rows: Sequence[DocumentRow]) -> None:
        """Show other articles, all of them."""
        self._rows = rows
        self._by_id = {row.id: row for row in rows}
        self.list_only(None)

    def list_only(self, wanted: Collection[DocumentId] | None) -> None:
        """List the articles that are wanted; all for None."""
        self.beginResetModel()
        self._listed = (
            self._rows if wanted is None else [row for row in self._rows if row.id in wanted]
        )
        self._places = {row.id: i for i, row in enumerate(self._listed)}
        self.endResetModel()

    def article(self, document_id: DocumentId) -> DocumentRow | None:
        """Return one article, listed or not; None where there is none of this id."""
        return self._by_id.get(document_id)

    def row_of(self, document_id: DocumentId) -> int | None:
        """Return the row of an article, None where it is not listed."""
        return self._places.get(document_id)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._listed)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return article_title(row)
        if role == ArticleRole.CAPTION:
            return caption(row)
        if role == ArticleRole.FLAG:
            return flag_text(row)
        if role == ArticleRole.ID:
            return int(row.id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _summary(row)
        return None


def article_title(row: DocumentRow) -> str:
    """Return an article's title, its file's name where it has none."""
    return row.title or PurePath(row.path).name


def outlet_text(row: DocumentRow) -> str:
    """Return who published an article, in words where that is unknown."""
    return row.outlet or _tr("Unknown outlet")


def published_text(row: DocumentRow) -> str:
    """Return when an article was published, in words where that is unknown."""
    if row.published is None:
        return _tr("no date")
    return day_text(row.published)


def caption(row: DocumentRow) -> str:
    """Return the line beneath an article's title."""
    count = _tr("1 event") if row.event_count == 1 else _tr("{} events").format(row.event_count)
    return f"{published_text(row)} · {outlet_text(row)} · {count}"


def flag_text(row: DocumentRow) -> str:
    """Return what is to be watched with an article; "" where nothing is."""
    parts = []
    if row.published is None:
        parts.append(_tr("No publication date: relative dates cannot be resolved"))
    if row.is_date_disputed:
        parts.append(_tr("Its sources of the publication date disagree"))
    if row.copy_of is not None:
        parts.append(_tr("Repeats the text of another article"))
    return "; ".join(parts)


def _summary(row: DocumentRow) -> str:
    coverage = _tr("{} dated phrases, {} placed").format(row.timex_count, row.placed_count)
    lines = [article_title(row), caption(row), coverage, flag_text(row), row.path]
    return "\n".join(line for line in lines if line)

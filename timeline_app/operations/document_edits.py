"""What a user can do to an article: values that the library applies, logs and can undo."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from timeline_app.annotation.document import Document
from timeline_app.annotation.event import DocumentId
from timeline_app.storage.documents import head_text
from timeline_app.storage.patch import Cell, CellKind
from timeline_app.storage.state import LibraryState


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDocument:
    """Take an article out of the library; its text, events and edits can be brought back."""

    name: ClassVar[str] = "removal of article"
    document_id: DocumentId

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_column(state, self.document_id, "is_removed", 1),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHead:
    """Say what an article is called, and which outlet published it (None: nobody knows)."""

    name: ClassVar[str] = "change of title or outlet"
    document_id: DocumentId
    title: str
    outlet: str | None

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        document = state.extraction(self.document_id).document
        return (
            set_column(state, self.document_id, "title", self.title),
            set_column(state, self.document_id, "outlet", self.outlet),
            set_head(
                state, self.document_id, replace(document, title=self.title, outlet=self.outlet)
            ),
        )


def set_column(
    state: LibraryState, document_id: DocumentId, column: str, value: str | int | None
) -> Cell:
    """Return the cell that changes a column of an article."""
    key = (document_id, column)
    after = None if value is None else json.dumps(value, ensure_ascii=False)
    before = state.read(CellKind.DOCUMENT, key)
    return Cell(kind=CellKind.DOCUMENT, key=key, before=before, after=after)


def set_head(state: LibraryState, document_id: DocumentId, document: Document) -> Cell:
    """Return the cell that changes what is known about an article, its text apart."""
    return set_column(state, document_id, "head", head_text(document))

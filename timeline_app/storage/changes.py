"""What a write touched."""

from dataclasses import dataclass

from timeline_app.annotation.ids import DocumentId, EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one write touched; ids are in ascending order.

    `duplicate_of` is the article of the library that an import turned out to repeat; nothing
    was added then.
    """

    events_added: tuple[EventId, ...] = ()
    events_changed: tuple[EventId, ...] = ()
    events_removed: tuple[EventId, ...] = ()
    documents_added: tuple[DocumentId, ...] = ()
    documents_changed: tuple[DocumentId, ...] = ()
    documents_removed: tuple[DocumentId, ...] = ()
    duplicate_of: DocumentId | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was touched."""
        return bool(
            self.events_added
            or self.events_changed
            or self.events_removed
            or self.documents_added
            or self.documents_changed
            or self.documents_removed
        )

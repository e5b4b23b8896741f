"""What a user can do to events: values that the library applies, logs and can undo exactly.

An edit is laid over what the articles say and never destroys it: taking it back shows again what
the reports tell.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from timeline_app.annotation.actor import Participant
from timeline_app.annotation.event import DocumentId, EventId, EventLink
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.annotation.place import Place
from timeline_app.chrono.event_time import EventTime
from timeline_app.errors import LibraryError
from timeline_app.storage import codec
from timeline_app.storage.apart import APART_FROM
from timeline_app.storage.events import HAND_MADE, MERGED_INTO
from timeline_app.storage.patch import Cell, CellKind, Edit
from timeline_app.storage.resolve import OVERLAY_FIELDS
from timeline_app.storage.state import LibraryState

_BY_HAND = "merged by hand"


def set_field(state: LibraryState, event_id: EventId, field: str, value: object) -> Cell:
    """Return the cell that lays `value` over a field of an event."""
    key = (event_id, field)
    before = state.read(CellKind.FIELD, key)
    return Cell(kind=CellKind.FIELD, key=key, before=before, after=codec.dump(value))


def drop_field(state: LibraryState, event_id: EventId, field: str) -> Cell:
    """Return the cell that takes back what was laid over a field of an event."""
    key = (event_id, field)
    before = state.read(CellKind.FIELD, key)
    return Cell(kind=CellKind.FIELD, key=key, before=before, after=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTime:
    """Give an event another date, or none."""

    name: ClassVar[str] = "change of date"
    event_id: EventId
    time: EventTime | None

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "time", self.time),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTitle:
    """Give an event another title."""

    name: ClassVar[str] = "change of title"
    event_id: EventId
    title: str

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "title", self.title),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeType:
    """Give an event another type."""

    name: ClassVar[str] = "change of type"
    event_id: EventId
    type: EventType

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "type", self.type),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeModality:
    """Say whether an event happened, is planned, denied or only spoken of."""

    name: ClassVar[str] = "change of status"
    event_id: EventId
    modality: Modality

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "modality", self.modality),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetParticipants:
    """Say who takes part in an event."""

    name: ClassVar[str] = "change of participants"
    event_id: EventId
    participants: tuple[Participant, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "participants", self.participants),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlaces:
    """Say where an event happened."""

    name: ClassVar[str] = "change of places"
    event_id: EventId
    places: tuple[Place, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "places", self.places),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTags:
    """Put tags on an event, instead of those it has."""

    name: ClassVar[str] = "change of tags"
    event_id: EventId
    tags: tuple[str, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "tags", self.tags),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLinks:
    """Say how an event relates to others, instead of the links it has."""

    name: ClassVar[str] = "change of links"
    event_id: EventId
    links: tuple[EventLink, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "links", self.links),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNote:
    """Write a note on an event, instead of the one it has."""

    name: ClassVar[str] = "change of note"
    event_id: EventId
    note: str

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return (set_field(state, self.event_id, "note", self.note),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetField:
    """Take back what was set for a field: the event shows again what its reports say."""

    name: ClassVar[str] = "return to the reports"
    event_id: EventId
    field: str

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells. Raises ValueError for a field that no user can set."""
        if self.field not in OVERLAY_FIELDS:
            raise ValueError(f"no user can set {self.field!r}")
        return (drop_field(state, self.event_id, self.field),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReviewed:
    """Mark events as reviewed, or as not yet reviewed."""

    name: ClassVar[str] = "review"
    event_ids: tuple[EventId, ...]
    is_reviewed: bool = True

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return [set_field(state, one, "is_reviewed", self.is_reviewed) for one in self.event_ids]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """Reject events: they are hidden and kept."""

    name: ClassVar[str] = "rejection"
    event_ids: tuple[EventId, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return [set_field(state, one, "is_rejected", True) for one in self.event_ids]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Take back the rejection of events."""

    name: ClassVar[str] = "restoring"
    event_ids: tuple[EventId, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return [drop_field(state, one, "is_rejected") for one in self.event_ids]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Say that events are one happening: the first takes over all reports, tags and notes."""

    name: ClassVar[str] = "merge"
    event_ids: tuple[EventId, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells. Raises LibraryError for fewer than two events."""
        kept, *others = dict.fromkeys(self.event_ids)
        if not others:
            raise LibraryError("A merge needs two events or more. Select another one too.")
        cells: list[Cell] = []
        for other in others:
            cells.append(set_field(state, other, MERGED_INTO, kept))
            members = state.mention_ids(other)
            cells += [_move(state, mention_id, kept, _BY_HAND) for mention_id in members]
        events = [state.event(event_id) for event_id in (kept, *others)]
        tags = tuple(dict.fromkeys(tag for event in events for tag in event.tags))
        note = "\n\n".join(dict.fromkeys(event.note for event in events if event.note))
        if tags != events[0].tags:
            cells.append(set_field(state, kept, "tags", tags))
        if note != events[0].note:
            cells.append(set_field(state, kept, "note", note))
        return cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Say that some reports of an event tell of another happening.

    `mentions` names them by article and by the mention's id in it.
    """

    name: ClassVar[str] = "split"
    event_id: EventId
    mentions: tuple[tuple[DocumentId, str], ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells. Raises LibraryError where no report would stay or go."""
        moved = [state.mention_id(document_id, key) for document_id, key in self.mentions]
        staying = set(state.mention_ids(self.event_id)) - set(moved)
        if not moved or not staying:
            raise LibraryError(
                "A split needs some reports that go and some that stay. Select other reports."
            )
        apart = state.new_event()
        return [
            set_field(state, apart, APART_FROM, self.event_id),
            *(_move(state, mention_id, apart, "") for mention_id in moved),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEvent:
    """Add an event by hand, without an article that tells of it."""

    name: ClassVar[str] = "new event"
    type: EventType
    title: str
    time: EventTime | None
    modality: Modality = Modality.ACTUAL
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[EventLink, ...] = ()
    note: str = ""

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        event_id = state.new_event()
        fields = [field for field in OVERLAY_FIELDS if not field.startswith("is_")]
        return [
            set_field(state, event_id, HAND_MADE, True),
            *(set_field(state, event_id, field, getattr(self, field)) for field in fields),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Several edits as one, undone at once; no two may touch the same thing."""

    name: str
    edits: tuple[Edit, ...]

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells of all."""
        return [cell for edit in self.edits for cell in edit.cells(state)]


def _move(state: LibraryState, mention_id: int, event_id: EventId, reason: str) -> Cell:
    after = json.dumps([event_id, reason], separators=(",", ":"))
    before = state.read(CellKind.MEMBER, (mention_id,))
    return Cell(kind=CellKind.MEMBER, key=(mention_id,), before=before, after=after)

"""The happening itself, told by one or many mentions."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.actor import Participant
from timeline_app.annotation.ids import DocumentId as DocumentId
from timeline_app.annotation.ids import EventId as EventId
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.annotation.mention import EventMention
from timeline_app.annotation.place import Place
from timeline_app.chrono.event_time import EventTime


class LinkKind(StrEnum):
    """How an event relates to another."""

    ABOUT = "about"
    """It is a statement that speaks of the other."""
    BECAUSE_OF = "because of"
    PART_OF = "part of"
    FOLLOWS = "follows"
    RELATED = "related"
    OUTCOME_OF = "outcome of"
    """It fulfils the other, which is a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """A relation of one event to another."""

    kind: LinkKind
    to: EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mention of an event in one article of the library."""

    document_id: DocumentId
    mention: EventMention
    merge_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening in the library: what the reports say, under the user's own edits.

    `rival_times` are the other times that reports give: disagreement is kept, never averaged.
    `edited_fields` names the fields that the user set. An event made by hand has no reports.
    """

    id: EventId
    type: EventType
    title: str
    time: EventTime | None
    modality: Modality
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    confidence: float
    reports: tuple[Report, ...]
    rival_times: tuple[EventTime, ...] = ()
    is_reviewed: bool = False
    is_rejected: bool = False
    is_sourcing: bool = False
    tags: tuple[str, ...] = ()
    links: tuple[EventLink, ...] = ()
    note: str = ""
    edited_fields: frozenset[str] = frozenset()

"""One telling of a happening."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.actor import Participant, Source
from timeline_app.annotation.document import Document
from timeline_app.annotation.kinds import EventType as EventType
from timeline_app.annotation.kinds import Modality as Modality
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime


class DateBasis(StrEnum):
    """What an event's date rests on."""

    EXPLICIT = "explicit"
    CONTEXT = "context"
    PUBLICATION = "publication"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """What one article says of one happening, with the words that it rests on.

    `id` is unique in its document ("e1"). `subtype` is a finer type, which the coding table maps
    to PLOVER and CAMEO. `time` is None for an undated mention; `timex_id` is the expression that
    dates it. `attribution` is innermost first. `confidence` is a probability, 0 to 1.
    `same_as` is the id of the first mention of the same happening in this document, and
    `same_as_reason` says why; `about` is the id of the event that a statement speaks of;
    `outcome_of` the id of the plan that this event fulfils. `is_sourcing` marks speech that only
    sources a fact ("police said").
    """

    id: str
    type: EventType
    subtype: str
    title: str
    trigger: Span
    sentence: Span
    time: EventTime | None
    date_basis: DateBasis
    timex_id: str | None
    modality: Modality
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    attribution: tuple[Source, ...]
    confidence: float
    explanation: str
    same_as: str | None = None
    same_as_reason: str = ""
    about: str | None = None
    outcome_of: str | None = None
    is_sourcing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything found in one document, in the order of the text."""

    document: Document
    sentences: tuple[Span, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[EventMention, ...]

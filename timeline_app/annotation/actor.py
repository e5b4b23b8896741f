"""Who takes part, and who is said to have said so."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    OUTLET = "outlet"


class Role(StrEnum):
    """The part that an actor has in an event."""

    AGENT = "agent"
    TARGET = "target"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    HOST = "host"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor's part in an event; `name` is canonical, `span` is the wording in the text."""

    name: str
    role: Role
    kind: ActorKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is said to have said that it happened."""

    name: str
    kind: ActorKind
    span: Span

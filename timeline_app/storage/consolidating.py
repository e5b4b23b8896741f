"""What storage asks of whoever decides that two articles tell of one happening.

Storage finds candidates by their blocking keys; the decision itself is a plain function that is
handed to `Library.add`, so that the rules live above and the transaction here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.annotation.document import Document
from timeline_app.annotation.ids import EventId
from timeline_app.annotation.mention import EventMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One mention with the sentence that it stands in."""

    mention: EventMention
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All that one article says of one happening, in the order of the text."""

    document: Document
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event of the library that may be the one told, with what other articles say of it."""

    event_id: EventId
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The event of the library that a telling is about, and why, in words."""

    event_id: EventId
    reason: str
    strength: float = 0.0


Consolidator = Callable[[Telling, Sequence[Candidate]], Match | None]
"""Choose among events of the library the one that a telling is about, or None."""


def keep_apart(_telling: Telling, _candidates: Sequence[Candidate]) -> Match | None:
    """Merge nothing: each article's happenings become events of their own."""
    return None

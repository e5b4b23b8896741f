"""What storage asks of whoever decides that two articles tell of one happening.

Storage finds candidates by their blocking keys; the decision itself is a plain function that is
handed to `Library.add`, so that the rules live above and the transaction here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.annotation.ids import EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.chrono.instant import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The article that a mention stands in: when it was published, how it begins.

    `lead` is its headline and its first sentences.
    """

    document_id: int = 0
    published: Instant | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One mention with the sentence and the article that it stands in."""

    mention: EventMention
    quote: str
    setting: Setting = Setting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All that one article says of one happening, in the order of the text."""

    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event of the library that may be the one told, with what other articles say of it."""

    event_id: EventId
    said: tuple[Said, ...]
    apart_from: frozenset[EventId] = frozenset()
    """Events that the user said are not this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The event of the library that a telling is about, and why, in words.

    `also` are events that stood apart until this telling showed that they are the same one, each
    with what it has in common with the telling.
    """

    event_id: EventId
    reason: str
    strength: float = 0.0
    also: "tuple[Match, ...]" = ()


SAME_WORDS = "told in the same words by the article that this one repeats"
"""Why a copy tells of the event that the article which it copies tells of."""

Consolidator = Callable[[Telling, Sequence[Candidate]], Match | None]
"""Choose among events of the library the one that a telling is about, or None."""


def keep_apart(_telling: Telling, _candidates: Sequence[Candidate]) -> Match | None:
    """Merge nothing: each article's happenings become events of their own."""
    return None

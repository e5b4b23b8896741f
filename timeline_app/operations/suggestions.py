"""Events that may be one happening, for the analyst to decide."""

from dataclasses import dataclass

from timeline_app.annotation.event import EventId
from timeline_app.operations.consolidate import rank_alike
from timeline_app.storage.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another event that may be the same happening, and what speaks for it, in words.

    `strength` grows with what speaks for it; it has no unit.
    """

    event_id: EventId
    title: str
    reason: str
    strength: float = 0.0


def similar_events(
    library: Library, event_id: EventId, *, limit: int = 8
) -> tuple[Suggestion, ...]:
    """Return the events most like one, best first; empty where none shares who or where."""
    said, candidates = library.likely_same(event_id)
    matches = rank_alike(said, candidates)[:limit]
    titles = library.titles([match.event_id for match in matches])
    return tuple(
        Suggestion(
            event_id=match.event_id, title=title, reason=match.reason, strength=match.strength
        )
        for match, title in zip(matches, titles, strict=True)
    )

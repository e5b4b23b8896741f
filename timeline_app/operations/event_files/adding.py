"""Events of a file into a library: as one edit, without those that it has already."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.event_columns import EventColumns
from timeline_app.operations.edits import AddEvent, Together

NAME = "import of events"


class Reader(Protocol):
    """What is asked of a library."""

    def columns(self) -> EventColumns: ...

    def titles(self, event_ids: Sequence[int]) -> list[str]: ...

    def event(self, event_id: EventId) -> Event: ...


def not_yet_in(library: Reader, events: Iterable[AddEvent]) -> tuple[AddEvent, ...]:
    """Return the events without those of the same title and time in the library or before them."""
    wanted = tuple(events)
    seen = _known(library, {event.title for event in wanted})
    new: list[AddEvent] = []
    for event in wanted:
        key = (event.title, event.time)
        if key not in seen:
            seen.add(key)
            new.append(event)
    return tuple(new)


def _known(library: Reader, titles: set[str]) -> set[object]:
    ids = [int(event_id) for event_id in library.columns().ids]
    named = zip(ids, library.titles(ids), strict=True)
    same = (library.event(EventId(event_id)) for event_id, title in named if title in titles)
    return {(event.title, event.time) for event in same}


def adding_edit(events: Sequence[AddEvent]) -> Together:
    """Return one edit that adds the events, so that they are undone at once."""
    return Together(name=NAME, edits=tuple(events))

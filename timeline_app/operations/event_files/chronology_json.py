"""This program's own JSON and JSON Lines: every field of an event comes back.

The reports of articles become lines of the note: the articles themselves are not in the file.
"""

import json

from timeline_app.errors import ReadingError
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.read_events import EventFile
from timeline_app.operations.writers.chronology import Entry, LeftOut
from timeline_app.operations.writers.machine_json import SCHEMA, read_entry, read_json
from timeline_app.operations.writers.wording import how_dated, source_words
from timeline_app.reading.input_file import MAX_CONTAINER_BYTES, InputFile


def is_chronology_json(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a chronology."""
    return b'"schema"' in head and b'"entries"' in head


def is_chronology_lines(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a chronology, one event a line."""
    return b'"schema"' in head and b'"edtf"' in head and b'"event"' in head


def read_chronology_json(file: InputFile) -> EventFile:
    """Return the events of a chronology."""
    return _taken(read_json(file.read(limit=MAX_CONTAINER_BYTES)).entries)


def read_chronology_lines(file: InputFile) -> EventFile:
    """Return the events of a chronology; a damaged line is named and the others are read."""
    entries: list[Entry] = []
    damaged: list[LeftOut] = []
    lines = file.read(limit=MAX_CONTAINER_BYTES).splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                entries.append(read_entry(_object_of(line)))
            except ReadingError as error:
                damaged.append(LeftOut(title=f"line {number}", reason=str(error)))
    read = _taken(tuple(entries))
    return EventFile(events=read.events, left_out=(*damaged, *read.left_out))


def _object_of(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"It is no JSON of schema {SCHEMA} ({error}).") from error


def _taken(entries: tuple[Entry, ...]) -> EventFile:
    linked = [entry for entry in entries if entry.event.links]
    return EventFile(
        events=tuple(map(_event, entries)),
        left_out=tuple(
            LeftOut(title=entry.event.title, reason="its links to other events are not taken over")
            for entry in linked
        ),
    )


def _event(entry: Entry) -> AddEvent:
    event = entry.event
    return AddEvent(
        type=event.type,
        title=event.title,
        time=event.time,
        modality=event.modality,
        participants=event.participants,
        places=event.places,
        tags=event.tags,
        note=_note(entry),
    )


def _note(entry: Entry) -> str:
    told = [f"“{c.quote}” {source_words(c)}. {how_dated(c)}" for c in entry.citations]
    return "\n".join([entry.event.note, *told] if entry.event.note else told)

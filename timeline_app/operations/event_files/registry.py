"""The formats of events that can be read, and the way from a file to events."""

from collections.abc import Sequence
from pathlib import Path

from timeline_app.errors import ReadingError
from timeline_app.operations.event_files.calendars import is_calendar, read_calendar
from timeline_app.operations.event_files.chronology_json import (
    is_chronology_json,
    is_chronology_lines,
    read_chronology_json,
    read_chronology_lines,
)
from timeline_app.operations.event_files.read_events import EventFile, EventFormat
from timeline_app.operations.event_files.tables import is_event_table, read_event_table
from timeline_app.operations.event_files.timeline_project import (
    is_timeline_project,
    read_timeline_project,
)
from timeline_app.operations.event_files.timelinejs import is_timelinejs, read_timelinejs
from timeline_app.reading.input_file import InputFile

EVENT_FORMATS: tuple[EventFormat, ...] = (
    EventFormat(
        label="timeline_app JSON",
        suffixes=(".json",),
        recognises=is_chronology_json,
        read=read_chronology_json,
    ),
    EventFormat(
        label="timeline_app JSON Lines",
        suffixes=(".jsonl", ".ndjson"),
        recognises=is_chronology_lines,
        read=read_chronology_lines,
    ),
    EventFormat(
        label="CSV of events",
        suffixes=(".csv",),
        recognises=is_event_table,
        read=read_event_table,
    ),
    EventFormat(
        label="iCalendar",
        suffixes=(".ics", ".ical"),
        recognises=is_calendar,
        read=read_calendar,
    ),
    EventFormat(
        label="TimelineJS3",
        suffixes=(".json",),
        recognises=is_timelinejs,
        read=read_timelinejs,
    ),
    EventFormat(
        label="The Timeline Project",
        suffixes=(".timeline", ".xml"),
        recognises=is_timeline_project,
        read=read_timeline_project,
    ),
)
_HEAD_BYTES = 16_384


def event_suffixes() -> frozenset[str]:
    """Return the suffixes of files that may hold events."""
    return frozenset(suffix for form in EVENT_FORMATS for suffix in form.suffixes)


def event_format_of(file: InputFile) -> EventFormat | None:
    """Return the format of a file that holds events; None for articles and all else."""
    fitting = [form for form in EVENT_FORMATS if file.suffix in form.suffixes]
    if not fitting or file.is_to_be_fetched or (file.path is not None and not file.path.is_file()):
        return None
    try:
        head = file.head(_HEAD_BYTES)
    except ReadingError:  # told when the file is read
        return None
    return next((form for form in fitting if form.recognises(head)), None)


def told_apart(
    inputs: Sequence[Path | InputFile],
) -> tuple[list[tuple[InputFile, EventFormat]], tuple[Path | InputFile, ...]]:
    """Return the files that hold events, each with its format, and the other inputs."""
    found: list[tuple[InputFile, EventFormat]] = []
    others: list[Path | InputFile] = []
    for given in inputs:
        file = given if isinstance(given, InputFile) else InputFile.of_path(given)
        form = event_format_of(file)
        if form is None:
            others.append(given)
        else:
            found.append((file, form))
    return found, tuple(others)


def read_event_file(file: InputFile) -> EventFile:
    """Return the events of a file. Raises ReadingError where it holds none that can be read."""
    form = event_format_of(file)
    if form is None:
        known = ", ".join(sorted({form.label for form in EVENT_FORMATS}))
        raise ReadingError(f"{file.name}: this is no file of events. Known are: {known}.")
    return form.read(file)

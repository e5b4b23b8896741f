"""Timesketch CSV and JSON Lines: `message`, `datetime`, `timestamp_desc`.

Timesketch knows points only. What is not known to the day gets two rows, the earliest and the
latest it can have been, each labelled so: no row claims a moment that the source does not.
"""

import json
from collections.abc import Iterator

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import civil, stamp_text
from timeline_app.operations.export.csv_rows import csv_text
from timeline_app.operations.writers.chronology import (
    BEFORE_COMMON_ERA,
    UNDATED,
    Chronology,
    Entry,
    Written,
    split,
)
from timeline_app.operations.writers.wording import date_words, source_words

_COLUMNS = (
    "message", "datetime", "timestamp_desc", "edtf", "date_in_words", "event_type", "status",
    "participants", "places", "sources",
)  # fmt: skip


def write_timesketch_csv(chronology: Chronology) -> Written:
    """Write the rows as CSV."""
    entries, left_out = split(chronology, _obstacle)
    rows = [_COLUMNS, *(row for entry in entries for row in _rows(entry))]
    return Written(content=csv_text(rows).encode(), left_out=left_out)


def write_timesketch_jsonl(chronology: Chronology) -> Written:
    """Write the rows as JSON Lines."""
    entries, left_out = split(chronology, _obstacle)
    lines = (
        json.dumps(dict(zip(_COLUMNS, row, strict=True)), ensure_ascii=False) + "\n"
        for entry in entries
        for row in _rows(entry)
    )
    return Written(content="".join(lines).encode(), left_out=left_out)


def _obstacle(entry: Entry) -> str | None:
    time = entry.event.time
    if time is None:
        return UNDATED
    begins_early = any(at is not None and civil(at).year < 1 for at in (time.begin, time.end))
    return BEFORE_COMMON_ERA if begins_early else None


def _rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    event = entry.event
    for at, meaning in _moments(event.time):
        yield (
            event.title,
            f"{stamp_text(at)}:00+00:00",
            meaning,
            entry.edtf,
            date_words(event.time),
            event.type.value,
            event.modality.value,
            "; ".join(p.name for p in event.participants),
            "; ".join(p.name for p in event.places),
            "; ".join(source_words(c) for c in entry.citations),
        )


def _moments(time: EventTime | None) -> Iterator[tuple[int, str]]:
    if time is None:
        return
    if time.precision in (Precision.MINUTE, Precision.HOUR) and time.begin is not None:
        yield time.begin, f"Event time (to the {time.precision.value}, local)"
    elif time.precision is Precision.DAY and time.begin is not None and time.end is not None:
        yield time.begin, "Event day (time of day unknown)"
    else:
        if time.begin is not None:
            yield time.begin, f"Earliest possible time (known to: {time.precision.value})"
        if time.end is not None:
            yield time.end - 60, f"Latest possible time (known to: {time.precision.value})"

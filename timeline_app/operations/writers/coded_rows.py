"""Rows for conflict research: who did what to whom, in the categories of PLOVER and CAMEO.

`resources/coding.toml` maps types and finer types to categories. One row is one pair of an actor
and a target, as event data are counted; `event` tells which rows are one happening. A plan or a
denial keeps the category of what is planned or denied, and `status` tells it apart.
"""

from collections.abc import Iterator
from itertools import product

from timeline_app.annotation.actor import Participant, Role
from timeline_app.annotation.coding import Coding, coding_of
from timeline_app.chrono.instant import stamp_text
from timeline_app.operations.export.csv_rows import csv_text
from timeline_app.operations.writers.chronology import Chronology, Entry, Written, split
from timeline_app.operations.writers.wording import source_words

CODED_COLUMNS = (
    "event", "date", "begin_date", "end_date", "precision", "plover", "cameo", "cameo_root",
    "type", "subtype", "status", "source", "source_kind", "target", "target_kind", "place",
    "country", "title", "reports", "first_report",
)  # fmt: skip
_SOURCES = (Role.AGENT, Role.SPEAKER, Role.HOST)
_TARGETS = (Role.TARGET, Role.ADDRESSEE)


def write_coded_rows(chronology: Chronology) -> Written:
    """Write the rows as CSV."""
    entries, left_out = split(chronology, _obstacle)
    rows = [CODED_COLUMNS, *(row for entry in entries for row in _rows(entry))]
    return Written(content=csv_text(rows).encode("utf-8-sig"), left_out=left_out)


def _obstacle(entry: Entry) -> str | None:
    coding = _coding(entry)
    if coding.plover or coding.cameo:
        return None
    return "neither PLOVER nor CAMEO has a category for it"


def _coding(entry: Entry) -> Coding:
    return coding_of(entry.event.type, _subtype(entry))


def _subtype(entry: Entry) -> str:
    """Return the finer type of the first report that has the event's type."""
    told = (c.mention.subtype for c in entry.citations if c.mention.type is entry.event.type)
    return next((subtype for subtype in told if subtype), "")


def _rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    event, time, coding = entry.event, entry.event.time, _coding(entry)
    place = event.places[0] if event.places else None
    for source, target in product(_of(entry, _SOURCES), _of(entry, _TARGETS)):
        yield (
            str(event.id),
            entry.edtf,
            stamp_text(time.begin) if time and time.begin is not None else "",
            stamp_text(time.end) if time and time.end is not None else "",
            time.precision.value if time else "",
            coding.plover or "",
            coding.cameo or "",
            (coding.cameo or "")[:2],
            event.type.value,
            _subtype(entry),
            event.modality.value,
            source.name if source else "",
            source.kind.value if source else "",
            target.name if target else "",
            target.kind.value if target else "",
            place.name if place else "",
            (place.country or "") if place else "",
            event.title,
            str(len({c.article.id for c in entry.citations})),
            source_words(entry.citations[0]) if entry.citations else "",
        )


def _of(entry: Entry, roles: tuple[Role, ...]) -> tuple[Participant | None, ...]:
    """Return who has one of the roles, None alone where nobody does."""
    return tuple(p for p in entry.event.participants if p.role in roles) or (None,)

"""Chronologies to be shown by other programs."""

import dataclasses
from pathlib import Path

import builders

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.edtf import parse_edtf
from timeline_app.operations.writers.chronology import Chronology, Entry
from timeline_app.operations.writers.gather import gather
from timeline_app.storage.library import Library

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def made(number: int, title: str, date: str | None, modality: Modality = Modality.ACTUAL) -> Entry:
    """Return an event made by hand."""
    types = list(EventType)
    return Entry(
        event=Event(
            id=EventId(number),
            type=types[number % len(types)],
            title=title,
            time=parse_edtf(date) if date else None,
            modality=modality,
            participants=(),
            places=(),
            confidence=1.0,
            reports=(),
        ),
        citations=(),
    )


def reported(folder: Path) -> Entry:
    """Return an event with its report, out of a library."""
    document = builders.document(f"Talks in Vienna on Tuesday {ATTACK}.", title=ATTACK)
    document = dataclasses.replace(document, url="javascript:alert(3)")
    mention = builders.mention(
        title="Talks in Vienna",
        time=builders.day(2015, 11, 24),
        sentence=(0, len(document.text)),
    )
    with Library.open(folder / "a.tlib") as library:
        library.add(builders.extraction(mention, of=document))
        ids = [EventId(int(i)) for i in library.columns().ids]
        (entry,) = gather(library, ids).entries
    return entry


def chronology(folder: Path) -> Chronology:
    """Return some weeks of 2015, an event two centuries before, one undated, and an attack."""
    weeks = [
        made(n, f"Meeting number {n}", f"2015-11-{n:02d}", list(Modality)[n % 5])
        for n in range(2, 29)
    ]
    entries = (
        made(100, "Congress of old", "1815"),
        *weeks,
        reported(folder),
        made(101, "Talks go on", "2015-11"),
        made(102, f"Attack {ATTACK}", "2015-11-26T09:24"),
        made(103, "Open end", "2015-11-20/.."),
        made(104, "Some day", None),
    )
    entries = tuple(
        dataclasses.replace(e, event=dataclasses.replace(e.event, id=EventId(n)))
        for n, e in enumerate(entries, start=1)
    )
    return Chronology(title=f"T {ATTACK}", entries=entries, articles=())


def many(count: int) -> Chronology:
    """Return thousands of events over three years."""
    entries = tuple(
        made(
            n,
            f"Event number {n}",
            f"{2013 + n % 3}-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
        )
        for n in range(1, count + 1)
    )
    return Chronology(title="Many", entries=entries, articles=())

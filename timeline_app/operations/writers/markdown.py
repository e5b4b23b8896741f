"""A chronology as Markdown with footnoted sources: quote, article, date, how it was dated."""

import re
from collections.abc import Iterator

from timeline_app.operations.writers.chronology import Chronology, Entry, Written
from timeline_app.operations.writers.wording import date_words, how_dated, source_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~])")


def write_markdown(chronology: Chronology) -> Written:
    """Write every event, undated ones under a heading of their own."""
    return Written(content="\n".join(_lines(chronology)).encode())


def _lines(chronology: Chronology) -> Iterator[str]:
    yield f"# {plain(chronology.title)}"
    yield ""
    number = 0
    notes: list[str] = []
    undated_seen = False
    for entry in chronology.entries:
        if entry.event.time is None and not undated_seen:
            undated_seen = True
            yield from ("", "## Undated", "")
        marks = []
        for citation in entry.citations:
            number += 1
            marks.append(f"[^{number}]")
            notes.append(
                f"[^{number}]: “{plain(citation.quote)}” {plain(source_words(citation))}. "
                f"{plain(how_dated(citation))}"
            )
        yield _item(entry, "".join(marks))
    yield from ("", *notes, "")


def _item(entry: Entry, marks: str) -> str:
    event = entry.event
    status = "" if event.modality.value == "actual" else f" *({event.modality.value})*"
    rivals = "; ".join(date_words(rival) for rival in event.rival_times)
    dispute = f" Reports disagree; other dates: {rivals}." if rivals else ""
    note = f" {plain(event.note)}" if event.note else ""
    return f"- **{date_words(event.time)}** — {plain(event.title)}{status}{marks}{dispute}{note}"


def plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

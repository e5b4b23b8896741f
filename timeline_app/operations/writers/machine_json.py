"""The chronology as JSON and JSON Lines, without loss; `read_json` gives back the same value.

Schema 1: `{"schema": 1, "title", "entries": [...], "articles": [...]}`; JSON Lines has the same
entries one a line. An entry is `{"edtf", "words", "event": {...}, "citations": [...]}`. Instants
are seconds since 1970-01-01 on the proleptic Gregorian calendar, without a zone; spans are
`[begin, end]` in code points; fields at their default are left out. Fields are only ever added.
"""

import json
from typing import Any, cast

from timeline_app.errors import ReadingError
from timeline_app.operations.writers.chronology import Chronology, Entry, SourceArticle, Written
from timeline_app.operations.writers.wording import date_words
from timeline_app.storage.codec import from_plain, to_plain

SCHEMA = 1


def write_json(chronology: Chronology) -> Written:
    """Write one JSON object."""
    content = {
        "schema": SCHEMA,
        "title": chronology.title,
        "entries": [_entry_object(entry) for entry in chronology.entries],
        "articles": to_plain(chronology.articles),
    }
    return Written(content=json.dumps(content, ensure_ascii=False, indent=1).encode())


def write_jsonl(chronology: Chronology) -> Written:
    """Write one JSON object an event."""
    lines = (
        json.dumps({"schema": SCHEMA, **_entry_object(entry)}, ensure_ascii=False) + "\n"
        for entry in chronology.entries
    )
    return Written(content="".join(lines).encode())


def read_json(content: bytes) -> Chronology:
    """Return the chronology that `write_json` wrote. Raises ReadingError for anything else."""
    try:
        plain = json.loads(content)
        if plain["schema"] != SCHEMA:
            raise ReadingError(
                f"The chronology has schema {plain['schema']}, and this program reads schema "
                f"{SCHEMA}. Update timeline-app, or export it again with this version."
            )
        entries = tuple(map(read_entry, plain["entries"]))
        articles = tuple(
            cast(SourceArticle, from_plain(SourceArticle, item)) for item in plain["articles"]
        )
        return Chronology(title=plain["title"], entries=entries, articles=articles)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadingError(
            f"This is not a chronology in timeline-app's JSON ({error}). "
            "Export it again as JSON from the library."
        ) from error


def read_entry(plain: object) -> Entry:
    """Return one entry of `write_json` or `write_jsonl`. Raises ReadingError for anything else."""
    try:
        return cast(Entry, from_plain(Entry, plain))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadingError(
            f"An event is not as timeline-app writes it ({error}). Export it again as JSON."
        ) from error


def _entry_object(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"edtf": entry.edtf, "words": date_words(entry.event.time)}
    return told | cast(dict[str, Any], to_plain(entry))

"""Dates that a format's metadata state."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.reading.date_text import parse_stated_date

_EVIDENCE_CHARS = 80
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d)(?::?\d\d)?(?:\.\d+)?(.{0,9}))?")
_EPOCH = re.compile(r"\d{9,10}|\d{13}")
_MILLISECONDS = 10**11
_UNIVERSAL = re.compile(r"(?:\d\s?Z|[+-]00:?00|\b(?:GMT|UTC))(?:\s*\([\w ]{1,40}\))?$")


def metadata_dates(
    stated: str, label: str, *, slash_order: str = "mdy"
) -> tuple[DctCandidate, ...]:
    """Return the date of a metadata value, beside it the other reading of an ambiguous one.

    Nothing is returned where it is no date. `label` says which statement it is ("published"): it
    becomes the evidence.
    """
    value = stated.strip()[:200]
    evidence = f"{label}: {value[:_EVIDENCE_CHARS]}"
    return tuple(
        DctCandidate(value=read, source=DctSource.METADATA, evidence=evidence)
        for read in _values(value, slash_order)
    )


def is_universal(candidate: DctCandidate) -> bool:
    """Tell whether a statement gives its moment in universal time: its day may be another one
    at the place of the paper.
    """
    if candidate.source is not DctSource.METADATA or "T" not in candidate.value:
        return False
    wording = candidate.evidence.rpartition(": ")[2].strip()
    return bool(_UNIVERSAL.search(wording) or _EPOCH.fullmatch(wording))


def _values(stated: str, slash_order: str) -> Iterator[str]:
    if (unspaced := _unspaced(stated)) is not None:
        yield unspaced
        return
    date = parse_stated_date(stated, slash_order=slash_order) if stated else None
    if date is None:
        return
    yield date.value
    if date.swapped is not None:
        year, month, day = date.swapped
        yield f"{year:04d}-{month:02d}-{day:02d}"


def _unspaced(stated: str) -> str | None:
    """Return the value of a date in digits alone: 20151126, 20151126T0930, seconds since 1970."""
    if _EPOCH.fullmatch(stated):
        number = int(stated)
        moment = datetime.fromtimestamp(number / (1000 if number >= _MILLISECONDS else 1), UTC)
        return moment.strftime("%Y-%m-%dT%H:%M")
    match = _COMPACT.fullmatch(stated)
    if match is None:
        return None
    clock = f" {match[4]}:{match[5]}" if match[4] else ""
    date = parse_stated_date(f"{match[1]}-{match[2]}-{match[3]}{clock}")
    return date.value if date is not None else None

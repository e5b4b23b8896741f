"""Dates that a format's metadata state."""

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.reading.date_text import parse_stated_date

_EVIDENCE_CHARS = 80


def metadata_dates(stated: str, label: str) -> tuple[DctCandidate, ...]:
    """Return the date of a metadata value as the only candidate; none where it is no date.

    `label` says which statement it is ("published"): it becomes the evidence.
    """
    date = parse_stated_date(stated[:200]) if stated else None
    if date is None:
        return ()
    evidence = f"{label}: {stated[:_EVIDENCE_CHARS]}"
    return (DctCandidate(value=date.value, source=DctSource.METADATA, evidence=evidence),)

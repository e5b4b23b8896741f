"""Events of a library as JSON objects: what all its articles tell of one happening."""

from typing import Any

from timeline_app.annotation.event import Event, Report
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import stamp_text


def event_row(event: Event) -> dict[str, Any]:
    """Return an event with its reports, each with the date that it gives."""
    return {
        "schema": 1,
        "id": event.id,
        "type": event.type.value,
        "title": event.title,
        **_time(event.time),
        "rival_dates": [edtf_text(time) for time in event.rival_times],
        "modality": event.modality.value,
        "participants": [
            {"name": p.name, "role": p.role.value, "kind": p.kind.value} for p in event.participants
        ],
        "places": [{"name": p.name, "country": p.country} for p in event.places],
        "confidence": round(event.confidence, 3),
        "is_reviewed": event.is_reviewed,
        "is_rejected": event.is_rejected,
        "is_sourcing": event.is_sourcing,
        "tags": list(event.tags),
        "note": event.note,
        "edited_fields": sorted(event.edited_fields),
        "reports": [_report(report) for report in event.reports],
    }


def _report(report: Report) -> dict[str, Any]:
    mention = report.mention
    return {
        "document": report.document_id,
        "mention": mention.id,
        "trigger": {"begin": mention.trigger.begin, "end": mention.trigger.end},
        "sentence": {"begin": mention.sentence.begin, "end": mention.sentence.end},
        **_time(mention.time),
        "explanation": mention.explanation,
        "merge_reason": report.merge_reason or None,
    }


def _time(time: EventTime | None) -> dict[str, str | None]:
    if time is None:
        return {"date": None, "begin_date": None, "end_date": None, "precision": None}
    return {
        "date": edtf_text(time),
        "begin_date": stamp_text(time.begin) if time.begin is not None else None,
        "end_date": stamp_text(time.end) if time.end is not None else None,
        "precision": time.precision.value,
    }

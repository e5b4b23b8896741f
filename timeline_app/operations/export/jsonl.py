"""One JSON object a document: the public output, schema 1.

Fields are only ever added. Offsets are Unicode code points into `document.text`.
"""

import json
from typing import Any

from timeline_app.annotation.actor import Participant, Source
from timeline_app.annotation.document import DctSource, Document
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Reading, Timex
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import stamp_text

SCHEMA = 1

Row = dict[str, Any]


def jsonl_line(extraction: Extraction) -> str:
    """Return the document's line, with its newline."""
    return json.dumps(document_object(extraction), ensure_ascii=False) + "\n"


def document_object(extraction: Extraction) -> Row:
    """Return the document, its timexes and its events as the contract has them."""
    text = extraction.document.text
    return {
        "schema": SCHEMA,
        "document": _document(extraction.document),
        "timexes": [_timex(timex) for timex in extraction.timexes],
        "events": [event_object(mention, text) for mention in extraction.mentions],
    }


def event_object(mention: EventMention, text: str) -> Row:
    """Return one event of a document."""
    return {
        "id": mention.id,
        "type": mention.type.value,
        "title": mention.title,
        "trigger": {**_span(mention.trigger), "text": mention.trigger.of(text)},
        "sentence": _span(mention.sentence),
        "date": edtf_text(mention.time) if mention.time else None,
        **_bounds(mention.time),
        "precision": mention.time.precision.value if mention.time else None,
        "date_basis": mention.date_basis.value,
        "timex": mention.timex_id,
        "modality": mention.modality.value,
        "participants": [_participant(p) for p in mention.participants],
        "places": [_place(p) for p in mention.places],
        "attribution": [_source(s) for s in mention.attribution],
        "confidence": round(mention.confidence, 3),
        "explanation": mention.explanation,
        "same_as": mention.same_as,
        "subtype": mention.subtype,
        "same_as_reason": mention.same_as_reason or None,
        "about": mention.about,
        "outcome_of": mention.outcome_of,
        "is_sourcing": mention.is_sourcing,
    }


def _document(document: Document) -> Row:
    dct = document.dct
    return {
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": dct.value[:10] if dct else None,
        "published_from": (dct.source if dct else DctSource.NONE).value,
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
        "author": document.author,
        "published_time": dct.value if dct and "T" in dct.value else None,
        "published_evidence": dct.evidence if dct else None,
        "rival_dates": [
            {"published": r.value[:10], "published_from": r.source.value, "evidence": r.evidence}
            for r in document.rival_dcts
        ],
        "notes": list(document.notes),
    }


def _timex(timex: Timex) -> Row:
    return {
        "id": timex.id,
        **_span(timex.span),
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod.value if timex.mod else None,
        "anchor": timex.anchor,
        "rule": timex.rule,
        **_bounds(timex.time),
        "quant": timex.quant,
        "freq": timex.freq,
        "explanation": timex.explanation,
        "alternatives": [_reading(reading) for reading in timex.alternatives],
        "is_dateline": timex.is_dateline,
    }


def _reading(reading: Reading) -> Row:
    return {"value": reading.value, **_bounds(reading.time), "reason": reading.reason}


def _span(span: Span) -> Row:
    return {"begin": span.begin, "end": span.end}


def _bounds(time: EventTime | None) -> Row:
    """Return the bounds, begin inclusive and end exclusive; an open one is null."""
    begin = time.begin if time else None
    end = time.end if time else None
    return {
        "begin_date": stamp_text(begin) if begin is not None else None,
        "end_date": stamp_text(end) if end is not None else None,
    }


def _participant(participant: Participant) -> Row:
    return {
        "name": participant.name,
        "role": participant.role.value,
        "kind": participant.kind.value,
        **_span(participant.span),
    }


def _place(place: Place) -> Row:
    return {"name": place.name, "country": place.country, **_span(place.span)}


def _source(source: Source) -> Row:
    return {"name": source.name, "kind": source.kind.value, **_span(source.span)}

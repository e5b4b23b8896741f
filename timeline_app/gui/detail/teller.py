"""Gathers what the detail pane shows; runs in a worker, on the session's second connection."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import Extraction
from timeline_app.gui.detail.story import Story, best_report
from timeline_app.storage.document_row import DocumentRow
from timeline_app.storage.library import Library

MOST_ARTICLES = 50
"""How many reporting articles are read whole; of further ones the page shows their line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story, and which event of the library each mention of the article in view tells of."""

    story: Story
    owners: Mapping[str, EventId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInView:
    """An article without an event in view."""

    document_id: DocumentId
    extraction: Extraction
    owners: Mapping[str, EventId]


def tell(
    library: Library,
    event_id: EventId,
    articles: Mapping[DocumentId, DocumentRow],
    *,
    shown: int | None = None,
) -> Telling:
    """Return an event's story with the `shown` report in view (the best one by default)."""
    event = library.event(event_id)
    at = shown if shown is not None and shown < len(event.reports) else best_report(event)
    ids = list(dict.fromkeys(r.document_id for r in event.reports))[:MOST_ARTICLES]
    if at is not None and event.reports[at].document_id not in ids:
        ids.append(event.reports[at].document_id)
    extractions = {i: library.extraction(i) for i in ids}
    owners = owners_in(library, event.reports[at].document_id) if at is not None else {}
    story = Story(event=event, extractions=extractions, articles=articles, shown=at)
    return Telling(story=story, owners=owners)


def tell_article(library: Library, document_id: DocumentId) -> ArticleInView:
    """Return an article and the events that it tells of."""
    return ArticleInView(
        document_id=document_id,
        extraction=library.extraction(document_id),
        owners=owners_in(library, document_id),
    )


def owners_in(library: Library, document_id: DocumentId) -> dict[str, EventId]:
    """Return which event each mention of an article tells of."""
    owners: dict[str, EventId] = {}
    for event_id in library.event_ids_of(document_id):
        for report in library.event(event_id).reports:
            if report.document_id == document_id:
                owners[report.mention.id] = event_id
    return owners

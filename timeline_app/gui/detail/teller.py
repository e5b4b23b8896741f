"""Gathers what the detail pane shows; runs in a worker, on the session's second connection."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import Extraction
from timeline_app.chrono.instant import Instant
from timeline_app.gui.detail.story import Story, best_report
from timeline_app.operations.checks import Finding, check_article
from timeline_app.operations.coverage import Coverage, coverage_in
from timeline_app.storage.document_row import DocumentRow
from timeline_app.storage.library import Library

MOST_EDITS = 20
MOST_ARTICLES = 50
"""How many reporting articles are read whole; of further ones the page shows their line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story, and the article in view (None for an event without reports)."""

    story: Story
    article: "ArticleInView | None"

    @property
    def linked_ids(self) -> tuple[EventId, ...]:
        """Return the events that this one is joined to in the article in view.

        They are the plan that it fulfils, the outcome of it, what it speaks of, and what speaks
        of it.
        """
        if self.article is None:
            return ()
        owners, own = self.article.owners, self.story.event.id
        pairs = [
            (owners.get(mention.id), owners.get(other))
            for mention in self.article.extraction.mentions
            for other in (mention.outcome_of, mention.about)
            if other is not None
        ]
        joined = [b if a == own else a for a, b in pairs if own in (a, b) and a != b]
        return tuple(dict.fromkeys(one for one in joined if one is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInView:
    """An article: what was found in it, what became of its date phrases, what contradicts what.

    `owners` maps the ids of its mentions to the events of the library that they tell of.
    """

    document_id: DocumentId
    extraction: Extraction
    owners: Mapping[str, EventId]
    coverage: Coverage
    findings: tuple[Finding, ...]


def tell(
    library: Library,
    event_id: EventId,
    articles: Mapping[DocumentId, DocumentRow],
    *,
    shown: int | None = None,
    known_by: Instant | None = None,
) -> Telling:
    """Return an event's story with the `shown` report in view (the best one by default).

    With `known_by` only reports published up to then count.
    """
    event = library.event(event_id, known_by=known_by)
    at = shown if shown is not None and shown < len(event.reports) else best_report(event)
    ids = list(dict.fromkeys(r.document_id for r in event.reports))[:MOST_ARTICLES]
    if at is not None and event.reports[at].document_id not in ids:
        ids.append(event.reports[at].document_id)
    extractions = {i: library.extraction(i) for i in ids}
    history = library.history(event_id, limit=MOST_EDITS)
    story = Story(
        event=event, extractions=extractions, articles=articles, shown=at, history=history
    )
    if story.report is None:
        return Telling(story=story, article=None)
    return Telling(story=story, article=tell_article(library, story.report.document_id))


def tell_article(library: Library, document_id: DocumentId) -> ArticleInView:
    """Return an article and the events that it tells of."""
    return ArticleInView(
        document_id=document_id,
        extraction=library.extraction(document_id),
        owners=library.events_of_mentions(document_id),
        coverage=coverage_in(library, document_id),
        findings=check_article(library, document_id),
    )

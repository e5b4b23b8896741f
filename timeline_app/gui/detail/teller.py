"""Gathers what the detail pane shows; runs in a worker, on the session's second connection."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.annotation.event import DocumentId, Event, EventId, LinkKind
from timeline_app.annotation.mention import Extraction
from timeline_app.chrono.instant import Instant
from timeline_app.gui.detail.story import Bond, Story, best_report
from timeline_app.operations.checks import Finding, check_article
from timeline_app.operations.coverage import Coverage, coverage_in
from timeline_app.operations.disagreements import disagreements
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
        """Return the events that this one is joined to.

        They are the plan that it fulfils, the outcome of it, what it speaks of, and what speaks
        of it.
        """
        return tuple(dict.fromkeys(bond.event_id for bond in self.story.bonds))


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
    article = None if at is None else tell_article(library, event.reports[at].document_id)
    story = Story(
        event=event,
        extractions={i: library.extraction(i) for i in ids},
        articles=articles,
        shown=at,
        history=library.history(event_id, limit=MOST_EDITS),
        findings=disagreements(library, event_id) if len(ids) <= MOST_ARTICLES else (),
        bonds=find_bonds(library, event, article),
    )
    return Telling(story=story, article=article)


def find_bonds(library: Library, event: Event, article: ArticleInView | None) -> tuple[Bond, ...]:
    """Return how an event relates to others: by its links, theirs, and the article in view."""
    found = [(link.kind, link.to, False) for link in event.links]
    found += [(kind, other, True) for other, kind in library.links_to(event.id)]
    mentions = () if article is None else article.extraction.mentions
    owners = {} if article is None else article.owners
    for mention in mentions:
        one = owners.get(mention.id)
        for kind, key in (
            (LinkKind.OUTCOME_OF, mention.outcome_of),
            (LinkKind.ABOUT, mention.about),
        ):
            other = owners.get(key or "")
            if one is not None and other is not None and one != other:
                found += [(kind, other, False)] * (one == event.id)
                found += [(kind, one, True)] * (other == event.id)
    titles = library.titles([other for _, other, _ in found])
    bonds = [
        Bond(kind=kind, event_id=other, title=title, is_back=is_back)
        for (kind, other, is_back), title in zip(found, titles, strict=True)
        if title
    ]
    return tuple(dict.fromkeys(bonds))


def tell_article(library: Library, document_id: DocumentId) -> ArticleInView:
    """Return an article and the events that it tells of."""
    return ArticleInView(
        document_id=document_id,
        extraction=library.extraction(document_id),
        owners=library.events_of_mentions(document_id),
        coverage=coverage_in(library, document_id),
        findings=check_article(library, document_id),
    )

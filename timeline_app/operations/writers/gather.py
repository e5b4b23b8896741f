"""From a library to a chronology: each event with the quotes and phrases it rests on."""

from collections.abc import Sequence

from timeline_app.annotation.event import DocumentId, Event, EventId, Report
from timeline_app.annotation.mention import Extraction
from timeline_app.chrono.instant import Instant
from timeline_app.operations.writers.chronology import Chronology, Citation, Entry, SourceArticle
from timeline_app.storage.library import Library

_NO_TIME = (1, 0)


def gather(library: Library, event_ids: Sequence[EventId], *, title: str = "") -> Chronology:
    """Return the events with the evidence of each, earliest first, undated ones last.

    Raises KeyError for an id that the library never had.
    """
    events = sorted((library.event(event_id) for event_id in event_ids), key=_order)
    needed = sorted({r.document_id for event in events for r in event.reports})
    extractions = {document_id: library.extraction(document_id) for document_id in needed}
    articles = {id_: _article(id_, extraction) for id_, extraction in extractions.items()}
    return Chronology(
        title=title or library.path.stem,
        entries=tuple(_entry(event, extractions, articles) for event in events),
        articles=tuple(sorted(articles.values(), key=lambda a: (a.published or "9", a.id))),
        extractions=extractions,
    )


def _order(event: Event) -> tuple[tuple[int, int], int]:
    time = event.time
    known: Instant | None = None
    if time is not None:
        known = time.begin if time.begin is not None else time.end
    return (_NO_TIME if known is None else (0, known), event.id)


def _entry(
    event: Event,
    extractions: dict[DocumentId, Extraction],
    articles: dict[DocumentId, SourceArticle],
) -> Entry:
    return Entry(
        event=event,
        citations=tuple(
            _citation(report, extractions[report.document_id], articles[report.document_id])
            for report in event.reports
        ),
    )


def _citation(report: Report, extraction: Extraction, article: SourceArticle) -> Citation:
    mention = report.mention
    timex = next((t for t in extraction.timexes if t.id == mention.timex_id), None)
    return Citation(
        article=article,
        mention=mention,
        quote=" ".join(mention.sentence.of(extraction.document.text).split()),
        date_phrase=" ".join(timex.text.split()) if timex else None,
        rule=timex.rule if timex else None,
    )


def _article(document_id: DocumentId, extraction: Extraction) -> SourceArticle:
    document = extraction.document
    return SourceArticle(
        id=document_id,
        path=document.path,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        url=document.url,
        published=document.dct.value[:10] if document.dct else None,
        sha256=document.sha256,
    )

"""Where the articles that report an event contradict each other: all of it is kept and told."""

import re
from collections.abc import Mapping

from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.annotation.mention import EventMention, EventType, Extraction
from timeline_app.operations.checks import Finding, FindingKind, check_event
from timeline_app.storage.library import Library

_FIGURE = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d+)(?![\w-]|[.,]\d)")
_SEPARATOR = re.compile(r"[,.\u00a0 ]")
_COUNTED = frozenset({EventType.ATTACK, EventType.DISASTER, EventType.PROTEST, EventType.LEGAL})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def disagreements(library: Library, event_id: EventId) -> tuple[Finding, ...]:
    """Return the contradictions between an event's reports: dates, places, figures."""
    event = library.event(event_id)
    ids = dict.fromkeys(report.document_id for report in event.reports)
    if len(ids) < 2:
        return check_event(event)
    articles = {one: library.extraction(one) for one in ids}
    found = [*check_event(event), _rival_places(event, articles), _rival_figures(event, articles)]
    return tuple(finding for finding in found if finding is not None)


def _mentions_by_article(event: Event) -> dict[DocumentId, list[EventMention]]:
    found: dict[DocumentId, list[EventMention]] = {}
    for report in event.reports:
        found.setdefault(report.document_id, []).append(report.mention)
    return found


def _rival_places(event: Event, articles: Mapping[DocumentId, Extraction]) -> Finding | None:
    """Return what articles that share no place say of it."""
    told = {
        document_id: {place.name for mention in mentions for place in mention.places}
        for document_id, mentions in _mentions_by_article(event).items()
    }
    named = {document_id: names for document_id, names in told.items() if names}
    if not _is_split(list(named.values())):
        return None
    text = f"Reports name other places: {_listed(named, articles)}."
    return Finding(kind=FindingKind.RIVAL_PLACES, text=text, event_id=event.id)


def _rival_figures(event: Event, articles: Mapping[DocumentId, Extraction]) -> Finding | None:
    """Return what articles that share no figure count, the numbers of dates apart."""
    if event.type not in _COUNTED:
        return None
    told = {
        document_id: {f for mention in mentions for f in _figures(mention, articles[document_id])}
        for document_id, mentions in _mentions_by_article(event).items()
    }
    named = {document_id: figures for document_id, figures in told.items() if figures}
    if not _is_split(list(named.values())):
        return None
    text = f"Reports give other figures: {_listed(named, articles)}."
    return Finding(kind=FindingKind.RIVAL_FIGURES, text=text, event_id=event.id)


def _figures(mention: EventMention, article: Extraction) -> set[str]:
    """Return the whole numbers in a mention's sentence that belong to no date and are no year."""
    dated = [timex.span for timex in article.timexes]
    found = set()
    for match in _FIGURE.finditer(
        article.document.text, mention.sentence.begin, mention.sentence.end
    ):
        is_dated = any(span.begin <= match.start() < span.end for span in dated)
        figure = _SEPARATOR.sub("", match.group())
        if not is_dated and not (len(figure) == 4 and _FIRST_YEAR <= int(figure) <= _LAST_YEAR):
            found.add(figure)
    return found


def _is_split(sets: list[set[str]]) -> bool:
    """Tell whether two of the sets have nothing in common."""
    pairs = ((one, other) for at, one in enumerate(sets) for other in sets[at + 1 :])
    return any(one.isdisjoint(other) for one, other in pairs)


def _listed(named: Mapping[DocumentId, set[str]], articles: Mapping[DocumentId, Extraction]) -> str:
    parts = []
    for document_id, words in named.items():
        document = articles[document_id].document
        parts.append(f"{', '.join(sorted(words))} ({document.outlet or document.path})")
    return "; ".join(parts)

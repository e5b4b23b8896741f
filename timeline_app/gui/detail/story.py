"""All that the detail pane shows about one event, gathered before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.annotation.document import Document
from timeline_app.annotation.event import DocumentId, Event, EventId, LinkKind, Report
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.timex import Timex
from timeline_app.operations.checks import Finding
from timeline_app.storage.document_row import DocumentRow
from timeline_app.storage.history import HistoryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How the event relates to another; `is_back` where the other relates to it so."""

    kind: LinkKind
    event_id: EventId
    title: str
    is_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An event, the extractions of the articles that report it, and the report in view.

    `shown` is a position in `event.reports`, None for an event without reports. `history` are the
    latest edits, newest first. `findings` are where its reports disagree.
    """

    event: Event
    extractions: Mapping[DocumentId, Extraction]
    articles: Mapping[DocumentId, DocumentRow]
    shown: int | None
    history: tuple[HistoryEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    bonds: tuple[Bond, ...] = ()

    @property
    def report(self) -> Report | None:
        """Return the report in view."""
        return None if self.shown is None else self.event.reports[self.shown]

    @property
    def extraction(self) -> Extraction | None:
        """Return what was found in the article in view."""
        return None if self.report is None else self.extractions.get(self.report.document_id)

    @property
    def document(self) -> Document | None:
        """Return the article in view."""
        return None if self.extraction is None else self.extraction.document

    def timex_of(self, report: Report) -> Timex | None:
        """Return the expression that dates a report."""
        return self._timex(report, report.mention.timex_id)

    def chain(self) -> tuple[Timex, ...]:
        """Return the expression that dates the report in view, then the ones it hangs on."""
        if self.report is None:
            return ()
        found: list[Timex] = []
        timex = self.timex_of(self.report)
        while timex is not None and timex not in found:
            found.append(timex)
            timex = self._timex(self.report, timex.anchor)
        return tuple(found)

    def _timex(self, report: Report, timex_id: str | None) -> Timex | None:
        extraction = self.extractions.get(report.document_id)
        if extraction is None or timex_id is None:
            return None
        return next((t for t in extraction.timexes if t.id == timex_id), None)


def best_report(event: Event) -> int | None:
    """Return the report to show first: the surest that bears the event's own time."""
    if not event.reports:
        return None

    def worth(at: int) -> tuple[bool, float]:
        mention: EventMention = event.reports[at].mention
        return mention.time == event.time, mention.confidence

    return max(range(len(event.reports)), key=worth)

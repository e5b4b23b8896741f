"""Short ways to build the annotation values that tests need; every argument has a default."""

import hashlib
from collections.abc import Sequence

from timeline_app.annotation.actor import ActorKind, Participant, Role, Source
from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.mention import (
    DateBasis,
    EventMention,
    EventType,
    Extraction,
    Modality,
)
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexType
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import instant
from timeline_app.chrono.interval import Interval


def day(year: int, month: int, of_month: int) -> EventTime:
    """Return one whole day."""
    bounds = Interval.of_unit(instant(year, month, of_month), Granularity.DAY)
    return EventTime(begin=bounds.begin, end=bounds.end, precision=Precision.DAY)


def month(year: int, of_year: int) -> EventTime:
    """Return one whole month."""
    bounds = Interval.of_unit(instant(year, of_year), Granularity.MONTH)
    return EventTime(begin=bounds.begin, end=bounds.end, precision=Precision.MONTH)


def week(year: int, month: int, monday: int) -> EventTime:
    """Return the week that begins on a Monday."""
    bounds = Interval.of_unit(instant(year, month, monday), Granularity.WEEK)
    return EventTime(begin=bounds.begin, end=bounds.end, precision=Precision.WEEK)


def person(name: str, role: Role = Role.AGENT) -> Participant:
    """Return a person who takes part."""
    return Participant(name=name, role=role, kind=ActorKind.PERSON, span=Span(0, len(name)))


def state(name: str, role: Role = Role.AGENT) -> Participant:
    """Return a state that takes part."""
    return Participant(name=name, role=role, kind=ActorKind.STATE, span=Span(0, len(name)))


def group(name: str, role: Role = Role.AGENT) -> Participant:
    """Return a group that takes part."""
    return Participant(name=name, role=role, kind=ActorKind.GROUP, span=Span(0, len(name)))


def place(name: str, country: str | None = None) -> Place:
    """Return a place."""
    return Place(name=name, country=country, span=Span(0, len(name)))


def source(name: str, kind: ActorKind = ActorKind.OUTLET) -> Source:
    """Return someone who is said to have said so."""
    return Source(name=name, kind=kind, span=Span(0, len(name)))


def document(
    text: str = "Hollande met Obama on Tuesday.",
    *,
    path: str = "a.txt",
    published: str | None = "2015-11-26",
    outlet: str | None = None,
    title: str = "",
) -> Document:
    """Return an article; `published` is `YYYY-MM-DD`."""
    dct = None
    if published is not None:
        dct = DctCandidate(value=published, source=DctSource.METADATA, evidence=published)
    digest = hashlib.sha256(f"{path}\n{outlet}\n{text}".encode("utf-8", "surrogatepass"))
    return Document(
        path=path, text=text, sha256=digest.hexdigest(), title=title, outlet=outlet, dct=dct
    )


def timex(
    id: str = "t1", *, time: EventTime | None = None, text: str = "Tuesday", begin: int = 0
) -> Timex:
    """Return a date expression."""
    return Timex(
        id=id,
        span=Span(begin, begin + len(text)),
        text=text,
        type=TimexType.DATE,
        value="",
        rule="weekday-past",
        explanation="",
        time=time,
    )


def mention(
    id: str = "e1",
    *,
    type: EventType = EventType.MEETING,
    subtype: str = "",
    title: str = "Hollande meets Obama",
    time: EventTime | None = None,
    modality: Modality = Modality.ACTUAL,
    participants: Sequence[Participant] = (),
    places: Sequence[Place] = (),
    attribution: Sequence[Source] = (),
    confidence: float = 0.9,
    trigger: tuple[int, int] = (0, 3),
    sentence: tuple[int, int] = (0, 30),
    timex_id: str | None = None,
    same_as: str | None = None,
    outcome_of: str | None = None,
    is_sourcing: bool = False,
    date_basis: DateBasis | None = None,
    explanation: str = "",
) -> EventMention:
    """Return a telling of a meeting, dated explicitly where `time` is given."""
    basis = DateBasis.NONE if time is None else DateBasis.EXPLICIT
    return EventMention(
        id=id,
        type=type,
        subtype=subtype,
        title=title,
        trigger=Span(*trigger),
        sentence=Span(*sentence),
        time=time,
        date_basis=date_basis or basis,
        timex_id=timex_id,
        modality=modality,
        participants=tuple(participants),
        places=tuple(places),
        attribution=tuple(attribution),
        confidence=confidence,
        explanation=explanation,
        same_as=same_as,
        outcome_of=outcome_of,
        is_sourcing=is_sourcing,
    )


def extraction(
    *mentions: EventMention,
    of: Document | None = None,
    timexes: Sequence[Timex] = (),
    sentences: Sequence[Span] | None = None,
) -> Extraction:
    """Return what was found in an article."""
    of = of or document()
    spans = (Span(0, len(of.text)),) if sentences is None else tuple(sentences)
    return Extraction(document=of, sentences=spans, timexes=tuple(timexes), mentions=mentions)

"""One event from what its reports say, under the user's own edits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.event import DocumentId, Event, EventId, EventLink, LinkKind, Report
from timeline_app.annotation.mention import DateBasis, EventMention, EventType, Modality
from timeline_app.annotation.place import Place
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.storage import codec
from timeline_app.storage.folding import fold, surname

OVERLAY_FIELDS = (
    "type",
    "title",
    "time",
    "modality",
    "participants",
    "places",
    "is_reviewed",
    "is_rejected",
    "tags",
    "links",
    "note",
)
"""Fields of `Event` that a user may set."""

_STATUS_ORDER = (
    Modality.ACTUAL,
    Modality.DENIED,
    Modality.PLANNED,
    Modality.PROPOSED,
    Modality.HYPOTHETICAL,
)
_BASIS_ORDER = (DateBasis.EXPLICIT, DateBasis.CONTEXT, DateBasis.PUBLICATION, DateBasis.NONE)
_PRECISION_ORDER = tuple(Precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report with the facts of its article that matter to the event.

    `origin` is the article of which this one is a copy, else the article itself; `known_from`
    is when it was published; `quote` is the sentence that tells of the event; `about` is the
    event that it speaks of, if it is a statement.
    """

    report: Report
    origin: DocumentId
    source: str
    known_from: int | None
    quote: str = ""
    about: EventId | None = None


def resolve(event_id: EventId, told: Sequence[Told], overlay: Mapping[str, str]) -> Event:
    """Return the event; `overlay` maps fields of OVERLAY_FIELDS to the JSON of what was set."""
    event = _from_reports(event_id, told)
    set_fields = {name: overlay[name] for name in OVERLAY_FIELDS if name in overlay}
    values = {name: _read_field(name, text) for name, text in set_fields.items()}
    if not values:
        return event
    fields = {name: getattr(event, name) for name in Event.__dataclass_fields__}
    fields.update(values)
    fields["edited_fields"] = frozenset(values) - {"is_reviewed", "is_rejected"}
    return Event(**fields)


def _from_reports(event_id: EventId, told: Sequence[Told]) -> Event:
    mentions = [one.report.mention for one in told]
    reports = tuple(one.report for one in told)
    if not mentions:
        return Event(
            id=event_id, type=EventType.OTHER, title="", time=None, modality=Modality.ACTUAL,
            participants=(), places=(), confidence=1.0, reports=(),
        )  # fmt: skip
    modality = min((m.modality for m in mentions), key=_STATUS_ORDER.index)
    decisive = [m for m in mentions if m.modality is modality]
    lead = min(decisive, key=_date_rank)
    return Event(
        id=event_id,
        type=lead.type,
        title=_best_title(decisive),
        time=lead.time,
        modality=modality,
        participants=_union_of_participants([lead, *mentions]),
        places=_union_of_places([lead, *mentions]),
        confidence=max(m.confidence for m in decisive),
        reports=reports,
        rival_times=_rivals(lead.time, decisive),
        is_sourcing=all(m.is_sourcing for m in mentions),
        links=_links(event_id, told),
    )


def _date_rank(mention: EventMention) -> tuple[int, int, int, float]:
    """Rank best-dated first: what the text says outright, precisely, with confidence."""
    time = mention.time
    if time is None:
        return (1, 0, 0, -mention.confidence)
    basis = _BASIS_ORDER.index(mention.date_basis)
    return (0, basis, _PRECISION_ORDER.index(time.precision), -mention.confidence)


def _best_title(decisive: Sequence[EventMention]) -> str:
    """Return the title that says most: of a sure mention, with who does it to whom."""
    best = max(decisive, key=_title_rank)
    return best.title or best.type.value.capitalize()


_WORDS_OF_A_SENTENCE = 3
"""A title of fewer words names the happening ("Attack in Lima" at best) and nobody in it."""
_CUT = "…"


def _title_rank(mention: EventMention) -> tuple[bool, bool, int, bool, int, float, int]:
    """Rank what tells most: a sentence of its own, not cut short, with those who take part."""
    parties = {who.role for who in mention.participants} - {Role.OTHER}
    is_own = not mention.is_sourcing
    said = min(2, len(mention.participants))
    words = min(len(mention.title.split()), _WORDS_OF_A_SENTENCE)
    is_whole = not mention.title.endswith(_CUT)
    telling = (words, is_whole, len(parties) + said)
    return bool(words), is_own, *telling, mention.confidence, -len(mention.title)


def _links(event_id: EventId, told: Sequence[Told]) -> tuple[EventLink, ...]:
    """Return links to the events that the reports say they speak of."""
    others = dict.fromkeys(one.about for one in told if one.about not in (None, event_id))
    return tuple(EventLink(kind=LinkKind.ABOUT, to=other) for other in others if other is not None)


def _rivals(time: EventTime | None, mentions: Sequence[EventMention]) -> tuple[EventTime, ...]:
    """Return the times that share no instant with the chosen one, each once."""
    if time is None:
        return ()
    others = (m.time for m in mentions if m.time is not None)
    return tuple(dict.fromkeys(o for o in others if not o.interval.overlaps(time.interval)))


def _union_of_participants(mentions: Sequence[EventMention]) -> tuple[Participant, ...]:
    """Return who takes part, each once; a bare surname gives way to the whole name."""
    found: dict[str, Participant] = {}
    for mention in mentions:
        for who in mention.participants:
            found.setdefault(fold(who.name), who)
    people = [who for who in found.values() if who.kind is ActorKind.PERSON]
    whole = {surname(who.name) for who in people if " " in who.name}
    return tuple(
        who
        for who in found.values()
        if who.kind is not ActorKind.PERSON or " " in who.name or surname(who.name) not in whole
    )


def _union_of_places(mentions: Sequence[EventMention]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for mention in mentions:
        for place in mention.places:
            found.setdefault(fold(place.name), place)
    return tuple(found.values())


@cache
def _field_types() -> dict[str, Any]:
    return get_type_hints(Event)


def _read_field(name: str, text: str) -> Any:
    return codec.load(_field_types()[name], text)

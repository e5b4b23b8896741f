"""Reading an article anew, by newer rules or another date, without losing what the user made of it.

What the new reading would change is a list; each line is accepted or refused. Edits stay where
they are: they belong to events, and an event follows its words into the new reading.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex
from timeline_app.operations.consolidate import choose_event
from timeline_app.operations.document_edits import set_column, set_head
from timeline_app.storage import codec, documents
from timeline_app.storage.candidates import quote_of, telling_of
from timeline_app.storage.consolidating import Telling
from timeline_app.storage.importing import chains
from timeline_app.storage.library import Library
from timeline_app.storage.patch import Cell, CellKind
from timeline_app.storage.state import LibraryState

_COMPARED = ("type", "title", "time", "modality", "participants", "places", "attribution")


class Fate(StrEnum):
    """What a new reading does to a mention."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One line of the list: what a new reading would change.

    `id` names the line, `fields` what would differ; `is_edited` tells that the user edited or
    reviewed the event that the old mention belongs to.
    """

    id: str
    fate: Fate
    old: EventMention | None
    new: EventMention | None
    event_id: EventId | None = None
    fields: tuple[str, ...] = ()
    is_edited: bool = False

    @property
    def is_refused_at_first(self) -> bool:
        """Tell whether the old should stay unless the user says otherwise."""
        return self.fate is Fate.GONE and self.is_edited


def redated(document: Document, value: str) -> Document:
    """Return an article with a date of publication that the user gave (`YYYY-MM-DD[Thh:mm]`)."""
    dct = DctCandidate(value=value, source=DctSource.ARGUMENT, evidence=value)
    return replace(document, dct=dct, rival_dcts=())


def compare(library: Library, document_id: DocumentId, new: Extraction) -> tuple[Difference, ...]:
    """Return what a new reading of an article of the library would change, in text order."""
    old = library.extraction(document_id)
    events = library.events_of_mentions(document_id)
    edited = {event_id for event_id in set(events.values()) if _is_edited(library.event(event_id))}
    partners = match_mentions(old.mentions, new.mentions)
    found = []
    for mention in old.mentions:
        event_id = events.get(mention.id)
        partner = partners.get(mention.id)
        fields = _differing(mention, partner) if partner else ()
        if partner is None or fields:
            found.append(
                Difference(
                    id=f"old:{mention.id}",
                    fate=Fate.CHANGED if partner else Fate.GONE,
                    old=mention,
                    new=partner,
                    event_id=event_id,
                    fields=fields,
                    is_edited=event_id in edited,
                )
            )
    known = {partner.id for partner in partners.values()}
    fresh = [mention for mention in new.mentions if mention.id not in known]
    found += [Difference(id=f"new:{m.id}", fate=Fate.NEW, old=None, new=m) for m in fresh]
    return tuple(sorted(found, key=lambda one: (one.old or one.new or fresh[0]).trigger))


def _is_edited(event: Event) -> bool:
    has_marks = event.is_reviewed or event.is_rejected or bool(event.tags) or bool(event.note)
    return has_marks or bool(event.edited_fields)


def _differing(old: EventMention, new: EventMention) -> tuple[str, ...]:
    return tuple(name for name in _COMPARED if getattr(old, name) != getattr(new, name))


def match_mentions(
    old: Sequence[EventMention], new: Sequence[EventMention]
) -> dict[str, EventMention]:
    """Return for each old mention the new one that rests on the same words, if there is one.

    The same trigger comes first, then one that overlaps it, then the only one of the type in
    the same sentence.
    """
    partners: dict[str, EventMention] = {}
    free = {mention.id: mention for mention in new}
    for rank in (_is_same_trigger, _is_overlapping, _is_same_sentence):
        for mention in old:
            if mention.id in partners:
                continue
            close = [one for one in free.values() if rank(mention, one)]
            if close and (rank is not _is_same_sentence or len(close) == 1):
                partners[mention.id] = free.pop(close[0].id)
    return partners


def _is_same_trigger(old: EventMention, new: EventMention) -> bool:
    return old.trigger == new.trigger


def _is_overlapping(old: EventMention, new: EventMention) -> bool:
    return old.trigger.overlaps(new.trigger)


def _is_same_sentence(old: EventMention, new: EventMention) -> bool:
    return old.type is new.type and old.sentence.overlaps(new.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceReading:
    """Put a new reading of an article in place of the old one.

    `refused` holds the ids of the differences that are not to be made. A mention that is gone and
    refused stays as it was told before.
    """

    document_id: DocumentId
    new: Extraction
    refused: frozenset[str] = frozenset()
    name: str = "new reading"

    def cells(self, state: LibraryState) -> Sequence[Cell]:
        """Return the changed cells."""
        return [*self._document_cells(state), *_Replacement(self, state).cells()]

    def _document_cells(self, state: LibraryState) -> Iterator[Cell]:
        document = self.new.document
        timexes, placed = documents.counts(self.new)
        document_id = self.document_id
        published = documents.published_of(document)
        yield set_head(state, document_id, document)
        yield set_column(state, document_id, "annotations", documents.annotations_text(self.new))
        yield set_column(state, document_id, "published", published)
        yield set_column(state, document_id, "timex_count", timexes)
        yield set_column(state, document_id, "placed_count", placed)


def change_of_date(
    document_id: DocumentId, new: Extraction, *, refused: frozenset[str] = frozenset()
) -> ReplaceReading:
    """Return the edit that gives an article another date; `new` was found in it as `redated`."""
    return ReplaceReading(
        document_id=document_id, new=new, refused=refused, name="change of article date"
    )


class _Replacement:
    """Works out which mention cells a new reading comes to."""

    def __init__(self, edit: ReplaceReading, state: LibraryState) -> None:
        self._edit, self._state = edit, state
        self._old = dict[str, tuple[int, EventMention]]()
        for mention_id, mention in state.mentions_of(edit.document_id):
            self._old[mention.id] = (mention_id, mention)
        mentions = [mention for _, mention in self._old.values()]
        self._partners = match_mentions(mentions, edit.new.mentions)
        self._text = edit.new.document.text
        self._ids = dict[str, int]()

    def cells(self) -> list[Cell]:
        """Return the cells: kept and changed mentions first, then new ones with their events."""
        cells = [*self._known_cells(), *self._gone_cells()]
        known = {partner.id for partner in self._partners.values()}
        for chain in chains(self._edit.new.mentions):
            fresh = [m for m in chain if m.id not in known and not self._refuses(f"new:{m.id}")]
            if fresh:
                cells += self._chain_cells(chain, fresh)
        return cells

    def _refuses(self, line: str) -> bool:
        return line in self._edit.refused

    def _known_cells(self) -> Iterator[Cell]:
        ordinals = {mention.id: at for at, mention in enumerate(self._edit.new.mentions)}
        for key, partner in self._partners.items():
            mention_id, mention = self._old[key]
            self._ids[partner.id] = mention_id
            if self._refuses(f"old:{key}"):
                timex_id = self._timex_at(mention)
                partner = replace(
                    mention, id=partner.id, timex_id=timex_id, same_as=partner.same_as,
                    about=partner.about, outcome_of=partner.outcome_of,
                )  # fmt: skip
            yield self._mention_cell(mention_id, partner, ordinals[partner.id])

    def _gone_cells(self) -> Iterator[Cell]:
        last = len(self._edit.new.mentions)
        for key, (mention_id, mention) in self._old.items():
            if key in self._partners:
                continue
            before = self._state.read(CellKind.MENTION, (mention_id,))
            if self._refuses(f"old:{key}"):
                kept = replace(
                    mention, id=f"kept-{mention_id}", timex_id=self._timex_at(mention),
                    same_as=None, about=None, outcome_of=None,
                )  # fmt: skip
                yield self._mention_cell(mention_id, kept, last)
            else:
                yield Cell(kind=CellKind.MENTION, key=(mention_id,), before=before, after=None)

    def _chain_cells(
        self, chain: Sequence[EventMention], fresh: Sequence[EventMention]
    ) -> Iterator[Cell]:
        event_id, reason = self._event_of(chain)
        ordinals = {mention.id: at for at, mention in enumerate(self._edit.new.mentions)}
        for mention in fresh:
            mention_id = self._state.new_mention(self._edit.document_id)
            yield self._mention_cell(mention_id, mention, ordinals[mention.id])
            member = codec.json_text([event_id, mention.same_as_reason or reason])
            before = self._state.read(CellKind.MEMBER, (mention_id,))
            yield Cell(kind=CellKind.MEMBER, key=(mention_id,), before=before, after=member)

    def _event_of(self, chain: Sequence[EventMention]) -> tuple[EventId, str]:
        """Return the event of a chain: that of a known mention, of other articles, or a new one."""
        for mention in chain:
            if mention.id in self._ids:
                key = (self._ids[mention.id],)
                member = json.loads(self._state.read(CellKind.MEMBER, key) or "[null]")
                if member[0] is not None:
                    return EventId(member[0]), ""
        said = telling_of(self._edit.document_id, self._edit.new.document, chain)
        candidates = self._state.candidates(self._edit.document_id, said)
        match = choose_event(Telling(said=said), candidates)
        return (match.event_id, match.reason) if match else (self._state.new_event(), "")

    def _mention_cell(self, mention_id: int, mention: EventMention, ordinal: int) -> Cell:
        key = (mention_id,)
        after = [ordinal, codec.dump(mention), quote_of(mention, self._text)]
        before = self._state.read(CellKind.MENTION, key)
        return Cell(kind=CellKind.MENTION, key=key, before=before, after=codec.json_text(after))

    def _timex_at(self, mention: EventMention) -> str | None:
        """Return the new id of the time expression that dates an old mention, if it is there."""
        span = self._old_spans().get(mention.timex_id or "")
        return next((t.id for t in self._edit.new.timexes if t.span == span), None)

    def _old_spans(self) -> dict[str, Span]:
        old: tuple[Timex, ...] = self._state.extraction(self._edit.document_id).timexes
        return {timex.id: timex.span for timex in old}

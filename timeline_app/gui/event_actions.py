"""What the Event menu does: each an edit on the undo stack."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.event_columns import EventFlag, Grouping
from timeline_app.annotation.timex import Reading
from timeline_app.gui.detail.story import Story
from timeline_app.gui.dialogs.edit_event import EditEvent, EventFields
from timeline_app.gui.dialogs.tag_events import TagEvents
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.edits import (
    AddEvent,
    ChangeModality,
    ChangeTime,
    ChangeTitle,
    ChangeType,
    Merge,
    Reject,
    ResetField,
    Restore,
    SetNote,
    SetParticipants,
    SetPlaces,
    SetReviewed,
    SetTags,
    Together,
)
from timeline_app.operations.review import review_order, review_progress
from timeline_app.storage.patch import Edit


class EventActions(QObject):
    """Makes the user's edits to the selected events."""

    told = Signal(str)
    """Something happened that is worth a line in the status bar."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        edits: EditStack,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._edits = window, session, edits

    def toggle_reviewed(self) -> None:
        """Mark the selected events as reviewed; where all are, as not reviewed."""
        ids = self._session.selected_ids()
        if ids:
            is_reviewed = not self._session.selected_have(EventFlag.REVIEWED)
            self._edits.make(SetReviewed(event_ids=ids, is_reviewed=is_reviewed))

    def toggle_rejected(self) -> None:
        """Reject the selected events; where all are rejected, take that back."""
        ids = self._session.selected_ids()
        if ids:
            restores = self._session.selected_have(EventFlag.REJECTED)
            self._edits.make(Restore(event_ids=ids) if restores else Reject(event_ids=ids))

    def edit(self) -> None:
        """Open the current event's fields."""
        event_id, reader = self._session.current_id, self._session.reader
        if event_id is None or reader is None:
            return
        event = reader.event(event_id)
        dialog = EditEvent(EventFields.of(event), self.tr("Edit event"), self._window)
        dialog.accepted.connect(lambda: self._save(event, dialog.fields))
        dialog.open()

    def _save(self, event: Event, fields: EventFields) -> None:
        edits = changed_fields(event, fields)
        if len(edits) == 1:
            self._edits.make(edits[0])
        elif edits:
            self._edits.make(Together(name=self.tr("change of event"), edits=tuple(edits)))

    def as_reported(self) -> None:
        """Show the selected events again as their articles tell them; tags and notes stay."""
        reader = self._session.reader
        events = [reader.event(one) for one in self._session.selected_ids()] if reader else []
        edits = reset_edits(events)
        if edits:
            self._edits.make(Together(name=ResetField.name, edits=tuple(edits)))
        else:
            self.told.emit(self.tr("Nothing that articles tell was changed here."))

    def tag(self) -> None:
        """Ask for the tags of the selected events; those of one alone stay with it."""
        reader = self._session.reader
        events = [reader.event(one) for one in self._session.selected_ids()] if reader else []
        if not events:
            return
        known = self._session.events.columns.groups[Grouping.TAG].names
        dialog = TagEvents(shared_tags(events), known, self._window)
        dialog.accepted.connect(lambda: self._tag(events, dialog.tags))
        dialog.open()

    def _tag(self, events: Sequence[Event], tags: tuple[str, ...]) -> None:
        edits = tag_edits(events, tags)
        if len(edits) == 1:
            self._edits.make(edits[0])
        elif edits:
            self._edits.make(Together(name=SetTags.name, edits=tuple(edits)))

    def add(self) -> None:
        """Ask for an event and add it by hand."""
        dialog = EditEvent(EventFields(), self.tr("New event"), self._window)
        dialog.accepted.connect(lambda: self._add(dialog.fields))
        dialog.open()

    def _add(self, fields: EventFields) -> None:
        self._edits.make(
            AddEvent(
                type=fields.type,
                title=fields.title,
                time=fields.time,
                modality=fields.modality,
                participants=fields.participants,
                places=fields.places,
                tags=fields.tags,
                note=fields.note,
            )
        )

    def next_to_review(self) -> None:
        """Go to the shown event that most needs a look, after the current one in that order."""
        events = self._session.events
        order = review_order(events.columns)
        rows = [row for i in order.tolist() if (row := events.row_of(i)) is not None]
        shown = [row for row in rows if events.mask[row]]
        if not shown:
            self.told.emit(self.tr("Nothing shown is left to review."))
            return
        here = self._session.selection.currentIndex().row()
        at = shown.index(here) + 1 if here in shown else 0
        self._session.select_row(shown[at % len(shown)])
        progress = review_progress(events.columns)
        done = progress.reviewed + progress.rejected
        self.told.emit(self.tr("{} of {} reviewed").format(done, progress.total))

    def merge(self) -> None:
        """Make one event of the selected ones; the current one is kept."""
        ids = self._session.selected_ids()
        kept = self._session.current_id
        if len(ids) > 1:
            first = kept if kept in ids and kept is not None else ids[0]
            others = tuple(i for i in ids if i != first)
            self._edits.make(Merge(event_ids=(first, *others)))

    def choose_reading(self, story: Story, reading: Reading) -> None:
        """Date an event by another reading of its phrase."""
        self._edits.make(ChangeTime(event_id=story.event.id, time=reading.time))


_TOLD_FIELDS = ("title", "time", "type", "modality", "participants", "places")
"""Fields that the reports of an event tell."""


def reset_edits(events: Sequence[Event]) -> list[Edit]:
    """Return what takes back the changes of what articles tell; of events by hand nothing."""
    return [
        ResetField(event_id=event.id, field=field)
        for event in events
        if event.reports
        for field in _TOLD_FIELDS
        if field in event.edited_fields
    ]


def shared_tags(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the tags that all of some events have."""
    return tuple(tag for tag in events[0].tags if all(tag in event.tags for event in events))


def tag_edits(events: Sequence[Event], tags: Sequence[str]) -> list[SetTags]:
    """Return the edits that put `tags` in place of the tags that all of the events have."""
    shared = shared_tags(events)
    edits = []
    for event in events:
        own = [tag for tag in event.tags if tag not in shared]
        wanted = tuple(dict.fromkeys((*own, *tags)))
        if set(wanted) != set(event.tags):
            edits.append(SetTags(event_id=event.id, tags=wanted))
    return edits


def changed_fields(event: Event, fields: EventFields) -> Sequence[Edit]:
    """Return the edits that make an event's fields what the user wants, none where they are."""
    target: EventId = event.id
    edits: list[Edit] = []
    if fields.title != event.title:
        edits.append(ChangeTitle(event_id=target, title=fields.title))
    if fields.time != event.time:
        edits.append(ChangeTime(event_id=target, time=fields.time))
    if fields.type is not event.type:
        edits.append(ChangeType(event_id=target, type=fields.type))
    if fields.modality is not event.modality:
        edits.append(ChangeModality(event_id=target, modality=fields.modality))
    if fields.participants != event.participants:
        edits.append(SetParticipants(event_id=target, participants=fields.participants))
    if fields.places != event.places:
        edits.append(SetPlaces(event_id=target, places=fields.places))
    if fields.tags != event.tags:
        edits.append(SetTags(event_id=target, tags=fields.tags))
    if fields.note != event.note:
        edits.append(SetNote(event_id=target, note=fields.note))
    return edits

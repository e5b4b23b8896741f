"""Brings in other programs' events: as one edit that can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.errors import ReadingError
from timeline_app.gui.dialogs.notices import TextList
from timeline_app.gui.models.counted import events_text
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.adding import adding_edit, not_yet_in
from timeline_app.operations.event_files.read_events import EventFormat
from timeline_app.reading.input_file import InputFile
from timeline_app.storage.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is in the files: events that the library has not, and a line for each that is not."""

    new: tuple[AddEvent, ...]
    known: int
    problems: tuple[str, ...]


class EventFileActions(QObject):
    """Reads files of events into the session's library."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        edits: EditStack,
        refuse: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._edits, self._refuse = window, session, edits, refuse

    def bring_in(self, files: Sequence[tuple[InputFile, EventFormat]]) -> None:
        """Add the events of files; what cannot be taken is listed."""
        reader = self._session.reader
        if not files or reader is None:
            return
        work = lambda: _read(reader, files)
        self._session.jobs.run("event files", work, self._add, failed=self._refuse)

    def _add(self, found: _Found) -> None:
        if found.new and not self._edits.make(adding_edit(found.new)):
            return
        words = self.tr("{} added").format(events_text(len(found.new)))
        if found.known:
            words += self.tr(", {} were here already").format(found.known)
        self.told.emit(f"{words}.")
        if found.problems:
            title = self.tr("Not everything could be taken")
            head = self.tr("{} events were added. This could not be taken:")
            TextList(title, head.format(len(found.new)), found.problems, self._window).open()


def _read(reader: Library, files: Sequence[tuple[InputFile, EventFormat]]) -> _Found:
    read: list[AddEvent] = []
    problems: list[str] = []
    for file, form in files:
        try:
            taken = form.read(file)
        except ReadingError as fault:
            problems.append(str(fault))
            continue
        read += taken.events
        problems += [f"{file.name}: {item.title}: {item.reason}" for item in taken.left_out]
    new = not_yet_in(reader, read)
    return _Found(new=new, known=len(read) - len(new), problems=tuple(problems))

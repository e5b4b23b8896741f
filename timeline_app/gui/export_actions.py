"""Exports: a format, a scope, a file; the writing runs beside the window."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.ids import EventId
from timeline_app.errors import TimelineError
from timeline_app.gui.clipboard import copy_marked_text, put
from timeline_app.gui.dialogs.export_dialog import PICTURES, ExportDialog, Scope
from timeline_app.gui.dialogs.notices import TextList
from timeline_app.gui.models.counted import events_text
from timeline_app.gui.models.session import Session
from timeline_app.gui.theme import tokens_of
from timeline_app.operations.writers.chronology import Written, write_accepted
from timeline_app.operations.writers.clipboard import ClipboardForms, clipboard_forms
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.registry import writer_for


class ExportActions(QObject):
    """Writes the events of a session into files."""

    told = Signal(str)
    refused = Signal(Exception)

    def __init__(self, window: QWidget, session: Session, grouping: Callable[[], Grouping]) -> None:
        super().__init__(window)
        self._window, self._session, self._grouping = window, session, grouping

    def ask(self) -> None:
        """Ask what to export, and export it."""
        counts = {scope: len(self.ids(scope)) for scope in Scope}
        dialog = ExportDialog(counts, self._window)
        dialog.wanted.connect(self._ask_for_file)
        dialog.open()

    def ids(self, scope: Scope) -> list[EventId]:
        """Return the events of a scope, in the order of time."""
        if scope is Scope.SELECTED:
            return list(self._session.selected_ids())
        events = self._session.events
        rows = events.columns.ids if scope is Scope.ALL else events.columns.ids[events.mask]
        return [EventId(i) for i in rows.tolist()]

    def _ask_for_file(self, key: str, scope: str) -> None:
        library = self._session.library
        if library is None:
            return
        suffix = PICTURES[key][1] if key in PICTURES else writer_for(key).suffix
        start = library.path.with_name(f"{library.path.stem}{suffix}")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), str(start), f"*{suffix}"
        )
        if name:
            self.export(key, Scope(scope), Path(name))

    def export(self, key: str, scope: Scope, place: Path) -> None:
        """Write the events of a scope into a file; `told` says when it is there."""
        if key in PICTURES:
            self._draw(scope, place, on_sheets=key == "sheets-pdf")
            return
        reader, ids = self._session.reader, self.ids(scope)
        if reader is None:
            return

        def work() -> Written:
            written = write_accepted(writer_for(key), gather(reader, ids))
            write_whole(place, written.content)
            return written

        def done(written: Written) -> None:
            count = len(ids) - len(written.left_out)
            self.told.emit(self.tr("{} written to {}").format(events_text(count), place))
            lines = [f"{one.title}: {one.reason}" for one in written.left_out]
            head = self.tr("The file is written. These events are not in it:")
            if not lines:
                head = self.tr("The file is written. It does not show everything:")
            if lines or written.remarks:
                lines = [*written.remarks, *lines]
                TextList(self.tr("Not everything fits"), head, lines, self._window).open()

        self._session.jobs.run("export", work, done, failed=self._fail)

    def copy(self) -> None:
        """Put the selected events on the clipboard, or the text that is marked."""
        reader, ids = self._session.reader, self.ids(Scope.SELECTED)
        if copy_marked_text() or reader is None or not ids:
            return

        def done(forms: ClipboardForms) -> None:
            put(forms)
            self.told.emit(self.tr("{} copied").format(events_text(len(ids))))

        def work() -> ClipboardForms:
            return clipboard_forms(gather(reader, ids))

        self._session.jobs.run("copy", work, done, failed=self._fail)

    def _draw(self, scope: Scope, place: Path, *, on_sheets: bool) -> None:
        from timeline_app.gui.timeline.snapshot import render_sheets, render_snapshot
        from timeline_app.layout.column_selection import taken

        session = self._session
        library = session.library
        if library is None:
            return
        wanted = np.isin(session.events.columns.ids, self.ids(scope))
        columns = taken(session.events.columns, wanted)

        def titles(rows: Sequence[int]) -> list[str]:
            return library.titles([int(columns.ids[row]) for row in rows])

        try:
            if on_sheets:
                render_sheets(columns, titles, place, grouping=self._grouping())
            else:
                is_dark = tokens_of(self._window.palette()).scheme.is_dark
                render_snapshot(columns, titles, place, grouping=self._grouping(), dark=is_dark)
        except TimelineError as fault:
            self.refused.emit(fault)
            return
        self.told.emit(self.tr("Picture written to {}").format(place))

    def _fail(self, fault: BaseException) -> None:
        if not isinstance(fault, TimelineError):
            raise fault
        self.refused.emit(fault)


def write_whole(place: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises TimelineError."""
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(place)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        raise TimelineError(
            f"{place} could not be written ({fault.strerror or fault}). "
            "Choose a folder that you may write to, with room on its disk."
        ) from fault

"""An import that runs beside the window: progress, a rate, Cancel, and a report at the end."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from timeline_app.gui.overriding import override
from timeline_app.operations.ingest import ingest
from timeline_app.operations.progress import Cancel, Progress
from timeline_app.reading.input_file import InputFile
from timeline_app.storage.changes import Changes
from timeline_app.storage.library import Library

_TELL_EVERY_S = 0.1
_REFRESH_EVERY_S = 1.5


class ImportJob(QThread):
    """Reads articles in other processes and adds them on a connection of its own."""

    advanced = Signal(object)
    """How far it is: a Progress; at most ten times a second."""
    added = Signal()
    """Articles have come into the library; at most every second or two."""
    succeeded = Signal(object)
    """It has ended: an IngestReport."""
    failed = Signal(Exception)
    """It could not go on."""

    def __init__(
        self,
        library_path: Path,
        inputs: Sequence[Path | InputFile],
        *,
        dct: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path, self._inputs, self._dct = library_path, inputs, dct
        self._cancel = Cancel()
        self._told_s = self._refreshed_s = 0.0

    def cancel(self) -> None:
        """Stop after the articles under way; what is in the library stays there."""
        self._cancel.request()

    @override
    def run(self) -> None:
        try:
            self._run()
        except Exception as fault:  # shown, or risen again, in the UI thread
            self.failed.emit(fault)

    def _run(self) -> None:
        with Library.open(self._path, create=False) as library:
            report = ingest(
                library,
                self._inputs,
                dct=self._dct,
                is_apart=True,
                progress=self._tell,
                cancel=self._cancel,
                on_changes=self._note,
            )
        self.succeeded.emit(report)

    def _tell(self, progress: Progress) -> None:
        now_s = time.monotonic()
        if now_s - self._told_s >= _TELL_EVERY_S or progress.done == progress.total:
            self._told_s = now_s
            self.advanced.emit(progress)

    def _note(self, _changes: Changes) -> None:
        now_s = time.monotonic()
        if now_s - self._refreshed_s >= _REFRESH_EVERY_S:
            self._refreshed_s = now_s
            self.added.emit()

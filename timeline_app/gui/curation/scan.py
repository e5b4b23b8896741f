"""Looks through a library in a worker, a little at a time, so that it can be stopped."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from timeline_app.gui.models.session import Session
from timeline_app.storage.library import Library

_STEP_S = 0.1

Look = Callable[[Library, Any], Iterable[Any]]
"""Returns what was found in one item of the library."""


class Scan(QObject):
    """Looks at one item after another on the session's second connection."""

    found = Signal(list)
    """What was found since the last step."""
    advanced = Signal(int, int)
    """So many items were looked at, of so many."""
    ended = Signal()
    """All items were looked at; not sent where the scan was stopped."""

    def __init__(self, session: Session, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind
        self._items: Sequence[Any] = ()
        self._at = 0
        session.library_changed.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether there is something left to look at."""
        return self._at < len(self._items)

    def start(self, items: Sequence[Any], look: Look) -> None:
        """Look at `items` in their order, in place of what was looked at before."""
        self.stop()
        reader = self._session.reader
        if reader is None:
            return
        self._items, self._at = items, 0
        self._step(reader, look)

    def stop(self) -> None:
        """Look at nothing more."""
        self._session.jobs.drop(self._kind)
        self._items, self._at = (), 0

    def _step(self, reader: Library, look: Look) -> None:
        if reader is not self._session.reader:
            self.stop()
            return
        items, at = self._items, self._at

        def work() -> tuple[int, list[Any]]:
            return _look_on(reader, items, at, look)

        def done(outcome: tuple[int, list[Any]]) -> None:
            self._at, found = outcome
            if found:
                self.found.emit(found)
            self.advanced.emit(self._at, len(items))
            if self._at < len(items):
                self._step(reader, look)
            else:
                self.ended.emit()

        self._session.jobs.run(self._kind, work, done, failed=self._session.failed.emit)


def _look_on(reader: Library, items: Sequence[Any], at: int, look: Look) -> tuple[int, list[Any]]:
    found: list[Any] = []
    until = time.monotonic() + _STEP_S
    while at < len(items):
        found += look(reader, items[at])
        at += 1
        if time.monotonic() > until:
            break
    return at, found

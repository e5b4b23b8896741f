"""Opens libraries: new ones, known ones, the samples."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app import paths
from timeline_app.errors import TimelineError
from timeline_app.gui.models.session import Session

if TYPE_CHECKING:
    from timeline_app.storage.check import LibraryCheck
    from timeline_app.storage.repair import Repair

_RECENT_KEY = "library/recent"
_MOST_RECENT = 8


class LibraryActions(QObject):
    """Opens one library after another in a session."""

    told = Signal(str)
    """Something happened that is worth a line in the status bar."""
    samples_wanted = Signal()
    """The library of the samples is open and still empty."""
    recent_changed = Signal()

    def __init__(self, window: QWidget, session: Session, settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._wants_samples = False
        session.library_changed.connect(self._remember)

    # Libraries

    def new(self) -> None:
        """Ask for a name and open an empty library there."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), self._folder(), self._pattern()
        )
        if name:
            path = Path(name)
            self.open(path if path.suffix else path.with_suffix(paths.LIBRARY_SUFFIX))

    def ask_and_open(self) -> None:
        """Ask for a library and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open library"), self._folder(), self._pattern()
        )
        if name:
            self.open(Path(name), create=False)

    def open(self, path: Path, *, create: bool = True) -> None:
        """Open a library; where that fails, say why and what to do."""
        self._wants_samples = False
        self._session.open(
            path, create=create, failed=lambda fault: self.refuse_library(path, fault)
        )

    def open_read_only(self, path: Path) -> None:
        """Open a library that may be looked at but not changed."""
        self._session.open(path, create=False, read_only=True, failed=self.refuse)

    def refuse_library(self, path: Path, fault: BaseException) -> None:
        """Say why a library cannot be opened; one that may only be read can be opened so."""
        is_locked = path.is_file() and not (
            os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        )
        if not isinstance(fault, TimelineError) or not is_locked:
            self.refuse(fault)
            return
        from timeline_app.gui.dialogs.notices import Notice

        notice = Notice(self.tr("This library cannot be changed"), str(fault), self._window)
        notice.offer(self.tr("Open read-only"), lambda: self.open_read_only(path)).open()

    def open_samples(self) -> None:
        """Open the library of the sample articles, filled where it is not yet."""
        self.fill_with_samples()
        self._session.open(paths.samples_library(), create=True, failed=self.refuse)

    def fill_with_samples(self) -> None:
        """Ask for the samples when the library that is being opened is empty."""
        self._wants_samples = True

    def recent(self) -> list[Path]:
        """Return the libraries opened of late that are still there, the last one first."""
        kept: object = self._settings.value(_RECENT_KEY, [])
        names = kept if isinstance(kept, list) else [kept]
        return [Path(str(n)) for n in names if n and Path(str(n)).exists()]

    def _remember(self) -> None:
        library = self._session.library
        if library is None:
            return
        known = [library.path, *(p for p in self.recent() if p != library.path)]
        self._settings.setValue(_RECENT_KEY, [str(p) for p in known[:_MOST_RECENT]])
        self.recent_changed.emit()
        if self._wants_samples and not self._session.articles.rows:
            self.samples_wanted.emit()
        self._wants_samples = False

    def _folder(self) -> str:
        library = self._session.library
        return str(library.path.parent if library is not None else Path.home())

    def _pattern(self) -> str:
        return self.tr("Timeline libraries (*{});;All files (*)").format(paths.LIBRARY_SUFFIX)

    def check(self) -> None:
        """Check the open library, and tell what is wrong or that all is well."""
        library = self._session.library
        if library is None:
            return
        from timeline_app.storage.check import check_library

        path = library.path
        self._session.jobs.run(
            "check", lambda: check_library(path), self._tell_check, failed=self.refuse
        )

    def _tell_check(self, found: "LibraryCheck") -> None:
        if found.is_sound:
            self.told.emit(self.tr("The library is sound."))
            return
        from timeline_app.gui.dialogs.notices import TextList

        head = self.tr(
            "Something is wrong. A repair keeps the file as it is and saves what it can:"
        )
        problems = TextList(self.tr("Check library"), head, found.problems, self._window)
        problems.offer(self.tr("Repair"), self.repair)
        problems.open()

    def repair(self) -> None:
        """Close the library, put what can be read into a new file, and open that."""
        library = self._session.library
        if library is None:
            return
        from timeline_app.storage.repair import repair_library

        path = library.path
        self._session.close()
        self._session.jobs.run(
            "repair",
            lambda: repair_library(path),
            lambda done: self._tell_repair(path, done),
            failed=self.refuse,
        )

    def _tell_repair(self, path: Path, done: "Repair") -> None:
        from timeline_app.gui.dialogs.notices import TextList

        saved = [f"{count} {what}" for what, count in done.saved.items()]
        lines = [self.tr("Saved: {}").format(", ".join(saved)), *done.notes]
        lines.append(self.tr("The file as it was: {}").format(done.kept))
        self.open(path)
        TextList(self.tr("Repaired"), self.tr("What the repair did:"), lines, self._window).open()

    def refuse(self, fault: BaseException) -> None:
        """Show why something could not be done; what is no fault of the world rises."""
        if not isinstance(fault, TimelineError):
            raise fault
        from timeline_app.gui.dialogs.notices import Notice

        Notice(self.tr("That did not work"), str(fault), self._window).open()

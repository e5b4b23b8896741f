"""What the File menu does: libraries, imports, exports."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app import paths
from timeline_app.errors import TimelineError
from timeline_app.gui.dialogs.notices import Notice, TextList
from timeline_app.gui.dialogs.paste_article import PasteArticle
from timeline_app.gui.import_bar import ImportBar
from timeline_app.gui.jobs.import_job import ImportJob
from timeline_app.gui.models.session import Session
from timeline_app.operations.ingest import IngestReport
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import known_suffixes
from timeline_app.storage.changes import Changes

SUFFIX = ".tlib"
_RECENT_KEY = "library/recent"
_MOST_RECENT = 8


class LibraryActions(QObject):
    """Opens libraries and brings articles in; one import runs at a time."""

    told = Signal(str)
    """Something happened that is worth a line in the status bar."""
    recent_changed = Signal()

    def __init__(
        self, window: QWidget, session: Session, bar: ImportBar, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._bar, self._settings = window, session, bar, settings
        self._job: ImportJob | None = None
        self._wants_samples = False
        bar.cancelled.connect(self._cancel)
        session.library_changed.connect(self._remember)

    # Libraries

    def new(self) -> None:
        """Ask for a name and open an empty library there."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), self._folder(), self._pattern()
        )
        if name:
            path = Path(name)
            self.open(path if path.suffix else path.with_suffix(SUFFIX))

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
        self._session.open(path, create=create, failed=lambda fault: self.refuse(fault))

    def open_samples(self) -> None:
        """Open the library of the sample articles, filled where it is not yet."""
        self._wants_samples = True
        self._session.open(
            paths.default_library().with_name(f"samples{SUFFIX}"), create=True, failed=self.refuse
        )

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
            self.bring_in([paths.seeds_dir()])
        self._wants_samples = False

    def _folder(self) -> str:
        library = self._session.library
        return str(library.path.parent if library is not None else Path.home())

    def _pattern(self) -> str:
        return self.tr("Timeline libraries (*{});;All files (*)").format(SUFFIX)

    # Imports

    def import_files(self) -> None:
        """Ask for articles and import them."""
        suffixes = " ".join(f"*{s}" for s in sorted(known_suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import articles"),
            str(Path.home()),
            self.tr("Articles ({});;All files (*)").format(suffixes),
        )
        self.bring_in([Path(n) for n in names])

    def import_folder(self) -> None:
        """Ask for a folder and import the articles below it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import folder"))
        if name:
            self.bring_in([Path(name)])

    def paste(self, text: str | None = None) -> None:
        """Import an article from its text: the given one, else the clipboard's."""
        given = QGuiApplication.clipboard().text() if text is None else text
        dialog = PasteArticle(given, QDate.currentDate(), self._window)
        dialog.accepted.connect(lambda: self._take_pasted(dialog))
        dialog.open()

    def _take_pasted(self, dialog: PasteArticle) -> None:
        name = f"{dialog.article_name.replace('/', '-')}.txt"
        content = dialog.text.toPlainText().encode("utf-8", errors="replace")
        self.bring_in([InputFile(name=name, content=content)], dct=dialog.stated_date)

    def bring_in(self, inputs: Sequence[Path | InputFile], *, dct: str | None = None) -> None:
        """Import articles beside the window."""
        library = self._session.library
        if not inputs or library is None:
            return
        if self._job is not None:
            self.told.emit(self.tr("An import is running; wait for it or cancel it."))
            return
        job = ImportJob(library.path, inputs, dct=dct, parent=self)
        self._job = job
        job.advanced.connect(self._bar.advance)
        job.added.connect(lambda: self._session.reload(Changes()))
        job.succeeded.connect(self._report)
        job.failed.connect(self.refuse)
        job.finished.connect(self._end)
        self._bar.begin()
        job.start()

    @property
    def is_importing(self) -> bool:
        """Tell whether an import runs."""
        return self._job is not None

    def stop(self) -> None:
        """Cancel a running import and wait for its end."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._bar.hide()
        self._session.reload(Changes())

    def _report(self, report: IngestReport) -> None:
        parts = [self.tr("{} articles imported").format(len(report.added))]
        if report.duplicates:
            parts.append(self.tr("{} were here already").format(len(report.duplicates)))
        if report.failed:
            parts.append(self.tr("{} could not be read").format(len(report.failed)))
        if report.is_cancelled:
            parts.append(self.tr("stopped before the end"))
        self.told.emit(", ".join(parts) + ".")
        if report.failed:
            reasons = [failure.message for failure in report.failed]
            head = self.tr("{} articles were imported. These could not be read:")
            title = self.tr("Not everything could be read")
            TextList(title, head.format(len(report.added)), reasons, self._window).open()

    def refuse(self, fault: BaseException) -> None:
        """Show why something could not be done; what is no fault of the world rises."""
        if not isinstance(fault, TimelineError):
            raise fault
        Notice(self.tr("That did not work"), str(fault), self._window).open()

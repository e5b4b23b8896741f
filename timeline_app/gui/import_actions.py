"""Brings articles in: files, folders, pasted text; one import runs at a time."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.gui.dialogs.fetch_pages import FetchPages, addresses_in
from timeline_app.gui.dialogs.notices import TextList
from timeline_app.gui.dialogs.paste_article import PasteArticle
from timeline_app.gui.event_files import EventFileActions
from timeline_app.gui.import_bar import ImportBar
from timeline_app.gui.jobs.import_job import ImportJob
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.event_files.registry import event_suffixes, told_apart
from timeline_app.operations.ingest import IngestReport
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import known_suffixes


class ImportActions(QObject):
    """Imports articles into the session's library."""

    told = Signal(str)
    """Something happened that is worth a line in the status bar."""
    running = Signal(bool)
    """An import has begun, or has ended and its events are shown."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        edits: EditStack,
        bar: ImportBar,
        refuse: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._bar, self._refuse = window, session, bar, refuse
        self._events = EventFileActions(window, session, edits, refuse)
        self._events.told.connect(self.told)
        self._job: ImportJob | None = None
        bar.cancelled.connect(self._cancel)

    def import_files(self) -> None:
        """Ask for articles and import them."""
        suffixes = " ".join(f"*{s}" for s in sorted(known_suffixes() | event_suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import articles"),
            str(Path.home()),
            self.tr("Articles and events ({});;All files (*)").format(suffixes),
        )
        self.bring_in([Path(n) for n in names])

    def import_folder(self) -> None:
        """Ask for a folder and import the articles below it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import folder"))
        if name:
            self.bring_in([Path(name)])

    def paste(self, text: str | None = None) -> None:
        """Import an article from its text, or from its web address: the given one, else the
        clipboard's.
        """
        given = QGuiApplication.clipboard().text() if text is None else text
        if addresses := addresses_in(given):
            self._ask_to_fetch(FetchPages(addresses, self._window))
            return
        dialog = PasteArticle(given, QDate.currentDate(), self._window)
        dialog.accepted.connect(lambda: self._take_pasted(dialog))
        dialog.open()

    def _ask_to_fetch(self, dialog: FetchPages) -> None:
        def fetch() -> None:
            is_private = dialog.private.isChecked()
            self.bring_in([InputFile.of_url(a, is_private=is_private) for a in dialog.addresses])

        dialog.accepted.connect(fetch)
        dialog.open()

    def _take_pasted(self, dialog: PasteArticle) -> None:
        name = f"{dialog.article_name.replace('/', '-')}.txt"
        content = dialog.text.toPlainText().encode("utf-8", errors="replace")
        self.bring_in([InputFile(name=name, content=content)], dct=dialog.stated_date)

    def bring_in(self, inputs: Sequence[Path | InputFile], *, dct: str | None = None) -> None:
        """Import articles, and files of events, beside the window."""
        library = self._session.library
        if not inputs or library is None:
            return
        files, inputs = told_apart(inputs)
        self._events.bring_in(files)
        if not inputs:
            return
        if self._job is not None:
            self.told.emit(self.tr("An import is running; wait for it or cancel it."))
            return
        job = ImportJob(library.path, inputs, dct=dct, parent=self)
        self._job = job
        job.advanced.connect(self._bar.advance)
        job.added.connect(lambda: self._session.show_own_writes(is_ended=False))
        job.succeeded.connect(self._report)
        job.failed.connect(self._refuse)
        job.finished.connect(self._end)
        self._bar.begin()
        self.running.emit(True)
        self._session.begin_own_writes()
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
        self._session.show_own_writes(is_ended=True)
        self._session.data_changed.connect(self._tell_end)

    def _tell_end(self) -> None:
        self._session.data_changed.disconnect(self._tell_end)
        self.running.emit(False)

    def _report(self, report: IngestReport) -> None:
        parts = [self.tr("{} articles imported").format(len(report.added))]
        if report.duplicates:
            parts.append(self.tr("{} were here already").format(len(report.duplicates)))
        if report.failed:
            parts.append(self.tr("{} could not be read").format(len(report.failed)))
        if report.passed_over:
            parts.append(self.tr("{} other files passed over").format(len(report.passed_over)))
        if report.remarks and not report.failed:
            path, remark = report.remarks[0]
            parts.append(f"{path}: {remark}")
        if report.is_cancelled:
            parts.append(self.tr("stopped before the end"))
        self.told.emit(", ".join(parts) + ".")
        if report.failed:
            reasons = [failure.message for failure in report.failed]
            reasons += [f"{path}: {remark}" for path, remark in report.remarks]
            head = self.tr("{} articles were imported. These could not be read:")
            title = self.tr("Not everything could be read")
            TextList(title, head.format(len(report.added)), reasons, self._window).open()

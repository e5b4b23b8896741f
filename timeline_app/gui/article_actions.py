"""What can be done with an article: another date, title or outlet, removal."""

from PySide6.QtCore import QDate, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.annotation.document import Document
from timeline_app.annotation.ids import DocumentId
from timeline_app.annotation.mention import Extraction
from timeline_app.chrono.instant import civil
from timeline_app.gui.dialogs.article_date import ArticleDate
from timeline_app.gui.dialogs.article_head import ArticleHead
from timeline_app.gui.models.article_model import article_title
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.document_edits import ChangeHead, RemoveDocument
from timeline_app.operations.reextract import Difference, change_of_date, compare, redated


class ArticleActions(QObject):
    """Makes the user's edits to articles."""

    new_reading_wanted = Signal(object)
    """The user wants an article read by this version's rules: its DocumentId."""

    def __init__(self, window: QWidget, session: Session, edits: EditStack) -> None:
        super().__init__(window)
        self._window, self._session, self._edits = window, session, edits
        self._reading: Extraction | None = None

    def offer(self, document_id: DocumentId, at: QPoint) -> None:
        """Offer what can be done with an article."""
        menu = QMenu(self._window)
        date = menu.addAction(self.tr("Change publication &date…"))
        date.triggered.connect(lambda: self.change_date(document_id))
        head = menu.addAction(self.tr("Change &title or outlet…"))
        head.triggered.connect(lambda: self.change_head(document_id))
        again = menu.addAction(self.tr("Read &again with this version…"))
        again.triggered.connect(lambda: self.new_reading_wanted.emit(document_id))
        removal = menu.addAction(self.tr("&Remove from library"))
        removal.triggered.connect(lambda: self.remove(document_id))
        menu.exec(at)

    def remove(self, document_id: DocumentId) -> None:
        """Take an article out of the library; undo brings it back."""
        self._edits.make(RemoveDocument(document_id=document_id))

    def change_head(self, document_id: DocumentId) -> ArticleHead | None:
        """Ask for another title or outlet of an article."""
        row, reader = self._session.articles.article(document_id), self._session.reader
        if row is None or reader is None:
            return None
        document = reader.document(document_id)
        dialog = ArticleHead(document.title, document.outlet or "", self._window)
        dialog.accepted.connect(lambda: self._save_head(document_id, document, dialog))
        dialog.open()
        return dialog

    def _save_head(self, document_id: DocumentId, before: Document, dialog: ArticleHead) -> None:
        if (dialog.title, dialog.outlet) != (before.title, before.outlet):
            self._edits.make(
                ChangeHead(document_id=document_id, title=dialog.title, outlet=dialog.outlet)
            )

    def change_date(self, document_id: DocumentId) -> ArticleDate | None:
        """Ask for another date of an article, with a preview of what that changes."""
        row = self._session.articles.article(document_id)
        if row is None:
            return None
        date = QDate.currentDate()
        if row.published is not None:
            c = civil(row.published)
            date = QDate(c.year, c.month, c.day)
        dialog = ArticleDate(article_title(row), date, self._window)
        dialog.date_changed.connect(lambda value: self._preview(dialog, document_id, value))
        dialog.accepted.connect(lambda: self._take(dialog, document_id))
        dialog.open()
        self._preview(dialog, document_id, dialog.value)
        return dialog

    def _preview(self, dialog: ArticleDate, document_id: DocumentId, value: str) -> None:
        reader = self._session.reader
        if reader is None:
            return

        def work() -> tuple[Extraction, tuple[Difference, ...]]:
            from timeline_app.extraction.pipeline import extract

            new = extract(redated(reader.document(document_id), value))
            return new, compare(reader, document_id, new)

        def done(found: tuple[Extraction, tuple[Difference, ...]]) -> None:
            if dialog.isVisible():
                self._reading = found[0]
                dialog.show_differences(found[1])

        self._session.jobs.run("preview", work, done)

    def _take(self, dialog: ArticleDate, document_id: DocumentId) -> None:
        if self._reading is not None:
            edit = change_of_date(document_id, self._reading, refused=dialog.refused)
            self._edits.make_later(edit)
        self._reading = None

"""Asks which reports of an event tell of another happening."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.event import DocumentId, Report
from timeline_app.gui.curation.trees import flat_list, items_of
from timeline_app.gui.detail.story import Story
from timeline_app.gui.models.article_model import article_title
from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.theme import Space

_KEY = Qt.ItemDataRole.UserRole


class SplitDialog(QDialog):
    """Lists the reports of an event; the ticked ones go."""

    def __init__(self, story: Story, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split event"))
        self.resize(820, 400)
        head = QLabel(story.event.title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setObjectName("paneTitle")
        words = QLabel(
            self.tr("Tick the reports that tell of another happening. They become an event."),
            wordWrap=True,
        )
        words.setObjectName("caption")
        self.tree = flat_list(
            self.tr("Says"), self.tr("Date"), self.tr("Article"), self.tr("Why it was merged")
        )
        self.tree.setAccessibleName(self.tr("Reports"))
        for column, width_px in enumerate((240, 140, 200)):
            self.tree.setColumnWidth(column, width_px)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.split = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.split.setText(self.tr("Split"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._list(story)
        self.tree.itemChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for widget in (head, words, self.tree, self.buttons):
            layout.addWidget(widget)
        self._check()

    def _list(self, story: Story) -> None:
        shown = story.report
        for report in story.event.reports:
            item = QTreeWidgetItem(_cells(story, report))
            for column in range(4):
                item.setToolTip(column, item.text(column))
            goes = shown is not None and report.document_id == shown.document_id
            item.setCheckState(0, Qt.CheckState.Checked if goes else Qt.CheckState.Unchecked)
            item.setData(0, _KEY, (report.document_id, report.mention.id))
            self.tree.addTopLevelItem(item)
        if len(self.going) == self.tree.topLevelItemCount():
            for at, item in enumerate(items_of(self.tree)):
                state = Qt.CheckState.Checked if at == story.shown else Qt.CheckState.Unchecked
                item.setCheckState(0, state)

    @property
    def going(self) -> tuple[tuple[DocumentId, str], ...]:
        """Return the ticked reports: article, and the id of the mention in it."""
        ticked = [one for one in items_of(self.tree) if one.checkState(0) is Qt.CheckState.Checked]
        return tuple(one.data(0, _KEY) for one in ticked)

    def _check(self) -> None:
        count = len(self.going)
        self.split.setEnabled(0 < count < self.tree.topLevelItemCount())


def _cells(story: Story, report: Report) -> list[str]:
    article = story.articles.get(report.document_id)
    return [
        report.mention.title,
        time_text(report.mention.time),
        "" if article is None else article_title(article),
        report.merge_reason,
    ]

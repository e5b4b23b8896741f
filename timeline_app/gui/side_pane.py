"""The pane at the left: filters above, articles below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from timeline_app.gui.models.session import Session
from timeline_app.gui.sources.article_list import ArticleList
from timeline_app.gui.sources.filter_pane import FilterPane


class SidePane(QWidget):
    """Filters and articles of one session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.filters = FilterPane(session)
        self.articles = ArticleList(session.articles)
        self._title = QLabel()
        self._title.setObjectName("sectionTitle")
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.articles, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.filters)
        splitter.addWidget(listing)
        splitter.setSizes([600, 320])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        session.articles.modelReset.connect(self._count)
        self._count()

    def _count(self) -> None:
        count, listed = len(self._session.articles.rows), self._session.articles.rowCount()
        words = self.tr("1 article") if count == 1 else self.tr("{} articles").format(count)
        if listed != count:
            words = self.tr("{} of {}").format(listed, words)
        self._title.setText(words)

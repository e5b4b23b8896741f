"""The library's articles with their publication dates and what is to be watched with them."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_app.annotation.ids import DocumentId
from timeline_app.gui.icons import icon
from timeline_app.gui.models.article_model import ArticleModel, ArticleRole
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, TypeScale, font_for, tokens_of

Index = QModelIndex | QPersistentModelIndex
_FLAG_PX = 16


class _ArticleDelegate(QStyledItemDelegate):
    """Draws a title, a line beneath it, and a warning sign where one is due."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.palette)
        state = QStyle.StateFlag.State_Selected
        is_selected = bool(option.state & state)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if is_selected or is_under:
            painter.fillRect(option.rect, tokens.accent_soft if is_selected else tokens.hover)
        box = option.rect.adjusted(Space.M, Space.XS + 2, -Space.M, -Space.XS - 2)
        flag = index.data(ArticleRole.FLAG)
        room = box.adjusted(0, 0, -(_FLAG_PX + Space.XS) if flag else 0, 0)
        painter.setFont(option.font)
        painter.setPen(tokens.text)
        title = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), title)
        self._draw_caption(painter, option, box, index.data(ArticleRole.CAPTION))
        if flag:
            sign = icon("warning", option.palette)
            sign.paint(painter, QRect(box.right() - _FLAG_PX, box.top(), _FLAG_PX, _FLAG_PX))
        painter.restore()

    def _draw_caption(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, words: str
    ) -> None:
        painter.setFont(font_for(TypeScale.CAPTION, option.font))
        painter.setPen(tokens_of(option.palette).text_muted)
        caption = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom), caption)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(option.fontMetrics.height() * 2.05) + 2 * Space.S)


class ArticleList(QListView):
    """Lists the articles; choosing one opens it."""

    article_chosen = Signal(object)
    """The user chose an article: its DocumentId."""
    menu_wanted = Signal(object, QPoint)
    """The user asks what can be done with an article: its DocumentId, the point on the screen."""

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self.setModel(model)
        self.setItemDelegate(_ArticleDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Articles"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def mark(self, document_id: DocumentId | None) -> None:
        """Mark the article in view without opening it."""
        row = None if document_id is None else self._articles.row_of(document_id)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if row is None:
            self.selectionModel().clearSelection()
        else:
            self.selectionModel().select(self._articles.index(row, 0), flag)
            self.scrollTo(self._articles.index(row, 0))

    def _ask_for_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            document_id = DocumentId(index.data(ArticleRole.ID))
            self.menu_wanted.emit(document_id, self.viewport().mapToGlobal(at))

    def _choose(self, index: QModelIndex) -> None:
        self.article_chosen.emit(DocumentId(index.data(ArticleRole.ID)))

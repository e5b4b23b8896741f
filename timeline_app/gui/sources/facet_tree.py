"""The filter's values as a tree: a click anywhere on a row, or Space, checks it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from timeline_app.annotation.kinds import EventType
from timeline_app.gui.glyphs import type_icon
from timeline_app.gui.icons import icon
from timeline_app.gui.models.facet_model import FacetModel, FacetRole
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, TypeScale, font_for, tokens_of

Index = QModelIndex | QPersistentModelIndex
_OPEN_SECTIONS = {"types", "modalities", "actors", "reviewed"}


class _ValueDelegate(QStyledItemDelegate):
    """Draws a value with its count at the right, paler where the count is nought."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tokens = tokens_of(option.palette)
        kind = index.data(FacetRole.EVENT_TYPE)
        if kind is not None:
            option.icon = type_icon(EventType(kind), tokens.scheme)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(14, 14)
        if not index.parent().isValid():
            option.font = font_for(TypeScale.BODY, option.font, bold=True)
        elif not index.data(FacetRole.COUNT):
            option.palette.setColor(option.palette.ColorRole.Text, tokens.text_faint)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.parent().isValid():
            super().paint(painter, option, index)
            return
        count = str(index.data(FacetRole.COUNT))
        width = option.fontMetrics.horizontalAdvance(count) + Space.S
        full = QRect(option.rect)
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = full.adjusted(0, 0, -width, 0)
        super().paint(painter, narrowed, index)
        painter.save()
        painter.setPen(tokens_of(option.palette).text_muted)
        place = QRect(full.right() - width, full.top(), width - Space.XS, full.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), count)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), option.fontMetrics.height() + Space.S))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        )
        is_key = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if not (is_click or is_key) or not index.parent().isValid():
            return False
        was_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if was_on else Qt.CheckState.Checked
        return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))


class FacetTree(QTreeView):
    """Shows a FacetModel, narrowed to the values whose name holds what is typed."""

    def __init__(self, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = model
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setRecursiveFilteringEnabled(True)
        self._narrowed.setAutoAcceptChildRows(True)
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._narrowed.setSourceModel(model)
        self.setModel(self._narrowed)
        self.setItemDelegate(_ValueDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(Space.L)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Filters"))
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._fold)
        model.modelReset.connect(self._unfold)

    def narrow(self, words: str) -> None:
        """Show only the values whose name holds some words."""
        self._narrowed.setFilterFixedString(words)
        self._unfold(is_searching=bool(words))

    def _fold(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _unfold(self, *, is_searching: bool = False) -> None:
        for row in range(self._narrowed.rowCount()):
            index = self._narrowed.index(row, 0)
            self.setExpanded(index, is_searching or index.data(FacetRole.FIELD) in _OPEN_SECTIONS)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if index.parent().isValid():
            return
        name = "collapse" if self.isExpanded(index) else "expand"
        drawn = icon(name, self.palette())
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize) - 2
        box = QRect(rect.right() - side, rect.center().y() - side // 2, side, side)
        drawn.paint(painter, box)

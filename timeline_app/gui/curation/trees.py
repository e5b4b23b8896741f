"""Lists of several columns, and their items."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.theme import Space


def flat_list(*headings: str) -> QTreeWidget:
    """Return a list with columns and without branches."""
    tree = QTreeWidget()
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setHeaderLabels(headings)
    tree.setObjectName("rows")
    return tree


def items_of(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return the items at the top of a list, in order."""
    found = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return [item for item in found if item is not None]


def children_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return the items under an item, in order."""
    found = (item.child(at) for at in range(item.childCount()))
    return [child for child in found if child is not None]


def lay_list(pane: QWidget, *controls: QWidget, below: QTreeWidget) -> None:
    """Lay out a pane: controls in a row, of which the words take the room, above its list."""
    row = QHBoxLayout()
    row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
    row.setSpacing(Space.M)
    for control in controls:
        row.addWidget(control, int(isinstance(control, QLabel)))
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(row)
    layout.addWidget(below, 1)

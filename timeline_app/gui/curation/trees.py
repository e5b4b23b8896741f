"""Lists of several columns, and their items."""

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


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

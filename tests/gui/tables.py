"""The tables in the add-on's windows."""

from __future__ import annotations

from aqt.qt import QTreeWidget, QTreeWidgetItem, QWidget


def tree(shown: QWidget, name: str) -> QTreeWidget:
    """Return a table in a window, by its name."""
    found = shown.findChild(QTreeWidget, f"lan_sync_{name}")
    assert isinstance(found, QTreeWidget)
    return found


def rows(shown: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return all rows of a table, from the top."""
    found = [shown.topLevelItem(number) for number in range(shown.topLevelItemCount())]
    return [item for item in found if item is not None]

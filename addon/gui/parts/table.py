"""Lists with columns."""

from __future__ import annotations

from typing import Sequence

from aqt.qt import (
    QApplication,
    QHeaderView,
    QModelIndex,
    QSize,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

_AIR = 8  # pixels
_WIDEST = 18  # characters of a column in a table whose rows have several lines


class RoomyRows(QStyledItemDelegate):
    """Gives the rows of a list some air, and room for as many `lines`."""

    def __init__(self, parent: QWidget, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Make a row a little higher than its text, which wraps if there are several lines."""
        size = super().sizeHint(option, index)
        width = size.width()
        if self._lines > 1:
            width = min(width, _WIDEST * option.fontMetrics.averageCharWidth())
        return QSize(width + _AIR, size.height() * self._lines + _AIR)


class Table(QTreeWidget):
    """A list with columns that never scrolls sideways: one column takes what the others leave."""

    def __init__(
        self, name: str, label: str, headings: Sequence[str], wide: int, lines: int = 1
    ) -> None:
        """Show a text in the column `wide` in full as a tooltip, too: it may be cut off there.

        `label` is for screen readers; `lines` is how many each row has.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setWordWrap(lines > 1)
        self.setItemDelegate(RoomyRows(self, lines))
        self.setHeaderLabels(list(headings))
        header = self.header()
        assert header is not None
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._align(header)

    def _align(self, header: QHeaderView) -> None:
        """Let headings begin where cells do: Anki's style puts them at the very edge."""
        application, style = QApplication.instance(), self.style()
        if isinstance(application, QApplication) and "QHeaderView" in application.styleSheet():
            assert style is not None
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
            side = "right" if self.isRightToLeft() else "left"
            header.setStyleSheet(f"QHeaderView::section {{ padding-{side}: {margin}px }}")

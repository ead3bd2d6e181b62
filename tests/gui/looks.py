"""What a window shows: its words, and which of them do not fit."""

from __future__ import annotations

from typing import Any

from aqt.qt import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTreeView,
    QWidget,
)

SCREEN = (1366, 768)  # the smallest that people still have


def look(window: QWidget) -> dict[str, Any]:
    """Its direction, its words by the object name of what shows them, and what is clipped."""
    shown = [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]
    words = [(each.objectName(), text) for each in shown for text in _texts(each) if text]
    words += [("", action.text()) for action in window.actions() if action.text()]
    clipped = [f"{each.objectName()} {_texts(each)}" for each in shown if _is_clipped(each)]
    if window.width() > SCREEN[0] or window.height() > SCREEN[1]:
        clipped.append(f"the window: {window.width()} x {window.height()}")
    return {
        "right to left": all(each.isRightToLeft() for each in (window, QApplication)),
        "words": words,
        "clipped": clipped,
    }


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel):
        return [widget.text(), widget.toolTip()]
    if isinstance(widget, QAbstractButton):
        return [widget.text(), widget.toolTip()]
    if isinstance(widget, QLineEdit):
        return [widget.placeholderText(), widget.toolTip()]
    if isinstance(widget, QTabBar):
        return [widget.tabText(number) for number in range(widget.count())]
    if isinstance(widget, QHeaderView):
        model = widget.model()
        assert model is not None
        return [
            str(model.headerData(number, widget.orientation())) for number in range(widget.count())
        ]
    if isinstance(widget, QTreeView):
        model = widget.model()
        assert model is not None
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [str(model.index(row, column).data() or "") for row in rows for column in columns]
    return [widget.windowTitle()] if widget.isWindow() else []


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.sizeHint().width() > widget.width()
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > widget.width()
    if isinstance(widget, QTabBar):
        # a bar that is too narrow scrolls, or elides
        return any(
            widget.tabRect(number).width()
            < widget.fontMetrics().horizontalAdvance(widget.tabText(number))
            or not widget.rect().contains(widget.tabRect(number))
            for number in range(widget.count())
        )
    if isinstance(widget, QHeaderView):
        return any(
            widget.sectionSizeHint(number) > widget.sectionSize(number)
            for number in range(widget.count())
        )
    return False

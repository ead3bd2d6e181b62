"""What a window shows: its words, and which of them do not fit."""

from __future__ import annotations

from typing import Any

from aqt.qt import (
    QAbstractButton,
    QApplication,
    QColor,
    QHeaderView,
    QImage,
    QLabel,
    QLineEdit,
    QPoint,
    QTabBar,
    QTreeView,
    QWidget,
)

SCREEN = (1366, 768)  # the smallest that people still have
ENOUGH = 4.5  # WCAG 2, level AA
DOT = "\N{BLACK CIRCLE}"  # its colour only repeats what the words beside it say


def look(window: QWidget) -> dict[str, Any]:
    """Its direction, its words by the object name of what shows them, and what is clipped."""
    shown = [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]
    words = [(each.objectName(), text) for each in shown for text in _texts(each) if text]
    words += [("", action.text()) for action in window.actions() if action.text()]
    clipped = [f"{each.objectName()} {_texts(each)}" for each in shown if _is_clipped(each)]
    if window.width() > SCREEN[0] or window.height() > SCREEN[1]:
        clipped.append(f"the window: {window.width()} x {window.height()}")
    labels = [each for each in shown if isinstance(each, QLabel) and each.window() is window]
    screen = window.grab().toImage()
    return {
        "right to left": all(each.isRightToLeft() for each in (window, QApplication)),
        "words": words,
        "clipped": clipped,
        "faint": [each.text() for each in labels if _is_faint(each, screen)],
    }


def _is_faint(label: QLabel, screen: QImage) -> bool:
    """Whether its words have too little contrast with what is around them."""
    if not label.isEnabled() or not label.text() or label.text() == DOT:
        return False
    around = _luminance(screen.pixelColor(label.mapTo(label.window(), QPoint(0, 0))))
    text = _luminance(label.palette().color(label.foregroundRole()))
    return (max(around, text) + 0.05) / (min(around, text) + 0.05) < ENOUGH


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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

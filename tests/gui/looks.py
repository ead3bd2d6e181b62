"""What a window shows: its words, and which of them do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aqt.qt import (
    QAbstractButton,
    QApplication,
    QColor,
    QHeaderView,
    QImage,
    QLabel,
    QLineEdit,
    QModelIndex,
    QPalette,
    Qt,
    QTabBar,
    QTreeView,
    QWidget,
)

from .laws_of_windows import broken
from .running import words

ENOUGH = 4.5  # WCAG 2, level AA


def look(window: QWidget) -> dict[str, Any]:
    """Return a window's direction, its words by object name, and what is clipped."""
    shown = [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]
    shown_words = [(each.objectName(), text) for each in shown for text in _texts(each) if text]
    shown_words += [("", words(action.text())) for action in window.actions() if action.text()]
    clipped = [f"{each.objectName()} {_texts(each)}" for each in shown if _is_clipped(each)]
    labels = [each for each in shown if isinstance(each, QLabel) and each.window() is window]
    screen = window.grab().toImage()
    return {
        "right to left": all(each.isRightToLeft() for each in (window, QApplication)),
        "words": shown_words,
        "clipped": clipped,
        "faint": [each.text() for each in labels if _is_faint(each, screen)] + _faint_cells(shown),
        "laws": broken(window),
    }


def _faint_cells(shown: Sequence[QWidget]) -> list[str]:
    """Return the texts in tables and the examples in fields that have too little contrast."""
    found = []
    for each in shown:
        palette = each.palette()
        if isinstance(each, QLineEdit) and each.isEnabled() and each.placeholderText():
            colour = palette.color(QPalette.ColorRole.PlaceholderText)
            if _contrast(colour, palette.color(QPalette.ColorRole.Base)) < ENOUGH:
                found.append(each.placeholderText())
        if isinstance(each, QTreeView):
            base = palette.color(QPalette.ColorRole.Base)
            for cell in _cells(each):
                brush = cell.data(Qt.ItemDataRole.ForegroundRole)
                if brush is not None and _contrast(brush.color(), base) < ENOUGH:
                    found.append(str(cell.data()))
    return found


def _is_faint(label: QLabel, screen: QImage) -> bool:
    """Return whether its words have too little contrast with what is around them."""
    if not label.isEnabled() or not label.text() or len(label.text()) == 1:  # a dot
        return False
    seen = label.visibleRegion()
    if seen.isEmpty():  # one has to scroll to it
        return False
    corner = label.mapTo(label.window(), seen.boundingRect().topLeft())
    around = screen.pixelColor((corner.toPointF() * screen.devicePixelRatio()).toPoint())
    return _contrast(label.palette().color(label.foregroundRole()), around) < ENOUGH


def _contrast(one: QColor, other: QColor) -> float:
    """Return the ratio that WCAG 2 defines; `one` may be half transparent."""
    alpha = one.alphaF()
    mixed = QColor.fromRgbF(
        *(
            part * alpha + behind * (1 - alpha)
            for part, behind in zip(
                (one.redF(), one.greenF(), one.blueF()),
                (other.redF(), other.greenF(), other.blueF()),
                strict=False,
            )
        )
    )
    light, dark = sorted((_luminance(mixed), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel):
        return [words(widget.text()), widget.toolTip()]
    if isinstance(widget, QAbstractButton):
        return [words(widget.text()), widget.toolTip()]
    if isinstance(widget, QLineEdit):
        return [widget.placeholderText(), widget.toolTip()]
    if isinstance(widget, QTabBar):
        return [words(widget.tabText(number)) for number in range(widget.count())]
    if isinstance(widget, QHeaderView):
        model = widget.model()
        assert model is not None
        return [
            str(model.headerData(number, widget.orientation())) for number in range(widget.count())
        ]
    if isinstance(widget, QTreeView):
        return [str(cell.data() or "") for cell in _cells(widget)]
    return [widget.windowTitle()] if widget.isWindow() else []


def _cells(view: QTreeView) -> list[QModelIndex]:
    model = view.model()
    assert model is not None
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [model.index(row, column) for row in rows for column in columns]


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
            < widget.fontMetrics().horizontalAdvance(words(widget.tabText(number)))
            or not widget.rect().contains(widget.tabRect(number))
            for number in range(widget.count())
        )
    if isinstance(widget, QHeaderView):
        return bool(clipped_headings(widget))
    return False


def clipped_headings(header: QHeaderView) -> list[int]:
    """Return the columns that are narrower than their headings."""
    return [
        number
        for number in range(header.count())
        if not header.isSectionHidden(number)
        and header.sectionSizeHint(number) > header.sectionSize(number)
    ]

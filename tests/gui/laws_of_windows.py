"""What holds for every window: keys for all controls, an order to reach them, a name for each."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Sequence

from aqt.qt import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPoint,
    QRadioButton,
    QRect,
    QScrollArea,
    QSize,
    Qt,
    QTabBar,
    QTabWidget,
    QWidget,
)

from addon.i18n import without_unicode_isolation

from .running import words

ALPHABETS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW")
FRAME = QSize(8, 40)  # what desktops draw around a window


def broken(window: QWidget) -> list[str]:
    """Return what is wrong with a window that is shown; nothing if it keeps the laws."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
    own = [each for each in shown if each.window() is window]
    if isinstance(window, QMenu):
        return _mnemonics([action.text() for action in window.actions() if action.isVisible()])
    return [
        *_mnemonics([text for each in own for text in _labels(each, own)]),
        *(f"no name: {_what(each)}" for each in own if _is_nameless(each, own)),
        *_order(window),
        *_focus(window),
        *_size(window),
    ]


def _what(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text}"


def _labels(widget: QWidget, own: Sequence[QWidget]) -> Sequence[str]:
    """Return the texts by which a control, or each of its tabs, is known."""
    if isinstance(widget, QTabBar):
        return [widget.tabText(number) for number in range(widget.count())]
    if isinstance(widget, QAbstractButton) and widget.text():
        return [widget.text()]
    if isinstance(widget, (QLineEdit, QComboBox, QRadioButton)) and widget.isEnabled():
        return [each.text() for each in _buddies(widget, own)] or [f"{_what(widget)}: no label"]
    return ()


def _buddies(widget: QWidget, own: Sequence[QWidget]) -> list[QLabel]:
    return [each for each in own if isinstance(each, QLabel) and each.buddy() is widget]


def _mnemonics(texts: Sequence[str]) -> list[str]:
    marked = {text: _mnemonic(text) for text in texts}
    none = [text for text, letter in marked.items() if not letter and _has_letters(words(text))]
    count = Counter(letter for text in texts if (letter := marked[text]))
    return [
        *(f"no mnemonic: {text}" for text in none),
        *(f"{number} mnemonics {letter}" for letter, number in count.items() if number > 1),
    ]


def _mnemonic(text: str) -> str:
    _before, mark, after = text.replace("&&", "").partition("&")
    return after[:1].upper() if mark else ""


def _has_letters(text: str) -> bool:
    return any(unicodedata.name(each, "").startswith(ALPHABETS) for each in text)


def _is_nameless(widget: QWidget, own: Sequence[QWidget]) -> bool:
    takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if not takes_keys or isinstance(widget, (QTabBar, QTabWidget)):
        return False
    if isinstance(widget, (QAbstractButton, QLabel)) and widget.text():
        return False
    return not widget.accessibleName() and not _buddies(widget, own)


def _order(window: QWidget) -> list[str]:
    """Where Tab goes back to what was read before."""
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _takes_tab(widget, window):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    right_to_left = QApplication.isRightToLeft()
    return [
        f"Tab goes back from {_what(one)} to {_what(other)}"
        for one, other in itertools.pairwise(chain)
        if _scrolls(one, window) is _scrolls(other, window)  # what does not scroll is below
        and _is_before(_place(other, window), _place(one, window), right_to_left)
    ]


def _scrolls(widget: QWidget, window: QWidget) -> QScrollArea | None:
    """Return what moves a widget within its window."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent if isinstance(parent, QScrollArea) else None


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.window() is window
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(widget, QTabWidget)
    )


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _is_before(one: QRect, other: QRect, right_to_left: bool) -> bool:
    """Return whether `one` is read before `other`, in columns that stand beside each other too."""
    beside = one.right() < other.left() if not right_to_left else one.left() > other.right()
    after = one.left() > other.right() if not right_to_left else one.right() < other.left()
    in_a_row = one.top() <= other.bottom() and other.top() <= one.bottom()
    return beside if in_a_row else one.bottom() < other.top() and not after


def _focus(window: QWidget) -> list[str]:
    """Return what has the focus although something else is chosen."""
    focus = window.focusWidget()
    if focus is None or not focus.isVisibleTo(window) or not focus.isEnabled():
        return [f"the focus is nowhere: {focus and _what(focus)}"]
    if isinstance(focus, QRadioButton) and not focus.isChecked():
        return [f"the focus is not on what is chosen: {_what(focus)}"]
    return [
        f"nothing is chosen in {_what(each)}"
        for each in window.findChildren(QListWidget)
        if each.isVisibleTo(window) and each.count() and each.currentItem() is None
    ]


def _size(window: QWidget) -> list[str]:
    screen = window.screen()
    assert screen is not None
    room = screen.availableGeometry().size() - FRAME
    size = window.size()
    if size.width() <= room.width() and size.height() <= room.height():
        return []
    title = without_unicode_isolation(window.windowTitle())
    return [f"{title}: {size.width()} x {size.height()}, too large for this screen"]

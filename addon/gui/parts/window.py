"""What all windows of the add-on have in common."""

from __future__ import annotations

from typing import Callable, Optional

from aqt.qt import (
    QApplication,
    QCloseEvent,
    QDialog,
    QEvent,
    QFrame,
    QHBoxLayout,
    QKeyEvent,
    QKeySequence,
    QScrollArea,
    QShowEvent,
    QSize,
    Qt,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from .messages import confirm
from .mnemonics import give_mnemonics
from .widgets import button

_FRAME = QSize(8, 40)  # pixels that a desktop draws around a window, its title above all


class Window(QDialog):
    """A window that scrolls where the screen has no room for it, with a mnemonic on each control.

    Its content goes into `body`, its last row of buttons into `footer`, which is always in view.
    Its width follows from both: with a minimum width of its own, Qt would not ask what they need.
    """

    silentlyClose = True  # Anki closes it with the profile

    def __init__(
        self, parent: QWidget, name: str, title: str, kind: Qt.WindowType = Qt.WindowType.Dialog
    ) -> None:
        super().__init__(parent, kind)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = QWidget()
        self.body = _Column(content)
        self.body.setContentsMargins(24, 20, 24, 8)
        self.body.setSpacing(12)
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(24, 8, 24, 16)
        self.footer.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_Scrolling(content, self.footer), 1)
        layout.addLayout(self.footer)

    def add_close_button(self) -> None:
        """Make "Close" the last button."""
        self.footer.addStretch(1)
        self.footer.addWidget(button(tr.widgets_close(), self.close, "lan_sync_close"))

    def is_unsaved(self) -> bool:
        """Return whether closing the window would lose something that was typed."""
        return False

    def event(self, event: Optional[QEvent]) -> bool:
        """Give mnemonics again after each change of a text, which may need another size."""
        if event is not None and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            give_mnemonics(self)
        return super().event(event)

    def showEvent(self, event: Optional[QShowEvent]) -> None:
        """Take no more space than the texts need, which they know only now; begin with a focus."""
        super().showEvent(event)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.width(), self.minimumSizeHint().height())
        if self.focusWidget() is None:
            self.focusNextChild()

    def keyPressEvent(self, event: Optional[QKeyEvent]) -> None:
        """Treat Escape like the close button: Qt's own would not ask."""
        if event is not None and event.matches(QKeySequence.StandardKey.Cancel):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: Optional[QCloseEvent]) -> None:
        """Ask before something that was typed is lost. `reject` does not ask."""
        if event is not None and self.isVisible() and self.is_unsaved():
            event.ignore()
            confirm(self, tr.widgets_unsaved(), tr.widgets_discard(), self.reject)
        else:
            super().closeEvent(event)


def drop_drafts() -> None:
    """Close the windows that would ask, because Anki closes the profile and does not wait."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, Window) and each.isVisible() and each.is_unsaved():
            each.reject()


def room(widget: QWidget) -> QSize:
    """Return the largest size that a window may have on its screen."""
    # QWidget.screen exists only since Qt 5.14
    window = widget.window() or widget
    screen = QApplication.screenAt(window.frameGeometry().center()) or QApplication.primaryScreen()
    assert screen is not None
    return screen.availableGeometry().size() - _FRAME


class _Column(QVBoxLayout):
    """Lets a scroll area make its content smaller than it would like to be, but not too small."""

    def hasHeightForWidth(self) -> bool:
        """Deny it: labels set their own minimum height (WrappingLabel)."""
        return False


class _Scrolling(QScrollArea):
    """Demands as much space as its content does, but no more than the screen has."""

    def __init__(self, content: QWidget, below: QHBoxLayout) -> None:
        super().__init__()
        self._below = below
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab scrolls to what it reaches
        self.setWidgetResizable(True)
        self.setWidget(content)

    def event(self, event: Optional[QEvent]) -> bool:
        """Pass on that the content needs another size, as a widget without a scroll bar does."""
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return the content's, as far as the screen has room."""
        return self._bounded(QWidget.minimumSizeHint)

    def sizeHint(self) -> QSize:
        """Return the content's, as far as the screen has room."""
        return self._bounded(QWidget.sizeHint)

    def _bounded(self, wanted: Callable[[QWidget], QSize]) -> QSize:
        content = self.widget()
        assert content is not None
        size, most = wanted(content), room(self)
        most.setHeight(most.height() - self._below.sizeHint().height())
        if size.height() > most.height():
            bar = self.verticalScrollBar()
            assert bar is not None
            size.setWidth(size.width() + bar.sizeHint().width())
        return size.boundedTo(most)

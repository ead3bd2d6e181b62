"""Small widgets that several windows share."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from aqt.qt import (
    QApplication,
    QColor,
    QEvent,
    QFrame,
    QLabel,
    QPalette,
    QProgressBar,
    QPushButton,
    QResizeEvent,
    QShowEvent,
    QSize,
    QSizePolicy,
    Qt,
    QTimer,
    qconnect,
)

from ...i18n import tr
from .colours import QUIET, SHAPES

_COPIED_MS = 1500
_NOTICED_MS = 300
_DARK = 128  # of 255: a window darker than this is one of the dark theme


class WrappingLabel(QLabel):
    """Text that wraps and is never cut off.

    Qt asks for the height of wrapped text only if layouts are nested all the way up; in the pages
    of a QTabWidget, it gives it two lines. In a window that is as small as it may be, it takes the
    space for it from others. So this label sets its own minimum height.
    """

    def __init__(self, text: str, name: str = "", least: int = 0) -> None:
        """`least` is the minimum height in pixels."""
        super().__init__(text)
        self._least = least
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # useful, and makes Qt lay out right-to-left text without the spaces where lines end
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: Optional[str]) -> None:
        """Show another text, and take the height it needs."""
        super().setText(text)
        self._keep_height()

    def hasHeightForWidth(self) -> bool:
        """Keep Qt from asking."""
        return False

    def sizeHint(self) -> QSize:
        """Ask for no more than the lines need."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), 1))

    def resizeEvent(self, event: Optional[QResizeEvent]) -> None:
        """Take the height that this width needs."""
        super().resizeEvent(event)
        self._keep_height()

    def showEvent(self, event: Optional[QShowEvent]) -> None:
        """Take the height that its font needs, which it has only now."""
        super().showEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(0)  # heightForWidth gives no less than this
        # -1 for no text
        self.setMinimumHeight(max(self._least, self.heightForWidth(self.width())))


class TintedLabel(WrappingLabel):
    """Text in one of two colours: the first in the light theme, the second in the dark one."""

    def __init__(self, text: str, name: str, colours: Tuple[str, str]) -> None:
        super().__init__(text, name)
        self._colours = colours
        self._tint()

    def changeEvent(self, event: Optional[QEvent]) -> None:
        """Follow the theme while the window is open."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        colour = of_theme(self._colours, palette)
        if palette.color(QPalette.ColorRole.WindowText) != colour:  # or this would never end
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


def of_theme(colours: Tuple[str, str], palette: QPalette) -> QColor:
    """Return the first colour in the light theme, the second in the dark one."""
    return QColor(colours[palette.color(QPalette.ColorRole.Window).lightness() < _DARK])


def grey_label(text: str, name: str = "") -> QLabel:
    """Make a label for less important text."""
    return TintedLabel(text, name, QUIET)


class Moment(TintedLabel):
    """ "One moment...", where something takes long enough to be noticed."""

    def __init__(self, name: str) -> None:
        super().__init__(tr.widgets_moment(), name, QUIET)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_NOTICED_MS)
        qconnect(self._soon.timeout, self.show)
        self.hide()

    def begin(self) -> None:
        """Show it in a moment, unless `end` comes first."""
        self._soon.start()

    def end(self) -> None:
        """Hide it."""
        self._soon.stop()
        self.hide()


def value_label(text: str, name: str, scale: float = 1.0, wraps: bool = False) -> QLabel:
    """Make a label for something to copy or type, `scale` times as large as other text."""
    label = WrappingLabel(text) if wraps else QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    # addresses, names and passwords read from left to right in every language
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if QApplication.isRightToLeft():  # they still begin where their label ends
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    return label


def button(text: str, clicked: Callable[[], object], name: str = "") -> QPushButton:
    """Make a button that Return does not press by accident."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    qconnect(made.clicked, lambda _checked=False: clicked())
    return made


def copy_button(text: Callable[[], str], label: str = "", name: str = "") -> QPushButton:
    """Make a button that copies a text to the clipboard and says so for a moment."""
    resting = label or tr.widgets_copy()

    def copy() -> None:
        clipboard = QApplication.clipboard()
        assert clipboard is not None
        clipboard.setText(text())
        made.setText(tr.widgets_copied())
        restore.start()

    made = button(resting, copy, name)
    # both texts fit, so nothing moves when it is clicked
    made.setText(tr.widgets_copied())
    width = made.sizeHint().width()
    made.setText(resting)
    made.setMinimumWidth(max(width, made.sizeHint().width()))
    # a child of the button, so that it ends with the window
    restore = QTimer(made)
    restore.setSingleShot(True)
    restore.setInterval(_COPIED_MS)
    qconnect(restore.timeout, lambda: made.setText(resting))
    return made


def busy_bar() -> QProgressBar:
    """Make a progress bar for work of unknown length."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return bar


def panel(name: str = "") -> QFrame:
    """Make a frame around widgets that belong together."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    return frame


class Dot(QLabel):
    """A coloured dot; the text beside it says the same."""

    def show_colour(self, colour: str) -> None:
        """Take one of the colours of colours.py, and its shape."""
        self.setText(SHAPES[colour])
        self.setStyleSheet(f"color: {colour}")

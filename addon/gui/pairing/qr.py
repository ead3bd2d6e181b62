"""A QR code as a widget."""

from __future__ import annotations

from typing import Sequence

import segno
from aqt.qt import QColor, QImage, QPainter, QPaintEvent, QSize, Qt, QWidget

_QUIET = 4  # modules of white around the code: ISO/IEC 18004 wants it in dark windows too
SIDE = 168  # pixels on a screen without scaling


class QrCode(QWidget):
    """Shows a text as a QR code, each module a whole number of the screen's pixels."""

    def __init__(self, text: str, name: str) -> None:
        """`name` describes it for screen readers."""
        super().__init__()
        self.setObjectName("lan_sync_qr")
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setAccessibleName(name)
        self.setProperty("link", text)
        self._image = _image(segno.make(text, micro=False, error="m").matrix)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint in the pixels of the screen: scaled by 1.25 or 1.5, modules would blur."""
        ratio = self.devicePixelRatioF()
        side = int(SIDE * ratio)
        width = self._image.width() * (side // self._image.width())
        large = self._image.scaled(
            width,
            width,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
        large.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        # to whole pixels of the screen
        margin = (side - large.width()) // 2 / ratio
        painter.translate(margin, margin)
        painter.drawImage(0, 0, large)
        painter.end()


def _image(matrix: Sequence[Sequence[int]]) -> QImage:
    """Return an image with one pixel for each module."""
    side = len(matrix) + 2 * _QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    black = QColor("black")
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + _QUIET, y + _QUIET, black)
    return image

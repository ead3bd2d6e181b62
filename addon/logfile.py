"""The add-on's log: a small file beside the server's data, with no passwords or host keys in it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "lan_sync.log"
FORMER_LOG_NAME = f"{LOG_NAME}.1"

_SIZE = 1_000_000  # bytes, kept twice
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class LogFile(RotatingFileHandler):
    """Writes once its folder exists: before the first switch on there is none, and no log."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True)
        self._folder = path.parent
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, if there is a place for it."""
        if self._folder.is_dir():
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing of a full disk: logging would use stderr, which Anki shows as a crash."""


def log_to(package: str, path: Path) -> None:
    """Send the package's log records to a file and nowhere else.

    Anki shows what add-ons write to stderr as an error; unhandled warnings would land there.
    """
    logger = logging.getLogger(package)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(LogFile(path))

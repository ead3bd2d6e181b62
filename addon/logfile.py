"""The add-on's log: a small file in the data folder, without passwords or host keys."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "lan_sync.log"
FORMER_LOG_NAME = f"{LOG_NAME}.1"

_SIZE = 1_000_000  # bytes; there is one older file
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class LogFile(RotatingFileHandler):
    """A log that starts once its folder exists, when the add-on is first switched on."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True)
        self._folder = path.parent
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record if the folder exists."""
        if self._folder.is_dir():
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignore a full disk: logging would write to stderr, which Anki shows as a crash."""


def log_to(package: str, path: Path) -> None:
    """Write the package's log records to a file and nowhere else.

    Otherwise warnings would go to stderr, and Anki shows what add-ons write there as an error.
    """
    logger = logging.getLogger(package)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(LogFile(path))

"""The end of the log, with what else a bug report needs; in English, like all logs."""

from __future__ import annotations

import platform
from pathlib import Path

from aqt.qt import PYQT_VERSION_STR, QT_VERSION_STR

from ... import host

_BYTES = 60_000  # GitHub takes 65,536 characters


def technical_log(path: Path) -> str:
    """Return the log file's last lines. It has no passwords or host keys: see logfile.py."""
    anki = ".".join(map(str, host.anki_version()))
    about = (
        f"Anki {anki}, Python {platform.python_version()}, Qt {QT_VERSION_STR},"
        f" PyQt {PYQT_VERSION_STR}, {platform.platform()}"
    )
    return f"{about}\n\n{_tail(path)}"


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError as error:
        return f"no log: {error}"
    # the first line may be cut off
    return text if size <= _BYTES else text.partition("\n")[2]

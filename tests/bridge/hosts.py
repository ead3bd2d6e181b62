"""The older Ankis that the random test can run in; all devices then have that version."""

from __future__ import annotations

from pathlib import Path

from tools import old_ankis

_PYTHON = (3, 9)
_ZSTD = "backports.zstd"  # what the server imports, and the add-on brings

HOSTS = {
    "2.1.50": "2022-04-20",
    "2.1.56": "2023-01-10",
    "2.1.66": "2023-09-10",
    "24.11": "2024-12-15",
}
"""Version -> the date after which nothing that is installed with it was published."""


def python_of(version: str) -> Path:
    """Return the Python of an environment with this Anki.

    Raises `old_ankis.NoPython` and `NotInstalled`.
    """
    folder = old_ankis.CACHE / "bridge" / version
    # Anki's window brings werkzeug; the package without one does not
    recipe = old_ankis.Recipe((f"anki=={version}", "werkzeug"), _PYTHON, HOSTS[version])
    python = old_ankis.ready(folder, recipe)
    old_ankis.add_of_today(folder, _ZSTD)
    return python

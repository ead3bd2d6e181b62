"""The versions of Anki to try: how to install each, and what the add-on promises there."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from ..old_ankis import Recipe

_PY38, _PY39, _PY313 = (3, 8), (3, 9), (3, 13)
# Anki pins no Qt. Its own downloads of those years were built with these.
_QT_5_14 = ("pyqt5==5.14.2", "pyqtwebengine==5.14.0")
_QT_5_15 = (
    "pyqt5==5.15.5",
    "pyqt5-qt5==5.15.2",
    "pyqtwebengine==5.15.5",
    "pyqtwebengine-qt5==5.15.2",
)


@dataclass(frozen=True)
class Host:
    """One version of Anki. Without a recipe, it is that of `.venv`, the newest."""

    name: str
    recipe: Recipe | None
    serves: bool = True
    """Whether the add-on's server must run in it."""

    @property
    def version(self) -> str:
        """Anki's version, which may exist with either Qt."""
        return self.name.partition("-")[0]


def _host(
    version: str, python: tuple[int, int], date: str, qt: str | tuple[str, ...], web: str = ""
) -> Host:
    """Return a host.

    `qt`: the extra of the package aqt that installs it, or the packages to install. `web`: the
    versions of flask and werkzeug in Anki's own download, from its lock file.
    """
    extra, pins = (f"[{qt}]", ()) if isinstance(qt, str) else ("", qt)
    locked = [f"{name}=={number}" for name, number in zip(("flask", "werkzeug"), web.split())]
    recipe = Recipe((f"aqt{extra}=={version}", *pins, *locked), python, date)
    name = f"{version}-qt5" if qt == _QT_5_15 else version
    return Host(name, recipe, serves=python >= _PY39)


HOSTS = (
    _host("2.1.28", _PY38, "2020-07-25", _QT_5_14),
    _host("2.1.35", _PY38, "2020-12-31", _QT_5_14),
    _host("2.1.45", _PY38, "2021-08-15", _QT_5_14, "2.0.1 2.0.1"),
    _host("2.1.49", _PY38, "2021-12-01", _QT_5_14, "2.0.1 2.0.1"),
    _host("2.1.50", _PY39, "2022-05-01", _QT_5_15, "2.0.3 2.0.3"),
    _host("2.1.50", _PY39, "2022-05-01", "qt6", "2.0.3 2.0.3"),
    _host("2.1.54", _PY39, "2022-08-20", _QT_5_15, "2.0.3 2.0.3"),
    _host("2.1.54", _PY39, "2022-08-20", "qt6", "2.0.3 2.0.3"),
    _host("2.1.56", _PY39, "2023-01-10", "qt6", "2.2.2 2.2.2"),
    _host("2.1.58", _PY39, "2023-02-28", "qt6", "2.2.2 2.2.3"),
    _host("2.1.66", _PY39, "2023-09-10", "qt6", "2.3.2 2.3.6"),
    _host("23.12.1", _PY39, "2024-02-01", _QT_5_15, "3.0.0 3.0.1"),
    _host("23.12.1", _PY39, "2024-02-01", "qt6", "3.0.0 3.0.1"),
    _host("24.06.3", _PY39, "2024-07-15", "qt6", "3.0.2 3.0.3"),
    _host("24.11", _PY39, "2024-12-15", "qt6", "3.0.3 3.0.6"),
    _host("25.02.7", _PY39, "2025-06-15", "qt6", "3.0.3 3.0.6"),
    _host("25.09.2", _PY313, "2025-10-10", "qt", "3.1.1 3.1.3"),
    Host(metadata.version("aqt"), None),
)

"""Anki's own ProfileManager on a throw-away base folder; no window, no QApplication."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path
from typing import Any

from aqt.profiles import ProfileManager

ANKIWEB: dict[str, object] = {
    "syncKey": "ankiweb-key",
    "syncUser": "me@example.org",
    "currentSyncUrl": "https://sync3.ankiweb.net/",
    "hostNum": 3,
}


def make_pm(base: Path, *names: str) -> ProfileManager:
    """Return a ProfileManager with these profiles, logged in to AnkiWeb, the first one loaded."""
    pm = ProfileManager(base)
    pm.setupMeta()
    for name in names:
        pm.create(name)
        pm.load(name)
        open_profile(pm).update(ANKIWEB)
        pm.save()
    pm.load(names[0])
    return pm


def open_profile(pm: ProfileManager) -> dict[str, Any]:
    """Return the profile dict in memory."""
    assert pm.profile is not None
    return pm.profile


def on_disk(base: Path, name: str) -> dict[str, Any]:
    """Return the profile dict as another program finds it in prefs21.db."""
    db = sqlite3.connect(base / "prefs21.db")
    try:
        (data,) = db.execute("select data from profiles where name = ?", (name,)).fetchone()
    finally:
        db.close()
    profile: dict[str, Any] = pickle.loads(data)
    return profile

"""A throw-away data folder that any version of Anki opens without questions."""

from __future__ import annotations

import io
import pickle
import random
import sqlite3
import time
from pathlib import Path
from typing import Any

PROFILE = "User 1"
ANKIWEB: dict[str, Any] = {
    "syncKey": "ankiweb-key",
    "syncUser": "me@example.org",
    "currentSyncUrl": "http://127.0.0.1:9/",  # for AnkiWeb; nothing listens there
    "hostNum": 3,
}
IDENTITY = ("customSyncUrl", "currentSyncUrl", "syncKey", "syncUser", "hostNum")


def make_base(base: Path, *profiles: str, **extra: object) -> Path:
    """Write prefs21.db with these profiles, logged in to AnkiWeb; `extra` goes into each."""
    base.mkdir(parents=True, exist_ok=True)
    now = int(time.time())
    meta = {
        "ver": 0,
        "created": now,
        "id": random.randrange(2**63),
        "lastMsg": -1,
        "firstRun": False,  # else Anki loads "User 1" on its own
        "defaultLang": "en_US",  # else Anki asks
        "check_for_updates": False,
        "updates": False,  # its name before 24.11
        "check_for_addon_updates": False,
        "suppressUpdate": True,
        "last_addon_update_check": now,
    }
    profile = {
        "mainWindowGeom": None,
        "mainWindowState": None,
        "numBackups": 50,
        "lastOptimize": now,
        "searchHistory": [],
        "fullSearch": False,
        "lastColour": "#00f",
        "stripHTML": True,
        "pastePNG": False,
        "deleteMedia": False,
        "preserveKeyboard": True,
        "syncMedia": True,
        "autoSync": False,
        "allowHTML": False,
        "importMode": 1,
        **ANKIWEB,
        **extra,
    }
    db = sqlite3.connect(base / "prefs21.db")
    db.execute("create table profiles (name text primary key collate nocase, data blob not null)")
    for name, value in (("_global", meta), *((name, profile) for name in profiles or (PROFILE,))):
        db.execute("insert into profiles values (?, ?)", (name, pickle.dumps(value, protocol=4)))
    db.commit()
    db.close()
    for name in ("gldriver", "gldriver6"):  # in case there is no graphics card
        (base / name).write_text("software", encoding="utf-8")
    return base


def on_disk(base: Path, profile: str = PROFILE) -> dict[str, Any]:
    """Return the profile stored in prefs21.db."""
    db = sqlite3.connect(base / "prefs21.db")
    try:
        row = db.execute("select data from profiles where name = ?", (profile,)).fetchone()
    finally:
        db.close()
    loaded: dict[str, Any] = _Unpickler(io.BytesIO(row[0])).load()
    return loaded


class _Unpickler(pickle.Unpickler):
    """Ignores Qt's own types, in which Anki with Qt 5 stores window positions."""

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] in ("sip", "PyQt5"):
            return lambda *_arguments: None
        return super().find_class(module, name)


def identity(profile: dict[str, Any]) -> dict[str, Any]:
    """Return those of the five fields that say where a profile syncs."""
    return {key: profile[key] for key in IDENTITY if key in profile}

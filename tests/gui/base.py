"""A throw-away data folder that Anki opens without asking anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from anki.collection import Collection

from tools.data_folder import ANKIWEB, PROFILE, identity, make_base, on_disk

__all__ = [
    "ANKIWEB",
    "PROFILE",
    "config",
    "configure",
    "fronts",
    "identity",
    "make_base",
    "on_disk",
    "settings",
]


def settings(base: Path, profile: str = PROFILE) -> dict[str, Any]:
    """Return the add-on's record of a profile."""
    raw = json.loads((base / "lan_sync" / "profiles.json").read_text(encoding="utf-8"))
    record: dict[str, Any] = raw["profiles"][profile]
    return record


def fronts(base: Path, profile: str = PROFILE) -> list[str]:
    """Return the first field of every note of a profile, while Anki is closed."""
    col = Collection(str(base / profile / "collection.anki2"))
    try:
        return [col.get_note(id).fields[0] for id in col.find_notes("")]
    finally:
        col.close()


def config(base: Path) -> dict[str, Any]:
    """Return the add-on's configuration where Anki keeps it."""
    meta = json.loads(_meta(base).read_text(encoding="utf-8"))
    found: dict[str, Any] = meta["config"]
    return found


def configure(base: Path, **config: object) -> None:
    """Set the add-on's configuration where Anki keeps it."""
    meta = json.loads(_meta(base).read_text(encoding="utf-8"))
    _meta(base).write_text(json.dumps({**meta, "config": config}), encoding="utf-8")


def _meta(base: Path) -> Path:
    return base / "addons21" / "lan_sync" / "meta.json"

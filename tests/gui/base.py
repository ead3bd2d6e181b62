"""A throw-away data folder that Anki opens without asking anything."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

from tools.data_folder import ANKIWEB, PROFILE, identity, make_base, on_disk

__all__ = [
    "ANKIWEB",
    "PROFILE",
    "configure",
    "free_port",
    "identity",
    "make_base",
    "on_disk",
    "settings",
]


def settings(base: Path, profile: str = PROFILE) -> dict[str, Any]:
    """The add-on's record of a profile."""
    raw = json.loads((base / "lan_sync" / "profiles.json").read_text(encoding="utf-8"))
    record: dict[str, Any] = raw["profiles"][profile]
    return record


def configure(base: Path, **config: object) -> None:
    """Set the add-on's configuration where Anki keeps it."""
    path = base / "addons21" / "lan_sync" / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**meta, "config": config}), encoding="utf-8")


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

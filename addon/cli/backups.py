"""`backups`, `backup` and `restore`."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

from .. import upkeep
from ..errors import DataFolderUnusable, NoSuchBackup, Problem
from ..store.paths import UserFolder, users_path
from ..store.totals import Totals
from ..store.transfer.backup_files import Backup, content_of, find, list_backups
from ..store.transfer.copies import back_up
from ..store.transfer.packing import pack_now
from .carry import require_user
from .settings import ServerSettings

NEWEST = "newest"


class NothingToBackUp(Problem):
    """No device has synced yet."""


def backups(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """List a user's backups, the newest first: name, size, what it holds."""
    for backup in list_backups(_folder(data, settings, options.name)):
        print(_line(backup))
    return 0


def backup(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Back up a user's collection now; a server may be running."""
    folder = _folder(data, settings, options.name)
    try:
        made = back_up(folder)
        if made is None:
            raise NothingToBackUp(f"{folder.root} has no collection: no device has synced one yet")
        print(pack_now(made))
    except (OSError, sqlite3.Error) as error:
        raise DataFolderUnusable(folder.backups, str(error)) from error
    return 0


def restore(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Put a backup in place of a user's collection, which becomes a backup itself."""
    folder = _folder(data, settings, options.name)
    found = _found(folder, options.which)
    undone = upkeep.restore(data, options.name, found.name)
    print(f"the collection of {options.name!r} is now that of {found.name}")
    if undone is not None:
        print(f"before: {_totals(undone.before)}; now: {_totals(undone.now)}")
        print(f"what was there is now {undone.backup.stem}; to go back, restore that one")
    print("each device will ask which side to keep: choose to download")
    if folder.is_bridged:
        print("Anki gets it when its profile is next opened with LAN Sync")
    return 0


def _found(folder: UserFolder, which: str) -> Backup:
    every = list_backups(folder)
    found = (every[0] if every else None) if which == NEWEST else find(folder, which)
    if found is None:
        raise NoSuchBackup(which)
    return found


def _folder(data: Path, settings: ServerSettings, name: str) -> UserFolder:
    require_user(data, settings, name)
    return UserFolder(users_path(data) / name)


def _line(backup: Backup) -> str:
    held = content_of(backup.path)
    what = "damaged" if held is None else _totals(held.totals)
    return f"{backup.name}  {backup.size / 1e6:7.1f} MB  {what}"


def _totals(held: Totals) -> str:
    return f"{held.cards} cards, {held.notes} notes, {held.reviews} reviews"

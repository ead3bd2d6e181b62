"""What a former user of the same name left, before a new one gets it.

`deluser` keeps the folder. Whoever is added under the name of another person would find that
person's cards on the first phone.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import time
from pathlib import Path

from ..errors import Problem
from ..store.collection.summary import summarize
from ..store.paths import UserFolder, users_path
from ..store.user_names import is_user_name, nfc

log = logging.getLogger(__name__)


class FormerFolder(Problem):
    """There is a folder of this name, and nobody said that the new user may have it."""

    def __init__(self, folder: Path, holds: str) -> None:
        super().__init__(
            f"{folder} is left from a former user and holds {holds}: "
            "give it to the new one with --take-over, or move it away first"
        )


def require_consent(data: Path, name: str, take_over: bool) -> None:
    """Raise `FormerFolder`, unless there is none or the new user may have it.

    Asks where somebody sits at a terminal.
    """
    # the name as it was typed, but for its form: where capitals make no difference to the disk,
    # the folder of another spelling is the same
    name = nfc(name)
    if not is_user_name(name):
        return  # and it cannot be added
    folder = UserFolder(users_path(data) / name)
    if take_over or not folder.root.is_dir() or not any(folder.root.iterdir()):
        return
    holds = _holds(folder)
    if sys.stdin is not None and sys.stdin.isatty():
        print(f"{folder.root} is left from a former user and holds {holds}.")
        if input("Give it to the new user? [y/N] ").strip().casefold() in ("y", "yes"):
            return
    raise FormerFolder(folder.root, holds)


def _holds(folder: UserFolder) -> str:
    media = sum(1 for _ in folder.media.iterdir()) if folder.media.is_dir() else 0
    return f"{_collection(folder)} and {media} media files"


def _collection(folder: UserFolder) -> str:
    try:
        summary = summarize(folder.collection)
    except sqlite3.Error as error:
        log.debug("%s", error)
        return "a collection that cannot be read"
    if summary is None:
        return "no collection"
    changed = time.strftime("%Y-%m-%d", time.localtime(summary.modified / 1000))
    return f"a collection ({summary.cards} cards, last changed {changed})"

"""Ask before a new user gets the folder of a former one with the same name.

`deluser` keeps the folder, so somebody added under another person's name would find that person's
cards on their phone.
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
    """There is a folder of this name, and nobody has agreed that the new user may have it."""

    def __init__(self, folder: Path, content: str) -> None:
        super().__init__(
            f"{folder} belonged to a former user and has {content}: "
            "give it to the new user with --take-over, or move it away first"
        )


def require_consent(data: Path, name: str, take_over: bool) -> None:
    """Raise FormerFolder, unless there is none or the new user may have it.

    Asks if standard input is a terminal.
    """
    # not the user's stored name: on a disk that ignores case, the folder of a name with other
    # capitals is the same one
    name = nfc(name)
    if not is_user_name(name):
        return  # adding the user will fail
    folder = UserFolder(users_path(data) / name)
    if take_over or not folder.root.is_dir() or not any(folder.root.iterdir()):
        return
    content = _content(folder)
    if sys.stdin is not None and sys.stdin.isatty():
        print(f"{folder.root} belonged to a former user and has {content}.")
        if input("Give it to the new user? [y/N] ").strip().casefold() in ("y", "yes"):
            return
    raise FormerFolder(folder.root, content)


def _content(folder: UserFolder) -> str:
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

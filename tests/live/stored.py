"""What is in a user's folder on the server, read without the server's help."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from .servers import Server, User
from .snapshot import media

Rows = dict[str, list[tuple[object, ...]]]


def stored(server: Server, user: User) -> dict[str, object]:
    """Every row of the collection and of media.db, and the media files with their SHA-1.

    Of our server only: Anki's keeps its collection locked while it runs.
    """
    assert server.ours
    folder = server.folder(user)
    return {
        "collection": rows(folder / "collection.anki2"),
        "media.db": rows(folder / "media.db"),
        "media": media(folder / "media") if (folder / "media").exists() else {},
    }


def rows(path: Path) -> Rows:
    """Table -> rows of an SQLite file in the order they are kept; empty for no file."""
    if not path.exists():
        return {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=60)) as database:
        names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        return {name: database.execute(f"select * from [{name}]").fetchall() for (name,) in names}

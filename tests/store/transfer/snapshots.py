"""What is in a collection file, made comparable."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anki._backend import RustBackend

from addon.store.schema11.collation import register_collations

JSON_COLUMNS = ("conf", "models", "decks", "dconf", "tags")
Snapshot = dict[str, Any]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path, isolation_level=None)
    register_collations(db)
    try:
        yield db
    finally:
        db.close()


def downgrade_by_anki(path: Path) -> None:
    """Let Anki itself bring the file to schema 11."""
    _open_and_close(path, downgrade=True)


def upgrade_by_anki(path: Path) -> None:
    """Let Anki itself bring the file to schema 18."""
    _open_and_close(path, downgrade=False)


def snapshot(path: Path) -> Snapshot:
    """Return every row of every table and every definition; JSON decoded, ints unlike floats."""
    with opened(path) as db:
        definitions = {
            name: re.sub(r"\s+", " ", re.sub(r"--.*", "", sql))
            .replace("( ", "(")
            .replace(" )", ")")
            .lower()
            for name, sql in db.execute("select name, sql from sqlite_master where sql is not null")
        }
        tables = [
            name for (name,) in db.execute("select name from sqlite_master where type = 'table'")
        ]
        content: Snapshot = {"definitions": definitions}
        for table in tables:
            cursor = db.execute(f"select * from {table}")
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
            content[table] = sorted(rows, key=repr)
    (row,) = content["col"]
    for column in JSON_COLUMNS:
        if row[column]:
            row[column] = typed(json.loads(row[column]))
    return content


def typed(value: Any) -> Any:
    """Mark the floats of a JSON value, which Python finds equal to ints."""
    if isinstance(value, float):
        return ("float", value)
    if isinstance(value, list):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    return value


def synced(content: Snapshot) -> Snapshot:
    """Return a schema-11 snapshot with nothing left to sync: usn 0 in place of -1."""
    for table in ("notes", "cards", "revlog", "graves"):
        for row in content[table]:
            row["usn"] = 0 if row["usn"] == -1 else row["usn"]
        content[table].sort(key=repr)
    (col,) = content["col"]
    for column in ("models", "decks", "dconf"):
        for item in col[column].values():
            item["usn"] = 0 if item["usn"] == -1 else item["usn"]
    col["tags"] = {tag: 0 if usn == -1 else usn for tag, usn in col["tags"].items()}
    return content


def _open_and_close(path: Path, downgrade: bool) -> None:
    backend = RustBackend()
    backend.open_collection(collection_path=str(path), media_folder_path="", media_db_path="")
    backend.close_collection(downgrade_to_schema11=downgrade)

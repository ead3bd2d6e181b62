"""What phones and Anki do to a media folder that both use."""

from __future__ import annotations

import io
import os
from pathlib import Path

from addon.store.media.store import MediaStore

from .zips import download, upload


def send(store: MediaStore, *entries: tuple[str, bytes | None]) -> int:
    return store.apply_upload(io.BytesIO(upload(entries)))[1]


def known(store: MediaStore) -> dict[str, bytes]:
    """Return all files as a client gets them."""
    store.refresh()
    names = [name for name, _usn, sha1 in store.changes_since(0) if sha1]
    return dict(download(store.zip_of(names))) if names else {}


def beside(folder: Path, part: str) -> list[bytes]:
    place = folder.with_name(folder.name + ".lan-sync") / part
    return sorted(path.read_bytes() for path in place.rglob("*") if path.is_file())


def put(folder: Path, name: str, data: bytes) -> None:
    """As Anki does: in place of the former one."""
    draft = folder.with_name("draft")
    draft.write_bytes(data)
    draft.replace(folder / name)


def settled(folder: Path) -> None:
    """Make everything look as if it had been there for a while."""
    for path in (*folder.iterdir(), folder):
        os.utime(path, (path.stat().st_mtime - 60,) * 2)

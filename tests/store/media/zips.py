"""Zips as clients send them, and what an answered zip holds."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import IO, Optional

from addon.store.media.download_zip import Download

Entries = Sequence[tuple[str, Optional[bytes]]]  # None: a deletion


def upload(entries: Entries, *, deletion: str | None = None) -> bytes:
    """Return an upload as Rust clients make it; `deletion=""` is how Python clients do."""
    meta = [[name, deletion if data is None else str(i)] for i, (name, data) in enumerate(entries)]
    members = {str(i): data for i, (_, data) in enumerate(entries) if data is not None}
    return raw(meta, members)


def raw(meta: object, members: dict[str, bytes], *, deflate: bool = False) -> bytes:
    """Return a zip with any `_meta`."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr("_meta", meta if isinstance(meta, bytes) else json.dumps(meta))
    return buffer.getvalue()


def download(answer: IO[bytes] | Download) -> list[tuple[str, bytes]]:
    """Return the files of an answered zip, in the order of its members, as clients read it."""
    if isinstance(answer, Download):
        answer = answer.zip_file
    with answer, zipfile.ZipFile(answer) as archive:
        names = json.loads(archive.read("_meta"))
        return [(names[n], archive.read(n)) for n in archive.namelist() if n != "_meta"]

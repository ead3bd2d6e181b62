"""A real client, timed: Anki's own library with its own collection."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.sync import SyncAuth, SyncOutput

from .servers import PASSWORD, USER, Server


class Client:
    """A device of a user. Methods that sync return seconds."""

    def __init__(self, path: Path, server: Server, user: str = USER) -> None:
        """`path`: the collection, created if missing."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.col = Collection(str(path))
        self._server = server
        self._user = user
        self.log_in()

    def log_in(self) -> float:
        """Sign in; later calls use the new key."""
        began = time.perf_counter()
        key = self.col.sync_login(self._user, PASSWORD, self._server.address).hkey
        seconds = time.perf_counter() - began
        self._auth = SyncAuth(hkey=key, endpoint=self._server.address, io_timeout_secs=300)
        return seconds

    def flag(self, number: int) -> None:
        """Change one card, by a flag that depends on `number`."""
        self.col.set_user_flag_for_cards(1 + number % 7, [self.col.find_cards("deck:*")[0]])

    def sync(self) -> float:
        """Sync the collection normally, without media."""
        began = time.perf_counter()
        answer = self.col.sync_collection(self._auth, sync_media=False)
        seconds = time.perf_counter() - began
        if answer.required != SyncOutput.NO_CHANGES:
            raise RuntimeError(f"a one-way sync was asked for: {answer}")
        return seconds

    def upload(self) -> float:
        """Replace the server's collection."""
        return self._one_way(upload=True)

    def download(self) -> float:
        """Replace this client's collection."""
        return self._one_way(upload=False)

    def sync_marked(self) -> float:
        """Mark the schema, as Check Database does, and upload."""
        self.col.mod_schema(check=False)
        return self.upload()

    def sync_media(self) -> float:
        """Sync media both ways."""
        began = time.perf_counter()
        self.col.sync_media(self._auth)
        while self.col.media_sync_status().active:  # raises if it failed
            time.sleep(0.002)
        return time.perf_counter() - began

    def ask(self, query: str) -> list[Any]:
        """Return the first row of a query on the collection."""
        assert self.col.db is not None
        return list(self.col.db.first(query) or ())

    def peak_memory(self) -> float | None:
        """Return the server's peak memory in MiB; None if unknown."""
        return self._server.peak_memory()

    def close(self) -> None:
        self.col.close()

    def _one_way(self, upload: bool) -> float:
        self.col.close_for_full_sync()
        began = time.perf_counter()
        self.col.full_upload_or_download(auth=self._auth, server_usn=None, upload=upload)
        seconds = time.perf_counter() - began
        self.col.reopen(after_full_sync=True)
        return seconds

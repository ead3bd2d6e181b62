"""A second real Anki client, standing in for the phone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.collection import Collection
from anki.sync import SyncAuth

from tests.live.content import own_moment
from tests.live.proxy import Relay


class Phone:
    """A collection of its own that syncs with an address, a user name and a password."""

    def __init__(self, folder: Path, address: str, user: str, password: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.col = Collection(str(folder / "phone.anki2"))
        key = self.col.sync_login(user, password, address).hkey
        self.auth = SyncAuth(hkey=key, endpoint=address, io_timeout_secs=120)

    def download(self) -> None:
        """The first sync: take over what the server has, media too."""
        result = self.col.sync_collection(self.auth, sync_media=True)
        assert result.required in (result.FULL_DOWNLOAD, result.FULL_SYNC), result.required
        self.col.close_for_full_sync()
        self.col.full_upload_or_download(
            auth=self.auth, server_usn=result.server_media_usn, upload=False
        )
        self.col.reopen(after_full_sync=True)
        self._wait_for_media()

    def upload(self) -> None:
        """Put its collection in the place of the server's."""
        self.col.close_for_full_sync()
        self.col.full_upload_or_download(auth=self.auth, server_usn=None, upload=True)
        self.col.reopen(after_full_sync=True)

    def sync(self) -> None:
        """A later sync, both ways."""
        result = self.col.sync_collection(self.auth, sync_media=True)
        assert result.required == result.NO_CHANGES, result.required
        self._wait_for_media()
        # what is modified in the millisecond in which a sync ended would count as in step
        time.sleep(0.002)

    @contextmanager
    def held_at(self, method: str) -> Iterator[None]:
        """Sync in the background, and hold this request until the block ends."""
        address = self.auth.endpoint
        with Relay(address).running() as relay:
            self.auth.endpoint = relay.url
            hold = relay.hold(method)
            syncing = threading.Thread(target=self.sync)
            syncing.start()
            try:
                hold.wait_until_reached()
                yield
            finally:
                hold.release()
                syncing.join()
                self.auth.endpoint = address

    @contextmanager
    def vanishing_at(self, method: str) -> Iterator[None]:
        """From this request on, nothing of it reaches the server any more."""
        address = self.auth.endpoint
        with Relay(address).running() as relay:
            self.auth.endpoint = relay.url
            relay.lose_requests(method)
            relay.lose_requests("abort")
            try:
                yield
            finally:
                self.auth.endpoint = address

    def fronts(self) -> set[str]:
        """Return the first field of every note."""
        return {self.col.get_note(note).fields[0] for note in self.col.find_notes("")}

    def add(self, front: str) -> None:
        """Add a note."""
        notetype = self.col.models.by_name("Basic")
        assert notetype is not None
        note = self.col.new_note(notetype)
        note["Front"] = front
        deck = self.col.decks.id("Default")
        assert deck is not None
        with own_moment():
            self.col.add_note(note, deck)

    def media(self, name: str) -> bytes | None:
        """Return a media file's content."""
        path = Path(self.col.media.dir()) / name
        return path.read_bytes() if path.exists() else None

    def close(self) -> None:
        """End the client."""
        self.col.close()

    def _wait_for_media(self) -> None:
        while self.col.media_sync_status().active:
            time.sleep(0.02)

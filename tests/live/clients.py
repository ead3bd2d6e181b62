"""A real Anki client without a window; it does what the app does when Sync is clicked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from anki.collection import Collection
from anki.sync import SyncAuth, SyncOutput

if TYPE_CHECKING:  # each Anki that a test starts imports this, and needs no server
    from .servers import User

PATIENCE = 120.0  # s; an upper bound for what a busy machine may take


class Outcome(Enum):
    """What the server's answer asked the app to do, by the names of Anki's own messages."""

    NO_CHANGES = SyncOutput.NO_CHANGES  # in step, after a normal sync if one was needed
    FULL_SYNC = SyncOutput.FULL_SYNC  # the user must choose a side
    FULL_DOWNLOAD = SyncOutput.FULL_DOWNLOAD
    FULL_UPLOAD = SyncOutput.FULL_UPLOAD


class Choice(Enum):
    """The button in the dialog that a one-way sync shows."""

    UPLOAD = "upload"
    DOWNLOAD = "download"


class UnexpectedOneWay(AssertionError):
    """The client was asked to choose a side, and the test did not expect that."""


class Client:
    """One device: a folder with a collection and its media, and a login."""

    _in_use: ClassVar[Client | None] = None

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = folder.name
        self.path = folder / "collection.anki2"
        self._col: Collection | None = Collection(str(self.path))
        self._auth: SyncAuth | None = None

    @property
    def col(self) -> Collection:
        """Its collection; another device's ids are some milliseconds older than what is made next.

        Anki makes ids of the clock (ms). People on two devices never hit the same one; tests do.
        """
        assert self._col is not None, f"{self.name} is closed"
        if Client._in_use is not self:
            time.sleep(0.002)
            Client._in_use = self
        return self._col

    @property
    def media(self) -> Path:
        return Path(self.col.media.dir())

    @property
    def auth(self) -> SyncAuth:
        assert self._auth is not None, f"{self.name} is not logged in"
        return self._auth

    def close(self) -> None:
        if self._col is not None:
            self._col.close()
            self._col = None

    def reopen(self) -> None:
        """Close and open again, as restarting the app does."""
        self.close()
        self._col = Collection(str(self.path))

    def login(self, url: str, user: User) -> None:
        self._auth = self.col.sync_login(user.name, user.password, url)

    def go_through(self, url: str, patience: int | None = None) -> None:
        """Use another address of the same server, and keep the key.

        `patience`: the seconds of silence after which the client gives up; Anki's default if None.
        """
        self.use_key(self.auth.hkey, url, patience)

    def use_key(self, key: str, url: str, patience: int | None = None) -> None:
        """Use a key from before; `patience` as in `go_through`."""
        self._auth = SyncAuth(hkey=key, endpoint=url, io_timeout_secs=patience)

    def sync(self, choice: Choice | None = None, media: bool = True) -> Outcome:
        """Click Sync once, media included; return what the server asked for.

        FULL_UPLOAD and FULL_DOWNLOAD are carried out, FULL_SYNC only with a `choice`
        (`UnexpectedOneWay` without). Errors come out as Anki raises them (`SyncError`,
        `NetworkError`); those of the media sync too.
        """
        answer = self.col.sync_collection(self.auth, media)
        if answer.new_endpoint:
            self.go_through(answer.new_endpoint)
        outcome = Outcome(answer.required)
        if outcome is Outcome.NO_CHANGES:
            self.col.models._clear_cache()
        else:
            upload = self._upload_wanted(outcome, choice)
            self._one_way(upload, answer.server_media_usn if media else None)
        self.wait_for_media()
        # what is modified in the millisecond in which a sync ended would count as in step
        time.sleep(0.002)
        return outcome

    def _upload_wanted(self, outcome: Outcome, choice: Choice | None) -> bool:
        if outcome is Outcome.FULL_SYNC:
            if choice is None:
                raise UnexpectedOneWay(f"{self.name} was asked to choose a side")
            return choice is Choice.UPLOAD
        return outcome is Outcome.FULL_UPLOAD

    def _one_way(self, upload: bool, server_media_usn: int | None) -> None:
        self.col.close_for_full_sync()
        try:
            self.col.full_upload_or_download(
                auth=self.auth, server_usn=server_media_usn, upload=upload
            )
        finally:
            # The back end has opened the collection again even when the transfer failed.
            self.col.reopen(after_full_sync=True)

    def upload(self) -> None:
        """A one-way upload, whatever the server would have asked for."""
        self._one_way(upload=True, server_media_usn=None)

    def download(self) -> None:
        """A one-way download, whatever the server would have asked for."""
        self._one_way(upload=False, server_media_usn=None)

    def wait_for_media(self) -> None:
        """Wait for the media sync in the background; raises its error."""
        wait_until(lambda: not self.col.media_sync_status().active)

    def sync_in_background(self, choice: Choice | None = None) -> Running:
        return Running(lambda: self.sync(choice))


class Running(threading.Thread):
    """A call in a thread of its own, whose result or error is fetched later."""

    def __init__(self, call: Callable[[], Outcome]) -> None:
        super().__init__(daemon=True)
        self._call = call
        self._result: Outcome | None = None
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._result = self._call()
        except BaseException as error:  # handed to the thread that asks for the result
            self._error = error

    def result(self) -> Outcome:
        """Wait for the end; raises what the call raised."""
        self.join(PATIENCE)
        assert not self.is_alive(), "the sync never ended"
        if self._error is not None:
            raise self._error
        assert self._result is not None
        return self._result


def wait_until(condition: Callable[[], bool], timeout: float = PATIENCE) -> None:
    """Return once `condition` holds; AssertionError when it never does."""
    end = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < end, f"waited {timeout} s in vain"
        time.sleep(0.01)

"""Which syncs are running, and how far they are. Kept in memory only, and cheap to ask for."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from ..protocol.client_name import parse_client_name
from .accounts.accounts import Account
from .decoded_body import DecodedBody
from .events import Event, MediaReceived, MediaSent
from .replies import File, Reply

COMPARING = "comparing"  # objects go both ways
CHECKING = "checking"
UPLOADING = "uploading"  # a whole collection, from the device
DOWNLOADING = "downloading"  # a whole collection, to the device
MEDIA = "media"

_STAGES = {
    ("sync", "start"): COMPARING,
    ("sync", "applyGraves"): COMPARING,
    ("sync", "applyChanges"): COMPARING,
    ("sync", "chunk"): COMPARING,
    ("sync", "applyChunk"): COMPARING,
    ("sync", "sanityCheck2"): CHECKING,
    ("sync", "finish"): CHECKING,
    ("sync", "upload"): UPLOADING,
    ("sync", "download"): DOWNLOADING,
    ("msync", "uploadChanges"): MEDIA,
    ("msync", "downloadFiles"): MEDIA,
}
_LAST = {("sync", "finish"), ("sync", "abort"), ("sync", "upload"), ("sync", "download")}
_LAST_OF_MEDIA = ("msync", "mediaSanity")
# A sync counts as running for this many seconds after its last request; then its phone is gone.
_VANISHED = 10.0


@dataclass(frozen=True)
class Running:
    """A running sync, of a collection or of media."""

    user: str
    device: int
    client: str  # how the device's Anki identifies itself
    name: str  # chosen by the person, or else the model or the app
    stage: str  # one of the constants above
    received: int  # objects, review log entries and deletions so far
    sent: int
    files_received: int  # media
    files_sent: int
    bytes_received: int
    bytes_sent: int
    seconds: float


@dataclass
class Tracker:
    """Counts the requests of one running sync, of which several may be active at once."""

    account: Account
    stage: str
    started: float = field(default_factory=time.monotonic)
    last: float = field(default_factory=time.monotonic)
    requests: int = 0  # active ones
    received: int = 0
    sent: int = 0
    files_received: int = 0
    files_sent: int = 0
    bytes_received: int = 0
    bytes_sent: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def set_totals(self, received: int, sent: int) -> None:
        """Set how many objects the session has received and sent."""
        with self.lock:
            self.received, self.sent = received, sent

    def add_bytes(self, received: int = 0, sent: int = 0) -> None:
        """Add bytes that have just moved."""
        with self.lock:
            self.bytes_received += received
            self.bytes_sent += sent
            self.last = time.monotonic()

    def snapshot(self, now: float) -> Running:
        with self.lock:
            return Running(
                self.account.user,
                self.account.device,
                self.account.client,
                self.account.name or parse_client_name(self.account.client).device,
                self.stage,
                self.received,
                self.sent,
                self.files_received,
                self.files_sent,
                self.bytes_received,
                self.bytes_sent,
                now - self.started,
            )

    def counted(self, body: DecodedBody) -> DecodedBody:
        """Count the bytes of a body as they are read."""

        def blocks(limit: int) -> Iterator[bytes]:
            for block in body.blocks(limit):
                self.add_bytes(received=len(block))
                yield block

        return DecodedBody(blocks, body.reader)


class _CountedFile:
    """The file of a reply; its sync is running until it is sent."""

    def __init__(self, file: BinaryIO, tracker: Tracker, progress: Progress, ends: bool) -> None:
        self._file = file
        self._tracker = tracker
        self._progress = progress
        self._ends = ends
        progress.enter_again(tracker)

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._tracker.add_bytes(sent=len(data))
        return data

    def close(self) -> None:
        self._file.close()
        tracker, self._tracker = self._tracker, Tracker(self._tracker.account, "")
        self._progress.leave(tracker, self._ends)


class Progress:
    """The running syncs of all devices. Any thread may call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._trackers: dict[tuple[int, str], Tracker] = {}

    def running(self) -> list[Running]:
        """Return the running syncs, the longest first."""
        now = time.monotonic()
        with self._lock:
            trackers = [t for t in self._trackers.values() if _is_alive(t, now)]
        return sorted((t.snapshot(now) for t in trackers), key=lambda each: -each.seconds)

    @contextlib.contextmanager
    def request(self, account: Account, method: tuple[str, str]) -> Iterator[Tracker]:
        """Count a request; an error ends its sync."""
        tracker = self._enter(account, method)
        try:
            yield tracker
        except BaseException:
            self.leave(tracker, ends=method in _STAGES)
            raise
        self.leave(tracker, ends=method in _LAST or method == _LAST_OF_MEDIA)

    def reply(self, tracker: Tracker, method: tuple[str, str], reply: Reply) -> Reply:
        """Count a reply as it is sent. Call this inside `request`."""
        if not isinstance(reply, File):
            return reply
        counted = _CountedFile(reply.file, tracker, self, ends=method in _LAST)
        return File(cast(BinaryIO, counted), reply.size)

    def record(self, event: Event) -> None:
        """Add the number of media files that an event reports."""
        with self._lock:
            tracker = self._trackers.get((event.device or 0, "msync"))
        if tracker is None:
            return
        with tracker.lock:
            if isinstance(event, MediaReceived):
                tracker.files_received += event.files
            elif isinstance(event, MediaSent):
                tracker.files_sent += event.files

    def forget(self, device: int) -> None:
        """Drop the syncs of a removed device: whatever it still sends is not a sync any more."""
        with self._lock:
            for key in [key for key in self._trackers if key[0] == device]:
                del self._trackers[key]

    def enter_again(self, tracker: Tracker) -> None:
        """Expect one more `leave`: a file is still being sent when its request is over."""
        with self._lock:
            tracker.requests += 1

    def leave(self, tracker: Tracker, ends: bool) -> None:
        """Note that a request is over, or its file is sent; `ends` if the sync is over too."""
        with self._lock:
            tracker.last = time.monotonic()
            tracker.requests -= 1
            if ends and tracker.requests <= 0:
                for key in [key for key, each in self._trackers.items() if each is tracker]:
                    del self._trackers[key]

    def _enter(self, account: Account, method: tuple[str, str]) -> Tracker:
        key = (account.device, method[0])
        now = time.monotonic()
        with self._lock:
            for old in [key for key, each in self._trackers.items() if not _is_alive(each, now)]:
                del self._trackers[old]
            tracker = self._trackers.get(key)
            stage = _STAGES.get(method)
            if tracker is None or method == ("sync", "start"):
                tracker = Tracker(account, stage or "")
                if stage is not None:
                    self._trackers[key] = tracker
            elif stage is not None:
                tracker.stage = stage
            tracker.account = account
            tracker.last = now
            tracker.requests += 1
        return tracker


def _is_alive(tracker: Tracker, now: float) -> bool:
    return tracker.requests > 0 or now - tracker.last < _VANISHED

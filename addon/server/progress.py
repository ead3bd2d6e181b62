"""What syncs at this moment, and how far it is. Kept in memory alone, cheap to ask at any time."""

from __future__ import annotations

import contextlib
import dataclasses
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from ..protocol.client_name import parse
from .accounts.accounts import Account
from .call import Body, File, Reply
from .events import Event, MediaReceived, MediaSent

COMPARING = "comparing"  # objects go both ways
CHECKING = "checking"
UPLOADING = "uploading"  # a whole collection, to here
DOWNLOADING = "downloading"  # a whole collection, from here
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
# Seconds after its last request in which a sync counts as running: its phone may have vanished.
_VANISHED = 10.0


@dataclass(frozen=True)
class Running:
    """A sync under way, of a collection or of media."""

    user: str
    device: int
    client: str  # how the device's Anki names itself
    name: str  # given by the person, else app and model
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
    """One sync under way, counted by its requests, of which there may be several at once."""

    account: Account
    stage: str
    started: float = field(default_factory=time.monotonic)
    last: float = field(default_factory=time.monotonic)
    requests: int = 0  # requests
    received: int = 0
    sent: int = 0
    files_received: int = 0
    files_sent: int = 0
    bytes_received: int = 0
    bytes_sent: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def objects(self, received: int, sent: int) -> None:
        """Take over a session's totals."""
        with self.lock:
            self.received, self.sent = received, sent

    def count_bytes(self, received: int = 0, sent: int = 0) -> None:
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
                self.account.name or parse(self.account.client).text,
                self.stage,
                self.received,
                self.sent,
                self.files_received,
                self.files_sent,
                self.bytes_received,
                self.bytes_sent,
                now - self.started,
            )

    def counted_body(self, body: Body) -> Body:
        def blocks(limit: int) -> Iterator[bytes]:
            for block in body.blocks(limit):
                self.count_bytes(received=len(block))
                yield block

        return dataclasses.replace(body, blocks=blocks)


class _CountedFile:
    """An answer's file, whose sending keeps the sync running."""

    def __init__(self, file: BinaryIO, tracker: Tracker, progress: Progress, ends: bool) -> None:
        self._file = file
        self._tracker = tracker
        self._progress = progress
        self._ends = ends
        progress.goes_on(tracker)

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._tracker.count_bytes(sent=len(data))
        return data

    def close(self) -> None:
        self._file.close()
        tracker, self._tracker = self._tracker, Tracker(self._tracker.account, "")
        self._progress.leave(tracker, self._ends)


class Progress:
    """The syncs of all devices. Any thread may call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._trackers: dict[tuple[int, str], Tracker] = {}

    def running(self) -> list[Running]:
        """What runs, the longest first."""
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

    def answer(self, tracker: Tracker, method: tuple[str, str], answer: Reply) -> Reply:
        """The answer, counted as it is sent; for use inside `request`."""
        if not isinstance(answer, File):
            return answer
        counted = _CountedFile(answer.file, tracker, self, ends=method in _LAST)
        return File(cast(BinaryIO, counted), answer.size)

    def note(self, event: Event) -> None:
        """Take the numbers of media files from an event."""
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
        """A device was shut out: whatever it is still sending is no sync any more."""
        with self._lock:
            for key in [key for key in self._trackers if key[0] == device]:
                del self._trackers[key]

    def goes_on(self, tracker: Tracker) -> None:
        """Wait for one more `leave`: an answer is sent after its request is over."""
        with self._lock:
            tracker.requests += 1

    def leave(self, tracker: Tracker, ends: bool) -> None:
        """A request is over, or the sending of its answer; perhaps its sync with it."""
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

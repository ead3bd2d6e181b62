"""A device removed while its request runs changes nothing any more."""

from __future__ import annotations

import io
import threading
from contextlib import closing
from pathlib import Path

import pytest
from werkzeug.test import Client

from addon.protocol import body, header, jsontext
from addon.server.accounts.accounts import Accounts
from addon.server.app import SyncApp
from addon.server.users import User
from addon.store.collection.collection import create
from addon.store.media.store import MediaStore
from addon.store.transfer.stored import open_stored
from tests.server.caller import CLIENT, SANITY, Caller
from tests.store.media import zips as media_zips

ONE_FILE = media_zips.upload([("a.png", b"a")])


@pytest.fixture
def user(app: SyncApp) -> User:
    return app.users.get("anna")


class Request(threading.Thread):
    """A request in a thread of its own."""

    def __init__(self, app: SyncApp, sender: Caller, path: str, packed: bytes) -> None:
        super().__init__(daemon=True)
        self._app = app
        self._sender = sender
        self._path = path
        self._body = io.BytesIO(packed)
        self._key_was_checked = threading.Event()
        self._status: int | None = None
        self.start()
        assert self._key_was_checked.wait(60)

    def read(self, size: int = -1) -> bytes:
        """Read the body; the server asks for it once it knows the key."""
        self._key_was_checked.set()
        return self._body.read(size)

    def run(self) -> None:
        known = {"v": 11, "k": self._sender.key, "s": self._sender.session, "c": CLIENT}
        answer = Client(self._app).post(
            self._path,
            headers={header.HEADER: jsontext.dumps_text(known)},
            environ_overrides={"wsgi.input": self, "wsgi.input_terminated": True},
            buffered=True,
        )
        self._status = answer.status_code

    def status(self) -> int:
        self.join(60)
        assert self._status is not None, "never answered"
        return self._status


def collection(folder: Path) -> bytes:
    path = folder / "upload.anki2"
    create(path)
    return body.compress_whole(path.read_bytes())


def stamps(user: User) -> object:
    with closing(open_stored(user.folder)) as stored:
        return stored.stamps()


def media_of(user: User) -> int:
    with closing(MediaStore(user.folder.media, user.folder.media_db)) as media:
        return media.count()


# what each asks for while another request of the same user has the lock
REQUESTS: dict[str, object] = {
    "meta": {"v": 11, "cv": CLIENT},
    "start": {"minUsn": 0, "lnewer": True},
    "download": {},
    "applyGraves": {"chunk": {"cards": [5], "notes": [], "decks": []}},
    "applyChanges": {"changes": {"models": [], "decks": [[], []], "tags": ["new"]}},
    "chunk": {},
    "applyChunk": {"chunk": {"done": True}},
    "sanityCheck2": SANITY,
    "finish": {},
    "msync/begin": {"v": CLIENT},
    "msync/mediaChanges": {"lastUsn": 0},
    "msync/mediaSanity": {"local": 0},
}
OUTSIDE_OF_SESSIONS = ("meta", "start", "download")


@pytest.mark.parametrize("method", REQUESTS)
def test_the_key_is_checked_again_after_waiting_for_the_lock(
    served: tuple[SyncApp, Accounts], phone: Caller, user: User, method: str
) -> None:
    app, accounts = served
    if method not in OUTSIDE_OF_SESSIONS and not method.startswith("msync"):
        phone.start()
    before = stamps(user)
    lock = user._media_lock if method.startswith("msync") else user._collection_lock
    with lock:
        path = method if "/" in method else f"sync/{method}"
        packed = body.compress_whole(jsontext.dumps(REQUESTS[method]))
        request = Request(app, phone, f"/{path}", packed)
        accounts.devices.revoke(accounts.devices.of("anna")[0].id)
    assert request.status() == 403
    assert stamps(user) == before
    assert not user.has_session(phone.session)


def test_an_upload_of_a_device_removed_meanwhile_is_discarded(
    served: tuple[SyncApp, Accounts], phone: Caller, user: User, tmp_path: Path
) -> None:
    phone.start()
    assert phone.post("finish", {})[0] == 200
    before = user.folder.collection.read_bytes()
    upload = collection(tmp_path)
    with user._collection_lock:
        request = Request(served[0], phone, "/sync/upload", upload)
        devices = served[1].devices
        devices.revoke(devices.of("anna")[0].id)
    assert request.status() == 403
    assert user.folder.collection.read_bytes() == before
    assert [path.name for path in user.folder.root.iterdir()] == ["collection.anki2"]


def test_media_of_a_device_removed_meanwhile_is_discarded(
    served: tuple[SyncApp, Accounts],
    phone: Caller,
    user: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accounts = served[1]
    assert phone.send("/msync/uploadChanges", body.compress_whole(ONE_FILE)).status_code == 200

    def slowly(store: MediaStore) -> None:
        """Be slow like a bad disk; in between, somebody else acts."""
        accounts.devices.revoke(accounts.devices.of("anna")[0].id)
        required(store)

    required = MediaStore._require_folder
    monkeypatch.setattr(MediaStore, "_require_folder", slowly)
    more = media_zips.upload([("b.png", b"b"), ("a.png", None)])
    assert phone.send("/msync/uploadChanges", body.compress_whole(more)).status_code == 403
    monkeypatch.undo()
    assert media_of(user) == 1
    assert sorted(path.name for path in user.folder.media.iterdir()) == ["a.png"]


def test_a_valid_key_passes_every_check(phone: Caller) -> None:
    phone.start()
    for method in ("applyGraves", "applyChanges", "chunk", "applyChunk", "sanityCheck2", "finish"):
        assert phone.post(method, REQUESTS[method])[0] == 200

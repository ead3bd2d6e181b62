"""A real Anki of any version since 2.1.26, driven by JSON lines: a request in, an answer out.

Runs inside that version's own environment, so it parses on Python 3.8, and of this repository it
imports old_client_actions.py and nothing else. What the window does when Sync is clicked is done
here as each version's own window does it (qt/aqt/sync.py of that version); names differ, as Anki
renamed much in 2.1.28 to 2.1.54.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import time
import traceback
from typing import Any, Optional

from . import old_client_actions as actions
from .old_client_actions import Json, module

# What a sync came to.
ONE_WAY = "one-way sync"
IN_STEP = "in step"
STOPPED = "stopped by the server"
BAD_LOGIN = "wrong user, password or key"


class Device:
    """A collection and the way this version of Anki syncs it."""

    def __init__(self, path: str, url: str) -> None:
        # read by the backends of 2.1.28 to 2.1.56
        os.environ["SYNC_ENDPOINT"] = url + "sync/"
        os.environ["SYNC_ENDPOINT_MEDIA"] = url + "msync/"
        self.path = path
        self.url = url
        self.col: Any = None
        self.message = ""  # what the server had to say
        self.open()
        self.key = ""

    def open(self) -> None:
        # where it is found in every version
        self.col = module("anki.storage").Collection(self.path)

    def close(self) -> None:
        self.col.close()

    def login(self, user: str, password: str) -> bool:
        raise NotImplementedError

    def sync(self, choice: Optional[str]) -> str:
        raise NotImplementedError

    def sync_media(self) -> None:
        raise NotImplementedError


class PythonDevice(Device):
    """2.1.26, like all before: the collection is synced in Python, media in Rust."""

    def __init__(self, path: str, url: str, version: Optional[int], add_on: str = "") -> None:
        self._sync: Any = module("anki.sync")
        if add_on:
            runpy.run_path(add_on)
            # as qt/aqt/mediasync.py of 2.1.22 to 2.1.26 does for media
            url = module("anki.consts").SYNC_BASE % ""
        else:
            # These versions fill in `hostNum`, where 0 becomes nothing.
            self._sync.SYNC_BASE = url.replace("%", "%%") + "%s"
        if version is not None:  # versions before 2.1.22 say 8 or 9
            self._sync.SYNC_VER = version
        super().__init__(path, url)

    def login(self, user: str, password: str) -> bool:
        self.key = self._sync.RemoteServer(None, hostNum=None).hostKey(user, password) or ""
        return bool(self.key)

    def sync(self, choice: Optional[str]) -> str:
        # the window closes the collection, and the syncing thread opens it for itself
        self.close()
        self.open()
        server = self._sync.RemoteServer(self.key, hostNum=None)
        syncer = self._sync.Syncer(self.col, server)
        try:
            result = syncer.sync()
            self.message = syncer.syncMsg
            if result == "fullSync" and choice is not None:
                self._one_way(choice, server)
        finally:
            if self.col is not None and self.col.db is not None:
                self.col.close(save=False, downgrade=False)
            self.open()
        names = {
            "noChanges": IN_STEP,
            "success": IN_STEP,
            "fullSync": ONE_WAY,
            "serverAbort": STOPPED,
            "badAuth": BAD_LOGIN,
        }
        return names.get(result) or str(result)

    def _one_way(self, choice: str, server: Any) -> None:
        client = self._sync.FullSyncer(self.col, self.key, server.client, hostNum=None)
        if choice == "upload":
            assert client.upload(), "the upload was refused"
        else:
            refusal = client.download()
            assert refusal is None, refusal

    def sync_media(self) -> None:
        self.col.backend.sync_media(self.key, self.url + "msync/")


class RustDevice(Device):
    """2.1.28 and later: everything is synced in Rust."""

    def __init__(self, path: str, url: str) -> None:
        super().__init__(path, url)
        self.auth: Any = None

    @property
    def backend(self) -> Any:
        return getattr(self.col, "_backend", None) or self.col.backend

    def login(self, user: str, password: str) -> bool:
        try:
            if hasattr(self.col, "sync_login"):
                address = {"endpoint": self.url} if self._knows_endpoint() else {}
                self.auth = self.col.sync_login(username=user, password=password, **address)
            else:
                self.auth = self.backend.sync_login(username=user, password=password)
        except Exception as error:
            if _is_auth_error(error):
                return False
            raise
        self.key = self.auth.hkey
        return True

    def _knows_endpoint(self) -> bool:
        return "endpoint" in self.col.sync_login.__code__.co_varnames

    def sync(self, choice: Optional[str]) -> str:
        self.auth.hkey = self.key
        if "endpoint" in self.auth.DESCRIPTOR.fields_by_name:
            self.auth.endpoint = self.url
        try:
            answer = self._normal_sync()
        except Exception as error:
            if _is_auth_error(error):
                return BAD_LOGIN
            raise
        self.message = answer.server_message
        name = answer.ChangesRequired.Name(answer.required)
        if name in ("NO_CHANGES", "NORMAL_SYNC"):
            clear = getattr(self.col.models, "_clear_cache", None)
            if clear is not None:
                clear()
            return IN_STEP
        if name != "FULL_SYNC":  # one side is empty: the window does not ask
            choice = {"FULL_UPLOAD": "upload", "FULL_DOWNLOAD": "download"}[name]
        if choice is not None:
            self._one_way(choice)
        return ONE_WAY

    @property
    def _since_23_10(self) -> bool:
        return hasattr(self.col, "full_upload_or_download")

    def _normal_sync(self) -> Any:
        if self._since_23_10:
            return self.col.sync_collection(self.auth, sync_media=False)
        # until then Python keeps a transaction open
        self.col.save(trx=False)
        try:
            return self.backend.sync_collection(self.auth)
        finally:
            self.col.db.begin()

    def _one_way(self, choice: str) -> None:
        self.col.close_for_full_sync()
        try:
            if self._since_23_10:
                self.col.full_upload_or_download(
                    auth=self.auth, server_usn=None, upload=choice == "upload"
                )
            elif choice == "upload":
                self.backend.full_upload(self.auth)
            else:
                self.backend.full_download(self.auth)
        finally:
            self.col.reopen(after_full_sync=True)

    def sync_media(self) -> None:
        self.backend.sync_media(self.auth)
        if self._since_23_10:  # it runs in the background
            while self.col.media_sync_status().active:
                time.sleep(0.01)


def _is_auth_error(error: Exception) -> bool:
    kind = getattr(error, "kind", None)
    value = kind() if callable(kind) else kind
    # SyncError's AUTH: a number in 2.1.28 to 2.1.45, an enumeration later
    return type(error).__name__ == "SyncError" and getattr(value, "value", value) == _auth_kind()


def _auth_kind() -> Any:
    kinds: Any = getattr(module("anki.errors"), "SyncErrorKind", None)
    if kinds is not None:
        return kinds.AUTH.value
    return module("anki.rsbackend").SyncErrorKind.AUTH_FAILED


def make_device(path: str, url: str, version: Optional[int], add_on: str = "") -> Device:
    if hasattr(module("anki.sync"), "FullSyncer"):
        return PythonDevice(path, url, version, add_on)
    return RustDevice(path, url)


def main() -> None:
    # Anki prints now and then; what it prints must not get among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    device: Optional[Device] = None
    for line in sys.stdin.buffer:
        request = json.loads(line.decode("utf-8"))
        method, arguments = request["method"], request["arguments"]
        try:
            if method == "open":
                device = make_device(**arguments)
                value: Any = None
            else:
                assert device is not None
                value = _answer(device, method, arguments)
            answer = {"value": value}
        except Exception:
            answer = {"error": traceback.format_exc()}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answer(device: Device, method: str, arguments: Json) -> Any:
    if method in ("login", "sync", "sync_media"):
        return getattr(device, method)(**arguments)
    if method in ("message", "key"):
        return getattr(device, method)
    if method == "set_key":
        device.key = arguments["key"]
        return None
    if method == "close":
        return device.close()
    action = getattr(actions, method)
    return action(device.col, **arguments)


if __name__ == "__main__":
    main()

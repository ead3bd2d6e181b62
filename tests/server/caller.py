"""Calls the application without a socket, in the envelope of version 11."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from werkzeug.test import Client, TestResponse

from addon.protocol import body, header, jsontext
from addon.server.accounts.accounts import Accounts
from addon.server.app import SyncApp
from addon.server.events import CatchUp, Event, nothing_to_catch_up
from addon.server.limits import Limits
from tests.accounts import add_user

CLIENT = "26.09,test,linux"
# a new account has five note types, one deck, one preset
SANITY = {"client": [[0, 0, 0], 0, 0, 0, 0, 5, 1, 1]}


class Caller:
    """One device of the user "anna"."""

    def __init__(
        self, app: SyncApp, key: str, session: str = "session-1", address: str = "127.0.0.1"
    ) -> None:
        self._http = Client(app)
        self._from = {"REMOTE_ADDR": address}
        self.key = key
        self.session = session

    def send(self, path: str, data: bytes, **headers: str) -> TestResponse:
        """POST raw bytes, with a right header unless another is given."""
        right = {"v": 11, "k": self.key, "s": self.session, "c": CLIENT}
        headers.setdefault(header.HEADER, jsontext.dumps_text(right))
        return self._http.post(
            path, data=data, headers=headers, buffered=True, environ_overrides=self._from
        )

    def post(self, method: str, value: Any) -> tuple[int, Any]:
        """Call a collection method by its name, a media method as `msync/NAME`."""
        path = method if "/" in method else f"sync/{method}"
        response = self.send(f"/{path}", body.compress_whole(jsontext.dumps(value)))
        return response.status_code, self.value(response)

    def get(self, path: str) -> TestResponse:
        return self._http.get(path, buffered=True)

    @staticmethod
    def value(response: TestResponse) -> Any:
        """Return the decoded answer, or the text of a refusal."""
        if response.status_code != 200:
            return response.get_data(as_text=True)
        data = b"".join(body.decompress([response.get_data()], 1 << 30))
        assert int(response.headers[header.ORIGINAL_SIZE]) == len(data)
        return jsontext.loads(data)

    def start(self, usn: int = 0, newer: bool = True) -> None:
        assert self.post("start", {"minUsn": usn, "lnewer": newer})[0] == 200


@contextmanager
def application(
    root: Path,
    events: list[Event] | None = None,
    limits: Limits | None = None,
    catch_up: CatchUp = nothing_to_catch_up,
) -> Iterator[tuple[SyncApp, Accounts]]:
    """Yield the application on an empty data folder, with the user "anna", password "secret"."""
    accounts = Accounts(root / "accounts.db")
    add_user(accounts, "anna", "secret")
    app = SyncApp(
        accounts,
        root / "users",
        limits,
        emit=events.append if events is not None else lambda _event: None,
        catch_up=catch_up,
    )
    try:
        yield app, accounts
    finally:
        app.close()
        accounts.close()

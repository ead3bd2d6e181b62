"""What a request took is free as soon as it is answered, and does not wait for Python to look for
garbage, which takes longer the more there is."""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from addon.protocol import body, jsontext
from addon.server.app import SyncApp
from tests.accounts import issue_key
from tests.server.caller import CLIENT, application


class Body(io.BytesIO):
    """A request's body."""


@pytest.fixture
def no_collections() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def ask(app: SyncApp, path: str, key: str) -> tuple[str, weakref.ref[Body]]:
    """Return the answer's status, and the request's body if it still exists."""
    data = Body(body.compress_whole(b'{"v":11,"cv":"x"}'))
    sender = jsontext.dumps_text({"v": 11, "k": key, "s": "session", "c": CLIENT})
    environ = EnvironBuilder(path, method="POST").get_environ()
    environ |= {"HTTP_ANKI_SYNC": sender, "wsgi.input": data}
    _, status, _ = run_wsgi_app(app, environ, buffered=True)
    return status, weakref.ref(data)


@pytest.mark.usefixtures("no_collections")
def test_a_request_is_forgotten_once_it_is_answered(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        key = issue_key(accounts, "anna")
        for path, sender, status in (
            ("/sync/meta", key, "200 OK"),
            ("/sync/meta", "unknown", "403 FORBIDDEN"),
            ("/sync/chunk", key, "409 CONFLICT"),
            ("/nowhere", key, "404 NOT FOUND"),
        ):
            answered, left = ask(app, path, sender)
            assert answered.upper() == status
            assert left() is None, path

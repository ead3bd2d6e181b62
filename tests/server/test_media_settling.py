"""Received media are flushed once no device uses them."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from addon import threads
from addon.server.limits import Limits
from addon.server.users import Users
from tests.store.media.zips import upload


def test_media_are_flushed_even_if_no_thread_could_start_at_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = Users(tmp_path, Limits())
    user = users.get("anna")

    def fail(*_arguments: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threads, "start", fail)
        with user.media() as media:
            media.apply_upload(io.BytesIO(upload([("a.x", b"1")])))
    with user.media() as media:
        assert not media.is_settled
    end = time.monotonic() + 60
    while not media.is_settled:
        assert time.monotonic() < end, "the upload was never flushed"
        time.sleep(0.05)
    users.close()

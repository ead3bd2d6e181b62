"""Keys that nobody uses end after some days, if that is set."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from addon.server.accounts.accounts import Accounts
from tests.accounts import add_user, issue_key

DAY = 86_400


@pytest.mark.parametrize(("days", "kept"), [(0, True), (30, False), (400, True)])
def test_a_key_unused_for_too_many_days_is_invalid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, kept: bool
) -> None:
    now = time.time()
    path = tmp_path / "accounts.db"
    with contextlib.closing(Accounts(path, sign_out_after=days)) as accounts:
        add_user(accounts, "anna", "secret")
        used, unused = issue_key(accounts, "anna"), issue_key(accounts, "anna")
        for day in range(20, 360, 20):  # less than 30 days apart
            monkeypatch.setattr(time, "time", lambda later=now + day * DAY: later)
            assert accounts.by_key(used) is not None
        assert (accounts.by_key(unused) is not None) is kept

"""The application on an empty data folder, and a phone that is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.server.accounts.accounts import Accounts
from addon.server.app import SyncApp
from tests.accounts import issue_key

from .caller import Caller, application


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[SyncApp, Accounts]]:
    with application(tmp_path) as served:
        yield served


@pytest.fixture
def app(served: tuple[SyncApp, Accounts]) -> SyncApp:
    return served[0]


@pytest.fixture
def phone(served: tuple[SyncApp, Accounts]) -> Caller:
    app, accounts = served
    return Caller(app, issue_key(accounts, "anna"))

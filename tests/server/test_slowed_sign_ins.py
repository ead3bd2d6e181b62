"""Sign-ins after too many wrong passwords: refused quickly, and devices with a key are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from addon.protocol import body, jsontext
from addon.protocol.client_name import PROBE
from addon.server.accounts.accounts import Accounts
from addon.server.accounts.local_users import LocalUsers
from addon.server.app import SyncApp
from addon.server.events import Event, SignInRefused
from tests.accounts import issue_key

from .caller import Caller, application


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def served(tmp_path: Path, events: list[Event]) -> Iterator[tuple[SyncApp, Accounts]]:
    with application(tmp_path, events) as served:
        yield served


def sign_in(app: SyncApp, user: str, password: str) -> TestResponse:
    login = body.compress_whole(jsontext.dumps({"u": user, "p": password}))
    return Caller(app, "").send("/sync/hostKey", login)


def guess(app: SyncApp, count: int, user: str = "anna") -> list[int]:
    return [sign_in(app, user, f"guess {number}").status_code for number in range(count)]


def test_after_five_wrong_passwords_no_further_one_is_checked(
    app: SyncApp, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert guess(app, 7) == [403] * 5 + [503] * 2

    def looked(*_arguments: object) -> None:
        pytest.fail("the password was checked")

    monkeypatch.setattr(LocalUsers, "check", looked)
    response = sign_in(app, "anna", "secret")
    assert response.status_code == 503
    assert 1 <= int(response.headers["Retry-After"]) <= 2
    refused = [event for event in events if isinstance(event, SignInRefused)]
    assert [event.slowed for event in refused] == [False] * 5 + [True]
    assert {(event.user, event.address) for event in refused} == {("anna", "127.0.0.1")}


def test_a_signed_in_device_is_never_slowed(app: SyncApp, served: tuple[SyncApp, Accounts]) -> None:
    phone = Caller(app, issue_key(served[1], "anna"))
    assert guess(app, 6)[-1] == 503
    assert phone.post("meta", {"v": 11, "cv": "26.09,test,linux"})[0] == 200
    assert Caller(app, "no such key").post("meta", {"v": 11, "cv": "x"})[0] == 403


def test_the_list_shows_who_is_slowed_and_clearing_it_lets_them_in(app: SyncApp) -> None:
    assert guess(app, 6)[-1] == 503
    shown = [(each.address, each.user, each.failures) for each in app.guessing.slowed()]
    assert sorted(shown) == [("", "anna", 5), ("127.0.0.1", "", 5)]
    app.guessing.forgive()
    assert sign_in(app, "anna", "secret").status_code == 200


def test_names_that_do_not_exist_are_slowed_like_others(app: SyncApp) -> None:
    assert guess(app, 6, "nobody") == [403] * 5 + [503]


def test_asking_whether_a_server_is_here_does_not_count_as_a_guess(app: SyncApp) -> None:
    login = body.compress_whole(jsontext.dumps({"u": "", "p": ""}))
    header = jsontext.dumps_text({"v": 11, "k": "", "s": "s", "c": PROBE})
    for _ in range(20):
        asked = Caller(app, "").send("/sync/hostKey", login, **{"anki-sync": header})
        assert asked.status_code == 403
    assert app.guessing.slowed() == []


def test_mistakes_are_forgotten_with_the_right_password(app: SyncApp) -> None:
    guess(app, 4)
    assert sign_in(app, "Anna", "secret").status_code == 200
    assert [each.user for each in app.guessing.slowed()] == [""]  # the address alone

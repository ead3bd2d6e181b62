"""A class of the administrator's own knows the users; it may misbehave in every way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from addon.protocol.faults import Unavailable
from addon.server.accounts import sign_in
from addon.server.accounts.accounts import Accounts
from addon.server.accounts.sign_in import BadAccountsClass, SignIn, load
from addon.server.app import SyncApp

from ..caller import Caller

NAMED = f"{__name__}:Elsewhere"


class Elsewhere:
    """Three users; each method can be replaced by a test."""

    known = frozenset({"anna", "bob"})
    check_instead: Callable[[str, str], object] | None = None
    asked = 0

    def __init__(self, data: Path) -> None:
        assert data.is_dir()

    def check(self, name: str, password: str) -> str | None:
        if Elsewhere.check_instead is not None:
            return Elsewhere.check_instead(name, password)  # type: ignore[return-value]
        return name.lower() if password == "right" and name.lower() in self.known else None

    def exists(self, name: str) -> bool:
        Elsewhere.asked += 1
        return name in self.known


class WithoutExists:
    def __init__(self, data: Path) -> None: ...

    def check(self, _name: str, _password: str) -> str | None: ...


class NotMade:
    def __init__(self, data: Path) -> None:
        raise OSError(f"no directory at {data.name}")


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Elsewhere, "known", frozenset({"anna", "bob"}))
    monkeypatch.setattr(Elsewhere, "check_instead", None)
    monkeypatch.setattr(Elsewhere, "asked", 0)


@contextmanager
def opened(data: Path, elsewhere: SignIn | None = None) -> Iterator[Accounts]:
    accounts = Accounts(data / "accounts.db", elsewhere)
    try:
        yield accounts
    finally:
        accounts.close()


def key_of(accounts: Accounts, name: str, password: str) -> str:
    key = accounts.login(name, password, "phone")
    assert key is not None
    return key


def test_the_built_in_accounts_fit_the_interface(tmp_path: Path) -> None:
    with opened(tmp_path) as accounts:
        built_in: SignIn = accounts.users
        accounts.users.add("Anna", "secret")
        assert built_in.check("aNNA", "secret") == "Anna"
        assert built_in.check("anna", "wrong") is None
        assert built_in.exists("Anna")
        assert not built_in.exists("nobody")


def test_the_class_decides_who_may_sign_in_while_devices_stay_here(tmp_path: Path) -> None:
    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        account = accounts.by_key(key_of(accounts, "ANNA", "right"))
        assert account is not None
        assert account.user == "anna"
        assert accounts.login("anna", "wrong", "") is None
        assert accounts.login("nobody", "right", "") is None
        assert accounts.users.names() == ["anna"]
        assert [device.user for device in accounts.devices.all()] == ["anna"]
        accounts.devices.revoke(account.device)
        assert accounts.devices.all() == []


def test_stored_passwords_are_ignored_beside_the_class(tmp_path: Path) -> None:
    with opened(tmp_path) as accounts:
        accounts.users.add("anna", "here")
    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        assert accounts.login("anna", "here", "") is None
        key_of(accounts, "anna", "right")
        key_of(accounts, "bob", "right")
    with opened(tmp_path) as accounts:
        assert accounts.login("anna", "here", "") is not None
        assert accounts.login("bob", "", "") is None
        assert accounts.login("bob", "right", "") is None


def test_a_user_the_class_no_longer_knows_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        anna, bob = key_of(accounts, "anna", "right"), key_of(accounts, "bob", "right")
        assert accounts.by_key(anna) is not None
        monkeypatch.setattr(sign_in, "_CACHED", 0)
        assert accounts.by_key(bob) is not None
        monkeypatch.setattr(Elsewhere, "known", frozenset({"anna"}))
        assert accounts.by_key(bob) is None
        assert accounts.by_key(anna) is not None


def test_the_class_is_not_asked_for_every_request(tmp_path: Path) -> None:
    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        key = key_of(accounts, "anna", "right")
        for _request in range(10):
            assert accounts.by_key(key) is not None
    assert Elsewhere.asked == 1


def test_an_error_of_the_class_is_503(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> str:
        raise ConnectionError("the directory does not answer")

    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        app = SyncApp(accounts, tmp_path / "users")
        caller = Caller(app, key_of(accounts, "anna", "right"))
        monkeypatch.setattr(Elsewhere, "check_instead", staticmethod(fail))
        monkeypatch.setattr(Elsewhere, "exists", fail)
        for method, value in (
            ("hostKey", {"u": "anna", "p": "right"}),
            ("meta", {"v": 11, "cv": "x"}),
        ):
            assert caller.post(method, value) == (503, "users cannot be checked now")
        app.close()


@pytest.mark.parametrize("name", ["../anna", "", " a", "a/b", True, 7, b"anna"])
def test_a_name_that_cannot_be_a_folder_never_becomes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: object
) -> None:
    monkeypatch.setattr(Elsewhere, "check_instead", staticmethod(lambda *_: name))
    with opened(tmp_path, load(NAMED, tmp_path)) as accounts:
        with pytest.raises(Unavailable):
            accounts.login("anna", "right", "")
        assert accounts.users.names() == []


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("nowhere.at_all:Users", "ModuleNotFoundError: No module named 'nowhere'"),
        (f"{__name__}:Nobody", "AttributeError"),
        (f"{__name__}:WithoutExists", "the class has no method 'exists'"),
        (f"{__name__}:NotMade", "OSError: no directory at "),
    ],
)
def test_an_unusable_class_is_reported_in_one_sentence(
    tmp_path: Path, named: str, expected: str
) -> None:
    with pytest.raises(BadAccountsClass) as raised:
        load(named, tmp_path)
    assert str(raised.value).startswith(f"accounts = {named}: ")
    assert expected in str(raised.value)

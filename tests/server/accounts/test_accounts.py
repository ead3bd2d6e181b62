from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from werkzeug.security import check_password_hash

from addon.errors import DataFolderUnusable
from addon.server.accounts.accounts import Accounts
from addon.server.accounts.local_users import NameTaken, NoSuchUser
from addon.server.accounts.passwords import BadPassword
from addon.store.user_names import BadName
from tests.accounts import add_user, issue_key


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    accounts = Accounts(tmp_path / "accounts.db")
    yield accounts
    accounts.close()


def test_the_right_password_gives_a_key_that_names_the_user(accounts: Accounts) -> None:
    accounts.users.add("anna", "secret")
    key = accounts.login("anna", "secret", "phone")
    assert key is not None
    account = accounts.by_key(key)
    assert account is not None
    assert account.user == "anna"


def test_wrong_names_passwords_and_keys_are_refused(accounts: Accounts) -> None:
    accounts.users.add("anna", "secret")
    assert accounts.login("anna", "Secret", "") is None
    assert accounts.login("anna", "", "") is None
    assert accounts.login("nobody", "secret", "") is None
    assert accounts.login("anna", "secret" * 1000, "") is None
    assert accounts.by_key("") is None
    assert accounts.by_key("0" * 40) is None


def test_an_unknown_name_costs_as_much_as_a_wrong_password(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[str] = []

    def check(hashed: str, password: str) -> bool:
        computed.append(hashed.split("$", maxsplit=1)[0])
        return check_password_hash(hashed, password)

    monkeypatch.setattr("addon.server.accounts.passwords.check_password_hash", check)
    assert accounts.login("anna", "secret", "") is None
    assert computed == [], "there is no name to guess yet"
    accounts.users.add("anna", "secret")
    accounts.users.add("bob", "another")
    assert accounts.login("nobody", "secret", "") is None, "nor with somebody else's password"
    assert accounts.login("bob", "secret", "") is None
    assert len(computed) == 2
    assert len(set(computed)) == 1


def test_names_are_case_insensitive(accounts: Accounts) -> None:
    add_user(accounts, "Zoë", "secret")
    key = accounts.login("zOË", "secret", "")
    assert key is not None
    account = accounts.by_key(key)
    assert account is not None
    assert account.user == "Zoë"
    with pytest.raises(NameTaken):
        accounts.users.add("ZOË", "other")


def test_each_device_has_a_key_of_its_own(accounts: Accounts) -> None:
    add_user(accounts, "anna", "secret")
    keys = [accounts.login("anna", "secret", "phone"), issue_key(accounts, "anna", "desktop")]
    devices = {account.device for key in keys if key and (account := accounts.by_key(key))}
    assert len(devices) == 2


def test_a_new_password_leaves_devices_signed_in(accounts: Accounts) -> None:
    accounts.users.add("anna", "old")
    key = accounts.login("anna", "old", "")
    accounts.users.set_password("anna", "new")
    assert accounts.login("anna", "old", "") is None
    assert accounts.login("anna", "new", "") is not None
    assert key is not None
    assert accounts.by_key(key) is not None


def test_a_change_is_undone_if_its_companion_fails(accounts: Accounts) -> None:
    add_user(accounts, "anna", "old")
    key = issue_key(accounts, "anna")

    def fail() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        accounts.users.set_password("anna", "new", before_commit=fail)
    with pytest.raises(OSError, match="full"):
        accounts.users.remove("anna", before_commit=fail)
    assert accounts.login("anna", "old", "") is not None
    assert accounts.by_key(key) is not None


def test_a_removed_users_keys_stop_working(accounts: Accounts) -> None:
    add_user(accounts, "anna", "secret")
    key = issue_key(accounts, "anna")
    accounts.users.remove("anna")
    assert accounts.by_key(key) is None
    assert accounts.users.names() == []
    with pytest.raises(NoSuchUser):
        accounts.users.remove("anna")
    with pytest.raises(NoSuchUser):
        issue_key(accounts, "anna")
    with pytest.raises(NoSuchUser):
        accounts.users.set_password("anna", "x")


@pytest.mark.parametrize("name", ["anna", "User 1", "анна", "日本語", "a.b-c_d@e+f", "x" * 64])
def test_names_that_can_be_folders_are_accepted(accounts: Accounts, name: str) -> None:
    accounts.users.add(name, "x")
    assert accounts.users.names() == [name]


@pytest.mark.parametrize(
    "name",
    ["", " a", "a ", "..", ".a", "a.", "a/b", "a\\b", "a:b", "a\0b", "con", "NUL.txt", "com1",
     "a\nb", "x" * 65, "日" * 64 + "x", "a\u202eb",
     "\u0301a", "a \u0301", "1\u20e3", "a\u200cb", "a😀", "a\udcff",
     "a\ufe0f", "a\u034f", "\u3164", "\uffa0", "a\U000e0100"],  # unseen marks and letters
)  # fmt: skip
def test_names_that_some_system_cannot_store_are_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(BadName):
        accounts.users.add(name, "x")


REASONS = {
    "": "it is empty",
    "x" * 65: "longer than 64 characters",
    "नि" * 34: "longer than 64 characters",
    "a:b": "':' (U+003A)",
    "a\u200cb": "U+200C",
    "\u093fन": "U+093F",
    " a": "begins or ends with U+0020",
    "a.": "begins or ends with '.' (U+002E)",
    "Con": "Windows reserves it for a device",
    "lpt².x": "Windows reserves it for a device",
}


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_a_name_is_refused_with_the_reason(accounts: Accounts, name: str, reason: str) -> None:
    with pytest.raises(BadName) as refused:
        accounts.users.add(name, "x")
    assert reason in str(refused.value)
    assert refused.value.reserved is ("Windows" in reason)


def test_decomposed_letters_are_stored_composed(accounts: Accounts) -> None:
    """As macOS and some keyboards give them."""
    add_user(accounts, "Rene\u0301", "secret")
    assert accounts.users.names() == ["Ren\u00e9"]
    with pytest.raises(NameTaken):
        accounts.users.add("RENE\u0301", "x")
    for typed in ("ren\u00e9", "rene\u0301"):
        assert accounts.login(typed, "secret", "")
    accounts.users.set_password("Rene\u0301", "new")
    assert accounts.users.exists("Rene\u0301")
    accounts.users.remove("Rene\u0301")
    assert accounts.users.names() == []


def test_a_name_that_is_not_utf_8_belongs_to_nobody(accounts: Accounts) -> None:
    """As a command line brings it."""
    add_user(accounts, "anna", "secret")
    name = "anna\udcff"
    assert not accounts.users.exists(name)
    assert accounts.login(name, "secret", "") is None
    with pytest.raises(NoSuchUser):
        accounts.users.set_password(name, "new")
    with pytest.raises(NoSuchUser):
        accounts.users.remove(name)


@pytest.mark.parametrize("password", ["", "x" * 257])
def test_unusable_passwords_are_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(BadPassword):
        accounts.users.add("anna", password)
    accounts.users.add("anna", "x")
    with pytest.raises(BadPassword):
        accounts.users.set_password("anna", password)


def test_neither_passwords_nor_keys_are_on_disk(accounts: Accounts, tmp_path: Path) -> None:
    accounts.users.add("anna", "a-long-secret-password")
    key = issue_key(accounts, "anna")
    accounts.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"a-long-secret-password" not in stored
    assert key.encode() not in stored


def test_accounts_survive_a_restart(tmp_path: Path) -> None:
    first = Accounts(tmp_path / "accounts.db")
    add_user(first, "anna", "secret")
    key = issue_key(first, "anna")
    first.close()
    second = Accounts(tmp_path / "accounts.db")
    assert second.by_key(key) is not None
    second.close()


def test_a_file_that_is_not_a_database_is_an_error_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    path.write_bytes(b"not a database, but somebody's data" * 100)
    before = path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        Accounts(path)
    assert path.read_bytes() == before


@contextmanager
def written_by_another(path: Path, how: str) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"begin {how}")
    try:
        yield
    finally:
        other.close()


def test_a_file_locked_by_another_program_is_named_and_left_alone(
    accounts: Accounts, tmp_path: Path
) -> None:
    add_user(accounts, "anna", "secret")
    with written_by_another(tmp_path / "accounts.db", "exclusive"):
        assert accounts.users.names() == ["anna"]  # reading waits for nobody
        changes: list[Callable[[], None]] = [
            lambda: accounts.users.add("bob", "secret"),
            lambda: accounts.users.set_password("anna", "new"),
        ]
        for act in changes:
            with pytest.raises(DataFolderUnusable) as raised:
                act()
            assert raised.value.path == tmp_path / "accounts.db"
    assert accounts.users.names() == ["anna"]
    assert accounts.login("anna", "secret", "phone") is not None


def test_a_device_is_recognised_even_if_its_visit_cannot_be_recorded(
    accounts: Accounts, tmp_path: Path
) -> None:
    add_user(accounts, "anna", "secret")
    key = issue_key(accounts, "anna", "old")
    with written_by_another(tmp_path / "accounts.db", "immediate"):
        account = accounts.by_key(key, "new")
    assert account is not None
    assert account.user == "anna"

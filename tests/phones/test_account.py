"""User names and passwords that a phone's keyboard can do; an account that the server accepts."""

from __future__ import annotations

import pytest

from addon.hosting import LanServer
from addon.phones.account import ensure_account, free_name, make_password, suggest_name
from addon.redirect.settings import ProfileSettings
from addon.server.generated_password import is_generated


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ("User 1", "user1"),
        ("Zoë Müller", "zoemuller"),
        ("ユーザー 1", "anki"),
        ("Пользователь", "anki"),
        ("2024", "anki"),
        ("  ", "anki"),
        ("Anna-Maria", "annamaria"),
        ("Anna Müller's Deck", "anna"),
        ("Anna-Maria Straße", "anna"),
        ("Kim’s cards", "kimscards"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("Søren Ærø", "sorenaero"),
        ("İstanbul", "istanbul"),
        ("Nguyễn Thị", "nguyenthi"),
        ("日本語 JLPT N5", "jlptn5"),
        ("Анна", "anki"),
        ("Ａｎｎａ", "anna"),
        ("\u200fאנה Anna", "anna"),
        ("a very long profile name", "averylong"),
        ("Dr. Müller-Lüdenscheidt", "drmuller"),
        ("Administrator 2024", "administrator"),
        ("Donaudampfschifffahrtsgesellschaft", "anki"),
        ("123456789012345 abc", "anki"),
        ("CON", "ankicon"),
        ("lpt1", "ankilpt1"),
        ("Con Edison Company", "ankicon"),
    ],
)
def test_names_are_short_and_easy_to_type(profile: str, name: str) -> None:
    assert suggest_name(profile) == name


def test_a_taken_name_gets_a_number() -> None:
    assert free_name("anki", {"anki", "anki2"}.__contains__) == "anki3"
    assert free_name("anki", set[str]().__contains__) == "anki"


def test_passwords_are_unmistakable_letters() -> None:
    passwords = {make_password() for _ in range(200)}
    assert len(passwords) == 200
    assert all(is_generated(one) for one in passwords)


def test_the_first_time_makes_an_account(lan_server: LanServer) -> None:
    settings = ensure_account(lan_server, "User 1", ProfileSettings())
    assert settings.account == "user1"
    assert lan_server.accounts.users.names() == ["user1"]
    assert lan_server.accounts.login("user1", settings.password, "phone")


def test_the_second_time_changes_nothing(lan_server: LanServer) -> None:
    settings = ensure_account(lan_server, "User 1", ProfileSettings())
    assert ensure_account(lan_server, "User 1", settings) == settings


def test_two_profiles_never_share_an_account(lan_server: LanServer) -> None:
    one = ensure_account(lan_server, "用户一", ProfileSettings())
    two = ensure_account(lan_server, "用户二", ProfileSettings())
    assert (one.account, two.account) == ("anki", "anki2")


def test_a_name_with_data_left_is_not_reused(lan_server: LanServer) -> None:
    folder = lan_server.data / "users" / "user1"
    folder.mkdir(parents=True)
    (folder / "collection.anki2").write_bytes(b"of somebody")
    assert ensure_account(lan_server, "User 1", ProfileSettings()).account == "user12"


def test_a_lost_account_comes_back_with_the_password_the_phones_know(lan_server: LanServer) -> None:
    settings = ensure_account(lan_server, "User 1", ProfileSettings())
    lan_server.accounts.users.remove("user1")
    again = ensure_account(lan_server, "User 1", settings)
    assert (again.account, again.password) == (settings.account, settings.password)
    assert lan_server.accounts.login("user1", settings.password, "phone")

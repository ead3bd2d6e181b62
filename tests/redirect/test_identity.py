"""The five values of a profile move together and come back exactly."""

from __future__ import annotations

import pytest

from addon.redirect.identity import Identity

OURS = Identity.at("http://127.0.0.1:27701/", "user1", "our-key")


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"syncKey": None, "autoSync": True},
        {"syncKey": "k", "syncUser": "me@example.org", "hostNum": 3},
        {"customSyncUrl": "", "currentSyncUrl": None, "syncKey": "k", "hostNum": 0},
        {"customSyncUrl": None, "currentSyncUrl": "https://sync3.ankiweb.net/", "syncUser": None},
    ],
)
def test_the_former_identity_comes_back_exactly(profile: dict[str, object]) -> None:
    before = dict(profile)
    former = Identity.read_from(profile)
    OURS.write_to(profile)
    assert profile["syncKey"] == "our-key"
    former.write_to(profile)
    assert profile == before


def test_redirecting_forgets_the_former_servers_redirect_and_shard() -> None:
    profile: dict[str, object] = {"currentSyncUrl": "https://sync3.ankiweb.net/", "hostNum": 3}
    OURS.write_to(profile)
    assert profile == {
        "customSyncUrl": "http://127.0.0.1:27701/",
        "currentSyncUrl": None,
        "syncKey": "our-key",
        "syncUser": "user1",
        "hostNum": 0,
    }


def test_without_a_key_anki_is_logged_out_there() -> None:
    profile: dict[str, object] = {"syncKey": "ankiweb", "syncUser": "me"}
    Identity.at("http://h/").write_to(profile)
    assert profile["syncKey"] is None
    assert profile["syncUser"] is None


def test_other_keys_are_left_alone() -> None:
    profile: dict[str, object] = {"autoSync": False, "mainWindowGeom": b"x"}
    OURS.write_to(profile)
    assert profile["autoSync"] is False
    assert profile["mainWindowGeom"] == b"x"


def test_the_host_key_does_not_show_in_a_log() -> None:
    assert "our-key" not in repr(OURS)

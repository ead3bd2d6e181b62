"""The swap in memory and the guard over Anki's saving, with Anki's own ProfileManager."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from aqt.profiles import ProfileManager

from addon.redirect.identity import Identity
from addon.redirect.switch import Switch, Watcher, changed_identity

from .anki_profiles import ANKIWEB, make_pm, on_disk, open_profile

OURS = Identity.at("http://127.0.0.1:27701/", "user1", "our-key")


class Desk:
    """A switch, and what it told."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.pm: ProfileManager = make_pm(base, "User 1", "User 2")
        self.collection_is_open = True
        self.told: list[object] = []
        self.switch = Switch(self.pm, lambda: self.collection_is_open)
        self.switch.guard(
            Watcher(
                left=lambda: self.told.append("left"),
                logged_in=lambda identity: self.told.append(identity.key),
                closed=lambda: self.told.append("closed"),
                renamed=lambda old, new: self.told.append((old, new)),
                removed=self.told.append,
                key_wanted=lambda: None,
            )
        )
        self.before = dict(open_profile(self.pm))

    @property
    def profile(self) -> dict[str, object]:
        return open_profile(self.pm)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    assert desk.pm.db is not None
    desk.pm.db.close()


def test_memory_holds_our_identity_and_the_disk_the_former(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.profile["autoSync"] = False
    desk.pm.save()
    auth = desk.pm.sync_auth()
    assert auth is not None
    assert (auth.endpoint, auth.hkey) == ("http://127.0.0.1:27701/", "our-key")
    assert on_disk(desk.base, "User 1") == {**desk.before, "autoSync": False}
    assert desk.switch.on


def test_switching_off_puts_back_every_field(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.switch.restore()
    assert desk.profile == desk.before
    assert not desk.switch.on


def test_applying_twice_keeps_the_former_identity(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.switch.apply(Identity.at("http://127.0.0.1:5/", "user1", "our-key"))
    desk.switch.restore()
    assert desk.profile == desk.before


def test_ours_is_back_in_memory_when_saving_fails(desk: Desk) -> None:
    desk.switch.apply(OURS)
    assert desk.pm.db is not None
    desk.pm.db.close()
    with pytest.raises(Exception, match=r"closed|NoneType"):
        desk.pm.save()
    assert Identity.read_from(desk.profile) == OURS
    make_again = ProfileManager(desk.base)
    make_again.setupMeta()
    desk.pm.db = make_again.db


def test_another_profile_is_not_touched(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.pm.load("User 2")
    assert not desk.switch.on
    desk.pm.save()
    desk.switch.notice()
    assert {key: on_disk(desk.base, "User 2").get(key) for key in ANKIWEB} == ANKIWEB
    assert desk.told == []


def test_closing_ends_the_redirect_for_the_same_dict(desk: Desk) -> None:
    """Anki opens the same dict again after restoring a backup: it must not hold ours then."""
    desk.switch.apply(OURS)
    desk.collection_is_open = False
    desk.pm.save()
    assert desk.profile == desk.before
    assert on_disk(desk.base, "User 1") == desk.before
    assert desk.told == ["closed"]


def test_a_late_answer_from_ankiweb_is_dropped(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.pm.set_current_sync_url("https://sync7.ankiweb.net/")
    assert desk.pm.sync_endpoint() == "http://127.0.0.1:27701/"
    desk.switch.restore()
    desk.pm.set_current_sync_url("https://sync7.ankiweb.net/")
    assert desk.pm.sync_endpoint() == "https://sync7.ankiweb.net/"


def test_another_address_in_preferences_ends_the_redirect_without_our_key(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.pm.set_custom_sync_url("http://mine.example/")  # as Preferences does
    desk.pm.save()
    assert desk.told == ["left"]
    assert desk.pm.sync_auth() is None
    saved = on_disk(desk.base, "User 1")
    assert saved["customSyncUrl"] == "http://mine.example/"
    assert saved["syncKey"] is None
    assert saved["syncUser"] is None


def test_clearing_the_address_in_preferences_brings_ankiweb_back(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.pm.set_custom_sync_url("")
    desk.pm.save()
    assert desk.told == ["left"]
    assert desk.profile == desk.before == on_disk(desk.base, "User 1")


def test_logging_out_in_preferences_does_not_bring_ankiweb_back(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.profile["syncKey"] = None  # what Preferences > Log out does
    desk.pm.save()
    assert desk.told == ["left"]
    saved = on_disk(desk.base, "User 1")
    assert saved["syncKey"] is None
    assert "customSyncUrl" not in saved
    assert desk.pm.sync_auth() is None


def test_a_refused_key_is_not_a_decision_to_log_out(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.pm.clear_sync_auth()  # what Anki does on 403
    desk.pm.save()
    assert desk.switch.on
    assert desk.told == []
    assert on_disk(desk.base, "User 1") == desk.before


def test_a_login_at_our_address_is_reported_once(desk: Desk) -> None:
    desk.switch.apply(Identity.at("http://other/"))
    desk.switch.issued("new", "http://other/")
    desk.pm.set_sync_key("new")
    desk.pm.set_sync_username("me")
    desk.switch.notice()
    desk.switch.notice()
    assert desk.told == ["new"]
    assert on_disk(desk.base, "User 1") == desk.before


def test_a_paused_profile_was_not_logged_out_by_the_person(desk: Desk) -> None:
    desk.switch.apply(Identity.at("http://127.0.0.1:27701/"))
    desk.pm.save()
    assert desk.switch.on
    assert on_disk(desk.base, "User 1") == desk.before


def test_a_login_made_for_the_new_address_is_kept() -> None:
    now = Identity.at("http://mine/", "me", "my-key")
    assert changed_identity(OURS, now, Identity(), {"our-key"}) == now


AnotherAddOn = Callable[[ProfileManager], None]


def sets_ankiwebs_login(pm: ProfileManager) -> None:
    pm.set_sync_key("ankiweb-key")
    pm.set_sync_username("me@example.org")


def sets_another_login(pm: ProfileManager) -> None:
    pm.set_sync_key("their-key")
    pm.set_sync_username("them@example.org")


def sets_a_whole_identity(pm: ProfileManager) -> None:
    sets_another_login(pm)
    pm.set_custom_sync_url(None)


def sets_ankiwebs_login_elsewhere(pm: ProfileManager) -> None:
    sets_ankiwebs_login(pm)
    pm.set_custom_sync_url("http://mine.example/")


@pytest.mark.parametrize(
    ("another_add_on", "address", "key"),
    [
        (sets_ankiwebs_login, "https://sync3.ankiweb.net/", "ankiweb-key"),
        (sets_another_login, None, "their-key"),
        (sets_a_whole_identity, None, "their-key"),
        (sets_ankiwebs_login_elsewhere, None, None),
    ],
)
def test_no_server_is_sent_anothers_key(
    desk: Desk, another_add_on: AnotherAddOn, address: str | None, key: str | None
) -> None:
    desk.switch.apply(OURS)
    another_add_on(desk.pm)
    auth = desk.pm.sync_auth()
    assert desk.told == ["left"]
    assert (auth.hkey if auth else None) == key
    if auth:
        assert (auth.endpoint or None) == address
    desk.pm.save()
    assert on_disk(desk.base, "User 1").get("syncKey") == key


@pytest.mark.parametrize("logged_in_at", ["", "http://else.example/"])
def test_a_login_elsewhere_is_not_one_at_our_server(desk: Desk, logged_in_at: str) -> None:
    desk.switch.apply(OURS)
    desk.switch.issued("their-key", logged_in_at)
    sets_another_login(desk.pm)
    auth = desk.pm.sync_auth()
    assert auth is not None
    assert auth.endpoint == ""
    assert desk.told == ["left"]


def test_our_key_goes_to_no_address_that_another_add_on_sets(desk: Desk) -> None:
    desk.switch.apply(OURS)
    desk.profile["currentSyncUrl"] = "http://else.example/"
    desk.pm.set_sync_username("somebody")
    auth = desk.pm.sync_auth()
    assert auth is not None
    assert (auth.endpoint, auth.hkey) == ("http://127.0.0.1:27701/", "our-key")
    assert desk.profile["syncUser"] == "user1"
    desk.pm.set_custom_sync_url("http://else.example/")
    assert desk.pm.sync_auth() is None


@pytest.mark.parametrize("chained", [True, False])
def test_an_add_on_that_replaces_saving_does_not_write_our_identity_to_disk(
    desk: Desk, chained: bool
) -> None:
    desk.switch.apply(OURS)
    saved: list[bool] = []
    inner = desk.pm.save if chained else partial(ProfileManager.save, desk.pm)

    def save() -> None:
        saved.append(True)
        inner()

    desk.pm.save = save  # type: ignore[method-assign]
    desk.switch.watch()
    desk.pm.save()
    assert Identity.read_from(desk.profile) == OURS
    assert on_disk(desk.base, "User 1") == desk.before
    desk.collection_is_open = False
    desk.pm.save()
    assert saved == [True, True]
    assert desk.told == ["closed"]
    assert on_disk(desk.base, "User 1") == desk.before == desk.profile


def test_another_add_on_may_wrap_the_class_after_us(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[bool] = []
    save = ProfileManager.save

    def theirs(pm: ProfileManager) -> None:
        saved.append(True)
        save(pm)

    monkeypatch.setattr(ProfileManager, "save", theirs)
    desk.pm.save()
    assert saved == [True]


def test_renaming_and_removing_profiles_are_reported(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # not to the trash of whoever runs the tests
    monkeypatch.setattr("aqt.profiles.send_to_trash", shutil.rmtree)
    (desk.base / "User 1").mkdir()
    desk.pm.rename("Renamed")
    desk.pm.load("User 2")
    assert desk.told == [("User 1", "Renamed")]
    (desk.base / "User 2").mkdir()
    desk.told.clear()
    desk.pm.remove("User 2")
    assert desk.told == ["User 2"]

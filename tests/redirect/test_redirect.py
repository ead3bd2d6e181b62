"""The life of a redirected profile, with Anki's ProfileManager and a server that really listens."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection

from addon.errors import DataFolderUnusable
from addon.hosting import LanServer
from addon.redirect.identity import Identity
from addon.redirect.settings import Config, Login
from tests.accounts import add_user

from .anki_profiles import on_disk, open_profile
from .small_anki import FORMER, THERE, Anki


def media_state(anki: Anki, name: str) -> Path:
    path = anki.base / name / "collection.media.db2"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"what the server has")
    return path


def test_a_profile_left_on_is_redirected_when_it_is_opened_again(anki: Anki) -> None:
    anki.open()
    assert anki.identity == FORMER
    anki.redirect.switch_to(THERE)
    ours = anki.identity
    assert ours == Identity.at(THERE)
    assert anki.rechecked == 1
    anki.close()
    assert anki.identity == FORMER
    anki.open()
    assert anki.identity == ours
    assert anki.rechecked == 1  # it is still the same server
    anki.redirect.switch_off()
    assert anki.identity == FORMER
    assert anki.rechecked == 2
    anki.close()
    anki.open()
    assert anki.identity == FORMER


def test_profiles_do_not_affect_each_other(anki: Anki) -> None:
    anki.open("User 1")
    anki.redirect.switch_to(THERE)
    anki.close()
    anki.open("User 2")
    assert anki.identity == FORMER
    assert anki.redirect.status.server == ""


def test_nothing_is_changed_when_it_cannot_be_remembered(anki: Anki) -> None:
    anki.data.write_text("a file where the folder should be", encoding="utf-8")
    anki.open()
    with pytest.raises(DataFolderUnusable):
        anki.redirect.switch_to(THERE)
    assert anki.identity == FORMER


def test_a_disabled_add_on_leaves_all_profiles_as_they_were(anki: Anki) -> None:
    for name in ("User 1", "User 2"):
        anki.open(name)
        anki.redirect.switch_to(THERE)
        anki.close()
    states = [media_state(anki, name) for name in ("User 1", "User 2")]
    anki.open("User 1")
    anki.stays_installed = False
    anki.close()
    assert not any(state.exists() for state in states)
    anki.stays_installed = True
    anki.start()
    for name in ("User 1", "User 2"):
        anki.open(name)
        assert anki.identity == FORMER
        anki.close()


def test_media_is_checked_again_at_closing_if_it_could_not_be_before(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    state = media_state(anki, "User 1")
    anki.media_can_be_rechecked = False  # a media sync runs
    anki.pm.set_custom_sync_url("http://mine.invalid/")
    anki.pm.save()
    assert anki.redirect.status.server == ""
    assert state.exists()
    anki.close()
    assert not state.exists()


def test_media_state_of_the_same_server_is_kept_at_closing(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    state = media_state(anki, "User 1")
    anki.close()
    assert state.exists()


def test_logging_out_switches_off_for_good(anki: Anki) -> None:
    changes: list[bool] = []
    anki.follower.on_left = lambda: changes.append(True)
    anki.open()
    anki.profile.update(lambda known: known.with_login(Login(THERE, "me", "key")))
    anki.redirect.switch_to(THERE)
    open_profile(anki.pm)["syncKey"] = None
    anki.pm.save()
    assert changes == [True]
    anki.close()
    anki.open()
    assert anki.pm.sync_auth() is None
    assert anki.file.read("User 1").server == ""


def test_a_renamed_profile_stays_redirected(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    anki.close()
    (anki.base / "User 1").mkdir(exist_ok=True)
    anki.pm.rename("Me")
    anki.open("Me")
    assert anki.identity.address == THERE


def test_a_servers_login_is_remembered_for_that_server(anki: Anki) -> None:
    anki.config = Config(endpoint="http://h:1/")
    anki.open()
    assert anki.redirect.next_server() == "http://h:1/"
    anki.redirect.switch_to("http://h:1/")
    assert anki.file.read("User 1").choice == "", "it goes on following config.json"
    assert anki.identity == Identity.at("http://h:1/")
    anki.pm.set_sync_key("their-key")  # what Anki does after its login dialog
    anki.follower.issued("their-key", "http://h:1/")
    anki.pm.set_sync_username("me")
    anki.close()
    assert Identity.read_from(on_disk(anki.base, "User 1")) == FORMER
    anki.open()
    assert anki.identity == Identity.at("http://h:1/", "me", "their-key")
    anki.redirect.switch_to("http://h:2/")
    assert anki.identity == Identity.at("http://h:2/")
    assert anki.rechecked == 2  # another server has other media
    anki.redirect.switch_off()
    assert anki.redirect.next_server() == "http://h:2/"


def test_older_ankis_get_environment_variables_only_while_redirected(anki: Anki) -> None:
    anki.open()
    assert anki.environ == {}
    anki.redirect.switch_to(THERE)
    assert anki.environ["SYNC_ENDPOINT"] == f"{THERE}sync/"
    assert anki.environ["SYNC_ENDPOINT_MEDIA"] == f"{THERE}msync/"
    anki.close()
    anki.open("User 2")
    assert anki.environ == {}


def test_a_broken_profiles_file_does_not_keep_a_profile_from_opening(anki: Anki) -> None:
    anki.data.mkdir()
    (anki.data / "profiles.json").write_text("{", encoding="utf-8")
    anki.open()
    assert anki.identity == FORMER
    assert list(anki.data.glob("profiles.broken-*.json"))


def test_a_restored_backup_is_redirected_again(anki: Anki) -> None:
    """Anki opens the very same profile dict again then, without loading it."""
    anki.open()
    anki.redirect.switch_to(THERE)
    ours = anki.identity
    anki.close()
    anki.collection_is_open = True
    anki.follower.opened()
    assert anki.identity == ours


def test_the_redirected_profile_really_syncs(anki: Anki, tmp_path: Path) -> None:
    server = LanServer(tmp_path / "elsewhere", "127.0.0.1", 0)
    server.start()
    add_user(server.accounts, "me", "secret")
    key = server.accounts.login("me", "secret", "26.09,test,linux")
    assert key is not None
    address = f"http://127.0.0.1:{server.port}/"
    anki.open()
    anki.profile.update(lambda known: known.with_login(Login(address, "me", key)))
    anki.redirect.switch_to(address)
    auth = anki.pm.sync_auth()
    assert auth is not None
    col = Collection(str(tmp_path / "desktop.anki2"))
    try:
        result = col.sync_collection(auth, sync_media=False)
        assert result.server_message == ""
    finally:
        col.close()
        server.stop()


def test_a_profile_of_the_first_version_gets_its_login_back_and_checks_its_media(
    anki: Anki,
) -> None:
    """What lay on the disk all the time was the former login; the media were those of the server
    on this computer."""
    anki.data.mkdir()
    (anki.data / "profiles.json").write_text(
        '{"version": 1, "profiles": {"User 1": {"mode": "this_computer", "address": "",'
        ' "account": "user1", "password": "p", "key": "k", "home": {"mode": "this_computer",'
        ' "address": "", "user": "user1"}}}}',
        encoding="utf-8",
    )
    anki.open()
    assert anki.identity == FORMER
    assert anki.rechecked == 1
    assert anki.phones.status.wanted
    assert anki.phones.account == "user1"
    former = anki.schema
    anki.follower.sync_starts()
    anki.pm.sync_auth()
    assert anki.schema != former, "AnkiWeb counts otherwise: it will ask which side to keep"

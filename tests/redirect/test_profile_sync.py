"""The life of a redirected profile, with Anki's ProfileManager and a server that really listens."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.errors import DataFolderUnusable, PortTaken, ServerFailed
from addon.hosting import LanServer
from addon.redirect import own_server
from addon.redirect.account import Server
from addon.redirect.identity import Identity
from addon.redirect.settings import Config, Login

from .anki_profiles import on_disk, open_profile
from .small_anki import FORMER, HERE, OFF, Anki, answers


def media_state(anki: Anki, name: str) -> Path:
    path = anki.base / name / "collection.media.db2"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"what the server has")
    return path


def test_a_profile_left_on_is_redirected_when_it_is_opened_again(anki: Anki) -> None:
    anki.open()
    assert anki.identity == FORMER
    anki.switch_on()
    ours = anki.identity
    assert (ours.address, ours.user) == (anki.own, "user1")
    assert anki.rechecked == 1
    anki.close()
    assert anki.identity == FORMER
    assert not answers(anki.config.port)
    anki.open()
    assert anki.identity == ours
    assert answers(anki.config.port)
    assert anki.rechecked == 1  # it is still the same server
    anki.sync.switch_off()
    assert anki.identity == FORMER
    assert anki.rechecked == 2
    anki.close()
    anki.open()
    assert anki.identity == FORMER


def test_the_server_is_still_there_when_the_last_sync_ends(anki: Anki) -> None:
    """Anki closes the collection only after the automatic sync; saving comes last."""
    anki.open()
    anki.switch_on()
    anki.collection_is_open = False
    assert answers(anki.config.port)
    anki.pm.save()
    assert not answers(anki.config.port)


def test_profiles_are_apart(anki: Anki) -> None:
    anki.open("User 1")
    anki.switch_on()
    anki.close()
    anki.open("User 2")
    assert anki.identity == FORMER
    assert anki.sync.status.target == OFF
    anki.switch_on()
    assert anki.identity.user == "user2"


def test_a_taken_port_pauses_the_profile_and_gives_no_key_away(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    ours = anki.identity
    anki.close()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", anki.config.port))
        other.listen()
        anki.open()
        assert isinstance(anki.sync.status.problem, PortTaken)
        assert anki.sync.status.target == HERE
        assert anki.identity == Identity.at(anki.own)
        assert anki.pm.sync_auth() is None
        anki.pm.save()
        assert Identity.read_from(on_disk(anki.base, "User 1")) == FORMER
    anki.switch_on()
    assert anki.identity == ours
    assert anki.sync.status.problem is None


def test_whatever_keeps_the_server_from_starting_ankiweb_is_not_used(
    anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    anki.open()
    anki.switch_on()
    anki.close()

    def broken(_config: Config) -> Server:
        raise ImportError("a library is missing")

    monkeypatch.setattr(anki, "make_server", broken)
    anki.start()
    anki.open()
    assert isinstance(anki.sync.status.problem, ServerFailed)
    assert anki.pm.sync_auth() is None
    anki.sync.switch_off()
    assert anki.identity == FORMER


def test_nothing_is_changed_when_it_cannot_be_remembered(anki: Anki) -> None:
    anki.data.write_text("a file where the folder should be", encoding="utf-8")
    anki.open()
    with pytest.raises(DataFolderUnusable):
        anki.sync.prepare()
    assert anki.identity == FORMER
    assert not answers(anki.config.port)


def test_deleted_server_data_leads_to_a_new_login_and_the_same_account(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    before = anki.file.read("User 1")
    anki.close()
    for path in anki.data.iterdir():
        if path.name != "profiles.json":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    anki.open()
    after = anki.file.read("User 1")
    assert (after.account, after.password) == (before.account, before.password)
    assert anki.identity.key == after.key != before.key


def test_a_disabled_add_on_leaves_all_profiles_as_they_were(anki: Anki) -> None:
    for name in ("User 1", "User 2"):
        anki.open(name)
        anki.switch_on()
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
    anki.switch_on()
    state = media_state(anki, "User 1")
    anki.media_can_be_rechecked = False  # a media sync runs
    anki.pm.set_custom_sync_url("http://mine.invalid/")
    anki.pm.save()
    assert anki.sync.status.target == OFF
    assert state.exists()
    anki.close()
    assert not state.exists()


def test_media_state_of_our_own_server_is_kept_at_closing(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    state = media_state(anki, "User 1")
    anki.close()
    assert state.exists()


def test_logging_out_switches_off_for_good(anki: Anki) -> None:
    changes: list[bool] = []
    anki.sync.on_change = lambda: changes.append(True)
    anki.open()
    anki.switch_on()
    open_profile(anki.pm)["syncKey"] = None
    anki.pm.save()
    assert changes == [True]
    anki.close()
    anki.open()
    assert anki.pm.sync_auth() is None
    assert anki.file.read("User 1").target == OFF


def test_a_renamed_profile_stays_redirected(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    anki.close()
    (anki.base / "User 1").mkdir(exist_ok=True)
    anki.pm.rename("Me")
    anki.open("Me")
    assert anki.identity.user == "user1"


def test_another_servers_login_is_remembered_for_that_server(anki: Anki) -> None:
    anki.config = Config(endpoint="http://h:1/")
    anki.open()
    anki.switch_on()
    assert anki.identity == Identity.at("http://h:1/")
    anki.sync.issued("their-key", "http://h:1/")
    anki.pm.set_sync_key("their-key")  # what Anki does after its login dialog
    anki.pm.set_sync_username("me")
    anki.close()
    assert Identity.read_from(on_disk(anki.base, "User 1")) == FORMER
    anki.open()
    assert anki.identity == Identity.at("http://h:1/", "me", "their-key")
    anki.close()
    anki.config = Config(endpoint="http://h:2/")
    anki.open()
    assert anki.identity == Identity.at("http://h:2/")
    assert anki.rechecked == 2  # another server has other media


def test_what_changes_while_a_switch_is_prepared_is_not_written_back(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    account = anki.file.read("User 1").account
    ready = anki.sync.prepare()
    anki.sync.password_changed(account, "a new password")
    anki.sync.remember(Login("http://h:1/", "me", "key"))
    anki.sync.commit(ready)
    known = anki.file.read("User 1")
    assert known.password == "a new password"
    assert known.login_at("http://h:1/").key == "key"


def test_older_ankis_are_told_by_the_environment_only_while_it_is_on(anki: Anki) -> None:
    anki.open()
    assert anki.environ == {}
    anki.switch_on()
    assert anki.environ["SYNC_ENDPOINT"] == f"{anki.own}sync/"
    assert anki.environ["SYNC_ENDPOINT_MEDIA"] == f"{anki.own}msync/"
    anki.close()
    anki.open("User 2")
    assert anki.environ == {}


def test_a_broken_profiles_file_is_no_reason_not_to_open(anki: Anki) -> None:
    anki.data.mkdir()
    (anki.data / "profiles.json").write_text("{", encoding="utf-8")
    anki.open()
    assert anki.identity == FORMER
    assert list(anki.data.glob("profiles.broken-*.json"))


def test_a_restored_backup_is_redirected_again(anki: Anki) -> None:
    """Anki opens the very same profile dict again then, without loading it."""
    anki.open()
    anki.switch_on()
    ours = anki.identity
    anki.close()
    anki.collection_is_open = True
    anki.sync.opened()
    assert anki.identity == ours


def test_closing_does_not_wait_for_ever(anki: Anki, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    class Stuck(LanServer):
        def stop(self, timeout: float = 5.0) -> None:
            released.wait(30)
            super().stop(timeout)

    monkeypatch.setattr(own_server, "STOP_LIMIT", 0.2)
    monkeypatch.setattr(anki, "make_server", lambda c: Stuck(anki.data, c.listen, c.port))
    anki.start()
    anki.open()
    anki.switch_on()
    started = time.monotonic()
    anki.close()
    assert time.monotonic() - started < 5
    assert anki.identity == FORMER
    released.set()


def test_switching_on_right_after_off_waits_for_the_port(
    anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(LanServer):
        def stop(self, timeout: float = 5.0) -> None:
            time.sleep(0.5)
            super().stop(timeout)

    monkeypatch.setattr(anki, "make_server", lambda c: Slow(anki.data, c.listen, c.port))
    anki.start()
    anki.open()
    anki.switch_on()
    anki.sync.switch_off()
    anki.switch_on()
    assert anki.identity.address == anki.own


def test_the_redirected_profile_really_syncs(anki: Anki, tmp_path: Path) -> None:
    anki.open()
    anki.switch_on()
    auth = anki.pm.sync_auth()
    assert auth is not None
    col = Collection(str(tmp_path / "desktop.anki2"))
    try:
        result = col.sync_collection(auth, sync_media=False)
        assert result.server_message == ""
    finally:
        col.close()

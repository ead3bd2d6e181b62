"""The life of a redirected profile, with Anki's ProfileManager and a server that really listens."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.errors import DataFolderUnusable, PortTaken, ServerFailed
from addon.hosting import LanServer
from addon.redirect import own_server
from addon.redirect.account import Server
from addon.redirect.environment import SyncEnvironment
from addon.redirect.identity import Identity
from addon.redirect.profile_sync import ProfileSync, Surroundings
from addon.redirect.profiles_file import ProfilesFile
from addon.redirect.settings import Config, Login, Mode, Target

from .anki_profiles import ANKIWEB, make_pm, on_disk, open_profile

OFF = Target(Mode.OFF)
HERE = Target(Mode.THIS_COMPUTER)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Anki:
    """What Anki does around the redirect: profiles are opened, saved and closed."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.data = base / "lan_sync"
        self.pm = make_pm(base, "User 1", "User 2")
        self.config = Config(port=free_port(), listen="127.0.0.1")
        self.environ: dict[str, str] = {}
        self.collection_is_open = False
        self.media_can_be_rechecked = True
        self.rechecked = 0
        self.schema = 1000
        self.stays_installed = True
        self.start()

    def start(self) -> None:
        """Load the add-on, as at the start of the program."""
        around = Surroundings(
            pm=self.pm,
            read_config=lambda: self.config,
            make_server=self.make_server,
            recheck_media=self.recheck_media,
            collection_is_open=lambda: self.collection_is_open,
            read_schema=lambda: self.schema,
            write_schema=self.write_schema,
            loads_next_time=lambda: self.stays_installed,
            environment=SyncEnvironment(self.environ),
            wait=own_server.at_once,
        )
        self.file = ProfilesFile(self.data / "profiles.json")
        self.sync = ProfileSync(around, self.file)
        self.sync.guard()

    def make_server(self, config: Config) -> Server:
        return LanServer(self.data, config.listen, config.port)

    def write_schema(self, stamp: int) -> None:
        self.schema = stamp

    def recheck_media(self) -> bool:
        if not (self.collection_is_open and self.media_can_be_rechecked):
            return False
        self.rechecked += 1
        return True

    def open(self, name: str = "User 1") -> None:
        self.pm.load(name)
        self.collection_is_open = True
        self.sync.opened()
        self.sync.opened()  # two of Anki's hooks call it

    def close(self) -> None:
        self.collection_is_open = False
        self.pm.save()

    def switch_on(self) -> None:
        self.sync.commit(self.sync.prepare())

    @property
    def identity(self) -> Identity:
        return Identity.read_from(open_profile(self.pm))

    @property
    def own(self) -> str:
        return f"http://127.0.0.1:{self.config.port}/"


FORMER = Identity.read_from(dict(ANKIWEB))


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    anki = Anki(tmp_path)
    yield anki
    if anki.collection_is_open:
        anki.close()
    assert anki.pm.db is not None
    anki.pm.db.close()


def media_state(anki: Anki, name: str) -> Path:
    path = anki.base / name / "collection.media.db2"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"what the server has")
    return path


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


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


def test_a_foreign_key_is_neither_sent_nor_is_anything_marked_for_our_server(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    former = anki.schema
    anki.sync.sync_starts()
    # another add-on's hook, which comes after ours
    anki.pm.set_sync_key("theirs")
    anki.pm.set_sync_username("them@example.org")
    auth = anki.pm.sync_auth()
    assert auth is not None
    assert (auth.hkey, auth.endpoint) == ("theirs", "")
    assert anki.sync.status.target == OFF
    assert anki.schema == former
    assert anki.environ == {}
    anki.sync.sync_ended()
    anki.close()
    assert on_disk(anki.base, "User 1")["syncKey"] == "theirs"


def test_the_mark_is_made_when_a_sync_asks_for_the_key(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    former = anki.schema
    anki.pm.sync_auth()  # the colour of the button
    assert anki.schema == former
    anki.sync.sync_starts()
    anki.pm.sync_auth()
    assert anki.schema != former


def test_closing_is_noticed_without_the_save_that_tells_of_it(anki: Anki) -> None:
    anki.open()
    anki.switch_on()
    anki.sync.closing()
    anki.pm.save = lambda: None  # type: ignore[method-assign]
    anki.collection_is_open = False
    anki.pm.save()
    assert answers(anki.config.port)
    anki.sync.closed()
    anki.sync.closed()
    assert not answers(anki.config.port)
    assert Identity.read_from(on_disk(anki.base, "User 1")) == FORMER == anki.identity
    del anki.pm.save


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

"""The phones of a profile: their server comes and goes with it, whatever the profile syncs with."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from typing import Callable, NamedTuple

import pytest

from addon.errors import DataFolderUnusable, PortTaken, Problem, ServerFailed
from addon.hosting import LanServer
from addon.phones import own_server
from addon.phones.own_server import Superseded
from addon.phones.phones import Ready
from addon.redirect.settings import Config, Login
from tests.net.servers import answers
from tests.redirect.small_anki import FORMER, THERE, Anki


def test_phones_leave_the_profiles_own_sync_alone(anki: Anki) -> None:
    anki.open()
    anki.switch_phones_on()
    assert answers(anki.config.port)
    assert anki.identity == FORMER
    assert (anki.rechecked, anki.environ, anki.schema) == (0, {}, 1000)
    anki.close()
    assert not answers(anki.config.port)
    anki.open()
    assert answers(anki.config.port)
    assert (anki.phones.status.wanted, anki.phones.account) == (True, "user1")
    anki.phones.switch_off()
    assert (anki.phones.status.wanted, anki.phones.account) == (False, "")
    anki.close()
    anki.open()
    assert not answers(anki.config.port)


def test_the_two_choices_are_independent(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    anki.switch_phones_on()
    anki.redirect.switch_off()
    assert anki.phones.status.wanted
    assert answers(anki.config.port)
    anki.redirect.switch_to(THERE)
    anki.phones.switch_off()
    assert anki.redirect.status.server == THERE
    anki.close()
    anki.open()
    assert anki.identity.address == THERE
    assert not answers(anki.config.port)


def test_the_server_is_still_there_when_the_last_sync_ends(anki: Anki) -> None:
    """Anki closes the collection only after the automatic sync; saving comes last."""
    anki.open()
    anki.switch_phones_on()
    anki.collection_is_open = False
    assert answers(anki.config.port)
    anki.pm.save()
    assert not answers(anki.config.port)


def test_profiles_have_accounts_of_their_own(anki: Anki) -> None:
    anki.open("User 1")
    anki.switch_phones_on()
    anki.close()
    anki.open("User 2")
    assert not anki.phones.status.wanted
    anki.switch_phones_on()
    assert anki.phones.account == "user2"
    assert anki.phones.profiles_of("user1") == ["User 1"]


def test_a_taken_port_only_keeps_phones_out(anki: Anki) -> None:
    anki.open()
    anki.switch_phones_on()
    anki.close()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", anki.config.port))
        other.listen()
        anki.open()
        assert isinstance(anki.phones.status.problem, PortTaken)
        assert anki.phones.status.wanted
        assert anki.identity == FORMER
    anki.switch_phones_on()
    assert anki.phones.status.problem is None


def test_each_failure_to_start_is_a_named_problem(
    anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    anki.open()
    anki.switch_phones_on()
    anki.close()

    def broken(_config: Config) -> LanServer:
        raise ImportError("a library is missing")

    monkeypatch.setattr(anki, "make_server", broken)
    anki.start()
    anki.open()
    assert isinstance(anki.phones.status.problem, ServerFailed)
    assert anki.phones.account == ""


def test_nothing_is_left_running_when_it_cannot_be_remembered(anki: Anki) -> None:
    anki.data.write_text("a file where the folder should be", encoding="utf-8")
    anki.open()
    with pytest.raises(DataFolderUnusable):
        anki.phones.prepare()
    assert not answers(anki.config.port)


def test_a_prepared_server_stops_on_every_way_out(anki: Anki) -> None:
    anki.open()
    with anki.phones.prepare():
        assert answers(anki.config.port)
    assert stops(anki)
    with pytest.raises(ZeroDivisionError):
        fails_while_prepared(anki)
    assert stops(anki)

    def asks_again(_answer: str) -> None:
        waiting.append(ready.later(lambda _answer: None))

    waiting: list[Callable[[str], None]] = []
    with anki.phones.prepare() as ready:
        waiting.append(ready.later(asks_again))
    waiting.pop()("first answer")
    assert answers(anki.config.port), "a second question is open"
    waiting.pop()("second answer")
    assert stops(anki)


@pytest.fixture
def opening(anki: Anki) -> Opening:
    """Return an Anki whose phones were left on, in the middle of opening its profile."""
    anki.open()
    anki.switch_phones_on()
    anki.close()
    tasks: list[Opening] = []
    anki.in_background = lambda *task: tasks.append(Opening(*task))
    anki.start()
    anki.open()
    assert (anki.phones.status.wanted, anki.phones.server) == (True, None)
    [task] = tasks
    return task


class Opening(NamedTuple):
    """What `Phones.opened` leaves to a thread."""

    work: Callable[[], Ready]
    done: Callable[[Ready], None]
    failed: Callable[[Problem], None]


def test_a_server_started_in_the_background_is_announced_once_it_runs(
    anki: Anki, opening: Opening
) -> None:
    told: list[bool] = []
    anki.phones.on_started = lambda: told.append(answers(anki.config.port))
    ready = opening.work()
    assert anki.phones.account == ""
    opening.done(ready)
    assert (anki.phones.account, told) == ("user1", [True])


def test_a_profile_that_is_closed_before_its_server_starts_gets_none(
    anki: Anki, opening: Opening
) -> None:
    anki.close()
    anki.open("User 2")
    with pytest.raises(Superseded) as raised:
        opening.work()
    opening.failed(raised.value)
    assert not anki.phones.status.wanted
    assert anki.phones.status.problem is None
    assert not answers(anki.config.port)


def test_a_profile_that_is_closed_once_its_server_has_started_leaves_none(
    anki: Anki, opening: Opening
) -> None:
    ready = opening.work()
    anki.close()
    assert not answers(anki.config.port)
    opening.done(ready)
    assert (anki.phones.server, anki.phones.status.wanted) == (None, False)


def test_who_switches_on_while_the_server_starts_gets_the_same_one(
    anki: Anki, opening: Opening
) -> None:
    ready = opening.work()
    anki.switch_phones_on()
    opening.done(ready)
    assert anki.phones.server is ready.server
    assert answers(anki.config.port)


def test_a_committed_server_outlives_its_preparation(anki: Anki) -> None:
    anki.open()
    with anki.phones.prepare() as ready:
        later = ready.later(lambda _answer: anki.phones.commit(ready))
    later("yes")
    assert answers(anki.config.port)
    assert anki.phones.server is ready.server
    with anki.phones.prepare():
        pass  # the running server is used, and nothing comes of it
    assert answers(anki.config.port)


def fails_while_prepared(anki: Anki) -> None:
    with anki.phones.prepare() as ready:
        ready.later(print)
        raise ZeroDivisionError


def stops(anki: Anki) -> bool:
    """Return whether the port is closed within 5 seconds: servers stop in the background."""
    end = time.monotonic() + 5
    while answers(anki.config.port):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_deleted_server_data_leads_to_the_same_account(anki: Anki) -> None:
    anki.open()
    anki.switch_phones_on()
    before = anki.file.read("User 1")
    anki.close()
    for path in anki.data.iterdir():
        if path.name != "profiles.json":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    anki.open()
    assert anki.file.read("User 1") == before
    assert anki.phones.server is not None
    assert list(anki.phones.server.accounts.users.names()) == ["user1"]


def test_a_renamed_profile_keeps_its_phones(anki: Anki) -> None:
    anki.open()
    anki.switch_phones_on()
    anki.close()
    (anki.base / "User 1").mkdir(exist_ok=True)
    anki.pm.rename("Me")
    anki.open("Me")
    assert anki.phones.account == "user1"


def test_changes_during_a_prepared_switch_are_not_overwritten(anki: Anki) -> None:
    anki.open()
    with anki.phones.prepare() as ready:
        anki.phones.password_changed(ready.settings.account, "a new password")
        anki.profile.update(lambda known: known.with_login(Login("http://h:1/", "me", "key")))
        anki.phones.commit(ready)
    known = anki.file.read("User 1")
    assert known.phones
    assert known.password == "a new password"
    assert known.login_at("http://h:1/").key == "key"


def test_closing_does_not_wait_forever(anki: Anki, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    class Stuck(LanServer):
        def stop(self, timeout: float = 5.0) -> None:
            released.wait(30)
            super().stop(timeout)

    monkeypatch.setattr(own_server, "STOP_LIMIT", 0.2)
    monkeypatch.setattr(anki, "make_server", lambda c: Stuck(anki.data, c.address, c.port))
    anki.start()
    anki.open()
    anki.switch_phones_on()
    started = time.monotonic()
    anki.close()
    assert time.monotonic() - started < 25  # the server stops after 30
    released.set()


def test_switching_on_right_after_off_waits_for_the_port(
    anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(LanServer):
        def stop(self, timeout: float = 5.0) -> None:
            time.sleep(0.5)
            super().stop(timeout)

    monkeypatch.setattr(anki, "make_server", lambda c: Slow(anki.data, c.address, c.port))
    anki.start()
    anki.open()
    anki.switch_phones_on()
    anki.phones.switch_off()
    anki.switch_phones_on()
    assert answers(anki.config.port)

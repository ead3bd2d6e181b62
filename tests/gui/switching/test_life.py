"""From opening a profile to closing it, and what is left: each step in an Anki of its own."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from werkzeug.wrappers import Response

from addon.hosting import open_accounts
from tests.live.servers import LanSync
from tests.net import servers
from tests.serving import address_of, serving

from ..base import ANKIWEB, PROFILE, config, identity, on_disk, settings
from ..child import ENDED, run_anki
from ..phone import Phone

Installed = Callable[..., Path]
SwitchedOn = Callable[[], Path]


@contextlib.contextmanager
def phone_at(base: Path, folder: Path) -> Iterator[Phone]:
    """Yield a phone that syncs with the data Anki left behind, served without Anki."""
    record = settings(base)
    with serving(base / "lan_sync") as server:
        phone = Phone(folder, address_of(server), record["account"], record["password"])
        try:
            yield phone
        finally:
            phone.close()


def test_an_add_on_never_switched_on_changes_nothing(installed: Installed) -> None:
    base = installed()
    seen = run_anki(base, "look")
    assert (seen["identity"], seen["menu"], seen["on"], seen["message"]) == (
        ANKIWEB,
        True,
        False,
        "",
    )
    assert not seen["server loaded"]
    assert not (base / "lan_sync").exists()
    assert identity(on_disk(base)) == ANKIWEB


def test_the_last_note_added_reaches_the_phones(switched_on: SwitchedOn, tmp_path: Path) -> None:
    base = switched_on()
    seen = run_anki(base, "add_note", "last minute")
    assert (seen["on"], seen["message"]) == (True, "")
    with phone_at(base, tmp_path) as phone:
        phone.download()
        assert "last minute" in phone.fronts()


def test_a_taken_port_keeps_phones_out_and_offers_another(switched_on: SwitchedOn) -> None:
    base = switched_on()
    port = config(base)["port"]
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        seen = run_anki(base, "look")
        assert str(port) in seen["message"]
        assert seen["on"]
        assert seen["identity"] == ANKIWEB
        seen = run_anki(base, "use_offered_port")
        assert seen["message"] == ""
        used = seen["address"]
        assert used != f"http://127.0.0.1:{port}/"
        assert used.rstrip("/").rpartition(":")[2] in seen["offer"]
    assert run_anki(base, "look")["address"] == used


def test_disabling_the_add_on_leaves_nothing_behind(switched_on: SwitchedOn) -> None:
    base = switched_on()
    assert run_anki(base, "disable")["on"]
    assert identity(on_disk(base)) == ANKIWEB
    assert run_anki(base, "look") == {
        "identity": ANKIWEB,
        "menu": False,
        "on": False,
        "address": "",
        "message": "",
        "server loaded": False,
    }


def test_deleting_the_add_on_leaves_nothing_behind_but_the_phones_data(
    switched_on: SwitchedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "trash"))
    base = switched_on()
    seen = run_anki(base, "delete")
    assert not (base / "addons21" / "lan_sync").exists()
    assert seen["identity"] == ANKIWEB
    assert identity(on_disk(base)) == ANKIWEB
    assert run_anki(base, "look")["identity"] == ANKIWEB
    assert str(base / "lan_sync") in seen["questions"][0]
    with phone_at(base, tmp_path) as phone:
        phone.download()


def test_the_phones_data_goes_to_the_trash_only_when_asked_for(
    switched_on: SwitchedOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trash").mkdir()  # Qt does not make it
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "trash"))
    base = switched_on()
    data = base / "lan_sync"
    replaced = data / "replaced" / "anna-2026-01-01"
    replaced.mkdir(parents=True)
    (replaced / "replaced.anki2").touch()
    (data / "of a later version").touch()
    (data / "library of a person").mkdir()
    run_anki(base, "delete", "trash")
    assert not data.exists()
    assert identity(on_disk(base)) == ANKIWEB
    trash = {path.name for path in (tmp_path / "trash").rglob("*")}
    assert trash >= {
        "collection.anki2",
        "accounts.db",
        "profiles.json",
        "replaced.anki2",
        "of a later version",
        "library of a person",
    }
    assert not trash & {"lib", "lan_sync.log", "in-use.lock"}
    assert identity(on_disk(base)) == ANKIWEB


def test_what_a_phone_uploaded_before_a_kill_is_merged_behind_a_backup(
    switched_on: SwitchedOn, tmp_path: Path
) -> None:
    base = switched_on()
    record = settings(base)
    with LanSync(base / "lan_sync") as server:  # and at the end: kill -9
        phone = Phone(tmp_path / "phone", server.url, record["account"], record["password"])
        phone.download()
        phone.add("uploaded")
        phone.upload()
        phone.close()
    backups = base / PROFILE / "backups"
    before = set(backups.glob("*"))
    assert "uploaded" in run_anki(base, "fronts")
    assert set(backups.glob("*")) - before
    with closing(open_accounts(base / "lan_sync")) as accounts:
        (device,) = [one for one in accounts.devices.all() if one.last_sync is not None]
        assert not device.waiting
        assert device.last_sync is not None
        assert device.in_anki >= device.last_sync.when


def test_a_crash_changes_nothing_about_the_login(switched_on: SwitchedOn) -> None:
    base = switched_on()
    run_anki(base, "crash", code=7)
    assert identity(on_disk(base)) == ANKIWEB
    assert run_anki(base, "look")["on"]


def test_the_server_is_stopped_when_the_application_quits_without_closing(
    switched_on: SwitchedOn,
) -> None:
    base = switched_on()
    run_anki(base, "quit_without_closing", code=7)
    log = (base / "lan_sync" / "lan_sync.log").read_text("utf-8")
    assert "stopped" in log.rpartition("serving on")[2]
    assert identity(on_disk(base)) == ANKIWEB


def test_the_server_stops_with_the_interpreter_if_nothing_else_signals_the_end(
    switched_on: SwitchedOn,
) -> None:
    base = switched_on()
    run_anki(base, "end_python", code=ENDED)
    log = (base / "lan_sync" / "lan_sync.log").read_text("utf-8")
    assert "stopped" in log.rpartition("serving on")[2]
    assert identity(on_disk(base)) == ANKIWEB


@pytest.mark.parametrize("names", [("HTTP_PROXY", "HTTPS_PROXY"), ("http_proxy",), ("ALL_PROXY",)])
def test_a_proxy_is_bypassed_for_this_computer(
    installed: Installed, tmp_path: Path, names: tuple[str, ...]
) -> None:
    base = installed(**{**ANKIWEB, "customSyncUrl": "http://192.0.2.1:9/", "currentSyncUrl": None})
    with servers.wsgi(lambda _request: Response("the proxy was asked", 502)) as proxy:
        environ = dict.fromkeys(names, proxy)
        step = "ask_for_the_buttons_colour_and_switch_on"
        seen = run_anki(base, step, environ={**environ, "NO_PROXY": "example.org"})
    assert seen["on"]
    with phone_at(base, tmp_path) as phone:
        phone.download()
        assert "there before" in phone.fronts()

"""Profiles that are opened, closed and switched, and one that LAN Sync 0.1.0 has left."""

from __future__ import annotations

import importlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.decks import DEFAULT_DECK_ID
from anki.errors import AnkiException
from aqt.import_export.importing import ColpkgImporter
from aqt.qt import QLabel

from addon.hosting import claim_data_folder
from addon.i18n import without_unicode_isolation
from addon.store.paths import UserFolder, users_path
from tests.live.proxy import Relay
from tests.serving import address_of, serving

from .. import running
from ..base import ANKIWEB, PROFILE, fronts, settings
from ..child import run_anki
from ..phone import Phone
from ..test_status_dot import in_bar
from .scene import meanwhile, opened_in_browser, tap, wait_until_in_step

SwitchedOn = Callable[[], Path]


def test_switching_the_profile_takes_the_last_edits_along(
    desktop: Collection, phone: Phone
) -> None:
    running.add_note("before the profile was switched")
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
    col = running.anki().col
    assert col is not desktop
    tap(phone)
    assert "before the profile was switched" in phone.fronts()
    wait_until_in_step(col, phone.col)


def test_what_a_phone_brings_while_nobody_can_take_it_is_there_at_the_next_opening(
    phone: Phone,
) -> None:
    mw = running.anki()
    mw.progress.start(label="closing")  # never a good moment
    phone.add("brought at the last moment")
    tap(phone)
    mw.progress.finish()
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
    assert running.anki().col.find_notes('"front:brought at the last moment"')


@pytest.mark.usefixtures("desktop")
def test_closing_with_a_sync_of_its_own_brings_everything_everywhere(
    phone: Phone, second_desktop: Phone
) -> None:
    running.profile()["autoSync"] = True
    try:
        running.add_note("in the last minute")
        running.switch_profile("User 2")
        second_desktop.sync()
        assert "in the last minute" in second_desktop.fronts()
        second_desktop.add("from the second desktop")
        second_desktop.sync()
        running.switch_profile(PROFILE)
        running.settle()
    finally:
        running.profile()["autoSync"] = False
    tap(phone)
    assert {"in the last minute", "from the second desktop"} <= phone.fronts()


def folder_of(base: Path) -> UserFolder:
    return UserFolder(users_path(base / "lan_sync") / settings(base)["account"])


def test_what_is_being_typed_when_the_profile_closes_is_merged_too(
    base: Path, desktop: Collection, phone: Phone
) -> None:
    note = desktop.get_note(running.add_note("to be edited until the end"))  # type: ignore[arg-type]
    tap(phone)
    with opened_in_browser(note) as field:
        field.type("typed at the last moment ")
        running.switch_profile("User 2")
    with closing(sqlite3.connect(folder_of(base).collection)) as store:
        (fields,) = store.execute("select flds from notes where id = ?", (note.id,)).fetchone()
    running.switch_profile(PROFILE)
    assert "typed at the last moment" in fields


@pytest.mark.parametrize("logged_in", [True, False])
def test_pending_changes_are_marked_as_synced_only_where_no_server_waits_for_them(
    base: Path,
    desktop: Collection,
    phone: Phone,
    monkeypatch: pytest.MonkeyPatch,
    logged_in: bool,
) -> None:
    bridge: Any = importlib.import_module(f"{running.PACKAGE}.bridge.bridge").Bridge
    stamp = bridge.stamp
    monkeypatch.setattr(bridge, "stamp", lambda self, col: stamp(self, col, 0))  # however few
    # however long Anki is busy with opening: later, changes are merged but not marked
    readiness: Any = importlib.import_module(f"{running.PACKAGE}.gui.bridge.readiness").Readiness
    monkeypatch.setattr(readiness, "at_work", False)
    if not logged_in:
        running.profile()["syncKey"] = None
    running.add_note("pending as the profile closes")
    running.switch_profile("User 2")
    with closing(Collection(str(base / PROFILE / "collection.anki2"))) as col:
        assert pending(col) is logged_in
        note = col.new_note(col.models.current())
        note.fields[0] = "pending as the profile opens"
        col.add_note(note, DEFAULT_DECK_ID)
        assert pending(col)
    running.switch_profile(PROFILE)
    running.spin(running.action("connect").isEnabled)  # the server has started
    assert pending(running.anki().col) is logged_in
    assert desktop is not None
    tap(phone)
    wait_until_in_step(running.anki().col, phone.col)


def pending(col: Collection) -> bool:
    """Return whether a note waits for the profile's own server."""
    assert col.db is not None
    return bool(col.db.scalar("select count() from notes where usn = -1"))


@pytest.mark.parametrize("keep", ["collection", "store"])
def test_two_copies_that_never_met_are_asked_about_with_their_numbers(
    base: Path, desktop: Collection, phone: Phone, keep: str
) -> None:
    phone.add("only on the phone")
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    running.click("toggle")
    folder = folder_of(base)
    with claim_data_folder(base / "lan_sync", patience=10):
        (folder.root / "bridge.db").unlink()
    desktop.remove_notes(desktop.find_notes('"front:only on the phone"'))
    running.add_note("only in Anki")
    running.click("toggle")
    question = running.question()
    assert question is not None
    words = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "never been merged" in words
    assert f"{desktop.card_count():,}" in words
    before = set(folder.backups.glob("*"))
    running.answer(keep)
    running.spin(lambda: running.action("toggle").isChecked())
    running.settle()
    assert bool(desktop.find_notes('"front:only on the phone"')) is (keep == "store")
    if keep == "collection":
        assert desktop.find_notes('"front:only in Anki"')
        assert set(folder.backups.glob("*")) - before


def dot_says() -> str:
    return str(in_bar("document.getElementById('lan-sync-status').title"))


def test_a_phone_that_meets_a_damaged_copy_makes_the_dot_say_so(
    base: Path, desktop: Collection, phone: Phone
) -> None:
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    file = folder_of(base).collection
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"x" * (len(content) - 4096))
    running.add_note("while the copy is damaged")
    with pytest.raises(AnkiException):
        tap(phone)
    running.spin(lambda: "is damaged" in dot_says())
    file.write_bytes(content)
    tap(phone)
    assert "while the copy is damaged" in phone.fronts()
    running.spin(lambda: "is damaged" not in dot_says())


def test_a_backup_that_is_put_back_is_asked_about_at_once(
    desktop: Collection, phone: Phone, tmp_path: Path
) -> None:
    mw = running.anki()
    package = tmp_path / "backup.colpkg"
    desktop.export_collection_package(str(package), include_media=False, legacy=False)
    mw.reopen()
    phone.add("after the backup was made")
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    ColpkgImporter._import(mw, str(package))
    running.spin(running.question)
    running.answer("both")
    running.spin(lambda: mw.col.find_notes('"front:after the backup was made"'))


def test_declining_leaves_phones_switched_off(
    base: Path, desktop: Collection, phone: Phone
) -> None:
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    running.click("toggle")
    with claim_data_folder(base / "lan_sync", patience=10):
        (folder_of(base).root / "bridge.db").unlink()
    running.add_note("so that they differ")
    running.click("toggle")
    running.answer("cancel")
    assert not running.action("toggle").isChecked()
    assert not settings(base)["phones"]


def test_a_profile_of_the_first_version_is_migrated(
    switched_on: SwitchedOn, tmp_path: Path
) -> None:
    base = switched_on()
    folder = folder_of(base)
    (folder.root / "bridge.db").unlink()
    _as_first_version_left_it(base)
    for name in ("media.folder", "media.db"):  # it had a folder of its own
        (folder.root / name).unlink()
    record = settings(base)
    with serving(base / "lan_sync") as server:
        address = address_of(server)
        phone = Phone(tmp_path / "phone", address, record["account"], record["password"])
        phone.download()
        phone.add("synced with the first version")
        (Path(phone.col.media.dir()) / "phone.txt").write_bytes(b"sent to the first version")
        phone.sync()
        phone.close()
    assert (folder.media / "phone.txt").exists()

    seen = run_anki(base, "look")
    message = without_unicode_isolation(seen["message"])
    assert "Anki syncs with AnkiWeb as me@example.org again" in message.replace(
        "http://127.0.0.1:9/", "AnkiWeb"
    )
    assert "were merged, and both were backed up" in message
    assert seen["identity"] == ANKIWEB
    assert seen["on"]
    assert list(folder.backups.glob("manual-*"))
    assert list((base / PROFILE / "backups").glob("*"))
    assert "synced with the first version" in fronts(base)
    seen = run_anki(base, "look")
    assert seen["message"] == "", "announced only once"
    media = base / PROFILE / "collection.media" / "phone.txt"
    assert media.read_bytes() == b"sent to the first version"
    assert not folder.media.exists()


def test_a_profile_is_migrated_after_the_sync_that_was_faster_than_the_server(
    base: Path, ankiweb: str, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anki syncs when the profile opens, and the server starts in the middle of that."""
    wait_until_in_step(running.anki().col, phone.col)
    folder = folder_of(base)
    with Relay(ankiweb).running() as relay, server_held_back(monkeypatch) as start_server:
        closed_with(autoSync=True, customSyncUrl=relay.url)
        with claim_data_folder(base / "lan_sync", patience=10):
            folder.bridge.unlink()
        _as_first_version_left_it(base, never_synced_here=True)  # else Anki asks which side to keep
        with closing(Collection(str(base / PROFILE / "collection.anki2"))) as col:
            note = col.new_note(col.models.current())
            note.fields[0] = "added while phones were away"
            col.add_note(note, DEFAULT_DECK_ID)
        held = relay.hold("meta")
        running.anki().loadProfile()
        meanwhile(held.wait_until_reached)
        start_server()
        running.spin(running.action("connect").isEnabled)
        assert settings(base)["moving"], "not while Anki syncs"
        held.release()
        running.settle()
        running.spin(running.message)
        assert "were merged, and both were backed up" in running.dismiss()
        assert running.question() is None
        assert not settings(base)["moving"]
        assert list(folder.backups.glob("manual-*"))
        closed_with(autoSync=False, customSyncUrl=ankiweb)
    running.anki().loadProfile()
    running.settle()
    running.spin(running.action("connect").isEnabled)
    tap(phone)
    assert "added while phones were away" in phone.fronts()
    wait_until_in_step(running.anki().col, phone.col)


@contextmanager
def server_held_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """No server of ours starts until the function is called."""
    own: Any = importlib.import_module(f"{running.PACKAGE}.phones.own_server").OwnServer
    start, may_start = own.start, threading.Event()

    def wait_and_start(*args: Any) -> Any:
        assert may_start.wait(60)
        return start(*args)

    monkeypatch.setattr(own, "start", wait_and_start)
    try:
        yield may_start.set
    finally:
        may_start.set()


def closed_with(**changes: object) -> None:
    """Close the open profile, and change it before it is opened again."""
    mw = running.anki()
    closed: list[bool] = []
    mw.unloadProfile(lambda: closed.append(True))
    running.spin(lambda: closed)
    mw.pm.load(PROFILE)
    running.profile().update(changes)


def test_a_damaged_copy_that_cannot_be_migrated_does_not_fill_the_disk(
    switched_on: SwitchedOn,
) -> None:
    base = switched_on()
    folder = folder_of(base)
    (folder.root / "bridge.db").unlink()
    _as_first_version_left_it(base)
    content = folder.collection.read_bytes()
    folder.collection.write_bytes(content[:4096] + b"x" * (len(content) - 4096))
    seen = run_anki(base, "look")
    assert "is damaged" in seen["message"]
    assert seen["identity"] == ANKIWEB
    assert not list(folder.backups.glob("*"))
    folder.collection.rename(folder.root / "moved away")
    seen = run_anki(base, "look")
    assert "again" in seen["message"]
    assert "were merged" not in seen["message"], "there was only one copy"
    assert folder.collection.exists()


def _as_first_version_left_it(base: Path, never_synced_here: bool = False) -> None:
    path = base / "lan_sync" / "profiles.json"
    raw = json.loads(path.read_text("utf-8"))
    record = raw["profiles"][PROFILE]
    place = {"mode": "this_computer", "address": "", "user": record["account"]}
    raw["version"] = 1
    raw["profiles"][PROFILE] = {
        "mode": "this_computer",
        "address": "",
        "choice": {"mode": "off", "address": ""},
        "account": record["account"],
        "password": record["password"],
        "key": "",
        "logins": [],
        "home": {"mode": "off", "address": "", "user": ""} if never_synced_here else place,
        "mark": None,
    }
    path.write_text(json.dumps(raw), "utf-8")

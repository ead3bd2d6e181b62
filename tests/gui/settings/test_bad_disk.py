"""Files that cannot be read or written: a sentence that names them, and nothing lost."""

from __future__ import annotations

import contextlib
import copy
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addon.hosting import claim_data_folder
from addon.store.paths import accounts_path

from .. import running
from ..base import ANKIWEB, settings
from ..child import run_anki
from .window import account_dialog, accounts, choose_phones, line, open_settings, press, text_of

SwitchedOn = Callable[[], Path]


@contextlib.contextmanager
def replaced_by_folder(path: Path) -> Iterator[None]:
    """Put a folder in place of a file: it refuses to be read and written, to root as well."""
    kept = path.with_name(f"{path.name}.kept")
    if path.exists():
        path.rename(kept)
    path.mkdir(parents=True)
    try:
        yield
    finally:
        path.rmdir()
        if kept.exists():
            kept.rename(path)


@contextlib.contextmanager
def locked_by_another(path: Path) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    try:
        yield
    finally:
        other.close()


@pytest.mark.usefixtures("anki")
def test_a_switch_that_cannot_be_remembered_does_not_happen(base: Path) -> None:
    running.add_note("on a bad disk")
    before = copy.deepcopy(running.profile())
    path = base / "lan_sync" / "profiles.json"
    with replaced_by_folder(path):
        running.click("toggle")
        assert str(path) in running.dismiss()
        assert not running.action("toggle").isChecked()
        assert running.profile() == before
        dialog = open_settings()
        assert str(path) in running.dismiss()
        choose_phones(dialog, on=True)
        port = line(dialog, "setting_port")
        former = port.text()
        port.setText("27799")
        press(dialog, "save")
        assert str(path) in running.dismiss()
        assert running.settings_dialog() is dialog, "what was typed is still there"
        assert port.text() == "27799"
        port.setText(former)
    press(dialog, "save")
    assert running.action("toggle").isChecked()
    assert settings(base)["phones"]


@pytest.mark.usefixtures("anki")
def test_locked_accounts_are_reported_in_the_account_dialog(base: Path) -> None:
    running.add_note("with locked accounts")
    running.switch_on()
    path = accounts_path(base / "lan_sync")
    dialog = open_settings()
    press(dialog, "account_add")
    adding = account_dialog()
    line(adding, "account_name").setText("bob")
    with locked_by_another(path):
        press(adding, "account_save")
        assert adding.isVisible()
        assert str(path) in text_of(adding, "account_wrong")
        assert line(adding, "account_name").text() == "bob"
    press(adding, "account_save")
    assert "bob" in accounts(dialog)
    dialog.reject()


def test_a_file_in_place_of_the_data_folder_is_reported_when_anki_opens(
    switched_on: SwitchedOn,
) -> None:
    base = switched_on()
    data = base / "lan_sync"
    data.rename(base / "kept")
    data.write_text("a file", encoding="utf-8")
    seen = run_anki(base, "look")
    assert str(data) in seen["message"]
    assert seen["identity"] == ANKIWEB
    data.unlink()
    (base / "kept").rename(data)
    seen = run_anki(base, "look")
    assert seen["on"]
    assert seen["message"] == ""


def test_accounts_that_are_locked_when_anki_opens_keep_phones_out(switched_on: SwitchedOn) -> None:
    base = switched_on()
    path = accounts_path(base / "lan_sync")
    with locked_by_another(path):
        seen = run_anki(base, "look")
    assert str(path.parent) in seen["message"]
    assert seen["on"]
    assert seen["identity"] == ANKIWEB, "the profile's own sync has nothing to do with it"
    assert run_anki(base, "look")["message"] == ""


def test_a_second_anki_is_told_who_serves_the_phones(switched_on: SwitchedOn) -> None:
    base = switched_on()
    with claim_data_folder(base / "lan_sync"):
        seen = run_anki(base, "look")
    assert str(os.getpid()) in seen["message"]
    assert seen["identity"] == ANKIWEB
    assert run_anki(base, "look")["message"] == ""

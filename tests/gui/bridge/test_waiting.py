"""What phones bring waits for a good moment, and unsaved text is never lost."""

from __future__ import annotations

import importlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import aqt
import pytest
from anki.collection import Collection
from anki.errors import AnkiException
from aqt import gui_hooks
from aqt.qt import QMessageBox, Qt

from addon.i18n import without_unicode_isolation

from .. import running
from ..devices.test_window import SYNC, phones, window
from ..phone import Phone
from .scene import (
    in_step,
    meanwhile,
    opened_in_browser,
    reviews,
    settled_for,
    tap,
    undo_name,
    wait_until_in_step,
)
from .test_profiles import folder_of


@pytest.fixture
def studying(desktop: Collection, phone: Phone) -> Iterator[None]:  # noqa: ARG001
    """Yield the desktop in the reviewer, a card answered, the next one on the screen."""
    mw = running.anki()
    for number in range(3):
        running.add_note(f"to study {number}")
    desktop.decks.set_current(1)  # type: ignore[arg-type]
    mw.moveToState("overview")
    running.settle()
    mw.moveToState("review")
    running.spin(lambda: mw.reviewer.card is not None and mw.reviewer.state == "question")
    mw.reviewer._showAnswer()
    running.spin(lambda: mw.reviewer.state == "answer")
    mw.reviewer._answerCard(3)
    running.settle()
    running.spin(lambda: mw.reviewer.state == "question")
    yield
    mw.moveToState("deckBrowser")
    running.settle()


@pytest.mark.usefixtures("studying")
def test_nothing_is_written_between_two_answers(desktop: Collection, phone: Phone) -> None:
    before = reviews(desktop)
    undo = undo_name()
    assert undo
    phone.add("while the desktop studies")
    tap(phone)
    assert reviews(phone.col) == before, "the phone has the desktop's answer"
    settled_for(1)
    assert not desktop.find_notes('"front:while the desktop studies"')
    assert undo_name() == undo
    told = without_unicode_isolation(phones(window())[0].text(SYNC))
    assert told.endswith(", waiting until you finish reviewing")
    desktop.undo()
    assert reviews(desktop) == before - 1
    running.anki().moveToState("deckBrowser")
    running.spin(lambda: desktop.find_notes('"front:while the desktop studies"'))
    tap(phone)
    wait_until_in_step(desktop, phone.col)


@pytest.mark.usefixtures("studying")
def test_a_card_left_alone_for_two_minutes_does_not_keep_changes_waiting(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    readiness = importlib.import_module(f"{running.PACKAGE}.gui.bridge.readiness")
    phone.add("while nobody is there")
    tap(phone)
    settled_for(0.5)
    assert not desktop.find_notes('"front:while nobody is there"')
    monkeypatch.setattr(readiness, "_LEFT_ALONE", 0.0)
    running.spin(lambda: desktop.find_notes('"front:while nobody is there"'))
    mw = running.anki()
    card = mw.reviewer.card
    assert card is not None
    mw.reviewer._showAnswer()
    running.spin(lambda: mw.reviewer.state == "answer")
    before = reviews(desktop)
    mw.reviewer._answerCard(3)
    running.settle()
    assert reviews(desktop) == before + 1


def test_text_that_is_being_typed_is_saved_first(desktop: Collection, phone: Phone) -> None:
    note = desktop.get_note(running.add_note("to be edited"))  # type: ignore[arg-type]
    tap(phone)
    with opened_in_browser(note) as field:
        phone.add("while the desktop edits")
        phone.sync()  # Anki hears of it when its event loop turns again
        field.type("typed and not saved ")
        running.spin(lambda: desktop.find_notes('"front:while the desktop edits"'))
        running.settle()
        assert "typed and not saved" in desktop.get_note(note.id).fields[1]
        assert "typed and not saved" in field.shown()
    tap(phone)
    wait_until_in_step(desktop, phone.col)


def test_the_add_window_keeps_its_content(desktop: Collection, phone: Phone) -> None:
    window: Any = aqt.dialogs.open("AddCards", running.anki())
    try:
        running.settle()
        running.spin(lambda: window.editor.note is not None)
        window.editor.call_after_note_saved(lambda: None)
        running.settle()
        window.editor.note.fields[0] = "half a note"
        window.editor.loadNote()
        running.settle()
        phone.add("while a note is being added")
        tap(phone)
        running.spin(lambda: desktop.find_notes('"front:while a note is being added"'))
        running.settle()
        assert window.editor.note.fields[0] == "half a note"
    finally:
        window.setAndFocusNote(window._new_note())
        window._close()
        running.settle()


def test_a_dialog_is_answered_first(desktop: Collection, phone: Phone) -> None:
    box = QMessageBox(running.anki())
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.open()
    phone.add("while a dialog is open")
    tap(phone)
    settled_for(0.5)
    assert not desktop.find_notes('"front:while a dialog is open"')
    box.reject()
    running.spin(lambda: desktop.find_notes('"front:while a dialog is open"'))


def test_nothing_is_prepared_while_another_program_reads_the_store(
    desktop: Collection, phone: Phone, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The merge could not be written, and would be prepared again and again."""
    bridge: Any = importlib.import_module(f"{running.PACKAGE}.bridge.bridge").Bridge
    merger: Any = importlib.import_module(f"{running.PACKAGE}.gui.bridge.merger").Merger
    prepare, keep_waiting = bridge.prepare, merger._keep_waiting
    prepared: list[object] = []
    waited: list[object] = []

    def preparing(*args: Any) -> Any:
        prepared.append(args)
        return prepare(*args)

    def waiting(self: Any, wait: Any) -> None:
        if wait is not None:
            waited.append(wait)
        keep_waiting(self, wait)

    phone.add("while another program reads")
    tap(phone)
    running.spin(lambda: desktop.find_notes('"front:while another program reads"'))
    running.settle()
    monkeypatch.setattr(bridge, "prepare", preparing)
    monkeypatch.setattr(merger, "_keep_waiting", waiting)
    with closing(sqlite3.connect(folder_of(base).collection, isolation_level=None)) as other:
        other.execute("begin")
        other.execute("select scm from col").fetchone()
        gui_hooks.collection_did_temporarily_close(desktop)  # a merge follows
        running.spin(lambda: len(waited) > 3)
        assert not prepared
        other.execute("rollback")
    running.spin(lambda: prepared)


def test_a_lost_call_of_another_thread_keeps_nothing_waiting_forever(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to 25.02, Anki forgets such calls if one before them fails."""
    taskman = running.anki().taskman
    run_on_main = taskman.run_on_main
    lost: list[object] = []

    def losing(call: Any) -> None:
        if threading.current_thread().name == "lan-sync-prepare" and not lost:
            lost.append(call)
        else:
            run_on_main(call)

    monkeypatch.setattr(taskman, "run_on_main", losing)
    phone.add("the first call is lost")
    tap(phone)
    running.spin(lambda: desktop.find_notes('"front:the first call is lost"'))
    assert lost


def test_anki_at_work_is_not_disturbed(desktop: Collection, phone: Phone) -> None:
    mw = running.anki()
    running.add_note("not read while Anki works")
    mw.progress.start(label="an import")
    try:
        phone.add("while Anki works")
        tap(phone)
        settled_for(0.5)
        assert not desktop.find_notes('"front:while Anki works"')
        assert "not read while Anki works" not in phone.fronts(), "answered from the store alone"
    finally:
        mw.progress.finish()
    running.spin(lambda: desktop.find_notes('"front:while Anki works"'))
    tap(phone)
    wait_until_in_step(desktop, phone.col)


def test_a_phone_that_vanishes_midway_keeps_nobody_waiting_for_long(
    desktop: Collection, phone: Phone
) -> None:
    phone.add("sent before it vanished")
    running.add_note("meanwhile on the desktop")
    with pytest.raises(AnkiException):
        meanwhile(lambda: _vanishing(phone))
    assert not desktop.find_notes('"front:sent before it vanished"')
    settled_for(2.5)
    running.add_note("and one more")
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    assert {"meanwhile on the desktop", "and one more"} <= phone.fronts()


def _vanishing(phone: Phone) -> None:
    with phone.vanishing_at("sanityCheck2"):
        phone.sync()


def test_a_phone_is_answered_while_the_desktop_syncs(
    desktop: Collection, phone: Phone, second_desktop: Phone
) -> None:
    running.add_note("to W and to the phone")
    mw = running.anki()
    mw.on_sync_button_clicked()
    phone.add("while the desktop syncs")
    tap(phone)
    running.settle()
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    mw.on_sync_button_clicked()
    running.settle()
    second_desktop.sync()
    assert in_step(desktop, phone.col, second_desktop.col) == []


def test_many_changes_at_once_are_merged_behind_a_progress_window(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    merger = importlib.import_module(f"{running.PACKAGE}.gui.bridge.merger")
    monkeypatch.setattr(merger, "_MANY", 0)
    labels: list[str] = []
    progress = running.anki().progress
    start = progress.start

    def noted(*args: Any, **named: Any) -> Any:
        labels.append(str(named.get("label")))
        return start(*args, **named)

    monkeypatch.setattr(progress, "start", noted)
    phone.add("very much")
    tap(phone)
    running.spin(lambda: desktop.find_notes('"front:very much"'))
    running.settle()
    strings = importlib.import_module(f"{running.PACKAGE}.i18n")
    assert strings.tr.bridging_taking_over() in labels
    assert not progress.busy()


def test_an_add_on_that_fails_when_windows_are_refreshed_does_not_stop_the_rest(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    merger = importlib.import_module(f"{running.PACKAGE}.gui.bridge.merger")
    monkeypatch.setattr(merger, "_MANY", 0)

    def fails(_changes: object, _handler: object) -> None:
        raise RuntimeError("another add-on")

    gui_hooks.operation_did_execute.append(fails)  # Anki takes it out when it has failed
    phone.add("very much")
    tap(phone)
    running.spin(lambda: desktop.find_notes('"front:very much"'))
    running.settle()
    assert not running.anki().progress.busy()
    wait_until_in_step(desktop, phone.col)

"""One tap brings phone and desktop up to date; the desktop's own sync does the rest."""

from __future__ import annotations

import importlib
import threading
from typing import Any

import pytest
from anki.collection import Collection

from .. import running
from ..phone import Phone
from .scene import (
    answer_next,
    in_step,
    reviews,
    tap,
    tooltips,
    undo_name,
    wait_until_in_step,
)


def test_one_tap_goes_both_ways_and_reaches_the_desktops_server_at_its_next_sync(
    desktop: Collection, phone: Phone, second_desktop: Phone
) -> None:
    running.add_note("added on the desktop")
    phone.add("added on the phone")
    answer_next(phone.col)
    with tooltips() as shown:
        tap(phone)
        assert "added on the desktop" in phone.fronts()
        wait_until_in_step(desktop, phone.col)
    assert [words.startswith("1 review from ") for words in shown] == [True]
    assert running.dismiss() == ""

    running.anki().on_sync_button_clicked()
    running.settle()
    second_desktop.sync()
    assert in_step(desktop, second_desktop.col, phone.col) == []


def test_what_comes_from_the_desktops_server_is_on_the_phone_at_its_next_tap(
    desktop: Collection, phone: Phone, second_desktop: Phone
) -> None:
    second_desktop.add("added on a second desktop")
    second_desktop.sync()
    running.anki().on_sync_button_clicked()
    running.settle()
    tap(phone)
    second_desktop.sync()
    assert in_step(desktop, second_desktop.col, phone.col) == []


def test_a_tap_that_brings_nothing_keeps_the_undo_history(
    desktop: Collection, phone: Phone
) -> None:
    running.add_note("can be undone")
    assert undo_name()
    for _ in range(3):
        tap(phone)
        running.settle()
    assert undo_name()
    assert "can be undone" in phone.fronts()
    desktop.undo()
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    assert "can be undone" not in phone.fronts()


@pytest.mark.parametrize("what", ["a new day", "another schema"])
def test_one_tap_is_enough_when_the_store_must_wait_for_a_full_merge(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    catching_up = importlib.import_module(f"{running.PACKAGE}.gui.bridge.catching_up")
    monkeypatch.setattr(catching_up, "_MAIN_THREAD_S", 60.0)  # however slow this machine is
    tap(phone)
    running.settle()
    if what == "a new day":  # or rather a day far ahead, which is corrected in the same way
        desktop.set_config("lastUnburied", desktop.sched.today + 100)
    else:
        desktop.mod_schema(check=False)
    running.add_note(f"on {what}")
    tap(phone)
    assert f"on {what}" in phone.fronts()
    wait_until_in_step(desktop, phone.col)


def test_a_review_on_the_phone_is_on_the_deck_list(desktop: Collection, phone: Phone) -> None:
    before = reviews(desktop)
    answer_next(phone.col)
    tap(phone)
    running.spin(lambda: reviews(desktop) == before + 1)
    running.spin(lambda: not running.anki().deckBrowser._refresh_needed)


@pytest.fixture
def deciding(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads in which the bridge reads both sides and decides."""
    run: Any = importlib.import_module(f"{running.PACKAGE}.bridge.run").Run
    decide = run.decide
    threads: list[threading.Thread] = []

    def noting(*args: Any) -> Any:
        threads.append(threading.current_thread())
        return decide(*args)

    monkeypatch.setattr(run, "decide", noting)
    return threads


@pytest.mark.parametrize("what", ["reviews", "another schema"])
def test_the_main_thread_only_writes(
    desktop: Collection, phone: Phone, deciding: list[threading.Thread], what: str
) -> None:
    running.settle()
    deciding.clear()
    answer_next(phone.col)
    if what == "another schema":
        desktop.mod_schema(check=False)
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    running.settle()
    assert len(deciding) > 0
    assert threading.main_thread() not in deciding

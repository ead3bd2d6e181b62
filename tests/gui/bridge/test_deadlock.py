"""Never a deadlock: phones come without a pause while Anki closes, syncs and merges."""

from __future__ import annotations

import contextlib
import importlib
import random
import threading
import time
from typing import Any

import pytest
from anki.collection import Collection

from .. import running
from ..base import PROFILE
from ..phone import Phone
from .scene import in_step, tap, wait_until_in_step

KINDS = ("sync", "profile", "full", "switch", "states", "day")


def slow_down(monkeypatch: pytest.MonkeyPatch, chance: random.Random) -> list[object]:
    """Make the bridge hold the store and the collection for longer, at random.

    Returns a list that grows whenever a thread of the server must wait for the main thread.
    """
    waits: list[object] = []
    bridge: Any = importlib.import_module(f"{running.PACKAGE}.bridge.bridge").Bridge
    run = bridge._run

    def slow(self: Any, *args: Any) -> Any:
        time.sleep(chance.choice((0, 0.02, 0.1, 0.4)))
        outcome = run(self, *args)
        if outcome.deferred is not None and threading.current_thread() is not main:
            waits.append(outcome.deferred)
        time.sleep(chance.choice((0, 0.02, 0.1)))
        return outcome

    main = threading.main_thread()
    monkeypatch.setattr(bridge, "_run", slow)
    return waits


def begin_a_day() -> None:
    """Anki has seen a day far ahead: only a merge on the main thread may correct that."""
    col = running.anki().col
    if col.get_config("lastUnburied", 0) <= col.sched.today + 7:
        col.set_config("lastUnburied", col.sched.today + 100)


def wait_until_a_phone_waits(waits: list[object]) -> None:
    before = len(waits)

    def waited() -> bool:
        begin_a_day()  # again, if another merge was faster than the phone
        return len(waits) > before

    running.spin(waited, 150)


# a main thread that is stuck checks nothing: the time is up, and all threads show where they are
@pytest.mark.timeout(600, method="thread")
def test_nobody_waits_forever(
    desktop: Collection, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20)
    waits = slow_down(monkeypatch, chance)
    over = threading.Event()
    taps: list[int] = []

    def tap_again_and_again() -> None:
        while not over.is_set():
            phone.add(f"tap {len(taps)}")
            with contextlib.suppress(Exception):  # the profile is closed, or the store is in use
                phone.sync()
                taps.append(1)

    def probe() -> None:
        """What the server's threads do for a phone, more often than one phone asks."""
        while not over.is_set():
            with contextlib.suppress(Exception):
                phone.col.sync_status(phone.auth)
            time.sleep(0.01)

    threads = [threading.Thread(target=work) for work in (tap_again_and_again, probe)]
    for thread in threads:
        thread.start()
    mw = running.anki()
    kinds = [*KINDS, *KINDS]
    chance.shuffle(kinds)
    try:
        for number, what in enumerate(kinds):
            running.add_note(f"while phones come {number}")
            if what == "sync":
                mw.on_sync_button_clicked()
            elif what == "profile":
                running.switch_profile("User 2")
                running.switch_profile(PROFILE)
            elif what == "full":
                mw.col.close_for_full_sync()
                mw.reopen(after_full_sync=True)
            elif what == "switch":
                running.click("toggle")
                running.click("toggle")
                running.spin(running.action("connect").isEnabled)  # once a phone lets go
            elif what == "day":
                wait_until_a_phone_waits(waits)
            else:
                mw.moveToState("overview")
                mw.moveToState("deckBrowser")
            running.settle()
    finally:
        over.set()
        running.spin(lambda: not any(thread.is_alive() for thread in threads), 150)
    monkeypatch.undo()
    assert taps
    assert running.open_messages() == []
    running.spin(running.action("connect").isEnabled)  # the server may still be starting
    tap(phone)
    wait_until_in_step(running.anki().col, phone.col)
    assert in_step(running.anki().col, phone.col) == []
    assert desktop is not None

"""Anki closes, or its profile is switched, while a phone syncs: cleanly, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from anki.errors import AnkiException
from aqt.qt import QLabel, QTimer

from tests.live.clients import Client, Outcome, Running
from tests.live.content import add_note
from tests.live.proxy import Hold, Relay
from tests.live.servers import User

from .. import running
from ..base import PROFILE, fronts, settings
from ..child import open_anki

SwitchedOn = Callable[[], Path]


def notice() -> str:
    """Return what is shown while Anki waits for a phone."""
    window = running.window("closing")
    label = window and window.findChild(QLabel, "lan_sync_closing_text")
    return label.text() if isinstance(label, QLabel) else ""


@contextmanager
def phone_of(base: Path, folder: Path, address: str) -> Iterator[Client]:
    record = settings(base)
    phone = Client(folder)
    phone.login(address, User(record["account"], record["password"]))
    assert phone.sync() in (Outcome.FULL_DOWNLOAD, Outcome.FULL_SYNC)
    yield phone
    phone.close()


def held_sync(phone: Client, relay: Relay, method: str) -> tuple[Running, Hold]:
    hold = relay.hold(method)
    phone.go_through(relay.url)
    syncing = phone.sync_in_background()
    hold.wait_until_reached()
    return syncing, hold


@pytest.mark.parametrize("method", ["applyChunk", "finish"])
def test_a_phone_cut_off_by_closing_anki_converges_at_its_next_sync(
    switched_on: SwitchedOn, tmp_path: Path, method: str
) -> None:
    base = switched_on()
    with open_anki(base) as anki:
        address = anki.wait_until_open()["address"]
        with (
            Relay(address).running() as relay,
            phone_of(base, tmp_path / "phone", address) as phone,
        ):
            add_note(phone, "while Anki closed")
            syncing, hold = held_sync(phone, relay, method)
            anki.close()
            hold.release()
            with pytest.raises(AnkiException):
                syncing.result()
            with open_anki(base) as again:
                again.wait_until_open()
                assert phone.sync() is Outcome.NO_CHANGES
                again.close()
    assert "while Anki closed" in fronts(base)


@pytest.mark.usefixtures("anki")
def test_a_phone_cut_off_by_switching_the_profile_converges_at_its_next_sync(
    base: Path, tmp_path: Path
) -> None:
    running.add_note("to be there")
    running.switch_on()
    address = running.own_address()
    with Relay(address).running() as relay, phone_of(base, tmp_path / "phone", address) as phone:
        add_note(phone, "while the profile was switched")
        syncing, hold = held_sync(phone, relay, "applyChunk")
        seen: set[str] = set()
        looking = QTimer()
        looking.setInterval(20)
        looking.timeout.connect(lambda: seen.add(notice()))
        looking.start()
        running.switch_profile("User 2")
        looking.stop()
        assert "A device is still syncing" in "".join(seen)
        assert notice() == ""
        hold.release()
        with pytest.raises(AnkiException):
            syncing.result()
        running.switch_profile(PROFILE)
        assert phone.sync() is Outcome.NO_CHANGES
    col = running.anki().col
    running.spin(lambda: col.find_notes('"front:while the profile was switched"'))

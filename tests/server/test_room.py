from __future__ import annotations

import threading

import pytest

from addon.protocol.faults import Unavailable
from addon.server.room import Room

MIB = 1024 * 1024


def test_what_fits_is_held_together() -> None:
    room = Room(10 * MIB, 0.1)
    with room.held(4 * MIB), room.held(6 * MIB), pytest.raises(Unavailable), room.held(MIB):
        pass
    with room.held(10 * MIB):
        pass


def test_what_is_larger_than_all_goes_alone() -> None:
    room = Room(MIB, 0.1)
    with room.held(50 * MIB), pytest.raises(Unavailable), room.held(MIB):
        pass
    with room.held(MIB), pytest.raises(Unavailable), room.held(50 * MIB):
        pass


def test_small_ones_are_never_held_up() -> None:
    room = Room(MIB, 0.1)
    with room.held(50 * MIB), room.held(1000):
        pass


def test_who_waits_goes_on_when_there_is_room() -> None:
    room = Room(MIB, 60)
    entered = threading.Event()

    def wait() -> None:
        with room.held(MIB):
            entered.set()

    with room.held(MIB):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not entered.wait(0.2)
    waiting.join(60)
    assert entered.is_set()


def test_an_error_frees_what_was_held() -> None:
    room = Room(MIB, 0.1)
    with pytest.raises(ValueError, match="on purpose"), room.held(MIB):
        raise ValueError("on purpose")
    with room.held(MIB):
        pass

from __future__ import annotations

import threading

import pytest

from addon.protocol.faults import Unavailable
from addon.server.memory_budget import MemoryBudget

MIB = 1024 * 1024


def test_requests_that_fit_run_together() -> None:
    budget = MemoryBudget(10 * MIB, 0.1)
    with (
        budget.reserve(4 * MIB),
        budget.reserve(6 * MIB),
        pytest.raises(Unavailable),
        budget.reserve(MIB),
    ):
        pass
    with budget.reserve(10 * MIB):
        pass


def test_a_request_larger_than_the_room_runs_alone() -> None:
    budget = MemoryBudget(MIB, 0.1)
    with budget.reserve(50 * MIB), pytest.raises(Unavailable), budget.reserve(MIB):
        pass
    with budget.reserve(MIB), pytest.raises(Unavailable), budget.reserve(50 * MIB):
        pass


def test_small_requests_never_wait() -> None:
    budget = MemoryBudget(MIB, 0.1)
    with budget.reserve(50 * MIB), budget.reserve(1000):
        pass


def test_a_waiting_request_runs_once_there_is_room() -> None:
    budget = MemoryBudget(MIB, 60)
    entered = threading.Event()

    def wait() -> None:
        with budget.reserve(MIB):
            entered.set()

    with budget.reserve(MIB):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not entered.wait(0.2)
    waiting.join(60)
    assert entered.is_set()


def test_an_error_frees_its_room() -> None:
    budget = MemoryBudget(MIB, 0.1)
    with pytest.raises(ValueError, match="on purpose"), budget.reserve(MIB):
        raise ValueError("on purpose")
    with budget.reserve(MIB):
        pass

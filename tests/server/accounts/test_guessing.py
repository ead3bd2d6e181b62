"""Guessing is slowed by address and by account, within bounds, and is forgotten."""

from __future__ import annotations

import pytest

from addon.server.accounts.guessing import Guessing, Slowed

from ..clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guessing(clock: Clock) -> Guessing:
    return Guessing(clock)


def waits(guessing: Guessing, clock: Clock, count: int, address: str, user: str) -> list[float]:
    """Return the wait after each of `count` wrong passwords, each as soon as it is allowed."""
    found = []
    for _ in range(count):
        clock.now += guessing.wait(address, user)
        guessing.failed(address, user)
        found.append(guessing.wait(address, user))
    return found


def test_mistakes_cost_nothing_then_each_doubles_the_wait(guessing: Guessing, clock: Clock) -> None:
    found = waits(guessing, clock, 9, "192.168.1.9", "anna")
    assert found == [0, 0, 0, 0, 2, 4, 8, 16, 32]


def test_waits_are_bounded_and_shorter_for_an_account(guessing: Guessing, clock: Clock) -> None:
    assert waits(guessing, clock, 2000, "192.168.1.9", "anna")[-1] == 900
    assert guessing.wait("192.168.1.8", "anna") == 60
    assert guessing.wait("192.168.1.9", "otto") == 900
    assert guessing.wait("192.168.1.8", "otto") == 0


def test_names_are_counted_whatever_their_case_and_addresses_however_written(
    guessing: Guessing,
) -> None:
    for number in range(6):
        guessing.failed("2001:db8::1", ("Anna", "ANNA")[number % 2])
        guessing.failed("::ffff:10.0.0.9", "somebody")
    assert guessing.wait("10.1.1.1", "anna") > 0
    assert guessing.wait("2001:db8::ffff:1", "otto") > 0  # the same network
    assert guessing.wait("2001:db8:0:1::1", "otto") == 0
    assert guessing.wait("10.0.0.9", "otto") > 0


def test_what_was_wrong_is_forgotten_after_an_hour(guessing: Guessing, clock: Clock) -> None:
    waits(guessing, clock, 12, "192.168.1.9", "anna")
    clock.now += 3600
    assert guessing.wait("192.168.1.9", "anna") == 0
    assert guessing.slowed() == []
    assert waits(guessing, clock, 1, "192.168.1.9", "anna") == [0]


def test_a_sign_in_clears_its_account_but_not_its_address(guessing: Guessing, clock: Clock) -> None:
    waits(guessing, clock, 8, "192.168.1.9", "anna")
    guessing.succeeded("Anna")
    assert guessing.wait("192.168.1.8", "anna") == 0
    assert guessing.wait("192.168.1.9", "anna") > 0


def test_the_list_shows_what_is_slowed_and_can_be_cleared(guessing: Guessing, clock: Clock) -> None:
    waits(guessing, clock, 6, "192.168.1.9", "anna")
    guessing.failed("192.168.1.9", "otto")
    assert guessing.slowed() == [
        Slowed("192.168.1.9", "", 7, 8.0, True),
        Slowed("", "anna", 6, 4.0, True),
        Slowed("", "otto", 1, 0.0, False),
    ]
    guessing.forgive()
    assert guessing.slowed() == []
    assert guessing.wait("192.168.1.9", "anna") == 0


def test_memory_is_bounded_whatever_strangers_send(guessing: Guessing) -> None:
    for _ in range(20):
        guessing.failed("192.168.1.9", "anna")
    for number in range(5000):
        guessing.failed(f"10.0.{number // 250}.{number % 250}", f"{number}" * 1000)
        if number % 500 == 0:  # whoever goes on is not pushed out by others
            guessing.failed("192.168.1.9", "anna")
    assert len(guessing.slowed()) == 2000
    assert max(len(each.user) for each in guessing.slowed()) == 100
    assert guessing.wait("192.168.1.9", "anna") > 60


def test_each_wait_is_reported_once(guessing: Guessing, clock: Clock) -> None:
    assert not guessing.is_news("192.168.1.9", "anna")
    waits(guessing, clock, 6, "192.168.1.9", "anna")
    assert guessing.is_news("192.168.1.9", "anna")
    assert not guessing.is_news("192.168.1.9", "anna")
    waits(guessing, clock, 1, "192.168.1.9", "anna")
    assert guessing.is_news("192.168.1.8", "anna")
    assert guessing.is_news("192.168.1.9", "otto")
    assert not guessing.is_news("192.168.1.9", "anna")

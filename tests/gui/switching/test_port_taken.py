"""Another program has the port: the next free one is offered, used and remembered."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aqt.qt import QMessageBox

from .. import running
from ..base import identity

pytestmark = pytest.mark.usefixtures("anki")


@contextmanager
def another_program(port: int) -> Iterator[None]:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        yield


@pytest.fixture
def taken() -> Iterator[int]:
    """Yield the port that is set up, with another program on it."""
    port = running.config()["port"]
    with another_program(port):
        yield port


def use_offered_port() -> None:
    box = running.message()
    assert box is not None
    (button,) = [
        each for each in box.buttons() if box.buttonRole(each) == QMessageBox.ButtonRole.AcceptRole
    ]
    button.click()
    running.settle()


def test_the_offered_port_is_used_and_remembered(taken: int) -> None:
    running.add_note("while the port was taken")
    before = identity(running.profile())
    running.action("toggle").trigger()
    running.settle()
    assert not running.action("toggle").isChecked()
    use_offered_port()
    assert running.action("toggle").isChecked()
    assert running.config()["port"] != taken
    assert identity(running.profile()) == before


def test_a_port_taken_meanwhile_is_reported_when_the_profile_opens() -> None:
    running.add_note("on two profiles")
    before = identity(running.profile())
    running.switch_on()
    former = running.config()["port"]
    running.switch_profile("User 2")
    with another_program(former):
        running.switch_profile("User 1")
        box = running.message()
        assert box is not None
        assert str(former) in box.text()
        assert identity(running.profile()) == before, "its own sync is not in the way"
        use_offered_port()
        assert running.config()["port"] != former
    running.switch_profile("User 2")
    running.switch_profile("User 1")
    assert running.message() is None
    assert running.action("toggle").isChecked()

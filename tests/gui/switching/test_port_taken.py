"""Another program has the port: the next free one is offered, used and remembered."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aqt.qt import QMessageBox, QPushButton

from addon.hosting import LanServer
from addon.redirect.settings import Mode

from .. import running
from ..base import identity
from .test_modes import choose, decline_ankis_question

pytestmark = pytest.mark.usefixtures("anki")


@pytest.fixture(autouse=True)
def config() -> Iterator[None]:
    """The settings come back after."""
    addons = running.anki().addonManager
    before = addons.getConfig(running.PACKAGE)
    assert before is not None
    yield
    addons.writeConfig(running.PACKAGE, before)


@contextmanager
def another_program(port: int) -> Iterator[None]:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        yield


@pytest.fixture
def taken() -> Iterator[int]:
    """The port that is set up, with another program on it."""
    port = port_set_up()
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
    running.keep_anki()


def port_set_up() -> int:
    config = running.anki().addonManager.getConfig(running.PACKAGE)
    assert config is not None
    return int(config["port"])


def test_the_offered_port_leads_to_where_the_person_has_chosen(taken: int) -> None:
    addons = running.anki().addonManager
    config = addons.getConfig(running.PACKAGE)
    assert config is not None
    # switching on would lead elsewhere: the choice of this computer must not be forgotten
    addons.writeConfig(running.PACKAGE, {**config, "endpoint": "http://127.0.0.1:9/"})
    running.add_note("while the port was taken")
    choose(Mode.THIS_COMPUTER)
    assert not running.action("toggle").isChecked()
    use_offered_port()
    assert running.action("toggle").isChecked()
    port = port_set_up()
    assert port != taken
    assert running.profile()["customSyncUrl"] == f"http://127.0.0.1:{port}/"


def test_a_port_taken_while_another_profile_was_open_is_said_when_this_one_opens() -> None:
    running.add_note("on two profiles")
    running.switch_on()
    former = port_set_up()
    running.switch_profile("User 2")
    with another_program(former):
        running.switch_profile("User 1")
        box = running.message()
        assert box is not None
        assert str(former) in box.text()
        assert running.profile()["syncKey"] is None
        use_offered_port()
        assert port_set_up() != former
    key = running.profile()["syncKey"]
    assert key
    running.switch_profile("User 2")
    running.switch_profile("User 1")
    assert running.profile()["syncKey"] == key
    assert running.profile()["customSyncUrl"] == f"http://127.0.0.1:{port_set_up()}/"


def test_where_the_profile_syncs_now_goes_on_when_this_computer_cannot(
    taken: int, lan_server: LanServer
) -> None:
    lan_server.accounts.add("me", "secret")
    running.add_note("at another server")
    choose(Mode.ANOTHER_SERVER, f"http://127.0.0.1:{lan_server.port}/", "secret")
    question = running.question()
    assert question is not None
    ok = question.findChild(QPushButton, "lan_sync_switch_ok")
    assert isinstance(ok, QPushButton)
    ok.click()
    running.spin(decline_ankis_question)
    running.settle()
    before = identity(running.profile())
    assert before["syncKey"]
    choose(Mode.THIS_COMPUTER)
    box = running.message()
    assert box is not None
    assert str(taken) in box.text()
    assert identity(running.profile()) == before
    assert running.action("toggle").isChecked()
    use_offered_port()
    assert running.profile()["customSyncUrl"] == f"http://127.0.0.1:{port_set_up()}/"

"""The tab "Another server": what the test of the connection says, and what saving does then."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import aqt
import pytest

from addon.hosting import LanServer
from tests.accounts import add_user
from tests.net import servers
from tests.serving import address_of

from .. import running
from .window import (
    ask,
    choose_phones,
    choose_server,
    fill_in,
    is_asking,
    line,
    open_settings,
    press,
    text_of,
)

pytestmark = pytest.mark.usefixtures("anki")


@pytest.fixture
def elsewhere(lan_server: LanServer) -> LanServer:
    add_user(lan_server.accounts, "anna", "secret")
    return lan_server


def names_seen(server: LanServer) -> list[str]:
    return [device.user for device in server.accounts.devices.all()]


def server_of_kind(kind: str, tmp_path: Path, stack: ExitStack) -> str:
    if kind == "Anki's own":
        return stack.enter_context(servers.ankis_own(tmp_path))
    if kind == "web server":
        return stack.enter_context(servers.plain_files(tmp_path))
    if kind == "self-signed":
        return stack.enter_context(servers.self_signed(tmp_path))
    if kind == "old":
        return stack.enter_context(servers.wsgi(servers.before_version_11))
    if kind == "nobody":
        return f"http://127.0.0.1:{servers.closed_port()}/"
    return "http://nobody.invalid/"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("Anki's own", "It works"),
        ("web server", "it is not a sync server for Anki"),
        pytest.param(
            "self-signed",
            "does not trust the certificate",
            marks=pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl"),
        ),
        ("old", "is too old"),
        ("nobody", "no server answers at this port"),
        ("no such name", "No computer was found by the name"),
    ],
)
def test_each_kind_of_server_is_recognised(tmp_path: Path, kind: str, sentence: str) -> None:
    with ExitStack() as stack:
        url = server_of_kind(kind, tmp_path, stack)
        dialog = open_settings()
        fill_in(dialog, url, "anna", "secret")
        assert sentence in ask(dialog, "test")


def test_a_login_is_tried_only_with_a_password(elsewhere: LanServer) -> None:
    dialog = open_settings()
    fill_in(dialog, address_of(elsewhere), "anna")
    assert ask(dialog, "test").startswith("The server answers.")
    fill_in(dialog, address_of(elsewhere), "", "secret")
    press(dialog, "test")
    assert "Type the user name" in text_of(dialog, "user_elsewhere_wrong")
    fill_in(dialog, address_of(elsewhere), "anna", "wrong")
    assert "does not accept this user name and password" in ask(dialog, "test")
    fill_in(dialog, f"https://127.0.0.1:{elsewhere.port}/", "anna", "secret")
    assert "Begin the address with http://" in ask(dialog, "test")
    assert names_seen(elsewhere) == []


def test_testing_and_saving_sign_one_device_in(elsewhere: LanServer) -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address_of(elsewhere), "anna", "secret")
    assert "accepts your login" in ask(dialog, "test")
    assert "accepts your login" in ask(dialog, "test")
    assert names_seen(elsewhere) == []
    ask(dialog, "save")
    assert running.settings_dialog() is None
    running.answer("cancel")
    assert names_seen(elsewhere) == ["anna"]
    (device,) = elsewhere.accounts.devices.all()
    assert device.app.program.startswith("Anki "), "it is named as Anki names itself"
    dialog = open_settings()
    assert line(dialog, "address_elsewhere").text() == address_of(elsewhere)
    assert line(dialog, "user_elsewhere").text() == "anna"
    assert line(dialog, "password_elsewhere").text() == ""


def test_a_result_disappears_when_something_else_is_typed(elsewhere: LanServer) -> None:
    dialog = open_settings()
    for name, text in (("address", "http://127.0.0.1:9/"), ("user", "bert"), ("password", "x")):
        fill_in(dialog, address_of(elsewhere), "anna", "secret")
        assert "accepts your login" in ask(dialog, "test")
        line(dialog, f"{name}_elsewhere").setText(text)
        assert text_of(dialog, "test_result") == ""
    with servers.silent() as port:
        fill_in(dialog, f"http://127.0.0.1:{port}/")
        press(dialog, "test")
        line(dialog, "address_elsewhere").setText(address_of(elsewhere))
    running.spin(lambda: not is_asking())
    running.settle()
    assert text_of(dialog, "test_result") == "", "it was the answer of another server"


@pytest.mark.parametrize("typed", ["https://sync.ankiweb.net", "sync7.ankiweb.net/sync/"])
def test_ankiwebs_address_is_pointed_out_as_a_separate_choice(typed: str) -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, typed, "anna", "secret")
    for button in ("test", "save"):
        press(dialog, button)
        assert "This is AnkiWeb's address" in text_of(dialog, "address_elsewhere_wrong")
    fill_in(dialog, "")
    line(dialog, "setting_endpoint").setText(typed)
    press(dialog, "save")
    assert "This is AnkiWeb's address" in text_of(dialog, "setting_endpoint_wrong")


def test_a_host_without_a_port_gets_the_sync_servers_port() -> None:
    dialog = open_settings()
    fill_in(dialog, "127.0.0.1")
    ask(dialog, "test")
    assert line(dialog, "address_elsewhere").text() == "http://127.0.0.1:27701/"


@pytest.mark.parametrize("phones", [False, True])
@pytest.mark.parametrize("field", ["address", "user", "password"])
def test_unused_input_is_not_dropped_silently(phones: bool, field: str) -> None:
    dialog = open_settings()
    choose_phones(dialog, on=phones)
    line(dialog, f"{field}_elsewhere").setText("127.0.0.1")
    press(dialog, "save")
    assert running.settings_dialog() is dialog
    assert "will not be used" in running.dismiss()
    assert line(dialog, f"{field}_elsewhere").text() == "127.0.0.1"
    assert not running.action("toggle").isChecked()
    press(dialog, "save")
    box = running.message()
    assert box is not None
    box.buttons()[0].click()
    running.settle()
    assert running.settings_dialog() is None
    assert running.action("toggle").isChecked() == phones


def test_another_name_where_a_login_is_known_needs_its_password(elsewhere: LanServer) -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address_of(elsewhere), "anna", "secret")
    ask(dialog, "save")
    running.answer("cancel")
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address_of(elsewhere), "bert")
    press(dialog, "save")
    assert running.settings_dialog() is dialog
    assert "Type the password" in text_of(dialog, "password_elsewhere_wrong")


def test_stopping_takes_effect_at_once() -> None:
    with servers.silent() as port:
        dialog = open_settings()
        fill_in(dialog, f"http://127.0.0.1:{port}/")
        press(dialog, "test")
        assert text_of(dialog, "test_result").startswith("Connecting to")
        line(dialog, "address_elsewhere").setText("http://127.0.0.1:9/")  # nothing is blocked
        press(dialog, "test_stop")
        assert text_of(dialog, "test_result") == ""
        assert "no server answers at this port" in ask(dialog, "test")
        fill_in(dialog, f"http://127.0.0.1:{port}/")
        press(dialog, "test")
        dialog.reject()  # and the answer finds nobody


def test_an_unreachable_server_is_saved_on_the_second_try() -> None:
    url = f"http://127.0.0.1:{servers.closed_port()}/"
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, url, "anna", "secret")
    told = ask(dialog, "save")
    assert "no server answers at this port" in told
    assert "save again" in told
    assert line(dialog, "password_elsewhere").text() == "secret"
    line(dialog, "user_elsewhere").setText("bert")
    assert "save again" in ask(dialog, "save"), "something else was typed"
    ask(dialog, "save")
    assert running.settings_dialog() is None
    running.answer("cancel")


def test_the_menu_reports_an_unreachable_server_before_switching() -> None:
    running.configure(endpoint=f"http://127.0.0.1:{servers.closed_port()}/")
    before = dict(running.profile())
    running.action("elsewhere").trigger()
    running.spin(running.message)
    assert not running.action("elsewhere").isChecked()
    assert "no server answers at this port" in running.dismiss()
    assert running.profile() == before
    running.action("elsewhere").trigger()
    running.spin(running.message)
    box = running.message()
    assert box is not None
    box.buttons()[0].click()
    running.spin(running.question)
    running.answer("cancel")
    assert running.profile() == before


def test_the_menu_switches_to_a_reachable_server(elsewhere: LanServer) -> None:
    running.configure(endpoint=address_of(elsewhere))
    running.action("elsewhere").trigger()
    running.spin(running.question)
    running.answer("cancel")
    assert running.message() is None


def test_without_fitting_libraries_anki_asks_for_the_login_itself() -> None:
    dialog: Any = open_settings()
    wheels: Any = sys.modules[f"{running.PACKAGE}.wheels"]

    def old_python() -> None:
        raise wheels.NoFittingWheel(
            "backports.zstd", "cp38", wheels.Platform("manylinux", "x86_64")
        )

    dialog._elsewhere._tester._load_libraries = old_python
    choose_server(dialog, other=True)
    fill_in(dialog, "http://127.0.0.1:9/", "anna", "secret")
    assert "This version of Anki cannot test the connection" in ask(dialog, "test")
    ask(dialog, "save")
    assert running.settings_dialog() is None
    running.answer("cancel")


class Odd(Exception):
    """An unforeseen error."""


def breaks() -> None:
    raise Odd("the libraries are odd today")


def test_an_unforeseen_error_is_shown_and_ends_the_waiting() -> None:
    dialog: Any = open_settings()
    dialog._elsewhere._tester._load_libraries = breaks
    choose_server(dialog, other=True)
    fill_in(dialog, "http://127.0.0.1:9/", "anna", "secret")
    assert "the libraries are odd today" in ask(dialog, "test")
    assert "save again" in ask(dialog, "save")
    ask(dialog, "save")
    assert running.settings_dialog() is None
    running.answer("cancel")


def test_an_unforeseen_error_does_not_disable_the_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    running.configure(endpoint="http://127.0.0.1:9/")
    entry: Any = sys.modules[f"{running.PACKAGE}.wheels"]
    with monkeypatch.context() as patch:
        patch.setattr(entry, "make_importable", lambda *_: breaks())
        for _ in range(2):
            running.action("elsewhere").trigger()
            running.spin(running.message)
            assert "the libraries are odd today" in running.dismiss()
    running.action("elsewhere").trigger()
    running.spin(running.message)
    assert "no server answers at this port" in running.dismiss()


def test_a_wrong_password_is_never_saved(elsewhere: LanServer) -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address_of(elsewhere), "anna", "wrong")
    for _ in range(2):
        assert "does not accept this user name" in ask(dialog, "save")


def test_while_preferences_are_open_the_settings_stay_open_and_filled(elsewhere: LanServer) -> None:
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address_of(elsewhere), "anna", "secret")
    running.anki().onPrefs()
    ask(dialog, "save")
    assert "Preferences" in running.dismiss()
    assert line(dialog, "password_elsewhere").text() == "secret"
    aqt.dialogs._dialogs["Preferences"][1].accept()
    running.settle()
    running.log_in_to_ankiweb_again()  # Anki has written what Preferences showed
    ask(dialog, "save")
    running.answer("cancel")
    assert names_seen(elsewhere) == ["anna"]

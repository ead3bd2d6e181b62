"""Other add-ons set logins and replace Anki's functions: no key goes astray, no port stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from aqt import gui_hooks
from aqt.profiles import ProfileManager
from aqt.qt import QTimer

from tests.accounts import issue_key
from tests.live.proxy import Relay
from tests.net.servers import answers
from tests.serving import address_of, serving

from .. import running
from ..base import ANKIWEB, PROFILE, identity, on_disk, settings
from .elsewhere import choose_elsewhere, decline_ankis_question, logged_in_at

pytestmark = pytest.mark.usefixtures("anki")


def redirect_to(address: str) -> None:
    choose_elsewhere(address, "secret")
    QTimer.singleShot(0, lambda: running.answer("ok"))
    running.spin(decline_ankis_question)
    running.settle()
    assert running.profile()["customSyncUrl"] == address


@contextmanager
def hooked(hook: object, does: Callable[[], None]) -> Iterator[None]:
    hook.append(does)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        hook.remove(does)  # type: ignore[attr-defined]


def sync() -> None:
    running.anki().on_sync_button_clicked()
    running.settle()
    decline_ankis_question()
    running.settle()


def redraw_the_sync_button() -> None:
    running.anki().toolbar.update_sync_status()
    running.settle()


def open_the_profile_again() -> None:
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
    sync()


@pytest.mark.parametrize(
    ("hook", "then"),
    [
        ("none", sync),
        ("none", redraw_the_sync_button),
        ("sync_will_start", sync),
        ("profile_did_open", open_the_profile_again),
    ],
)
def test_another_add_ons_login_is_not_sent_to_the_other_server(
    base: Path, tmp_path: Path, hook: str, then: Callable[[], None]
) -> None:
    with (
        serving(tmp_path / "ours", "me") as ours,
        serving(tmp_path / "theirs", "them") as theirs,
        Relay(address_of(ours)).running() as relay,
    ):
        address = address_of(theirs)
        former = issue_key(theirs.accounts, "them", "former")
        new = issue_key(theirs.accounts, "them", "new")
        with logged_in_at(address, "them", former):
            redirect_to(relay.url)
            seen: list[str] = []

            def another_add_on() -> None:
                if running.anki().pm.name != PROFILE:
                    return
                seen[:] = relay.methods
                running.anki().pm.set_sync_key(new)
                running.anki().pm.set_sync_username("them")

            if hook == "none":
                another_add_on()
                then()
            else:
                with hooked(getattr(gui_hooks, hook), another_add_on):
                    then()
            assert relay.methods == seen, "the key went to the server that does not know it"
            assert "or by another add-on" in running.dismiss()
            assert not running.action("elsewhere").isChecked()
            assert settings(base)["server"] == ""
            assert running.profile()["syncKey"] == new
            assert running.profile()["customSyncUrl"] == address


def replaced_save() -> None:
    """Replace saving as a careless add-on does, without calling what was there before."""
    pm = running.anki().pm
    pm.save = partial(ProfileManager.save, pm)  # type: ignore[method-assign]


@pytest.mark.parametrize("when", ["while it is open", "while it is closed"])
def test_the_port_is_closed_with_the_profile(base: Path, when: str) -> None:
    running.add_note("for the phones")
    running.switch_on()
    port = int(running.own_address().rstrip("/").rpartition(":")[2])
    assert answers(port)
    if when == "while it is open":
        replaced_save()
        running.switch_profile("User 2")
    else:
        with hooked(gui_hooks.profile_will_close, replaced_save):
            running.switch_profile("User 2")
    running.spin(lambda: not answers(port))
    assert identity(on_disk(base)) == ANKIWEB
    running.switch_profile(PROFILE)
    assert running.action("toggle").isChecked()

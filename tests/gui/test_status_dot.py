"""The dot below the deck list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from addon.i18n import without_unicode_isolation

from . import running
from .base import free_port
from .phone import Phone

pytestmark = pytest.mark.usefixtures("anki")

_DOT = "document.getElementById('lan-sync-status')"
_BLUE = "rgb(59, 142, 234)"


def evaluated(script: str) -> Any:
    """The value of a JavaScript expression in the bar below the deck list."""
    answers: list[Any] = []
    web = running.anki().bottomWeb
    # a script is lost if the page it was meant for gives way to the next one
    running.spin(lambda: web._domDone and not web._pendingActions)
    web.evalWithCallback(script, answers.append)
    running.spin(lambda: answers)
    return answers[0]


def in_bar(script: str) -> Any:
    """The same, once the bar with the dot is there: Anki shows an empty page first."""
    running.settle()
    running.spin(lambda: evaluated(f"!!{_DOT}"))
    return evaluated(script)


def dot_title() -> str:
    """What the mouse finds on the dot."""
    return without_unicode_isolation(in_bar(f"{_DOT}.title") or "")


def test_the_dot_is_there_while_this_computer_is_the_server() -> None:
    running.anki().moveToState("deckBrowser")
    assert in_bar(f"{_DOT}.style.display") == "none"
    running.switch_on()
    assert in_bar(f"{_DOT}.style.display") == "inline"
    assert "can sync" in in_bar(f"{_DOT}.title")
    running.switch_off()
    assert in_bar(f"{_DOT}.style.display") == "none"


def test_the_dot_is_drawn_again_with_the_deck_list() -> None:
    running.switch_on()
    running.anki().moveToState("overview")
    running.anki().moveToState("deckBrowser")
    running.spin(lambda: "can sync" in (in_bar(f"{_DOT}.title") or ""))


def test_the_dot_names_the_phone_that_syncs(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    phone.add("half way")
    running.anki().moveToState("deckBrowser")
    assert "can sync" in in_bar(f"{_DOT}.title")
    with phone.held_at("sanityCheck2"):
        running.spin(lambda: "is syncing" in in_bar(f"{_DOT}.title"))
        assert in_bar(f"{_DOT}.style.color") == _BLUE
    running.spin(lambda: "can sync" in in_bar(f"{_DOT}.title"))


def test_a_new_address_is_announced_before_a_phone_looks_for_it(
    new_phone: Callable[[], Phone],
) -> None:
    address = new_phone().auth.endpoint
    former = running.config()["port"]
    running.switch_off()
    running.configure(port=free_port())
    running.switch_on()
    running.anki().moveToState("deckBrowser")
    title = without_unicode_isolation(in_bar(f"{_DOT}.title"))
    assert f"address has changed from {address} to" in title
    sheet = running.sheet()
    assert sheet is not None
    sheet.close()
    in_bar(f"{_DOT}.click()")
    running.spin(running.sheet)
    running.switch_off()
    running.configure(port=former)
    running.switch_on()
    new_phone()
    running.spin(lambda: "can sync" in in_bar(f"{_DOT}.title"))


def test_a_click_on_the_dot_opens_the_devices() -> None:
    running.switch_on()
    running.anki().moveToState("deckBrowser")
    in_bar(f"{_DOT}.title")
    in_bar(f"{_DOT}.click()")
    running.spin(lambda: running.window("devices_window"))

"""The dot below the deck list."""

from __future__ import annotations

from typing import Any

import pytest

from . import running

pytestmark = pytest.mark.usefixtures("anki")

_DOT = "document.getElementById('lan-sync-status')"


def in_bar(script: str) -> Any:
    """The value of a JavaScript expression in the bar below the deck list."""
    answers: list[Any] = []
    running.settle()
    web = running.anki().bottomWeb
    # a script is lost if the page it was meant for gives way to the next one
    running.spin(lambda: web._domDone and not web._pendingActions)
    web.evalWithCallback(script, answers.append)
    running.spin(lambda: answers)
    return answers[0]


def test_the_dot_is_there_while_this_computer_is_the_server() -> None:
    running.anki().moveToState("deckBrowser")
    assert in_bar(f"{_DOT}.style.display") == "none"
    running.click("toggle")
    assert in_bar(f"{_DOT}.style.display") == "inline"
    assert "can sync" in in_bar(f"{_DOT}.title")
    running.click("toggle")
    assert in_bar(f"{_DOT}.style.display") == "none"


def test_the_dot_is_drawn_again_with_the_deck_list() -> None:
    running.click("toggle")
    running.anki().moveToState("overview")
    running.anki().moveToState("deckBrowser")
    running.spin(lambda: "can sync" in (in_bar(f"{_DOT}.title") or ""))


def test_a_click_on_the_dot_opens_the_devices() -> None:
    running.click("toggle")
    running.anki().moveToState("deckBrowser")
    in_bar(f"{_DOT}.title")
    in_bar(f"{_DOT}.click()")
    running.spin(lambda: running.window("devices_window"))

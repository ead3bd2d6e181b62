"""The dot below the deck list."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from addon.gui.parts.background import Background
from addon.gui.replaced import Replacements
from addon.hosting import open_accounts
from addon.i18n import without_unicode_isolation
from tests.accounts import add_user
from tests.ports import free_port

from . import running
from .bridge.scene import meanwhile
from .phone import Phone

pytestmark = pytest.mark.usefixtures("anki")

_DOT = "document.getElementById('lan-sync-status')"
_BLUE = "rgb(59, 142, 234)"
_AMBER = "rgb(217, 142, 4)"
_GREEN = "rgb(46, 158, 91)"


class User(NamedTuple):
    name: str
    password: str


def evaluated(script: str) -> Any:
    """Return the value of a JavaScript expression in the bar below the deck list."""
    answers: list[Any] = []
    web = running.anki().bottomWeb
    # a script is lost if the page it was meant for gives way to the next one
    running.spin(lambda: web._domDone and not web._pendingActions)
    web.evalWithCallback(script, answers.append)
    running.spin(lambda: answers)
    return answers[0]


def in_bar(script: str) -> Any:
    """Return the same, once the bar with the dot is there: Anki shows an empty page first."""
    running.settle()
    running.spin(lambda: evaluated(f"!!{_DOT}"))
    return evaluated(script)


def dot_title() -> str:
    """Return what the mouse finds on the dot."""
    return without_unicode_isolation(in_bar(f"{_DOT}.title") or "")


def test_the_dot_is_there_while_this_computer_is_the_server() -> None:
    running.anki().moveToState("deckBrowser")
    assert in_bar(f"{_DOT}.style.display") == "none"
    running.switch_on()
    assert in_bar(f"{_DOT}.style.display") == "inline"
    assert "can sync" in in_bar(f"{_DOT}.title")
    assert "can sync" in in_bar(f"{_DOT}.ariaLabel"), "for screen readers"
    assert in_bar(f"{_DOT}.textContent") == "\N{BLACK CIRCLE}", "each colour has its shape"
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
    assert in_bar(f"{_DOT}.style.color") == _AMBER
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


def uploaded_by(folder: Path, address: str, user: User, *fronts: str) -> None:
    phone = Phone(folder, address, user.name, user.password)
    for front in fronts:
        phone.add(front)
    meanwhile(phone.upload)
    phone.close()


def remembered(base: Path) -> tuple[str, int, int] | None:
    """Return what an Anki that is started now would say: the user, the cards before and now."""
    mw = running.anki()
    path = base / "lan_sync" / "replaced-copy.json"
    last = Replacements(mw, lambda: None, Background(mw), path).last
    return None if last is None else (last.user, last.what.before.cards, last.what.now.cards)


def test_the_dot_is_amber_until_a_person_has_seen_that_a_phone_replaced_a_copy(
    base: Path, tmp_path: Path
) -> None:
    running.switch_on()
    sheet = running.sheet()
    assert sheet is not None
    sheet.close()  # or it would ask at once
    running.anki().moveToState("deckBrowser")
    zoe = User("zoe of the dot", "a password")
    with closing(open_accounts(base / "lan_sync")) as accounts:
        add_user(accounts, *zoe)
    uploaded_by(tmp_path / "first", running.own_address(), zoe, "one", "two")
    running.spin(lambda: in_bar(f"{_DOT}.style.color") == _GREEN)
    uploaded_by(tmp_path / "second", running.own_address(), zoe, "other")
    running.spin(lambda: in_bar(f"{_DOT}.style.color") == _AMBER)
    assert "has replaced zoe of the dot's copy: 2 cards before, 1 now" in dot_title()
    assert running.question() is None
    assert remembered(base) == ("zoe of the dot", 2, 1)
    in_bar(f"{_DOT}.click()")
    running.spin(running.question)
    running.answer("keep")
    assert remembered(base) is None
    running.spin(lambda: in_bar(f"{_DOT}.style.color") == _GREEN)
    assert "can sync" in dot_title()


def test_a_click_on_the_dot_opens_the_devices() -> None:
    running.switch_on()
    running.anki().moveToState("deckBrowser")
    in_bar(f"{_DOT}.title")
    in_bar(f"{_DOT}.click()")
    running.spin(lambda: running.window("devices_window"))

"""The desktop, its own server W, and phones: who does what, and whether all hold the same."""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aqt
from anki.collection import Collection
from anki.notes import Note

from addon.i18n import without_unicode_isolation
from tests.live.clients import Client
from tests.live.snapshot import differences, snapshot

from .. import running
from ..phone import Phone

# What differs between devices that are in step: a stamp of the schema that each server has of its
# own, and media, which tests of their own compare.
_OF_EACH = ("col", "media")
# Keys of the configuration that each device writes for itself.
_BY_ITSELF = ("lastUnburied", "localOffset")


def meanwhile(work: Callable[[], object]) -> None:
    """Do something in a thread while Anki's window stays alive; raises what it raises."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    running.spin(lambda: not thread.is_alive(), 150)
    if failed:
        raise failed[0]


def tap(phone: Phone) -> None:
    """The one tap on a phone's sync button; returns when the phone has finished."""
    meanwhile(phone.sync)


def in_step(*collections: Collection) -> list[str]:
    """Return what is not the same in all of them."""
    first, *others = (_held(col) for col in collections)
    return [line for other in others for line in differences(first, other)]


def wait_until_in_step(*collections: Collection) -> None:
    """Wait until what a phone's sync brought has reached Anki."""
    running.spin(lambda: not in_step(*collections))


def _held(col: Collection) -> dict[str, dict[object, object]]:
    client = cast("Client", SimpleNamespace(name="", col=col, media=Path(col.media.dir())))
    held = {table: rows for table, rows in snapshot(client).items() if table not in _OF_EACH}
    held["config"] = {k: v for k, v in held["config"].items() if k not in _BY_ITSELF}
    return held


def settled_for(seconds: float) -> None:
    """Keep Anki's event loop running for a while."""
    end = time.monotonic() + seconds
    running.spin(lambda: time.monotonic() > end, seconds + 5)


def evaluated(web: Any, script: str) -> Any:
    """Return the value of a script in a page."""
    answers: list[Any] = []
    web.evalWithCallback(script, answers.append)
    running.spin(lambda: answers)
    return answers[0]


class BackField:
    """The second field of a note in an open editor."""

    _FIELDS = "document.querySelectorAll('.rich-text-editable')"

    def __init__(self, web: Any) -> None:
        self._web = web
        running.spin(lambda: evaluated(web, f"{self._FIELDS}.length > 1"))
        evaluated(web, "focusField(1); 1")
        settled_for(0.5)

    def type(self, text: str) -> None:
        """The editor saves it half a second later."""
        self._web.eval(f"document.execCommand('insertText', false, '{text}')")

    def shown(self) -> str:
        return str(evaluated(self._web, f"{self._FIELDS}[1].shadowRoot.textContent"))


@contextmanager
def opened_in_browser(note: Note) -> Iterator[BackField]:
    """Yield the note in the editor of Anki's browser, with the cursor in its second field."""
    browser: Any = aqt.dialogs.open("Browser", running.anki())
    try:
        running.settle()
        browser.search_for(f"nid:{note.id}")
        running.settle()
        browser.table.select_single_card(note.cards()[0].id)
        running.spin(lambda: browser.editor is not None and browser.editor.note is not None)
        running.settle()
        yield BackField(browser.editor.web)
    finally:
        if aqt.dialogs._dialogs["Browser"][1] is browser:  # not closed with the profile
            browser.close()
            running.settle()


def undo_name() -> str:
    """Return what Edit > Undo would undo; "" if nothing."""
    return running.anki().col.undo_status().undo


def answer_next(col: Collection, ease: int = 3) -> int:
    """Study the next card; returns its id."""
    scheduler: Any = col.sched
    card = scheduler.getCard()
    card.start_timer()
    scheduler.answerCard(card, ease)
    return int(card.id)


def reviews(col: Collection) -> int:
    assert col.db is not None
    return int(col.db.scalar("select count() from revlog"))


@contextmanager
def tooltips() -> Iterator[list[str]]:
    """Collect the tooltips the add-on shows meanwhile."""
    module: Any = importlib.import_module(f"{running.PACKAGE}.gui.bridge.setting_up")
    shown: list[str] = []
    real = module.tooltip

    def note(text: str, **around: object) -> None:
        shown.append(without_unicode_isolation(text))
        real(text, **around)

    module.tooltip = note
    try:
        yield shown
    finally:
        module.tooltip = real

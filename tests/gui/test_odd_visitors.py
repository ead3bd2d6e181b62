"""What else comes to the open port of a real Anki, which shows as an error what stderr gets."""

from __future__ import annotations

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from aqt.qt import QApplication, QMessageBox

from tests.net.odd_visitors import VISITORS

from . import errors, running

pytestmark = pytest.mark.usefixtures("anki")

# The others wait until the server hangs up: two minutes.
_QUICK = [
    name
    for name in VISITORS
    if not name.startswith(("half", "nothing", "a spare", "an end inside the body"))
]


def dialogs() -> list[QMessageBox]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def handlers() -> set[str]:
    """Return the loggers that have a handler."""
    loggers = logging.root.manager.loggerDict.items()
    return {name for name, each in loggers if getattr(each, "handlers", None)}


def test_no_request_to_the_port_makes_anki_show_an_error() -> None:
    running.switch_on()
    port = urlsplit(running.own_address()).port
    assert port is not None
    before = handlers()
    with ThreadPoolExecutor(8) as pool:
        visits = [pool.submit(VISITORS[name], port) for name in _QUICK]
        running.spin(lambda: all(visit.done() for visit in visits))
    for visit in visits:
        visit.result()
    running.settle()
    assert errors.take() == ""
    assert dialogs() == []
    assert handlers() == before
    sys.stderr.write("this is what Anki would show")
    running.spin(dialogs)  # that this Anki does show what is written there
    for dialog in dialogs():
        dialog.close()
    assert errors.take() == "this is what Anki would show"

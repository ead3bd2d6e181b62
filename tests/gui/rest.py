"""Anki as a test finds it: one profile, nothing open, nothing switched on."""

from __future__ import annotations

from collections.abc import Mapping

import aqt
from aqt.qt import QApplication, QDialog, QMessageBox, QWidget

from . import databases, errors, running
from .base import ANKIWEB, PROFILE, identity

_MOST = 20  # dialogs to close one after another


def bring_to_rest(config: Mapping[str, object]) -> list[str]:
    """Put back whatever a test has changed but notes; return what it should not have left."""
    left = [*running.open_messages(), *_other_dialogs()]
    if running.anki().pm.name != PROFILE:
        running.switch_profile(PROFILE)
    _close_windows()
    for name in _switched_on():
        running.click(name)
        if running.question() is not None:  # not where the profile had no login before
            running.answer("ok")
    left += running.open_messages()
    left += [f"{name} is still on" for name in _switched_on()]
    running.anki().addonManager.writeConfig(running.PACKAGE, dict(config))
    if identity(running.profile()) != ANKIWEB:
        left.append("the profile's own login is not back")
        running.log_in_to_ankiweb_again()
    left += [text for text in (errors.take(), databases.take()) if text]
    return left


def _other_dialogs() -> list[str]:
    """Close the dialogs of Anki that block its windows, and return what they say."""
    found: list[str] = []
    while (box := QApplication.activeModalWidget()) is not None and not _is_ours(box):
        assert len(found) < _MOST, found
        found.append(box.text() if isinstance(box, QMessageBox) else box.windowTitle())
        box.close()
        running.settle()
    return found


def _is_ours(widget: QWidget) -> bool:
    return widget.objectName().startswith("lan_sync_")


def _close_windows() -> None:
    for _creator, window in aqt.dialogs._dialogs.values():
        if window is not None:
            window.close()
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and _is_ours(widget):
            if isinstance(widget, QDialog):
                widget.reject()  # `close` would ask about what was typed
            else:
                widget.close()
    if running.anki().state != "deckBrowser":
        running.anki().moveToState("deckBrowser")
    running.settle()


def _switched_on() -> list[str]:
    return [name for name in ("toggle", "elsewhere") if running.action(name).isChecked()]

"""Choosing another server in the settings, as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aqt.qt import QApplication, QLabel, QMessageBox, QTimer

from .. import running
from ..settings.window import ask, choose_server, fill_in, open_settings


@contextmanager
def logged_in_at(address: str, user: str, key: str) -> Iterator[None]:
    """Give the profile this login for a while; then it has AnkiWeb's again."""
    running.profile().update(
        customSyncUrl=address, currentSyncUrl=None, syncUser=user, syncKey=key, hostNum=0
    )
    running.anki().pm.save()
    try:
        yield
    finally:
        running.log_in_to_ankiweb_again()


def choose_elsewhere(address: str, password: str = "") -> None:
    """Save the settings with another server; a question follows."""
    dialog = open_settings()
    choose_server(dialog, other=True)
    fill_in(dialog, address, "me", password)
    ask(dialog, "save")


def go_elsewhere(address: str) -> None:
    """Save the settings with another server and agree; Anki starts to sync."""
    choose_elsewhere(address, "secret")
    QTimer.singleShot(0, lambda: running.answer("ok"))


def choose_own() -> None:
    """Save the settings with the profile's own login."""
    dialog = open_settings()
    choose_server(dialog, other=False)
    ask(dialog, "save")


def asked() -> str:
    """Return what the question before a switch says."""
    box = running.question()
    assert box is not None
    return " ".join(label.text() for label in box.findChildren(QLabel))


def ankis_question() -> QMessageBox | None:
    """Return the question of Anki's own that waits for an answer."""
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


def decline_ankis_question() -> bool:
    """Decline Anki's question, if there is one."""
    box = ankis_question()
    if box is None:
        return False
    box.buttons()[-1].click()
    return True

"""`python -m tools.screenshots.inside ...`: one start of Anki, to take pictures of its windows."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from aqt.qt import QTimer, QWidget
from aqt.theme import Theme

from ..demo import desktop
from . import household
from .tour import Tour, window

# A former login, at a server that does not answer.
_LOGIN = {"syncKey": "key", "syncUser": "ada@example.org", "currentSyncUrl": "http://127.0.0.1:9/"}


def _pretend_to_be_at_home() -> None:
    """Show addresses as a person would see them: the server here listens on loopback only."""
    pairing: Any = import_module(f"{desktop.PACKAGE}.gui.pairing.pairing")
    hosts = ("192.168.1.20", "living-room.local", "10.8.0.2")
    shown = tuple(f"http://{host}:27701/" for host in hosts)
    pairing.to_type = lambda *_arguments: (shown, "")


def main(base: str, folder: str, name: str, language: str, theme: str, only: str) -> int:
    """Start Anki, switch on, let the second client sync, take pictures, quit."""
    app = desktop.start_anki(base, language)
    mw = desktop.main_window()
    mw.set_theme(Theme.DARK if theme == "dark" else Theme.LIGHT)
    assert mw.pm.profile is not None
    mw.pm.profile.update(_LOGIN)
    desktop.action("lan_sync_toggle").trigger()
    sheet = window("lan_sync_phone_sheet")
    desktop.settle()
    known = desktop.read(sheet)
    desktop.phone(Path(base) / "phone", known)
    sheet.close()
    _pretend_to_be_at_home()
    household.let_in(Path(base) / "lan_sync", known["user"], known["password"])

    def save(shown: QWidget, what: str) -> None:
        path = Path(folder) / f"{what}-{name}.png"
        if not shown.grab().save(str(path)):
            raise SystemExit(f"cannot write {path}")

    Tour(save).take(only)
    QTimer.singleShot(0, mw.unloadProfileAndExit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

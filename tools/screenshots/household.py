"""Devices of several kinds in the lists of the running server, for the pictures."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from ..demo.desktop import PACKAGE

_PHONE = "anki,24.11 (dev),android:2.23.0:14:Pixel 7"
_TABLET = "anki,24.11 (dev),android:2.23.0:13:SM-T510"
_IPAD = "anki,24.11 (dev),ios:17.1"
_STRANGER = "26.05,dev,android"


def let_in(data: Path, user: str, password: str) -> None:
    """Let a phone, a tablet and an iPad of this user sign in, and refuse a stranger.

    `data` is the folder of the running server.
    """
    accounts_room: Any = import_module(f"{PACKAGE}.server.accounts.accounts")
    activity_room: Any = import_module(f"{PACKAGE}.server.activity")
    events: Any = import_module(f"{PACKAGE}.server.events")
    paths: Any = import_module(f"{PACKAGE}.store.paths")
    accounts = accounts_room.Accounts(paths.accounts_path(data))
    activity = activity_room.Activity(paths.activity_path(data))

    def happened(event: Any) -> None:
        accounts.devices.record(event)
        activity.record(event)

    def sign_in(user: str, client: str, address: str) -> int:
        account = accounts.by_key(accounts.login(user, password, client), client, address)
        accounts.devices.describe(account.device, client)
        happened(events.SignedIn(user, client, account.device))
        return int(account.device)

    try:
        sign_in(user, _TABLET, "192.168.1.23")
        ipad = sign_in(user, _IPAD, "192.168.1.24")
        happened(events.SyncFinished(user, _IPAD, ipad, 0, 12, 0.3))
        phone = sign_in(user, _PHONE, "192.168.1.21")
        accounts.devices.rename(phone, "Ada's phone")
        happened(events.MediaReceived(user, _PHONE, phone, 5, 1_400_000))
        happened(events.SyncFinished(user, _PHONE, phone, 84, 3, 0.4, reviews=42))
        happened(events.DesktopUpdated(user, _PHONE, phone, 42, 84))
        for _ in range(3):
            happened(events.SignInRefused(user, _STRANGER, None, "192.168.1.66"))
        happened(events.SignInRefused("", _STRANGER, None, "192.168.1.66", slowed=True))
    finally:
        activity.close()
        accounts.close()

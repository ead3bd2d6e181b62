"""What the settings need from the rest of the add-on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, NamedTuple

from aqt.qt import QWidget

from ...phones.phones import Phones
from ...redirect.open_profile import OpenProfile
from ...redirect.redirect import Redirect
from ..switching.phones_switch import PhonesSwitch
from ..switching.server_switch import ServerSwitch

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class Context(NamedTuple):
    """What the tabs need."""

    mw: AnkiQt
    package: str
    data: Path
    """The folder of this computer's server."""
    profile: OpenProfile
    redirect: Redirect
    phones: Phones
    phones_switch: PhonesSwitch
    server_switch: ServerSwitch
    load_libraries: Callable[[], None]
    """Makes the server's libraries importable; raises a Problem."""
    connect_phone: Callable[[str], None]
    """Opens "Connect a phone" for an account, while phones can sync."""
    restore: Callable[[QWidget, str, str, Callable[[], None]], None]
    """Offers to restore an account's backup of that name; see gui/restoring.py."""

"""LAN Sync: syncs phones with Anki on this computer.

Anki imports this package from its add-ons folder and wants it to set itself up. Tests and the
command line import it too, sometimes in a process that runs Anki: there nothing may happen.
"""

from __future__ import annotations

import sys
from pathlib import Path


def _loaded_as_add_on() -> bool:
    mw = getattr(sys.modules.get("aqt"), "mw", None)
    if mw is None or not hasattr(mw, "addonManager"):
        return False
    return Path(__file__).parent.parent.samefile(mw.addonManager.addonsFolder())


if _loaded_as_add_on():
    from .entry import setup

    setup(__name__)

"""The add-on in place of the setting for a server, which Anki 2.0 and 2.1.0 to 2.1.26 lack.

One file serves both generations: 2.0 runs each file in its folder of add-ons, 2.1 the `__init__.py`
in each folder there. `contrib/old_anki.py` is the same file without an address.
"""

from __future__ import annotations

import json

FILE_NAMES = {"2.0": "lan_sync.py", "2.1": "__init__.py"}

# Python 2.7 to 3.8. Facts from anki/consts.py and anki/sync.py of 2.0.27 to 2.1.26, and from
# aqt/mediasync.py of 2.1.22 to 2.1.26. 2.1 puts the number of AnkiWeb's host into SYNC_BASE with
# "%"; the field "%.0s" takes it and shows nothing.
SOURCE = """\
# LAN Sync for Anki 2.0 and 2.1.0 to 2.1.26: lets Anki sync with the server at this address.
# Delete this file and restart Anki to undo it.
import anki.consts
import anki.sync

ADDRESS = {address}

modules = [anki.consts, anki.sync]
try:
    import aqt.mediasync

    modules.append(aqt.mediasync)
except ImportError:
    pass  # it came with 2.1.22

if ADDRESS:
    for module in modules:
        if "%s" in getattr(module, "SYNC_BASE", ""):
            module.SYNC_BASE = ADDRESS.replace("%", "%%") + "%.0s"
        elif hasattr(module, "SYNC_BASE"):
            module.SYNC_BASE = ADDRESS
        if hasattr(module, "SYNC_MEDIA_BASE"):
            module.SYNC_MEDIA_BASE = ADDRESS + "msync/"
"""


def add_on(address: str) -> str:
    """Return the add-on's source; `address` is the server's URL with a final slash.

    The source is ASCII: an escape of JSON means the same in Python 3, and in Python 2 too where it
    is in an address, whose other characters are percent-encoded.
    """
    return SOURCE.replace("{address}", json.dumps(address))

"""Names that Windows does not allow for files and folders, in any case.

Source: "Naming Files, Paths, and Namespaces" in Microsoft's documentation.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]|[ .]\Z')
_DEVICE = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\ *(?:\.|\Z)", re.IGNORECASE
)


def is_device(name: str) -> bool:
    """Return whether Windows reserves this name for a device, with or without an extension."""
    return _DEVICE.match(name) is not None


def is_impossible(name: str) -> bool:
    """Return whether Windows cannot store a file under this name."""
    return is_device(name) or _FORBIDDEN.search(name) is not None

"""What a device is, read from the string with which its Anki identifies itself.

The forms, with their sources:

* `26.09,c32cb291,linux`: the header of version 11, with the version of Anki's core; the last part
  is only the kind of system (rslib/src/version.rs, sync_client_version_short).
* `anki,26.09 (c32cb291),lin:debian:13`: `meta` and media `begin` since 2.1.22; the last part is
  what the program reports (sync_client_version; pylib/anki/utils.py, plat_desc).
* `anki,24.11 (c32cb291),android:2.23.0:14:Pixel 8`: the same from AnkiDroid 2.17 and later, with
  its own version, Android's and the model (AnkiDroidApp.kt, syncPlatform).
* `ankidesktop,2.1.15 (442df9d6),win:10` and `ankidroid,2.15.6,android:11:Pixel 5`: earlier
  versions (anki/sync.py; AnkiDroid's Utils.platDesc).

AnkiMobile is closed source: its strings are assumed to have the same three parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PROBE = "lan-sync,probe"
"""The name of a client that only tries to log in: it is not listed as a device."""

_LONGEST = 60  # characters; a longer name is shortened for display

_ANKI, _DROID, _MOBILE = "Anki", "AnkiDroid", "AnkiMobile"
_APPS = {"anki": _ANKI, "ankidesktop": _ANKI, "ankidroid": _DROID, "ankimobile": _MOBILE}
_SYSTEMS = {
    "android": "Android",
    "freebsd": "FreeBSD",
    "ios": "iOS",
    "lin": "Linux",
    "linux": "Linux",
    "mac": "macOS",
    "macos": "macOS",
    "win": "Windows",
    "windows": "Windows",
}
_VERSION = re.compile(r"\d+(\.\d+)+\w*|\d{5,}\w*")


@dataclass(frozen=True)
class ClientName:
    """The parts that are known; "" for those that are not. All are names, never translated."""

    app: str  # "AnkiDroid"
    version: str = ""  # the app's own, "2.23"
    system: str = ""  # "Android"
    model: str = ""  # "Pixel 8"

    @property
    def program(self) -> str:
        """App, version and system, such as `AnkiDroid 2.23` or `Anki 26.09 (Linux)`."""
        app = f"{self.app} {self.version}".strip()
        # AnkiDroid and AnkiMobile run on one system each, which adds nothing
        return f"{app} ({self.system})" if self.system and self.app == _ANKI else app

    @property
    def device(self) -> str:
        """What to call a device that has no name: its model, or else its program."""
        return self.model or self.program


def parse_client_name(text: str) -> ClientName:
    """Parse a client's string; one of an unknown form is used as the name, shortened."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    parts = [part.strip() for part in clean.split(",")]
    if len(parts) >= 3 and parts[0].lower() in _APPS:
        return _named(_APPS[parts[0].lower()], parts[1], parts[2])
    if len(parts) == 3 and _VERSION.fullmatch(parts[0]):
        return _named(_ANKI, parts[0], parts[2])
    name, _, version = clean.partition(":")
    if name.lower() in _APPS and _VERSION.fullmatch(version):
        return ClientName(_APPS[name.lower()], _short(version))
    return ClientName(clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…")


def _named(app: str, version: str, platform: str) -> ClientName:
    version = version.partition(" ")[0]  # without "(build hash)"
    first, *rest = platform.split(":")
    system = _SYSTEMS.get(first.lower(), first)
    if system == "Android":
        # From 2.17 on the leading version is that of Anki's core; AnkiDroid's own comes first in
        # the platform.
        if app == _ANKI:
            version = rest.pop(0) if len(rest) == 3 else ""
        model = rest[1] if len(rest) == 2 else ""
        return ClientName(_DROID, _short(version), system, model)
    if system == "iOS" and app == _ANKI:
        return ClientName(_MOBILE, "", system)
    return ClientName(app, _short(version), system)


def _short(version: str) -> str:
    """Shorten `2.23.0` to the 2.23 that people know."""
    return re.sub(r"^(\d+\.\d+)\.0$", r"\1", version)

"""A profile's server address, user and host key, which belong together and move together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import MutableMapping, Union


class Absent(Enum):
    """Stands for a key that the profile lacks; None is a possible value."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT
TextOrAbsent = Union[str, None, Absent]
NumberOrAbsent = Union[int, None, Absent]

# keys of Anki's profile dict (aqt/profiles.py), in the order of the fields below
_KEYS = ("customSyncUrl", "currentSyncUrl", "syncKey", "syncUser", "hostNum")


@dataclass(frozen=True)
class Identity:
    """The five values with which Anki identifies its server and its account there.

    If a host key is sent to the wrong server, that answers 403, and Anki erases the login; so no
    field ever changes without the others.
    """

    custom_sync_url: TextOrAbsent = ABSENT
    current_sync_url: TextOrAbsent = ABSENT
    sync_key: TextOrAbsent = ABSENT
    sync_user: TextOrAbsent = ABSENT
    host_num: NumberOrAbsent = ABSENT

    @staticmethod
    def at(address: str, user: str = "", key: str = "") -> Identity:
        """Return an identity at a server; without a key, Anki is logged out and asks."""
        return Identity(address, None, key or None, user or None, 0)

    @staticmethod
    def read_from(profile: MutableMapping[str, object]) -> Identity:
        """Read the identity from Anki's profile dict, with ABSENT for the keys that it lacks."""
        return Identity(*(profile.get(key, ABSENT) for key in _KEYS))  # type: ignore[arg-type]

    def write_to(self, profile: MutableMapping[str, object]) -> None:
        """Write the identity to Anki's profile dict, and remove the keys that are ABSENT."""
        for key, value in zip(_KEYS, self._values()):
            if value is ABSENT:
                profile.pop(key, None)
            else:
                profile[key] = value

    @property
    def address(self) -> str:
        """The chosen address; "" for AnkiWeb, which Anki stores as None, "" or nothing."""
        return self.custom_sync_url if isinstance(self.custom_sync_url, str) else ""

    @property
    def user(self) -> str:
        """The user name; "" if there is none."""
        return self.sync_user if isinstance(self.sync_user, str) else ""

    @property
    def key(self) -> str:
        """The host key; "" if logged out."""
        return self.sync_key if isinstance(self.sync_key, str) else ""

    def __repr__(self) -> str:
        """Omit the host key: this ends up in logs."""
        state = "logged in" if self.key else "logged out"
        return f"Identity({self.address or 'AnkiWeb'!r}, {self.user!r}, {state})"

    def _values(self) -> tuple[object, ...]:
        return (
            self.custom_sync_url,
            self.current_sync_url,
            self.sync_key,
            self.sync_user,
            self.host_num,
        )

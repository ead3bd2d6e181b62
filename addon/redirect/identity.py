"""Server address, user and host key of a profile: they belong together and move together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import MutableMapping, Union


class Absent(Enum):
    """Stands for a key the profile does not have; None is a value of its own there."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT
Text = Union[str, None, Absent]
Number = Union[int, None, Absent]

# keys of Anki's profile dict (aqt/profiles.py), in the order of the fields below
_KEYS = ("customSyncUrl", "currentSyncUrl", "syncKey", "syncUser", "hostNum")


@dataclass(frozen=True)
class Identity:
    """The five values by which Anki knows its server and itself there.

    A host key sent to a server that does not know it is answered with 403, on which Anki erases
    the login; so no field ever changes without the others.
    """

    custom_sync_url: Text = ABSENT
    current_sync_url: Text = ABSENT
    sync_key: Text = ABSENT
    sync_user: Text = ABSENT
    host_num: Number = ABSENT

    @staticmethod
    def at(address: str, user: str = "", key: str = "") -> Identity:
        """Return the identity at a server; without a key Anki is logged out there and asks."""
        return Identity(address, None, key or None, user or None, 0)

    @staticmethod
    def read_from(profile: MutableMapping[str, object]) -> Identity:
        """Take the identity out of Anki's profile dict; a key it lacks is remembered as lacking."""
        return Identity(*(profile.get(key, ABSENT) for key in _KEYS))  # type: ignore[arg-type]

    def write_to(self, profile: MutableMapping[str, object]) -> None:
        """Put the identity into Anki's profile dict, taking out the keys it does not have."""
        for key, value in zip(_KEYS, self._values()):
            if value is ABSENT:
                profile.pop(key, None)
            else:
                profile[key] = value

    @property
    def address(self) -> str:
        """The address the person chose; "" is AnkiWeb, which Anki writes as None, "" or nothing."""
        return self.custom_sync_url if isinstance(self.custom_sync_url, str) else ""

    @property
    def user(self) -> str:
        """The user name; "" where there is none."""
        return self.sync_user if isinstance(self.sync_user, str) else ""

    @property
    def key(self) -> str:
        """The host key; "" when logged out."""
        return self.sync_key if isinstance(self.sync_key, str) else ""

    def __repr__(self) -> str:
        """Leave out the host key: this ends up in logs."""
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

"""What the person can set: config.json for all profiles, and one small record per profile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import List, Mapping, Optional, Tuple

from ..errors import BadAddress, BadSetting
from .address import DEFAULT_PORT, listening_address, tidy_address

DEFAULT_LISTEN = "0.0.0.0"


@dataclass(frozen=True)
class Config:
    """config.json, the same for all profiles; config.schema.json and config.md say it again."""

    endpoint: str = ""
    """Base URL of another server, with a final slash; "" = this computer is the server."""
    port: int = DEFAULT_PORT
    listen: str = DEFAULT_LISTEN
    """The address of this computer to listen on; 0.0.0.0 = all of them."""


def parse_config(raw: object) -> Tuple[Config, List[BadSetting]]:
    """Read config.json as Anki gives it. What cannot be used is named and its default taken."""
    bad: List[BadSetting] = []
    config = Config()
    if not isinstance(raw, Mapping):
        return config, [BadSetting("config.json", raw)] if raw is not None else []
    try:
        endpoint = tidy_address(raw.get("endpoint", ""))
    except (BadAddress, AttributeError):  # AttributeError: no text at all
        bad.append(BadSetting("endpoint", raw.get("endpoint")))
    else:
        config = replace(config, endpoint=endpoint)
    port = raw.get("port", DEFAULT_PORT)
    if isinstance(port, int) and not isinstance(port, bool) and 1 <= port <= 65535:
        config = replace(config, port=port)
    else:
        bad.append(BadSetting("port", port))
    listen = raw.get("listen", DEFAULT_LISTEN)
    try:
        config = replace(config, listen=listening_address(listen))
    except (BadAddress, AttributeError):
        bad.append(BadSetting("listen", listen))
    return config, bad


class Mode(Enum):
    """Where a profile syncs."""

    OFF = "off"
    """As before: AnkiWeb, or whatever was set in Preferences."""
    THIS_COMPUTER = "this_computer"
    ANOTHER_SERVER = "another_server"


@dataclass(frozen=True)
class Target:
    """A mode together with the address it means; `address` is "" except for another server."""

    mode: Mode
    address: str = ""

    @staticmethod
    def of(config: Config) -> Target:
        """Where switching on leads to."""
        if config.endpoint:
            return Target(Mode.ANOTHER_SERVER, config.endpoint)
        return Target(Mode.THIS_COMPUTER)


@dataclass(frozen=True)
class Login:
    """What another server knows this profile by; it is sent nowhere else."""

    address: str
    user: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Place:
    """A collection on a server: the target, and whose collection there; "" when it is off."""

    target: Target = Target(Mode.OFF)
    user: str = ""


@dataclass(frozen=True)
class Mark:
    """A schema stamp (ms) that we gave to a collection before its first sync with `place`."""

    place: Place
    before: int
    after: int


@dataclass(frozen=True)
class Home:
    """With whom the profile's collection has synced last; see redirect/home.py."""

    place: Place = Place()
    mark: Optional[Mark] = None


@dataclass(frozen=True)
class ProfileSettings:
    """What we remember of one profile."""

    target: Target = Target(Mode.OFF)
    choice: Target = Target(Mode.OFF)
    """Where switching on leads to, if the person has chosen that; OFF = where config.json says."""
    account: str = ""
    """User name on this computer's server; "" until switched on for the first time."""
    # The password is kept readable so that it can be shown when the next phone comes. It guards
    # nothing that does not lie beside it, unencrypted, in the same folder: the collection.
    password: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    """Host key of Anki on this computer."""
    logins: Tuple[Login, ...] = ()
    home: Home = Home()

    def next_target(self, config: Config) -> Target:
        """Where switching on leads to."""
        return Target.of(config) if self.choice.mode is Mode.OFF else self.choice

    def login_at(self, address: str) -> Login:
        """The login remembered for another server, or an empty one."""
        found = (login for login in self.logins if login.address == address)
        return next(found, Login(address, "", ""))

    def with_login(self, login: Login) -> ProfileSettings:
        """The same settings, with the login remembered in place of an older one there."""
        others = tuple(known for known in self.logins if known.address != login.address)
        return replace(self, logins=(*others, login))


def parse_profile(raw: object) -> ProfileSettings:
    """Read one record of profiles.json, taking what has the right shape."""
    if not isinstance(raw, Mapping):
        return ProfileSettings()
    logins = raw.get("logins")
    return ProfileSettings(
        target=_parse_target(raw),
        choice=_parse_target(raw.get("choice")),
        account=_text(raw, "account"),
        password=_text(raw, "password"),
        key=_text(raw, "key"),
        logins=tuple(
            Login(_text(login, "address"), _text(login, "user"), _text(login, "key"))
            for login in (logins if isinstance(logins, list) else [])
            if isinstance(login, Mapping) and _text(login, "address")
        ),
        home=Home(_parse_place(raw.get("home")), _parse_mark(raw.get("mark"))),
    )


def dump_profile(settings: ProfileSettings) -> Mapping[str, object]:
    """Return the record as JSON can hold it; `parse_profile` reads it back."""
    mark = settings.home.mark
    return {
        **_dump_target(settings.target),
        "choice": _dump_target(settings.choice),
        "account": settings.account,
        "password": settings.password,
        "key": settings.key,
        "logins": [
            {"address": login.address, "user": login.user, "key": login.key}
            for login in settings.logins
        ],
        "home": _dump_place(settings.home.place),
        "mark": mark
        and {"place": _dump_place(mark.place), "before": mark.before, "after": mark.after},
    }


def _dump_target(target: Target) -> Mapping[str, object]:
    return {"mode": target.mode.value, "address": target.address}


def _dump_place(place: Place) -> Mapping[str, object]:
    return {**_dump_target(place.target), "user": place.user}


def _parse_target(raw: object) -> Target:
    if not isinstance(raw, Mapping):
        return Target(Mode.OFF)
    try:
        mode = Mode(raw.get("mode", Mode.OFF.value))
    except ValueError:
        return Target(Mode.OFF)
    address = _text(raw, "address") if mode is Mode.ANOTHER_SERVER else ""
    return Target(mode, address)


def _parse_place(raw: object) -> Place:
    return Place(_parse_target(raw), _text(raw, "user") if isinstance(raw, Mapping) else "")


def _parse_mark(raw: object) -> Optional[Mark]:
    if not isinstance(raw, Mapping):
        return None
    before, after = raw.get("before"), raw.get("after")
    if not isinstance(before, int) or not isinstance(after, int):
        return None
    return Mark(_parse_place(raw.get("place")), before, after)


def _text(raw: Mapping[str, object], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""

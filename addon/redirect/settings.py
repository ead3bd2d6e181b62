"""Settings: config.json for all profiles, and a small record for each profile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Tuple

from ..errors import BadAddress, BadSetting
from ..net.allow import Allow
from ..store.keep import LEAST, MOST, Keep
from .address import DEFAULT_PORT, is_loopback, listening_address, tidy_address

MOST_DAYS = 36_500  # of sign_out_after
_NUMBERS = {
    "port": (1, 65535),
    "sign_out_after": (0, MOST_DAYS),
    **{name: (least, MOST) for name, least in LEAST.items()},
}
"""The settings that are whole numbers: the least and the largest value of each."""


class Config(NamedTuple):
    """config.json, the same for all profiles; see also config.schema.json and config.md."""

    endpoint: str = ""
    """Base URL of the other server to offer to profiles, with a final slash; "" = none."""
    port: int = DEFAULT_PORT
    allow: Allow = Allow.MY_NETWORKS
    """Who can connect."""
    listen: str = ""
    """The only address of this computer at which others can; "" = all of them."""

    certificate: str = ""
    """The file of a certificate, for https; "" = http."""
    key: str = ""
    """The file of its key; "" = the same file."""
    sign_out_after: int = 0
    """Days after which a device that has not synced must sign in again; 0 = never."""
    backup_count: int = Keep.count
    """Which backups are kept; see store/keep.py."""
    backup_days: int = Keep.days
    backup_weeks: int = Keep.weeks

    @property
    def address(self) -> str:
        """The address to listen on."""
        return "127.0.0.1" if self.allow is Allow.THIS_COMPUTER else self.listen or "0.0.0.0"


def parse_config(raw: object) -> Tuple[Config, List[BadSetting]]:
    """Parse config.json as Anki loads it; return invalid values too, which get their default."""
    bad: List[BadSetting] = []
    config = Config()
    if not isinstance(raw, Mapping):
        return config, [BadSetting("config.json", raw)] if raw is not None else []
    try:
        endpoint = tidy_address(raw.get("endpoint", ""))
    except (BadAddress, AttributeError, TypeError):  # the last two: it is not text
        bad.append(BadSetting("endpoint", raw.get("endpoint")))
    else:
        config = config._replace(endpoint=endpoint)
    allow = raw.get("allow", config.allow.value)
    try:
        config = config._replace(allow=Allow(allow))
    except ValueError:
        bad.append(BadSetting("allow", allow))
    listen = raw.get("listen", "")
    try:
        config = _with_listen(config, listen)
    except (BadAddress, AttributeError):
        bad.append(BadSetting("listen", listen))
    values: Dict[str, Any] = {}
    for name in ("certificate", "key"):
        path = raw.get(name, "")
        if isinstance(path, str):
            values[name] = path.strip()
        else:
            bad.append(BadSetting(name, path))
    for name, (least, most) in _NUMBERS.items():
        number = raw.get(name, getattr(config, name))
        if type(number) is int and least <= number <= most:
            values[name] = number
        else:
            bad.append(BadSetting(name, number))
    return config._replace(**values), bad


def _with_listen(config: Config, listen: str) -> Config:
    """Take `listen`, which once was the only setting for who can connect."""
    address = listening_address(listen) if listen.strip() else ""
    if is_loopback(address):
        return config._replace(allow=Allow.THIS_COMPUTER)
    return config._replace(listen="" if address == "0.0.0.0" else address)


@dataclass(frozen=True)
class Login:
    """This profile's login at another server; it is sent nowhere else."""

    address: str
    user: str
    key: str = field(repr=False)


HERE = "this computer"
"""The place of a profile that synced with its own computer in LAN Sync 0.1.0."""


class Place(NamedTuple):
    """A user's collection on a server. Both are "" for AnkiWeb, or what Anki's Preferences say."""

    address: str = ""
    user: str = ""


class Mark(NamedTuple):
    """A schema stamp (ms) that we gave a collection before its first sync with `place`."""

    place: Place
    before: int
    after: int


class Home(NamedTuple):
    """Where the profile's collection last synced; see redirect/home.py."""

    place: Place = Place()
    mark: Optional[Mark] = None


@dataclass(frozen=True)
class ProfileSettings:
    """The record of one profile."""

    phones: bool = False
    """Whether phones sync with the profile."""
    moving: bool = False
    """Whether it synced with this computer in LAN Sync 0.1.0, and has not moved over yet."""
    server: str = ""
    """The address of the other server that it syncs with; "" = AnkiWeb, or as in Preferences."""
    choice: str = ""
    """The other server that was last chosen; "" = the one in config.json."""
    account: str = ""
    """The user name of its phones on this computer; "" before they are first switched on."""
    # The password is stored in plain text so that it can be shown when the next phone is connected.
    # It protects only the collection, which is next to it, unencrypted.
    password: str = field(default="", repr=False)
    logins: Tuple[Login, ...] = ()
    home: Home = field(default_factory=Home)

    def next_server(self, config: Config) -> str:
        """Return the other server to offer, or ""."""
        return self.choice or config.endpoint

    def login_at(self, address: str) -> Login:
        """Return the saved login at another server, or an empty one."""
        found = (login for login in self.logins if login.address == address)
        return next(found, Login(address, "", ""))

    def with_login(self, login: Login) -> ProfileSettings:
        """Return the settings with a login, which replaces an older one at the same server."""
        others = tuple(known for known in self.logins if known.address != login.address)
        return replace(self, logins=(*others, login))


def parse_profile(raw: object) -> ProfileSettings:
    """Parse a record of profiles.json; ignore what does not have the right type."""
    if not isinstance(raw, Mapping):
        return ProfileSettings()
    logins = raw.get("logins")
    home = raw.get("home")
    settings = ProfileSettings(
        phones=raw.get("phones") is True,
        moving=raw.get("moving") is True,
        server=_text(raw, "server"),
        choice=_text(raw, "choice"),
        account=_text(raw, "account"),
        password=_text(raw, "password"),
        logins=tuple(
            Login(_text(login, "address"), _text(login, "user"), _text(login, "key"))
            for login in (logins if isinstance(logins, list) else [])
            if isinstance(login, Mapping) and _text(login, "address")
        ),
        home=Home(_parse_place(home), _parse_mark(raw.get("mark"))),
    )
    return _from_first_version(settings, raw) if "mode" in raw else settings


def dump_profile(settings: ProfileSettings) -> Mapping[str, object]:
    """Return the record as a JSON object, which `parse_profile` reads back."""
    mark = settings.home.mark
    return {
        "phones": settings.phones,
        "moving": settings.moving,
        "server": settings.server,
        "choice": settings.choice,
        "account": settings.account,
        "password": settings.password,
        "logins": [
            {"address": login.address, "user": login.user, "key": login.key}
            for login in settings.logins
        ],
        "home": _dump_place(settings.home.place),
        "mark": mark
        and {"place": _dump_place(mark.place), "before": mark.before, "after": mark.after},
    }


def _from_first_version(settings: ProfileSettings, raw: Mapping[str, object]) -> ProfileSettings:
    """Parse a record of 0.1.0, which had one of three modes, with an address."""
    here = raw.get("mode") == "this_computer"
    chosen = raw.get("choice")
    return replace(
        settings,
        phones=here,
        moving=here,
        server=_text(raw, "address") if raw.get("mode") == "another_server" else "",
        choice=_text(chosen, "address") if isinstance(chosen, Mapping) else "",
    )


def _dump_place(place: Place) -> Mapping[str, object]:
    return {"address": place.address, "user": place.user}


def _parse_place(raw: object) -> Place:
    if not isinstance(raw, Mapping):
        return Place()
    here = raw.get("mode") == "this_computer"
    return Place(HERE if here else _text(raw, "address"), _text(raw, "user"))


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

"""The server's settings: one table, read from four places.

The command line overrides the environment, which overrides the file, which overrides the default.
The file is an INI file with one section, `[server]`; contrib/lan-sync.ini is an example. An empty
value counts as missing.
"""

from __future__ import annotations

import configparser
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from ..net.allow import Allow
from ..net.httpd import ConnectionLimits
from ..redirect.address import DEFAULT_PORT
from ..redirect.settings import MOST_DAYS
from ..server.limits import MIB, Limits
from ..store.keep import LEAST, MOST, Keep

SECTION = "server"
PREFIX = "LAN_SYNC_"
FILE_VARIABLE = PREFIX + "CONFIG"
_LARGEST = Limits.collection // MIB

# Kubernetes and Docker's links set these: https://kubernetes.io/docs/concepts/services-networking/
_PLATFORM_NAME = re.compile(
    PREFIX + r"(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?|NAME)"
)
_PLATFORM_PORT = re.compile(r"(tcp|udp|sctp)://")


class BadSettings(ValueError):
    """A setting is invalid; the message says which, and why, in one sentence."""


@dataclass(frozen=True)
class Setting:
    """A row of the table. `read` raises ValueError for a text that is not as `expected` says."""

    name: str  # in the file; the other two names are derived from it
    default: str  # as text; "" for none
    read: Callable[[str], Any]
    expected: str
    help: str
    serving: bool = False  # only used by `serve`
    empty: Any = None  # the value without a default

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.name.upper()

    @property
    def option(self) -> str:
        """Its name on the command line."""
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True)
class ServerSettings:
    """The settings in use. `data`, `accounts` and `host` are None if they are not set."""

    data: Path | None
    accounts: str | None
    log_level: int
    host: str | None
    port: int
    max_collection: int  # bytes
    allow: Allow = Allow.MY_NETWORKS
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    max_connections: int = ConnectionLimits.total
    max_connections_per_address: int = ConnectionLimits.per_address
    min_free: int = Limits.reserve  # bytes
    sign_out_after: int = 0  # days
    wrong_passwords: int = Limits.wrong_passwords
    max_step: int = Limits.json  # bytes
    behind_proxy: bool = False
    backup_count: int = Keep.count
    backup_days: int = Keep.days
    backup_weeks: int = Keep.weeks


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not lowest <= number <= highest:
            raise ValueError
        return number

    return read


def folder(text: str) -> Path:
    """Read a path; ValueError."""
    if "\0" in text:  # which no system accepts
        raise ValueError
    return Path(text)


def _file(text: str) -> Path:
    path = folder(text).expanduser()
    if not path.is_file():
        raise ValueError
    return path


def _address(text: str) -> str:
    if re.search(r"[\s/]", text):
        raise ValueError
    return re.sub(r"^\[(.*)\]$", r"\1", text)  # IPv6, as in a URL


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not all(re.fullmatch(r"[\w.-]+", name) for name in names):
        raise ValueError
    return names


def _class_name(text: str) -> str:
    if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*", text):
        raise ValueError
    return text


_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}


def _level(text: str) -> int:
    if text not in _LEVELS:
        raise ValueError
    return _LEVELS[text]


_BOOLEANS = {"yes": True, "no": False}


def _yes_or_no(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError
    return _BOOLEANS[text]


TABLE = (
    Setting("data", "", folder, "a folder", "folder with accounts and collections"),
    Setting(
        "accounts",
        "",
        _class_name,
        "a class, as package.module:Class",
        "package.module:Class that checks who may sign in, if accounts are kept elsewhere",
    ),
    Setting(
        "log_level",
        "info",
        _level,
        "one of " + ", ".join(_LEVELS),
        "how much to log: " + ", ".join(_LEVELS),
        serving=True,
    ),
    Setting(
        "allow",
        Allow.MY_NETWORKS.value,
        Allow,
        "one of " + ", ".join(Allow),
        "who can connect: " + ", ".join(Allow),
        serving=True,
    ),
    Setting(
        "host",
        "",
        _address,
        "an address of this computer",
        "address to listen on; :: for all of IPv6 and IPv4; default: all of IPv4, "
        "or 127.0.0.1 with --allow this-computer",
        serving=True,
    ),
    Setting(
        "port",
        str(DEFAULT_PORT),
        _number(0, 65535),
        "a number from 0 to 65535",
        "port to listen on, 0 for any free one",
        serving=True,
    ),
    Setting(
        "certificate",
        "",
        _file,
        "a file",
        "file with a certificate in PEM format, for https in place of http",
        serving=True,
    ),
    Setting(
        "key",
        "",
        _file,
        "a file",
        "file with the certificate's key, if it has a file of its own",
        serving=True,
    ),
    Setting(
        "names",
        "",
        _names,
        "host names, separated by commas",
        "names by which browsers may open the page for people, besides this computer's own",
        serving=True,
        empty=(),
    ),
    Setting(
        "max_collection",
        str(_LARGEST),
        lambda text: _number(1, _LARGEST)(text) * MIB,
        f"a number from 1 to {_LARGEST}",
        "largest collection that a device may upload, in MiB",
        serving=True,
    ),
    Setting(
        "max_step",
        str(Limits.json // MIB),
        lambda text: _number(1, _LARGEST)(text) * MIB,
        f"a number from 1 to {_LARGEST}",
        "the most that 250 notes, or all note types and decks, may take in a sync, in MiB",
        serving=True,
    ),
    Setting(
        "sign_out_after",
        "0",
        _number(0, MOST_DAYS),
        f"a number from 0 to {MOST_DAYS}",
        "days without a sync after which a device must sign in again, 0 for never",
        serving=True,
    ),
    Setting(
        "wrong_passwords",
        str(Limits.wrong_passwords),
        _number(1, 1_000_000),
        "a number from 1 to 1000000",
        "wrong passwords in a row that cost nothing; after them, each makes the next wait longer",
        serving=True,
    ),
    Setting(
        "min_free",
        str(Limits.reserve // MIB),
        lambda text: _number(0, 1_000_000_000)(text) * MIB,
        "a number of MiB",
        "how much of the disk must stay free for uploads to be accepted, in MiB",
        serving=True,
    ),
    Setting(
        "max_connections",
        str(ConnectionLimits.total),
        _number(2, 10_000),
        "a number from 2 to 10000",
        "how many connections may be open at once",
        serving=True,
    ),
    Setting(
        "max_connections_per_address",
        str(ConnectionLimits.per_address),
        _number(1, 10_000),
        "a number from 1 to 10000",
        "how many of them one address may have; a proxy may have all",
        serving=True,
    ),
    *(
        Setting(
            name, str(usual), _number(least, MOST), f"a number from {least} to {MOST}", use, True
        )
        for (name, least), usual, use in zip(
            LEAST.items(),
            (Keep.count, Keep.days, Keep.weeks),
            (
                "how many of the newest backups to keep",
                "for how many days with backups to keep the last one",
                "for how many weeks with backups to keep the last one",
            ),
        )
    ),
    Setting(
        "behind_proxy",
        "no",
        _yes_or_no,
        "yes or no",
        "trust a proxy's X-Forwarded-* headers: only if all requests come from that proxy",
        serving=True,
    ),
)


def read_settings(
    options: Mapping[str, str | None],
    environment: Mapping[str, str],
    file: str | None,
    serving: bool = True,
) -> ServerSettings:
    """Read the settings; `file` is the one named on the command line. Raises BadSettings.

    If not `serving`, the settings that only `serve` uses are ignored and have their defaults.
    """
    path = file or environment.get(FILE_VARIABLE)
    in_file = _read_file(Path(path)) if path else {}
    ignored = set(platform_variables(environment))
    values: dict[str, Any] = {}
    for setting in TABLE:
        values[setting.name] = setting.read(setting.default) if setting.default else setting.empty
        if setting.serving and not serving:
            continue
        in_environment = None if setting.variable in ignored else environment.get(setting.variable)
        for place, text in (
            (f"{path}: {setting.name}", in_file.get(setting.name)),
            (setting.variable, in_environment),
            (setting.option, options.get(setting.name)),
        ):
            if text:
                values[setting.name] = _value(setting, place, text)
    return ServerSettings(**values)


def platform_variables(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield variables that a container platform sets for a service called "lan-sync".

    Such as LAN_SYNC_PORT=tcp://10.0.0.1:27701, in the environment of each program beside it.
    """
    for name in sorted(environment):
        if _PLATFORM_NAME.fullmatch(name) or (
            name == f"{PREFIX}PORT" and _PLATFORM_PORT.match(environment[name])
        ):
            yield name


def unknown_variables(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield variables that look like our settings but are not: perhaps typos."""
    known = {FILE_VARIABLE, *(setting.variable for setting in TABLE)}
    known |= set(platform_variables(environment))
    return (name for name in sorted(environment) if name.startswith(PREFIX) and name not in known)


def _value(setting: Setting, place: str, text: str) -> Any:
    try:
        return setting.read(text)
    except ValueError:
        raise BadSettings(f"{place}: expected {setting.expected}, found {text!r}") from None


def _read_file(path: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(
        delimiters=("=",),
        interpolation=None,
        default_section="",  # makes [DEFAULT] a section like any other
    )
    try:
        with path.open(encoding="utf-8-sig") as file:
            parser.read_file(file)
    except OSError as error:
        raise BadSettings(f"{path}: cannot read the configuration ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadSettings(f"{path}: expected text in UTF-8") from None
    except configparser.Error as error:
        raise BadSettings(f"{path}: {_describe(error)}") from None
    for section in parser.sections():
        if section != SECTION:
            raise BadSettings(f"{path}: expected only the section [{SECTION}], found [{section}]")
    found = dict(parser[SECTION]) if parser.has_section(SECTION) else {}
    names = [setting.name for setting in TABLE]
    for name in found:
        if name not in names:
            raise BadSettings(f"{path}: {name}: unknown; expected one of {', '.join(names)}")
    return found


def _describe(error: configparser.Error) -> str:
    if isinstance(error, configparser.MissingSectionHeaderError):
        return f"line {error.lineno}: expected [{SECTION}] above the settings"
    if isinstance(error, (configparser.DuplicateOptionError, configparser.DuplicateSectionError)):
        return f"line {error.lineno}: this was already set above"
    if isinstance(error, configparser.ParsingError) and error.errors:
        return f"line {error.errors[0][0]}: expected NAME = VALUE"
    return str(error)

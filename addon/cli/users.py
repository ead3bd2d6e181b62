"""The commands for users and their devices."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..errors import Problem
from ..hosting import open_accounts
from ..server.accounts.local_users import LocalUsers, NameTaken, NoSuchUser
from ..server.accounts.passwords import BadPassword, require_strong
from ..store.paths import users_path
from ..store.user_names import BadName
from .former import FormerFolder, require_consent
from .settings import ServerSettings


class KeptElsewhere(Problem):
    """Users are kept elsewhere, so they cannot be changed here."""


class NoUsersGiven(Problem):
    """The environment names no user of Anki's own server."""


def adduser(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Add a user. Raises FormerFolder if a user of that name left data and nobody agrees."""
    with _users_here(data, settings) as users:
        if not users.exists(options.name):
            require_consent(data, options.name, options.take_over)
        _with_secret(options, users.add, users.add_hashed)
    return 0


def passwd(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Change a password."""
    with _users_here(data, settings) as users:
        _with_secret(options, users.set_password, users.set_hashed)
    return 0


def deluser(data: Path, _settings: ServerSettings, options: argparse.Namespace) -> int:
    """Remove a user and the keys of their devices; keep the folder, and say where it is."""
    with contextlib.closing(open_accounts(data)) as accounts:
        accounts.users.remove(options.name)
    folder = users_path(data) / options.name
    if folder.is_dir():
        print(f"what {options.name!r} has synced is still in {folder}")
    return 0


def lsuser(data: Path, _settings: ServerSettings, _options: argparse.Namespace) -> int:
    """List the users' names, and nothing else, for scripts."""
    with contextlib.closing(open_accounts(data)) as accounts:
        for name in accounts.users.names():
            print(name)
    return 0


def devices(data: Path, _settings: ServerSettings, options: argparse.Namespace) -> int:
    """List devices, the last seen first."""
    with contextlib.closing(open_accounts(data)) as accounts:
        if options.name is not None and not accounts.users.exists(options.name):
            raise NoSuchUser(options.name)
        kept = accounts.devices
        for device in kept.all() if options.name is None else kept.of(options.name):
            seen = time.strftime("%Y-%m-%d %H:%M", time.localtime(device.last_seen))
            what = [device.shown_name, device.app.program, device.address]
            about = ", ".join(dict.fromkeys(each for each in what if each))
            print(f"{device.id:>4}  {seen}  {device.user}: {about}")
    return 0


def revoke(data: Path, _settings: ServerSettings, options: argparse.Namespace) -> int:
    """Remove a device."""
    with contextlib.closing(open_accounts(data)) as accounts:
        accounts.devices.revoke(options.number)
    return 0


def import_users(
    data: Path, settings: ServerSettings, environment: Mapping[str, str], take_over: bool
) -> int:
    """Add the users of Anki's own server from its variables; return 1 if one cannot be added.

    They are SYNC_USER1, SYNC_USER2, ... up to the first that is missing, each NAME:PASSWORD, or
    NAME:HASH if PASSWORDS_HASHED is set to anything (rslib/src/sync/http_server/mod.rs).
    """
    hashed = "PASSWORDS_HASHED" in environment
    code = 0
    wanted = _anki_users(environment)
    with _users_here(data, settings) as users:
        for name, secret in wanted:
            try:
                if not users.exists(name):
                    require_consent(data, name, take_over)
                (users.add_hashed if hashed else users.add)(name, secret)
            except NameTaken as error:
                print(f"unchanged: {error}")
            except (BadName, BadPassword, FormerFolder) as error:
                print(f"user {name!r} cannot be added: {error}", file=sys.stderr)
                code = 1
            else:
                print(f"added {name!r}")
    return code


def _anki_users(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    users: list[tuple[str, str]] = []
    while (variable := f"SYNC_USER{len(users) + 1}") in environment:
        name, colon, secret = environment[variable].partition(":")
        if not colon:
            raise NoUsersGiven(f"{variable}: expected NAME:PASSWORD")
        users.append((name, secret))
    if not users:
        raise NoUsersGiven("SYNC_USER1 is not set: run this with the variables of Anki's server")
    return users


@contextlib.contextmanager
def _users_here(data: Path, settings: ServerSettings) -> Iterator[LocalUsers]:
    """Open the users in this data folder. Raises KeptElsewhere if they are not in use."""
    if settings.accounts:
        raise KeptElsewhere(f"users are kept by {settings.accounts}: make the change there")
    with contextlib.closing(open_accounts(data)) as accounts:
        yield accounts.users


def _with_secret(
    options: argparse.Namespace,
    password: Callable[[str, str], object],
    hashed: Callable[[str, str], object],
) -> None:
    """Read a password, or with `--hash` a hash, and call the function for it with the name."""
    if options.hash:
        hashed(options.name, _secret("Hash: "))
    else:
        secret = _secret("Password: ")
        require_strong(secret)
        password(options.name, secret)


def _secret(prompt: str) -> str:
    """Prompt for a secret, or read a line of standard input if that is not a terminal.

    It is in UTF-8 whatever the system's encoding, as in clients. Raises BadPassword.
    """
    try:
        if sys.stdin is None:
            raise BadPassword("expected a password on standard input, but it is closed")
        if sys.stdin.isatty():
            return getpass.getpass(prompt)
        # programs on Windows may begin text with a byte order mark
        return sys.stdin.buffer.readline().decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadPassword("standard input is not UTF-8") from None

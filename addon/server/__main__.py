"""The same server without Anki's window: `python -m addon.server serve|adduser|passwd|..`."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from ..errors import PortTaken, Problem
from ..hosting import DEFAULT_PORT, LanServer, open_accounts
from .accounts import Accounts, BadName, BadPassword, NameTaken, NoSuchUser

# errors of the person at the keyboard, as argparse has it
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.data is None:
        print("name the data folder with --data DIR or LAN_SYNC_DATA", file=sys.stderr)
        return USAGE
    try:
        if options.command == "serve":
            return _serve(options.data, options.host, options.port)
        return _manage_users(options)
    except PortTaken as error:
        hint = f"; free is --port {error.next_free}" if error.next_free else ""
        print(f"port {error.port} is in use by another program{hint}", file=sys.stderr)
    except Problem as error:
        print(error, file=sys.stderr)
    except NoSuchUser as error:
        print(f"there is no user {error.args[0]!r}; lsuser lists them", file=sys.stderr)
    except (BadName, BadPassword, NameTaken) as error:
        print(error, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m addon.server", description="LAN Sync's server without Anki's window"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("LAN_SYNC_DATA") or None,
        help="folder of accounts and collections (LAN_SYNC_DATA)",
    )
    serve = commands.add_parser("serve", parents=[common], help="serve until SIGINT or SIGTERM")
    serve.add_argument(
        "--host",
        default=os.environ.get("LAN_SYNC_HOST", "127.0.0.1"),
        help="address to listen on, 0.0.0.0 for all (LAN_SYNC_HOST; %(default)s)",
    )
    serve.add_argument(
        "--port",
        type=int,
        default=os.environ.get("LAN_SYNC_PORT", DEFAULT_PORT),
        help="port to listen on, 0 for any free one (LAN_SYNC_PORT; %(default)s)",
    )
    for name, does in (
        ("adduser", "add a user"),
        ("passwd", "change a user's password"),
        ("deluser", "remove a user and keep its folder"),
    ):
        commands.add_parser(name, parents=[common], help=does).add_argument("name")
    commands.add_parser("lsuser", parents=[common], help="list the users")
    return parser


def _serve(data: Path, host: str, port: int) -> int:
    logging.basicConfig(
        level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s"
    )
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    server = LanServer(Path(data), host, port)
    server.start()
    shown = f"[{host}]" if ":" in host else host
    print(f"listening on http://{shown}:{server.port}/", flush=True)
    # Windows cannot be interrupted inside a wait without an end.
    while not stop.wait(1):
        pass
    server.stop()
    return 0


def _manage_users(options: argparse.Namespace) -> int:
    accounts = open_accounts(Path(options.data))
    try:
        if options.command == "adduser":
            accounts.add(options.name, _password())
        elif options.command == "passwd":
            accounts.set_password(options.name, _password())
        elif options.command == "deluser":
            accounts.remove(options.name)
        else:
            _list(accounts)
    finally:
        accounts.close()
    return 0


def _list(accounts: Accounts) -> None:
    for name in accounts.names():
        print(name)


def _password() -> str:
    """From a prompt, or the first line of standard input where that is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")


if __name__ == "__main__":
    sys.exit(main())

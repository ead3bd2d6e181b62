"""Parse a command line and run its command; describe any error in one sentence."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import PortTaken, Problem
from ..protocol.faults import Unavailable
from ..server.accounts.devices import NoSuchDevice
from ..server.accounts.local_users import NameTaken, NoSuchUser
from ..server.accounts.passwords import BadPassword
from ..store.paths import accounts_path
from ..store.user_names import BadName, nfc
from . import backups, carry, repairs, users
from .serve import serve
from .settings import (
    FILE_VARIABLE,
    TABLE,
    BadSettings,
    ServerSettings,
    folder,
    platform_variables,
    read_settings,
    unknown_variables,
)

# Exit codes. The second one is that of argparse, for what was typed or configured wrongly.
_FAILED = 1
_USAGE = 2
_INTERRUPTED = 130  # 128 + SIGINT, as in shells

_MAKE_A_DATA_FOLDER = ("serve", "adduser", "import-users")

Command = Callable[[Path, ServerSettings, argparse.Namespace], int]

_EPILOG = f"""\
Settings can also be in a configuration file (--config or {FILE_VARIABLE}) and in the environment.
The command line overrides the environment, which overrides the file. See docs/server.md.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    for stream in (sys.stdout, sys.stderr):  # names may have characters that the console lacks
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        given = {setting.name: getattr(options, setting.name, None) for setting in TABLE}
        serving = options.command == "serve"
        settings = read_settings(given, os.environ, options.config, serving)
        if serving and (ignored := ", ".join(platform_variables(os.environ))):
            print(f"ignored, as a container platform sets it: {ignored}", file=sys.stderr)
        for name in unknown_variables(os.environ):
            print(f"{name} is not a setting and has no effect", file=sys.stderr)
        if settings.data is None:
            raise BadSettings(
                "name the data folder with --data DIR, LAN_SYNC_DATA, or data in a settings file"
            )
        if options.command not in _MAKE_A_DATA_FOLDER:
            _require_data_folder(settings.data, settings)
        run: Command = options.run
        return run(settings.data, settings, options)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return _USAGE
    except PortTaken as error:
        hint = f": use --port {error.next_free}, which is free" if error.next_free else ""
        print(f"port {error.port} is in use by another program{hint}", file=sys.stderr)
    except NoSuchUser as error:
        print(f"there is no user {error.args[0]!r}; run lsuser to list them", file=sys.stderr)
    except NoSuchDevice as error:
        print(f"there is no device {error.args[0]}; run devices to list them", file=sys.stderr)
    except Unavailable as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        print(f"{error}{cause}", file=sys.stderr)
    except (Problem, BadName, BadPassword, NameTaken) as error:
        print(error, file=sys.stderr)
    except OSError as error:  # about a path that was typed, or the output
        path = f"{error.filename}: " if error.filename else ""
        print(f"{path}{error.strerror or error}", file=sys.stderr)
    except (KeyboardInterrupt, EOFError):  # at the prompt for a password
        print(file=sys.stderr)
        return _INTERRUPTED
    return _FAILED


def _require_data_folder(data: Path, settings: ServerSettings) -> None:
    """Raise BadSettings if `data` was probably mistyped."""
    # users who are kept elsewhere need no file here before they first sign in
    if not accounts_path(data).is_file() and not (settings.accounts and data.is_dir()):
        raise BadSettings(
            f"{data} has no {accounts_path(data).name}: name the data folder of the server"
        )


def _parser() -> argparse.ArgumentParser:
    # allow_abbrev: an option of a later version must not change what a script means today
    parser = argparse.ArgumentParser(
        # what the add-on was unpacked into stands for `addon`
        prog=f"python -m {__name__.rsplit('.', 2)[0]}.server",
        description="LAN Sync's server without Anki's window.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(
        name: str, run: Command, description: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=description,
            parents=parents,
            description=f"{description[0].upper()}{description[1:]}.",
            epilog=_EPILOG,
            allow_abbrev=False,
        )
        made.set_defaults(run=run)
        _add_settings(made, serving=name == "serve")
        return made

    command("serve", _serve, "serve until SIGINT or SIGTERM")
    take_over = argparse.ArgumentParser(add_help=False)
    take_over.add_argument(
        "--take-over",
        action="store_true",
        help="give the new user the folder of a former one with the same name",
    )
    for name, run, description in (
        ("adduser", users.adduser, "add a user; asks for the password, or reads it from stdin"),
        ("passwd", users.passwd, "change a user's password; devices stay signed in"),
    ):
        made = command(name, run, description, *([take_over] if name == "adduser" else []))
        made.add_argument("name", metavar="NAME", type=nfc)
        made.add_argument(
            "--hash",
            action="store_true",
            help="read a hash instead of a password, from werkzeug or Anki's own server",
        )
    command("deluser", users.deluser, "remove a user and keep its folder").add_argument(
        "name", metavar="NAME", type=nfc
    )
    command("lsuser", users.lsuser, "list the users")
    command(
        "import-users",
        lambda data, settings, options: users.import_users(
            data, settings, os.environ, options.take_over
        ),
        "add the users of Anki's own server, from SYNC_USER1.. in the environment",
        take_over,
    )
    command("devices", users.devices, "list the devices that have signed in").add_argument(
        "name", metavar="NAME", type=nfc, nargs="?", help="only those of this user"
    )
    command("revoke", users.revoke, "remove one device, which must sign in again").add_argument(
        "number", metavar="NUMBER", type=_device, help="the number in the list of devices"
    )
    for name, run, description in (
        ("backups", backups.backups, "list a user's backups, the newest first"),
        ("backup", backups.backup, "back up a user's collection now"),
        ("restore", backups.restore, "put a backup in place of a user's collection"),
    ):
        made = command(name, run, description)
        made.add_argument("name", metavar="NAME", type=nfc)
        if name == "restore":
            made.add_argument(
                "which",
                metavar="WHICH",
                help=f"a name from the list of backups, or {backups.NEWEST}",
            )
    command(
        "check", repairs.check, "find and repair what is wrong with a user's data"
    ).add_argument("name", metavar="NAME", type=nfc)
    made = command(
        "deleted-media", repairs.deleted_media, "list deleted and replaced media, or put it back"
    )
    made.add_argument("name", metavar="NAME", type=nfc)
    made.add_argument("files", metavar="FILE", nargs="*", help="a file to put back")
    for name, run, description in (
        ("export", carry.export, "copy a user's collection and media to a new folder"),
        ("import", carry.import_, "replace a user's collection and media with a copy of a folder"),
    ):
        made = command(name, run, f"{description}, in the layout of Anki's own server")
        made.add_argument("name", metavar="NAME", type=nfc)
        made.add_argument("folder", metavar="FOLDER", type=Path)
    return parser


def _device(text: str) -> int:
    number = int(text)
    if number.bit_length() > 63:  # too large for SQLite
        raise ValueError
    return number


def _serve(data: Path, settings: ServerSettings, _options: argparse.Namespace) -> int:
    return serve(data, settings)


def _add_settings(parser: argparse.ArgumentParser, serving: bool) -> None:
    group = parser.add_argument_group("settings")
    group.add_argument("--config", metavar="FILE", help=f"configuration file ({FILE_VARIABLE})")
    for setting in TABLE:
        if serving or not setting.serving:
            default = f"; {setting.default}" if setting.default else ""
            group.add_argument(
                setting.option,
                metavar="DIR" if setting.read is folder else "VALUE",
                help=f"{setting.help} ({setting.variable}{default})",
            )

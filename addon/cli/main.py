"""Parses a command line, runs its command, and says in one sentence what went wrong."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import PortTaken, Problem
from ..protocol.faults import Unavailable
from ..server.accounts.accounts import BadName, BadPassword, NameTaken, NoSuchUser
from ..server.accounts.devices import NoSuchDevice
from ..store.user_names import nfc
from . import carry, users
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

# Exit codes. The second is argparse's own, for what must be typed or written in another way.
_FAILED = 1
_USAGE = 2
_INTERRUPTED = 130  # 128 + SIGINT, as shells have it

Run = Callable[[Path, ServerSettings, argparse.Namespace], int]

_EPILOG = f"""\
Each setting can also stand in a configuration file, named by --config or {FILE_VARIABLE}, and in
the environment. The command line wins over the environment, that over the file.
docs/server.md explains everything.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    for stream in (sys.stdout, sys.stderr):  # a name of any script, on a console of one
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        given = {setting.name: getattr(options, setting.name, None) for setting in TABLE}
        serving = options.command == "serve"
        settings = read_settings(given, os.environ, options.config, serving)
        if serving and (foreign := ", ".join(platform_variables(os.environ))):
            print(f"set by a container platform, and ignored: {foreign}", file=sys.stderr)
        for name in unknown_variables(os.environ):
            print(f"{name} is no setting and changes nothing", file=sys.stderr)
        if settings.data is None:
            raise BadSettings(
                "name the data folder with --data DIR, LAN_SYNC_DATA, or data in a settings file"
            )
        run: Run = options.run
        return run(settings.data, settings, options)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return _USAGE
    except PortTaken as error:
        hint = f"; free is --port {error.next_free}" if error.next_free else ""
        print(f"port {error.port} is in use by another program{hint}", file=sys.stderr)
    except NoSuchUser as error:
        print(f"there is no user {error.args[0]!r}; lsuser lists them", file=sys.stderr)
    except NoSuchDevice as error:
        print(f"there is no device {error.args[0]}; devices lists them", file=sys.stderr)
    except Unavailable as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        print(f"{error}{cause}", file=sys.stderr)
    except (Problem, BadName, BadPassword, NameTaken) as error:
        print(error, file=sys.stderr)
    except OSError as error:  # of what was typed, or where the output goes
        about = f"{error.filename}: " if error.filename else ""
        print(f"{about}{error.strerror or error}", file=sys.stderr)
    except (KeyboardInterrupt, EOFError):  # at the prompt for a password
        print(file=sys.stderr)
        return _INTERRUPTED
    return _FAILED


def _parser() -> argparse.ArgumentParser:
    # allow_abbrev: an option of a later version must not change what a script says today
    parser = argparse.ArgumentParser(
        prog=f"python -m {__name__.rsplit('.', 2)[0]}",  # as it was unpacked
        description="LAN Sync's server without Anki's window.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(
        name: str, run: Run, does: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=does,
            parents=parents,
            description=f"{does[0].upper()}{does[1:]}.",
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
        help="give a new user the folder that a former one of the same name left",
    )
    for name, run, does in (
        ("adduser", users.adduser, "add a user; asks for the password, or reads it from stdin"),
        ("passwd", users.passwd, "change a user's password; devices stay signed in"),
    ):
        made = command(name, run, does, *([take_over] if name == "adduser" else []))
        made.add_argument("name", metavar="NAME", type=nfc)
        made.add_argument(
            "--hash",
            action="store_true",
            help="take a hash in place of the password: werkzeug's, or Anki's own server's",
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
        "add the users of Anki's own server, given as SYNC_USER1.. in the environment",
        take_over,
    )
    command("devices", users.devices, "list the devices that signed in").add_argument(
        "name", metavar="NAME", type=nfc, nargs="?", help="only this user's"
    )
    command("revoke", users.revoke, "shut out one device").add_argument(
        "number", metavar="NUMBER", type=_device, help="as devices lists it"
    )
    for name, run, does in (
        ("export", carry.export, "copy a user's collection and media to a new folder"),
        ("import", carry.import_, "replace a user's collection and media by a copy of a folder"),
    ):
        made = command(name, run, f"{does}, laid out as Anki's own server has it")
        made.add_argument("name", metavar="NAME", type=nfc)
        made.add_argument("folder", metavar="FOLDER", type=Path)
    return parser


def _device(text: str) -> int:
    number = int(text)
    if number.bit_length() > 63:  # more than SQLite can look for
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

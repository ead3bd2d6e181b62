"""The entry point for developers of LAN Sync: `python3 dev.py COMMAND [ARGUMENTS]`.

Needs only Python 3.9 or newer. Each command first sets up what it uses (`.venv` with the packages
of requirements/dev.lock; for `test` and `run` also system packages for Qt). If only an
administrator can do that, it exits with code 2 and prints the command to type.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 9):  # before the imports below, which older Pythons cannot read
    sys.exit(
        f"dev.py needs Python 3.9 or newer; this is {sys.version.split()[0]} ({sys.executable})"
    )

import signal
from collections.abc import Callable
from dataclasses import dataclass

from tools import commands
from tools.environment import NotReady
from tools.process import exit_on_sigterm


@dataclass(frozen=True)
class Command:
    """`run` takes the arguments after the command's name and returns the exit code."""

    run: Callable[[list[str]], int]
    help: str


COMMANDS = {
    "run": Command(commands.run, "build, install into a scratch Anki, sync with it  [--keep]"),
    "test": Command(
        commands.test,
        "all tests  [pytest's arguments | --bridge SEEDS | --faults | --lives N]",
    ),
    "bench": Command(commands.bench, "our server compared with Anki's own  [--quick]"),
    "hosts": Command(commands.hosts, "the add-on in old and new versions of Anki  [VERSION...]"),
    "build": Command(commands.build, "pack dist/lan_sync-VERSION.ankiaddon"),
    "screenshots": Command(
        commands.screenshots,
        "a picture of every window  [--languages ar ja] [--themes dark] [--scales 1.5]",
    ),
    "ftl": Command(commands.ftl, "for translators: new LANG, check, stats, pseudo"),
    "check": Command(commands.check, "lint, formatting, types, strings"),
    "setup": Command(commands.setup, "set everything up and do nothing else"),
}


def main(arguments: list[str]) -> int:
    """Run one command; exit code 2 means that this machine or command line cannot run it."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print("usage: python3 dev.py COMMAND [ARGUMENTS]\n")
        for name, known in COMMANDS.items():
            print(f"  {name:<11} {known.help}")
        return 0 if arguments in (["-h"], ["--help"]) else 2
    exit_on_sigterm()
    try:
        return command.run(arguments[1:])
    except NotReady as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m addon.bridge`: merge the collection of a closed Anki with a store."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..bridge.bridge import Bridge
from ..bridge.outcome import Answer
from ..errors import Problem
from ..hosting import claim_data_folder, open_accounts
from ..store.paths import UserFolder, accounts_path, users_path
from ..store.user_names import is_user_name

if TYPE_CHECKING:
    from anki.collection import Collection

_FAILED = 1
_ASKED = 3  # nothing was written: a person must decide


class CannotOpen(Problem):
    """The collection is missing, damaged, or open in another program."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one merge and print its outcome as a line of JSON; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        outcome = _bridge(options)
    except Problem as error:
        print(error, file=sys.stderr)
        return _FAILED
    print(outcome)
    return _ASKED if '"question"' in outcome else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"python -m {__name__.rsplit('.', 2)[0]}.bridge",
        description="Merge a collection and the store that phones sync with. Anki must not have the"
        " collection open, and no server may be running on the data folder.",
        epilog="Exit code 3: a person must decide; see `question`, and use --answer.",
        allow_abbrev=False,
    )
    parser.add_argument("--data", metavar="DIR", type=Path, required=True, help="data folder")
    parser.add_argument("--user", metavar="NAME", required=True, help="the user whose store it is")
    parser.add_argument(
        "--answer",
        choices=[answer.value for answer in Answer],
        help="the side to keep if a person must decide; `both` unites them",
    )
    parser.add_argument(
        "--no-server",
        action="store_true",
        help="the collection syncs with no other server: keep pending changes from piling up",
    )
    parser.add_argument("collection", metavar="COLLECTION_FILE", type=Path)
    return parser


def _bridge(options: argparse.Namespace) -> str:
    if not is_user_name(options.user):
        raise CannotOpen(f"{options.user!r} cannot be a user's name")
    if not options.data.is_dir():
        raise CannotOpen(f"{options.data} is not a folder: name the data folder of the server")
    answer = Answer(options.answer) if options.answer else None
    with claim_data_folder(options.data):
        folder = UserFolder(users_path(options.data) / _user(options.data, options.user))
        if users_path(options.data).resolve() in options.collection.resolve().parents:
            raise CannotOpen(
                f"{options.collection} is a copy that phones sync with: name the collection.anki2"
                " of a profile"
            )
        collection = _open(options.collection)
        try:
            bridge = Bridge(folder)
            outcome = bridge.merge(collection, answer)
            if options.no_server:
                bridge.stamp(collection)
        finally:
            collection.close()
    return json.dumps(outcome.to_json(), ensure_ascii=False)


def _user(data: Path, typed: str) -> str:
    """Return the user's name as it is spelt; in a folder without accounts, any name.

    Raises CannotOpen: a mistyped name would begin another store.
    """
    if not accounts_path(data).is_file():
        return typed
    with contextlib.closing(open_accounts(data)) as accounts:
        name = accounts.users.stored_name(typed)
        if name is None:
            names = ", ".join(accounts.users.names()) or "none"
            raise CannotOpen(f"{data} has no user {typed!r}; the users there: {names}")
    return name


def _open(path: Path) -> Collection:
    from anki.collection import Collection
    from anki.errors import AnkiException

    if not path.is_file():
        raise CannotOpen(f"{path} is not a file: name the collection.anki2 of a profile")
    try:
        return Collection(str(path.absolute()))
    except (AnkiException, OSError) as error:
        cause = " ".join(str(error).split())[:200]
        raise CannotOpen(
            f"{path} cannot be opened ({cause}): close Anki, or restore a backup"
        ) from error

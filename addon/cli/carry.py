"""`export` and `import`: copy a user's folder to and from another server."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from ..hosting import claim_data_folder, open_accounts
from ..server.accounts.local_users import NoSuchUser
from ..server.accounts.sign_in import load
from ..store.paths import UserFolder, replaced_path, users_path
from ..store.transfer.carry import Carried, export_user, import_user
from ..store.user_names import is_user_name
from .settings import ServerSettings

_MAX_SHOWN = 10  # names of missing files


def export(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Copy a user's folder to a new one; a server may be running."""
    require_user(data, settings, options.name)
    folder = UserFolder(users_path(data) / options.name)
    _report(options.folder, export_user(folder, options.folder))
    return 0


def import_(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Replace a user's folder with a copy of another server's."""
    require_user(data, settings, options.name)
    folder = UserFolder(users_path(data) / options.name)
    with claim_data_folder(data):
        carried = import_user(options.folder, folder, replaced_path(data))
    _report(folder.root, carried)
    if carried.forked:
        print("it lacks what was synced here since then: each device will ask which side to keep")
    if carried.backup is not None:
        print(f"the former collection is now the backup {carried.backup.stem}")
    if carried.left is not None:
        print(f"the rest of the former folder is {carried.left}")
    return 0


def require_user(data: Path, settings: ServerSettings, name: str) -> None:
    """Raise NoSuchUser, also for a name that could lead to any other folder."""
    if not is_user_name(name):
        raise NoSuchUser(name)
    with contextlib.closing(open_accounts(data)) as accounts:
        known = accounts.users.exists(name)
        if not known and settings.accounts:
            known = load(settings.accounts, data).exists(name)
    if not known:
        raise NoSuchUser(name)


def _report(folder: Path, carried: Carried) -> None:
    print(f"{folder} has the collection and {carried.files} media files")
    if carried.missing:
        names = ", ".join(map(repr, carried.missing[:_MAX_SHOWN]))
        more = ", ..." if len(carried.missing) > _MAX_SHOWN else ""
        print(
            f"{len(carried.missing)} media files were missing or damaged, and devices will send "
            f"them again: {names}{more}"
        )

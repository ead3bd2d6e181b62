"""How much space the server's data takes, as a sentence."""

from __future__ import annotations

from pathlib import Path

from ...i18n import format_bytes, tr


def describe_usage(data: Path) -> str:
    """Return how much space all users' data takes, including former users'; "" if there is none.

    Looks at every file. For a thread.
    """
    from ...store.paths import UserFolder, users_path
    from ...store.transfer.usage import usage_of

    try:
        folders = [each for each in users_path(data).iterdir() if each.is_dir()]
    except FileNotFoundError:
        return ""
    except OSError as error:
        return tr.devices_no_storage(reason=str(error))
    used = [usage_of(UserFolder(folder)) for folder in folders]
    return tr.devices_storage(
        total=format_bytes(sum(each.total for each in used)),
        collection=format_bytes(sum(each.collection for each in used)),
        media=format_bytes(sum(each.media for each in used)),
        backups=format_bytes(sum(each.backups + each.trash for each in used)),
    )

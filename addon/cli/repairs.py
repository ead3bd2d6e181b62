"""`check`, and `deleted-media`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from .. import upkeep
from ..errors import Problem
from ..store.media.trash import Trashed, list_trash
from ..store.paths import UserFolder, users_path
from ..store.transfer.check import Repaired
from .carry import require_user
from .settings import ServerSettings


class NotInTrash(Problem):
    """No such file was deleted or replaced in the last 30 days."""


def check(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """Find and repair what is wrong with a user's collection and media, and print it."""
    require_user(data, settings, options.name)
    repaired = upkeep.check(data, options.name)
    for line in _lines(repaired):
        print(line)
    return 0


def deleted_media(data: Path, settings: ServerSettings, options: argparse.Namespace) -> int:
    """List the media that was deleted or replaced, or put some of it back."""
    require_user(data, settings, options.name)
    there = list_trash(UserFolder(users_path(data) / options.name))
    if not options.files:
        for file in there:
            when = time.strftime("%Y-%m-%d %H:%M", time.localtime(file.discarded))
            print(f"{when}  {file.size:>10}  {file.name}")
        return 0
    wanted = [_last(there, name) for name in dict.fromkeys(options.files)]
    upkeep.put_back_media(data, options.name, wanted)
    print(f"files put back: {len(wanted)}; devices get them at their next media sync")
    return 0


def _last(there: list[Trashed], name: str) -> Trashed:
    for file in there:
        if file.name == name:
            return file
    raise NotInTrash(
        f"no media file {name!r} was deleted or replaced; leave out the name to list them"
    )


def _lines(repaired: Repaired) -> Iterator[str]:
    if repaired.nothing:
        yield "nothing is wrong"
    if repaired.cards_without_note:
        yield f"removed {repaired.cards_without_note} cards without a note"
    if repaired.notes_without_cards:
        yield f"removed {repaired.notes_without_cards} notes without cards"
    if repaired.graves:
        yield f"removed {repaired.graves} records of deletions of what exists"
    if repaired.backup:
        yield f"what was there before is in the backup {repaired.backup}"
    media = repaired.media
    for names, what in (
        (media.added, "added media file {}, which was not in the list"),
        (media.lost, "forgot media file {}, which is missing; a device that has it sends it again"),
        (media.damaged, "forgot media file {}, which is damaged; a device sends it again"),
    ):
        yield from (what.format(repr(name)) for name in names)
    if media.miscounted:
        yield "corrected the number of media files"

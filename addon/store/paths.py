"""Where files are in the data folder; a user's folder has the layout of Anki's own server.

Source: rslib/src/sync/http_server/mod.rs (`SYNC_BASE/USER/{collection.anki2,media,media.db}`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import atomic, patient


def accounts_path(data: Path) -> Path:
    return data / "accounts.db"


def activity_path(data: Path) -> Path:
    return data / "activity.db"


def users_path(data: Path) -> Path:
    """Return the folder that holds each user's folder; Anki's own server calls it SYNC_BASE."""
    return data / "users"


def replaced_path(data: Path) -> Path:
    """Return the folder for user folders that an import is replacing."""
    return data / "replaced"


@dataclass(frozen=True)
class UserFolder:
    """One user's folder."""

    root: Path

    @cached_property  # asked for at each sync, and making a `Path` takes longer than a look at it
    def collection(self) -> Path:
        return self.root / "collection.anki2"

    @property
    def has_collection(self) -> bool:
        """Whether there is a collection. An empty file does not count: on a full disk SQLite leaves
        one, and so did earlier versions of LAN Sync."""
        try:
            return os.stat(self.collection).st_size > 0
        except FileNotFoundError:
            return False

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def media_db(self) -> Path:
        return self.root / "media.db"

    @property
    def backups(self) -> Path:
        """Replaced collections, and uploads that could not be stored in full."""
        return self.root / "backups"

    @cached_property
    def bridge(self) -> Path:
        """The state of the bridge to a desktop's collection."""
        return self.root / "bridge.db"

    @property
    def is_bridged(self) -> bool:
        """Whether the store is kept in sync with a collection that Anki opens."""
        return os.path.exists(self.bridge)

    @property
    def _shared_media(self) -> Path:
        return self.root / "media.folder"

    @property
    def shared_media(self) -> Path | None:
        """The media folder of an Anki profile, if that is used instead of `media`."""
        return _path_in(self._shared_media)

    def share_media(self, folder: Path) -> None:
        """Use a profile's media folder from now on, across restarts; `media` is merged into it."""
        if folder != self.shared_media:
            self.create()
            atomic.write_bytes(self._shared_media, os.fsencode(folder))

    @property
    def _other_structure(self) -> Path:
        return self.root / "other-structure"

    @property
    def other_structure(self) -> Path | None:
        """The backup of an upload whose note types a person may prefer to those of the store."""
        return _path_in(self._other_structure)

    def offer_structure(self, upload: Path | None) -> None:
        """Remember such an upload until a person has decided; None forgets it."""
        if upload is not None:
            atomic.write_bytes(self._other_structure, os.fsencode(upload))
        else:
            patient.remove(self._other_structure, missing_ok=True)

    @property
    def _restored(self) -> Path:
        return self.root / "restored"

    @property
    def restored(self) -> int | None:
        """The schema stamp (ms) of a backup that was put back: a desktop's collection must become
        the same, whatever it has (bridge/run.py)."""
        stamp = _path_in(self._restored)
        return None if stamp is None else int(str(stamp))

    def note_restored(self, scm: int) -> None:
        """Remember that a collection with this stamp is put back."""
        atomic.write_bytes(self._restored, str(scm).encode())

    def create(self) -> None:
        """Make the folder, accessible only to its owner where the system supports that."""
        atomic.make_folder(self.root, mode=0o700)


def _path_in(file: Path) -> Path | None:
    try:
        return Path(os.fsdecode(file.read_bytes()))
    except FileNotFoundError:
        return None

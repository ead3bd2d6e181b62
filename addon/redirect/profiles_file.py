"""profiles.json: a record of each profile, private to this computer's user."""

from __future__ import annotations

import json
import logging
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import Callable, Dict, List

from ..errors import DataFolderUnusable
from ..store import atomic, patient
from .settings import ProfileSettings, dump_profile, parse_profile

logger = logging.getLogger(__name__)
_VERSION = 2


class ProfilesFile:
    """Reads and changes one record per profile. Every change replaces the file atomically.

    Any thread may call: callers change fields of the current record and never write back an old
    one. All methods raise DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def read(self, profile: str) -> ProfileSettings:
        """Return the record of a profile; an empty one if there is none."""
        return self._read().get(profile, ProfileSettings())

    def update(
        self, profile: str, change: Callable[[ProfileSettings], ProfileSettings]
    ) -> ProfileSettings:
        """Replace the record of a profile with what `change` returns, and return that."""
        with self._lock:
            records = self._load()
            records[profile] = change(records.get(profile, ProfileSettings()))
            self._store(records)
            return records[profile]

    def rename(self, old: str, new: str) -> None:
        """Move a record to the profile's new name."""
        with self._lock:
            records = self._load()
            if old in records:
                records[new] = records.pop(old)
                self._store(records)

    def remove(self, profile: str) -> None:
        """Delete the record of a profile. Its account and the data there are kept."""
        with self._lock:
            records = self._load()
            if records.pop(profile, None) is not None:
                self._store(records)

    def leave_servers(self) -> List[str]:
        """Redirect no profile any more; return those that were redirected."""
        with self._lock:
            records = self._load()
            changed = [name for name, known in records.items() if known.server]
            if changed:
                for name in changed:
                    records[name] = replace(records[name], server="")
                self._store(records)
            return changed

    def any_phones(self) -> bool:
        """Return whether phones sync with any profile."""
        return any(known.phones for known in self._read().values())

    def addresses(self) -> List[str]:
        """Return the addresses of all other servers in the records."""
        found: List[str] = []
        for known in self._read().values():
            found += [known.server, known.choice]
            found += [login.address for login in known.logins]
        return [address for address in found if address]

    def with_phones(self, account: str) -> List[str]:
        """Return the profiles whose phones sync with an account on this computer."""
        return [
            name
            for name, known in self._read().items()
            if known.account == account and known.phones
        ]

    def password_of(self, account: str) -> str:
        """Return an account's password; "" where no profile's phones use that account."""
        known = [each.password for each in self._read().values() if each.account == account]
        return known[0] if known else ""

    def update_account(
        self, account: str, change: Callable[[ProfileSettings], ProfileSettings]
    ) -> None:
        """Change the records of all profiles with this account."""
        with self._lock:
            records = self._load()
            changed = {
                name: change(known) for name, known in records.items() if known.account == account
            }
            if changed:
                self._store({**records, **changed})

    def _read(self) -> Dict[str, ProfileSettings]:
        with self._lock:
            return self._load()

    def _load(self) -> Dict[str, ProfileSettings]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError:
            return self._set_aside()
        except OSError as error:
            raise DataFolderUnusable(self._path, str(error)) from error
        try:
            raw = json.loads(text)
        except ValueError:
            return self._set_aside()
        profiles = raw.get("profiles") if isinstance(raw, dict) else None
        if not isinstance(profiles, dict):
            return self._set_aside()
        return {name: parse_profile(record) for name, record in profiles.items()}

    def _set_aside(self) -> Dict[str, ProfileSettings]:
        """Rename a broken file, and keep it: it contains the password that phones use."""
        kept = self._path.with_name(f"{self._path.stem}.broken-{os.urandom(3).hex()}.json")
        try:
            patient.replace(self._path, kept)
        except OSError as error:
            raise DataFolderUnusable(self._path, str(error)) from error
        logger.warning("%s is broken; kept as %s, starting afresh", self._path.name, kept.name)
        return {}

    def _store(self, records: Dict[str, ProfileSettings]) -> None:
        profiles = {name: dump_profile(settings) for name, settings in records.items()}
        text = json.dumps({"version": _VERSION, "profiles": profiles}, indent=2, ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with atomic.replacing(self._path) as file:
                os.chmod(file.name, 0o600)  # passwords and keys, for the owner alone
                file.write(text.encode())
        except OSError as error:
            raise DataFolderUnusable(self._path, str(error)) from error

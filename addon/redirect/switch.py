"""Swaps a profile's identity in memory and keeps the former one on disk.

Anki's ProfileManager pickles the whole profile dict in `save()`. While redirected, the dict in
memory names our server, and the saving is wrapped so that the former identity is what reaches the
disk. A crash, a disabled or a deleted add-on therefore leaves Anki as it was found.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, Optional, Protocol

from .address import same_address
from .identity import Identity

logger = logging.getLogger(__name__)


class ProfileManager(Protocol):
    """The part of Anki's ProfileManager used here (aqt/profiles.py)."""

    base: str
    name: Optional[str]
    profile: Optional[Dict[str, Any]]

    def save(self) -> None:
        """Write the open profile to prefs21.db."""

    def rename(self, name: str) -> None:
        """Give the selected profile another name; keeps the old one where that is impossible."""

    def remove(self, name: str) -> None:
        """Delete a profile and move its folder to the trash."""

    def set_current_sync_url(self, url: Optional[str]) -> None:
        """Remember where a server has redirected us to."""


@dataclass(frozen=True)
class Watcher:
    """Who is told what Anki and the person do to the profile."""

    left: Callable[[], None]
    """The person chose another address or logged out; the redirect is over."""
    logged_in: Callable[[Identity], None]
    """There is a new login at the server we are redirected to."""
    closed: Callable[[], None]
    """Anki has closed the collection, synced for the last time and saved the profile."""
    renamed: Callable[[str, str], None]
    """A profile has another name now: (old, new)."""
    removed: Callable[[str], None]
    """A profile is gone."""


def person_left(ours: Identity, now: Identity, former: Identity) -> Optional[Identity]:
    """Return the identity to keep if the person decided against the redirect, else None.

    Only Preferences changes the address or, on "Log out", takes the key and leaves the user name.
    A key refused by the server is no decision: Anki then clears key and user.
    """
    if not same_address(now.address, ours.address):
        if same_address(now.address, former.address):
            return former
        # the login they see was made for our server; another one has no use for it
        key = now.sync_key if now.key != ours.key else None
        user = now.sync_user if now.key != ours.key else None
        return replace(
            Identity.at(""), custom_sync_url=now.custom_sync_url, sync_key=key, sync_user=user
        )
    if ours.key and not now.key and now.user:
        # logged out here means that nothing syncs; falling back to the AnkiWeb login would
        return replace(former, sync_key=None, current_sync_url=None)
    return None


class Switch:
    """The redirect of the open profile: `apply`, `restore`, and the guard over `pm.save`."""

    def __init__(self, pm: ProfileManager, collection_is_open: Callable[[], bool]) -> None:
        self._pm = pm
        self._collection_is_open = collection_is_open
        self._watcher: Optional[Watcher] = None
        self._profile: Optional[Dict[str, Any]] = None
        self._former = Identity()
        self._ours = Identity()

    @property
    def on(self) -> bool:
        """Whether the profile now open is redirected. Anki replaces the dict when it loads one."""
        return self._profile is not None and self._profile is self._pm.profile

    @property
    def ours(self) -> Identity:
        """The identity in memory while redirected."""
        return self._ours

    @property
    def former(self) -> Identity:
        """The identity that was replaced, while redirected."""
        return self._former

    def apply(self, ours: Identity) -> None:
        """Redirect the open profile; while redirected, replace the identity in force."""
        profile = self._pm.profile
        assert profile is not None, "a profile is open"
        if not self.on:
            self._former = Identity.read_from(profile)
        self._profile, self._ours = profile, ours
        ours.write_to(profile)
        logger.info("redirected to %r", ours)

    def restore(self) -> None:
        """Put the former identity back, if it was replaced."""
        self._end(self._former)

    def notice(self) -> None:
        """Look at what Anki or the person did to the identity since it was applied."""
        if not self.on:
            return
        assert self._profile is not None
        now = Identity.read_from(self._profile)
        kept = person_left(self._ours, now, self._former)
        if kept is not None:
            logger.info("the person chose %r", kept)
            self._end(kept)
            if self._watcher:
                self._watcher.left()
            return
        had_key, self._ours = self._ours.key, now
        if now.key and now.key != had_key and self._watcher:
            self._watcher.logged_in(now)

    def guard(self, watcher: Watcher) -> None:
        """Wrap what the ProfileManager does to profiles. Once per program."""
        self._watcher = watcher
        pm = self._pm
        save, rename, remove = pm.save, pm.rename, pm.remove

        def guarded_save() -> None:
            self._save(save)

        def guarded_rename(name: str) -> None:
            old = pm.name
            rename(name)
            # Anki keeps the old name, and says so itself, where the folder cannot be renamed
            if old is not None and pm.name is not None and pm.name != old:
                watcher.renamed(old, pm.name)

        def guarded_remove(name: str) -> None:
            remove(name)
            watcher.removed(name)

        for name, guarded in (
            ("save", guarded_save),
            ("rename", guarded_rename),
            ("remove", guarded_remove),
        ):
            setattr(pm, name, guarded)
        # 2.1.57 brought it; before that the host number alone says which shard of AnkiWeb
        if hasattr(pm, "set_current_sync_url"):
            self._guard_current_sync_url(pm, pm.set_current_sync_url)

    def _guard_current_sync_url(
        self, pm: ProfileManager, set_url: Callable[[Optional[str]], None]
    ) -> None:
        def guarded(url: Optional[str]) -> None:
            # Anki asks AnkiWeb for the colour of its sync button when the deck list opens, and
            # keeps the shard that answers. Coming in after the switch, that answer would send our
            # host key to AnkiWeb. A server we redirect to costs one more hop per sync instead.
            set_url(None if self.on else url)

        pm.set_current_sync_url = guarded  # type: ignore[method-assign]

    def _save(self, save: Callable[[], None]) -> None:
        self.notice()
        # Preferences and others save with the collection open. Without one it is the last step of
        # closing, after the automatic sync, and the only sign of it that Anki gives.
        closing = not self._collection_is_open()
        if closing:
            # for good: Anki may open the same dict again (restoring a backup does)
            self.restore()
        if not self.on:
            save()
        else:
            assert self._profile is not None
            ours = Identity.read_from(self._profile)
            self._former.write_to(self._profile)
            try:
                save()
            finally:
                ours.write_to(self._profile)
        if closing and self._watcher:
            self._watcher.closed()

    def _end(self, kept: Identity) -> None:
        if self.on:
            assert self._profile is not None
            kept.write_to(self._profile)
            logger.info("back to %r", kept)
        self._profile = None

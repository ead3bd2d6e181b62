"""Swaps a profile's identity in memory and keeps the former one on disk.

Anki's ProfileManager pickles the whole profile dict in `save()`. While redirected, the dict in
memory names our server, and the saving is wrapped so that the former identity is what reaches the
disk. A crash, a disabled or a deleted add-on therefore leaves Anki as it was found.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any, Callable, Container, Dict, Optional, Protocol, Set

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

    def sync_auth(self) -> object:
        """Return the host key with the address to send it to; None when logged out."""

    def set_current_sync_url(self, url: Optional[str]) -> None:
        """Remember where a server has redirected us to."""


@dataclass(frozen=True)
class Watcher:
    """Who is told what Anki and the person do to the profile."""

    left: Callable[[], None]
    """The person, or another add-on, set another login; the redirect is over. Any thread."""
    logged_in: Callable[[Identity], None]
    """There is a new login at the server we are redirected to."""
    closed: Callable[[], None]
    """Anki has closed the collection and synced for the last time; may be told again."""
    renamed: Callable[[str, str], None]
    """A profile has another name now: (old, new)."""
    removed: Callable[[str], None]
    """A profile is gone."""
    key_wanted: Callable[[], None]
    """Anki is about to send the host key, if there is one. Any thread."""


def what_was_set(
    ours: Identity, now: Identity, former: Identity, issued: Container[str]
) -> Optional[Identity]:
    """Return the identity to keep if the login was changed behind the redirect, else None.

    Preferences change the address or, on "Log out", take the key and leave the user name. Other
    add-ons set any of the fields. `issued` are the keys of the server we redirect to: no other key
    may be sent there, nor one of those elsewhere. A key refused by the server is no decision: Anki
    then clears key and user.
    """
    new_login = bool(now.key) and now.key not in issued and now.key != former.key
    if not same_address(now.address, ours.address):
        if not same_address(now.address, former.address):
            user, key = (now.user, now.key) if new_login else ("", "")
            return replace(Identity.at("", user, key), custom_sync_url=now.custom_sync_url)
    elif ours.key and not now.key and now.user:
        # logged out here means that nothing syncs; falling back to the AnkiWeb login would
        return replace(former, sync_key=None, current_sync_url=None)
    elif not now.key or now.key in issued:
        return None
    if not new_login:
        return former
    # whoever set it saw no address, or one that is not theirs: it belongs where Anki synced before
    return replace(
        former, sync_key=now.sync_key, sync_user=now.sync_user, current_sync_url=None, host_num=0
    )


class Switch:
    """The redirect of the open profile: `apply`, `restore`, and the guard over the profile."""

    def __init__(self, pm: ProfileManager, collection_is_open: Callable[[], bool]) -> None:
        self._pm = pm
        self._collection_is_open = collection_is_open
        self._watcher: Optional[Watcher] = None
        self._guards: Dict[str, Callable[..., object]] = {}
        self._saving = False
        self._profile: Optional[Dict[str, Any]] = None
        self._former = Identity()
        self._ours = Identity()
        self._issued: Set[str] = set()
        """The host keys that the server we redirect to has given us."""

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
        self._issued = {ours.key} if ours.key else set()
        ours.write_to(profile)
        logger.info("redirected to %r", ours)

    def restore(self) -> None:
        """Put the former identity back, if it was replaced."""
        self._end(self._former)

    def issued(self, key: str, address: Optional[str]) -> None:
        """Take note of a host key that a login has brought. Any thread.

        `address` is where Anki logged in; None where the address in force decided that.
        """
        if self.on and (address is None or same_address(address, self._ours.address)):
            self._issued.add(key)

    def notice(self) -> None:
        """Look at what Anki, the person or another add-on did to the identity. Any thread."""
        if not self.on or self._saving:
            return
        assert self._profile is not None
        now = Identity.read_from(self._profile)
        kept = what_was_set(self._ours, now, self._former, self._issued)
        if kept is not None:
            logger.info("somebody set %r", kept)
            self._end(kept)
            if self._watcher:
                self._watcher.left()
            return
        if now.key and now.key == self._ours.key:
            # nobody but a login changes these; an address of their own would get our key
            now = replace(self._ours, host_num=now.host_num)
            now.write_to(self._profile)
        had_key, self._ours = self._ours.key, now
        if now.key and now.key != had_key and self._watcher:
            self._watcher.logged_in(now)

    def guard(self, watcher: Watcher) -> None:
        """Start watching what is done to profiles. Once per program."""
        self._watcher = watcher
        self.watch()

    def watch(self) -> None:
        """Wrap what the ProfileManager does to profiles, again where somebody has replaced it."""
        for name, make in (
            ("save", self._guarded_save),
            ("load", self._guarded_load),
            ("sync_auth", self._guarded_sync_auth),
            ("rename", self._guarded_rename),
            ("remove", self._guarded_remove),
            # 2.1.57 brought it; before that the host number alone says which shard of AnkiWeb
            ("set_current_sync_url", self._guarded_set_current_sync_url),
        ):
            now = vars(self._pm).get(name)
            if hasattr(self._pm, name) and (now is None or now is not self._guards.get(name)):
                self._guards[name] = make(now or self._of_class(name))
                setattr(self._pm, name, self._guards[name])

    def ended(self) -> None:
        """End the redirect; save the former identity if Anki closed the profile without saving."""
        if self.on:
            self.restore()
            self._of_class("save")()

    def _of_class(self, name: str) -> Callable[..., Any]:
        def call(*args: object, **named: object) -> object:
            # looked up when called: other add-ons wrap the functions of the class
            return getattr(type(self._pm), name)(self._pm, *args, **named)

        return call

    def _guarded_load(self, load: Callable[..., object]) -> Callable[..., object]:
        def guarded(*args: object, **named: object) -> object:
            if self._watcher and not self._collection_is_open():
                self._watcher.closed()  # if it was not told before
            return load(*args, **named)

        return guarded

    def _guarded_rename(self, rename: Callable[[str], None]) -> Callable[[str], None]:
        def guarded(name: str) -> None:
            old = self._pm.name
            rename(name)
            now = self._pm.name
            # Anki keeps the old name, and says so itself, where the folder cannot be renamed
            if self._watcher and old is not None and now is not None and now != old:
                self._watcher.renamed(old, now)

        return guarded

    def _guarded_remove(self, remove: Callable[[str], None]) -> Callable[[str], None]:
        def guarded(name: str) -> None:
            remove(name)
            if self._watcher:
                self._watcher.removed(name)

        return guarded

    def _guarded_sync_auth(self, sync_auth: Callable[[], object]) -> Callable[[], object]:
        def guarded() -> object:
            # everything that sends the key asks for it here: syncs, media, the button's colour
            self.notice()
            if self._watcher:
                self._watcher.key_wanted()
            return sync_auth()

        return guarded

    def _guarded_set_current_sync_url(
        self, set_url: Callable[[Optional[str]], None]
    ) -> Callable[[Optional[str]], None]:
        def guarded(url: Optional[str]) -> None:
            # Anki asks AnkiWeb for the colour of its sync button when the deck list opens, and
            # keeps the shard that answers. Coming in after the switch, that answer would send our
            # host key to AnkiWeb. A server we redirect to costs one more hop per sync instead.
            set_url(None if self.on else url)

        return guarded

    def _guarded_save(self, save: Callable[[], None]) -> Callable[[], None]:
        def guarded() -> None:
            if self._saving:  # somebody has wrapped our own guard
                save()
                return
            self.notice()
            # Preferences and others save with the collection open. Without one it is the last step
            # of closing, after the automatic sync.
            closing = not self._collection_is_open()
            if closing:
                # for good: Anki may open the same dict again (restoring a backup does)
                self.restore()
            self._saving = True
            try:
                self._save(save)
            finally:
                self._saving = False
            if closing and self._watcher:
                self._watcher.closed()

        return guarded

    def _save(self, save: Callable[[], None]) -> None:
        if not self.on:
            save()
            return
        assert self._profile is not None
        ours = Identity.read_from(self._profile)
        self._former.write_to(self._profile)
        try:
            save()
        finally:
            ours.write_to(self._profile)

    def _end(self, kept: Identity) -> None:
        if self.on:
            assert self._profile is not None
            kept.write_to(self._profile)
            logger.info("back to %r", kept)
        self._profile = None

"""Swap a profile's identity in memory, and keep the former one on disk.

Anki's ProfileManager pickles the whole profile dict in `save()`. During a redirect, the dict in
memory has our server, and `save` is wrapped so that the former identity is what reaches the disk.
So after a crash, or once the add-on is disabled or deleted, Anki is as it was before.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any, Callable, Container, Dict, NamedTuple, Optional, Protocol, Set

from .address import same_address
from .identity import Identity

logger = logging.getLogger(__name__)


class ProfileManager(Protocol):
    """The part of Anki's ProfileManager that is used here (aqt/profiles.py)."""

    base: str
    name: Optional[str]
    profile: Optional[Dict[str, Any]]

    def save(self) -> None:
        """Write the open profile to prefs21.db."""

    def rename(self, name: str) -> None:
        """Rename the selected profile; keeps the old name if that is impossible."""

    def remove(self, name: str) -> None:
        """Delete a profile and move its folder to the trash."""

    def sync_auth(self) -> object:
        """Return the host key and the address for it; None if logged out."""

    def set_current_sync_url(self, url: Optional[str]) -> None:
        """Save the address that a server has redirected us to."""


class Watcher(NamedTuple):
    """Callbacks for what Anki and the person do to profiles."""

    left: Callable[[], None]
    """The person or another add-on has set another login; the redirect is over. Any thread."""
    logged_in: Callable[[Identity], None]
    """There is a new login at the server that we redirect to."""
    closed: Callable[[], None]
    """Anki has closed the collection after its last sync; may be called again."""
    renamed: Callable[[str, str], None]
    """A profile was renamed: (old, new)."""
    removed: Callable[[str], None]
    """A profile was removed."""
    key_wanted: Callable[[], None]
    """Anki is about to send the host key, if it has one. Any thread."""


def changed_identity(
    ours: Identity, now: Identity, former: Identity, issued: Container[str]
) -> Optional[Identity]:
    """Return the identity to keep if something else has changed the login, or None.

    Preferences change the address, or on "Log out" remove the key and keep the user name. Other
    add-ons set any of the fields. `issued` are the keys of the server that we redirect to: no other
    key may be sent there, and none of these to another server. If the server has refused the key,
    Anki clears key and user, but nobody has decided anything.
    """
    new_login = bool(now.key) and now.key not in issued and now.key != former.key
    if not same_address(now.address, ours.address):
        if not same_address(now.address, former.address):
            user, key = (now.user, now.key) if new_login else ("", "")
            return replace(Identity.at("", user, key), custom_sync_url=now.custom_sync_url)
    elif ours.key and not now.key and now.user:
        # being logged out means that nothing syncs, so do not fall back to the AnkiWeb login
        return replace(former, sync_key=None, current_sync_url=None)
    elif not now.key or now.key in issued:
        return None
    if not new_login:
        return former
    # set without our address in mind: it belongs to the server that Anki synced with before
    return replace(
        former, sync_key=now.sync_key, sync_user=now.sync_user, current_sync_url=None, host_num=0
    )


class Switch:
    """Redirects the open profile, and watches for changes to it by others."""

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
        """The host keys from the server that we redirect to."""

    @property
    def on(self) -> bool:
        """Whether the open profile is redirected. Anki replaces the dict when it loads one."""
        return self._profile is not None and self._profile is self._pm.profile

    @property
    def former(self) -> Identity:
        """The open profile's identity without us."""
        return self._former if self.on else Identity.read_from(self._pm.profile or {})

    def apply(self, ours: Identity) -> None:
        """Redirect the open profile, also if it is redirected already."""
        profile = self._pm.profile
        assert profile is not None, "a profile is open"
        if not self.on:
            self._former = Identity.read_from(profile)
        self._profile, self._ours = profile, ours
        self._issued = {ours.key} if ours.key else set()
        ours.write_to(profile)
        logger.info("redirected to %r", ours)

    def restore(self) -> None:
        """Restore the former identity if it was replaced."""
        self._end(self._former)

    def issued(self, key: str, address: Optional[str]) -> None:
        """Record a host key from a login. Any thread.

        `address` is where Anki logged in; None if it was the current one.
        """
        if self.on and (address is None or same_address(address, self._ours.address)):
            self._issued.add(key)

    def notice(self) -> None:
        """Check what Anki, the person or another add-on did to the identity. Any thread."""
        if not self.on or self._saving:
            return
        assert self._profile is not None
        now = Identity.read_from(self._profile)
        kept = changed_identity(self._ours, now, self._former, self._issued)
        if kept is not None:
            logger.info("something else has set %r", kept)
            self._end(kept)
            if self._watcher:
                self._watcher.left()
            return
        if now.key and now.key == self._ours.key:
            # only a login may change these, or our key could be sent to another address
            now = replace(self._ours, host_num=now.host_num)
            now.write_to(self._profile)
        had_key, self._ours = self._ours.key, now
        if now.key and now.key != had_key and self._watcher:
            self._watcher.logged_in(now)

    def guard(self, watcher: Watcher) -> None:
        """Start to watch for changes to profiles. Once per program."""
        self._watcher = watcher
        self.watch()

    def watch(self) -> None:
        """Wrap the ProfileManager's methods, again if something else has replaced them."""
        for name, make in (
            ("save", self._guarded_save),
            ("load", self._guarded_load),
            ("sync_auth", self._guarded_sync_auth),
            ("rename", self._guarded_rename),
            ("remove", self._guarded_remove),
            # since 2.1.57; before that only the host number selects a shard of AnkiWeb
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
                self._watcher.closed()  # if not called before
            return load(*args, **named)

        return guarded

    def _guarded_rename(self, rename: Callable[[str], None]) -> Callable[[str], None]:
        def guarded(name: str) -> None:
            old = self._pm.name
            rename(name)
            now = self._pm.name
            # if the folder cannot be renamed, Anki keeps the old name and says so
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
            # everything that sends the key gets it here: syncs, media, the button's colour
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
            # saves the shard that answers. If the answer came after the switch, our host key would
            # be sent to AnkiWeb. Instead, a redirect of our server costs one more hop per sync.
            set_url(None if self.on else url)

        return guarded

    def _guarded_save(self, save: Callable[[], None]) -> Callable[[], None]:
        def guarded() -> None:
            if self._saving:  # something has wrapped our own wrapper
                save()
                return
            self.notice()
            # Preferences and others save while the collection is open. Otherwise this is the last
            # step of closing, after the automatic sync.
            closing = not self._collection_is_open()
            if closing:
                # permanently: Anki may open the same dict again, as when it restores a backup
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

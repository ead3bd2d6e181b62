"""Migrate a profile that LAN Sync 0.1.0 made sync with its own computer instead of AnkiWeb."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, Optional, Tuple

from aqt.qt import QTimer

from ... import host
from ...errors import DataFolderUnusable, Problem
from ...i18n import tr
from ...redirect.open_profile import OpenProfile
from ...redirect.redirect import Redirect
from ...store import patient
from ..parts.background import Background
from ..parts.messages import show_message
from ..parts.problems import explain
from .readiness import Readiness

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...bridge import Outcome
    from .counterpart import Counterpart

logger = logging.getLogger(__name__)


class Migration:
    """Moves such a profile to the bridge; its former login is still on the disk."""

    def __init__(
        self,
        mw: AnkiQt,
        profile: OpenProfile,
        redirect: Redirect,
        readiness: Readiness,
        background: Background,
    ) -> None:
        self._background = background
        self._mw = mw
        self._profile = profile
        self._redirect = redirect
        self._readiness = readiness
        self._tried = False
        self._error: Optional[Exception] = None

    def forget(self) -> None:
        """Forget what happened to a profile that is closed."""
        self._tried, self._error = False, None

    def move(self, counterpart: Counterpart) -> Optional[Outcome]:
        """Merge both sides, with a backup of each; return None if that was done long ago.

        This replaces the first merge, whoever wants one. The store must be held. Raises a Problem,
        which is shown as well. Backups cost space, so the next attempt comes when the profile opens
        next; until then, every call raises the same.
        """
        if self._error is not None:
            raise self._error
        if self._tried:
            return None
        moving = self._profile.settings.moving
        self._tried = True
        if not moving:
            return None
        try:
            outcome, merged = self._unite(counterpart)
        except Exception as error:
            self._error = error
            if isinstance(error, Problem):
                problem = error
                # later, because this may happen in the middle of a sync
                QTimer.singleShot(0, lambda: self._failed(problem))
            raise

        def forgotten(_nothing: None) -> None:
            self._moved(merged)

        self._background.run(lambda: _forget_the_desktop(counterpart), forgotten, self._failed)
        return outcome

    def _failed(self, problem: Problem) -> None:
        show_message(self._mw, explain(problem))

    def _moved(self, merged: bool) -> None:
        try:
            if not self._readiness.open or not self._profile.settings.moving:
                return  # closed meanwhile; done again when the profile opens next
            self._profile.update(lambda known: replace(known, moving=False))
        except Problem as problem:
            self._failed(problem)
            return
        former = self._redirect.former
        if former.user:
            server = former.address or "AnkiWeb"
            words = tr.bridging_moved(server=server, user=former.user)
        else:
            words = tr.bridging_moved_without_login()
        if merged:
            words = f"{words}\n\n{tr.bridging_moved_merged()}"
        show_message(self._mw, words, warning=False)

    def _unite(self, counterpart: Counterpart) -> Tuple[Outcome, bool]:
        """Return the outcome, and whether there were two copies."""
        from ...bridge import Answer
        from ...store.transfer.copies import back_up

        bridge = counterpart.bridge
        try:
            host.back_up_collection(self._mw)
            copy = back_up(bridge.folder)
        except (OSError, sqlite3.Error) as error:
            raise DataFolderUnusable(bridge.folder.root, str(error)) from error
        try:
            outcome = bridge.merge(self._mw.col)
            if outcome.question is not None:
                # they are two copies of one collection
                outcome = bridge.merge(self._mw.col, Answer.BOTH)
        except Problem:
            # tried again each time the profile opens; this kind of backup is never pruned
            if copy is not None:
                patient.remove(copy, missing_ok=True)
            raise
        return outcome, copy is not None


def _forget_the_desktop(counterpart: Counterpart) -> None:
    """Remove the desktop, which was a device of its own server. For a thread."""
    for device in counterpart.server.accounts.devices.all():
        if device.hosting and device.user == counterpart.account:
            counterpart.server.revoke(device.id)

"""Which server the open collection is in step with: it can only be merged there.

A collection keeps track of a server by that server's update sequence numbers, which mean something
else on another server. Anki tells servers apart by the schema stamp, but that is equal if one
server was made from a copy of the other's data: Anki would merge by the wrong numbers, and some
changes on both sides would never be sent. So before its first sync with another place, the
collection gets a new stamp, and Anki asks which side to keep. If the profile comes back without
having synced there, it gets its former stamp back and nothing is asked.
"""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import Callable, Tuple

from ..errors import Problem
from .open_profile import OpenProfile
from .settings import Home, Mark, Place

logger = logging.getLogger(__name__)


def before_sync(home: Home, place: Place, stamp: int, fresh: int) -> Tuple[Home, int]:
    """Return the new state and stamp for a collection with `stamp` that is about to sync.

    `fresh` is a stamp (ms) that no server has.
    """
    mark = home.mark
    if mark is not None and stamp != mark.after:
        # a one-way sync has replaced the mark: by a new stamp, or by that of the server
        home, mark = Home(mark.place), None
    if place == home.place:
        return Home(place), stamp if mark is None else mark.before
    if mark is None:
        return Home(home.place, Mark(place, stamp, fresh)), fresh
    return Home(home.place, mark._replace(place=place)), stamp


class HomeKeeper:
    """Applies `before_sync` to the open collection, and saves the state with the profile."""

    def __init__(
        self,
        profile: OpenProfile,
        read_schema: Callable[[], int],
        write_schema: Callable[[int], None],
    ) -> None:
        self._profile = profile
        self._read_schema = read_schema
        self._write_schema = write_schema

    def sync_starts(self, place: Place) -> None:
        """Prepare the collection for a sync. Never raises: Anki is about to sync anyway."""
        stamp = self._read_schema()
        fresh = max(int(time.time() * 1000), stamp + 1)
        try:
            former = self._profile.settings.home
            home, new = before_sync(former, place, stamp, fresh)
            if home == former:
                return
            # In this order: a crash in between may leave a mark that is not recorded, which costs
            # a question, but never a recorded mark that is missing, which would look replaced.
            if new == fresh:
                logger.info("first sync with %s: one side will have to replace the other", place)
                self._write_schema(new)
            self._profile.update(lambda known: replace(known, home=home))
        except Problem as problem:
            logger.warning("cannot record which server the collection is in step with: %s", problem)
            return
        if new not in (stamp, fresh):
            self._write_schema(new)

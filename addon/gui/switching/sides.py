"""What Anki and this computer's server hold, counted before one may replace the other."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...store.collection.summary import Summary

logger = logging.getLogger(__name__)


def in_anki(mw: AnkiQt) -> Summary:
    """What the open profile holds."""
    # only now, here and below: an Anki that does not serve may not be able to load the store
    from ...store.collection.summary import Summary

    col = mw.col
    assert col.db is not None
    count = col.db.scalar
    return Summary(
        count("select count() from cards"),
        count("select count() from notes"),
        count("select count() from revlog"),
        col.mod,
        count("select scm from col"),
    )


def on_server(data: Path, account: str) -> Optional[Summary]:
    """What the server with this data folder has of an account; None if it cannot be read now."""
    from ...store.collection.summary import summarize
    from ...store.paths import UserFolder, users_path

    try:
        return summarize(UserFolder(users_path(data) / account).collection)
    except sqlite3.Error as error:
        logger.warning("the stored collection cannot be counted: %s", error)
        return None

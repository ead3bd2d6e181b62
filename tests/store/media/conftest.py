"""A media folder that Anki uses too, and the store that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Anki's folder."""
    folder = tmp_path / "profile" / "collection.media"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def user(tmp_path: Path, folder: Path) -> UserFolder:
    user = UserFolder(tmp_path / "data" / "anna")
    user.share_media(folder)
    return user


@pytest.fixture
def store(user: UserFolder) -> Iterator[MediaStore]:
    with closing(MediaStore.of(user)) as store:
        yield store

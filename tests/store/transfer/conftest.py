from __future__ import annotations

from pathlib import Path

import pytest

from addon.store.paths import UserFolder


@pytest.fixture
def folder(tmp_path: Path) -> UserFolder:
    """Return the empty folder of a user."""
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    return folder

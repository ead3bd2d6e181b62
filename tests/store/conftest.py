"""Collections of schema 18 as a real client leaves them, made once a run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from . import rich
from .transfer.snapshots import upgrade_by_anki


@pytest.fixture(scope="session")
def rich_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "collection.anki2"
    rich.build(path)
    return path


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "collection.anki2"
    upgrade_by_anki(path)
    return path


@pytest.fixture
def rich_copy(rich_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(rich_file, tmp_path / "rich.anki2"))


@pytest.fixture
def empty_copy(empty_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "empty.anki2"))

"""The main thread merges only where nobody else uses the store's file: it must not wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.bridge import Bridge
from addon.errors import BridgeProblem
from addon.store.collection.collection import create
from addon.store.paths import UserFolder


@pytest.fixture
def folder(tmp_path: Path) -> UserFolder:
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    return folder


@pytest.fixture
def other(folder: UserFolder) -> Iterator[sqlite3.Connection]:
    """Another program that opens the stored collection."""
    create(folder.collection)
    with closing(sqlite3.connect(folder.collection, isolation_level=None)) as other:
        yield other


def test_a_store_is_free_while_nobody_uses_it(
    folder: UserFolder, other: sqlite3.Connection
) -> None:
    other.execute("select scm from col").fetchone()
    assert Bridge(folder).is_free()


def test_a_store_that_does_not_exist_yet_is_free(folder: UserFolder) -> None:
    assert Bridge(folder).is_free()


def test_a_store_that_somebody_reads_is_not_free_until_that_is_done(
    folder: UserFolder, other: sqlite3.Connection
) -> None:
    other.execute("begin")
    other.execute("select scm from col").fetchone()
    assert not Bridge(folder).is_free()
    other.execute("rollback")
    assert Bridge(folder).is_free()


@pytest.mark.parametrize("lock", ["immediate", "exclusive"])
def test_a_store_that_somebody_writes_is_a_problem_at_once(
    folder: UserFolder, other: sqlite3.Connection, lock: str
) -> None:
    other.execute(f"begin {lock}")
    with pytest.raises(BridgeProblem, match="in use"):
        Bridge(folder).is_free()

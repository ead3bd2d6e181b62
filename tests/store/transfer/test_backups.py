from __future__ import annotations

import os
from pathlib import Path

import pytest

from addon.store.transfer import backups


def test_a_kept_file_stays_as_it_was_when_the_original_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    path.write_bytes(b"old")
    kept = backups.keep(path, tmp_path / "backups", "collection")
    newer = tmp_path / "newer"
    newer.write_bytes(b"new")
    os.replace(newer, path)
    assert kept is not None
    assert (kept.read_bytes(), path.read_bytes()) == (b"old", b"new")
    assert kept.name.startswith("collection-")
    assert kept.suffix == ".anki2"


def test_where_links_are_unknown_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "collection.anki2"
    path.write_bytes(b"old")
    kept = backups.keep(path, tmp_path / "backups", "collection")
    assert kept is not None
    assert kept.read_bytes() == b"old"


def test_several_in_one_second_have_different_names_and_the_newest_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    names = []
    for number in range(backups.KEPT + 3):
        path.unlink(missing_ok=True)
        path.write_bytes(b"%d" % number)
        kept = backups.keep(path, tmp_path / "backups", "collection")
        assert kept is not None
        names.append(kept)
    left = sorted((tmp_path / "backups").iterdir())
    assert [kept.read_bytes() for kept in left] == [
        b"%d" % number for number in range(3, backups.KEPT + 3)
    ]


def test_nothing_is_kept_of_what_is_not_there(tmp_path: Path) -> None:
    assert backups.keep(tmp_path / "none", tmp_path / "backups", "collection") is None
    assert not (tmp_path / "backups").exists()

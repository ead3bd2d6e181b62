"""An upload into a folder that Anki uses too: what it looks at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from addon.store.faults import NotNow
from addon.store.media.store import MediaStore

from .anki_folder import beside, known, put, send, settled


def test_an_upload_looks_only_at_the_files_that_it_names(
    store: MediaStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a", b"a")
    settled(folder)
    store.refresh()
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", lambda *_: pytest.fail("looked through the folder"))
        assert send(store, ("b", b"b")) == 2
        put(folder, "c", b"of Anki")
        assert send(store, ("a", b"newer"), ("d", b"d")) == 4
    assert send(store, ("c", b"of the phone")) == 6  # of Anki's file, and of the phone's
    assert known(store) == {"a": b"newer", "b": b"b", "c": b"of the phone", "d": b"d"}
    assert beside(folder, "trash") == [b"a", b"of Anki"]


def test_an_upload_is_refused_if_another_folder_has_taken_the_place(
    store: MediaStore, folder: Path
) -> None:
    """A disk was unmounted, and its mount point is empty."""
    for name in ("a", "b"):
        put(folder, name, b"x")
    store.refresh()
    folder.rename(folder.with_name("unmounted"))
    folder.mkdir()
    with pytest.raises(NotNow, match="have disappeared"):
        send(store, ("c", b"c"))
    assert not list(folder.iterdir())

"""An older copy of a user's folder is put back under a server's devices."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from anki.errors import SyncError

from .clients import Choice, Outcome
from .conftest import Converge, Pair
from .content import add_note, edit, front, some_note
from .servers import Server, User


@pytest.mark.better("rule 16: on Anki's server what was changed since stays on the devices alone")
def test_devices_that_are_ahead_of_an_older_copy_are_asked_which_side_to_keep(
    pair: Pair, server: Server, user: User, converge: Converge, tmp_path: Path, ours: bool
) -> None:
    one, other = pair
    folder, copy = server.folder(user), tmp_path / "older"
    server.stop()
    shutil.copytree(folder, copy)
    server.start()
    note = some_note(one)
    edit(one, note, "changed since")  # which changes no count
    for client in (one, other, one):
        assert client.sync() is Outcome.NO_CHANGES
    server.stop()
    shutil.rmtree(folder)
    copy.rename(folder)
    server.start()
    add_note(one, "and afterwards")
    if not ours:
        assert one.sync() is Outcome.NO_CHANGES
        return
    with pytest.raises(SyncError, match=r"(?i)check"):
        one.sync()
    assert one.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)
    assert front(other, note) == "changed since"

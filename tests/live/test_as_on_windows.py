"""Whole syncs under Windows' rule that nobody moves or deletes a file that is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from addon.server.events import CollectionUploaded, Event
from addon.store import patient

from ..serving import PASSWORD, address_of, serving
from ..windows import simulate
from .clients import Client, Outcome
from .content import add_note, fill
from .servers import User
from .snapshot import assert_same


@pytest.fixture
def breaches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(patient, "_PATIENCE", 0.5)
    return simulate(monkeypatch)


def test_the_server_moves_and_deletes_no_file_that_it_has_open(
    tmp_path: Path, breaches: list[str]
) -> None:
    events: list[Event] = []
    one, other = Client(tmp_path / "one"), Client(tmp_path / "other")
    try:
        with serving(tmp_path / "data", "anna", tell=events.append) as server:
            for client in (one, other):
                client.login(address_of(server), User("anna", PASSWORD))
            fill(one)
            for number in range(3):
                (one.media / f"{number}.png").write_bytes(bytes([number]) * 1000)
            assert one.sync() is Outcome.FULL_UPLOAD
            assert other.sync() is Outcome.FULL_DOWNLOAD
            add_note(other, "from the other")
            (other.media / "0.png").write_bytes(b"changed")
            (other.media / "1.png").unlink()
            assert other.sync() is Outcome.NO_CHANGES
            assert one.sync() is Outcome.NO_CHANGES
            assert one.sync() is Outcome.NO_CHANGES  # of deleted media, it is told one at a time
            assert_same(one, other)
            one.upload()  # the former collection becomes a backup
            uploaded = [event for event in events if isinstance(event, CollectionUploaded)]
            assert uploaded[-1].replaced is not None
            server.upkeep.restore("anna", uploaded[-1].replaced.backup.stem)
    finally:
        one.close()
        other.close()
    assert breaches == []


def test_imports_and_exports_move_no_open_file(tmp_path: Path, breaches: list[str]) -> None:
    from addon.store.paths import UserFolder, replaced_path, users_path
    from addon.store.transfer.carry import export_user, import_user

    client = Client(tmp_path / "one")
    data = tmp_path / "data"
    try:
        with serving(data, "anna") as server:
            client.login(address_of(server), User("anna", PASSWORD))
            fill(client)
            (client.media / "a.png").write_bytes(b"x")
            assert client.sync() is Outcome.FULL_UPLOAD
    finally:
        client.close()
    folder = UserFolder(users_path(data) / "anna")
    export_user(folder, tmp_path / "exported")
    import_user(tmp_path / "exported", folder, replaced_path(data))
    assert breaches == []

"""`backups`, `backup` and `restore`, with a real client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import SyncError

from .clients import Choice, Client, Outcome
from .content import add_note, fill
from .servers import LanSync, User
from .snapshot import assert_same
from .test_command_line import command, refused


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LanSync]:
    with LanSync(tmp_path / "data") as server:
        yield server


@pytest.fixture
def user(server: LanSync) -> User:
    return server.new_user()


@pytest.fixture
def phone(tmp_path: Path, server: LanSync, user: User) -> Iterator[Client]:
    client = Client(tmp_path / "phone")
    client.login(server.url, user)
    fill(client)
    for number in range(20):
        add_note(client, f"word {number}")
    assert client.sync() is Outcome.FULL_UPLOAD
    yield client
    client.close()


def test_yesterdays_cards_come_back(
    server: LanSync, user: User, phone: Client, tmp_path: Path
) -> None:
    notes = phone.col.note_count()
    made = Path(command(server.data, "backup", user.name).strip())
    assert made.suffix == ".colpkg"
    assert made.exists()
    phone.col.remove_notes(list(phone.col.find_notes(""))[1:])
    phone.sync()
    [newest, oldest] = command(server.data, "backups", user.name).splitlines()
    assert newest.startswith("deletions-")
    assert oldest.startswith(made.stem)
    assert f"{notes} notes" in oldest
    assert "in use" in refused(server.data, "restore", user.name, made.stem)
    server.stop()
    said = command(server.data, "restore", user.name, made.stem)
    assert f"{notes} notes" in said
    assert "choose to download" in said
    server.start()
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert phone.col.note_count() == notes
    server.stop()
    command(server.data, "restore", user.name, "newest")  # what the restoring has replaced
    server.start()
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert phone.col.note_count() == 1
    other = Client(tmp_path / "other")
    other.login(server.url, user)
    other.sync()
    assert_same(other, phone)
    other.close()


def test_what_cannot_be_done_is_reported(server: LanSync, user: User, phone: Client) -> None:
    phone.sync()
    assert "no user 'nobody'" in refused(server.data, "backups", "nobody")
    assert "no user '../x'" in refused(server.data, "backup", "../x")
    empty = server.new_user()
    assert "no device has synced" in refused(server.data, "backup", empty.name)
    assert command(server.data, "backups", empty.name) == ""
    made = Path(command(server.data, "backup", user.name).strip())
    server.stop()
    assert "no backup 'daily'" in refused(server.data, "restore", user.name, "daily")
    made.write_bytes(made.read_bytes()[:500])
    assert "damaged" in command(server.data, "backups", user.name)
    assert "was not restored" in refused(server.data, "restore", user.name, made.name)
    server.start()
    assert phone.sync() is Outcome.NO_CHANGES


def test_deleted_media_is_listed_and_put_back(server: LanSync, user: User, phone: Client) -> None:
    (phone.media / "hund.jpg").write_bytes(b"a dog")
    phone.sync()
    phone.col.media.trash_files(["hund.jpg"])
    phone.sync()
    assert command(server.data, "deleted-media", user.name).strip().endswith("5  hund.jpg")
    assert "no media file 'maus.jpg'" in refused(
        server.data, "deleted-media", user.name, "maus.jpg"
    )
    server.stop()
    assert "files put back: 1;" in command(server.data, "deleted-media", user.name, "hund.jpg")
    server.start()
    phone.sync()
    assert (phone.media / "hund.jpg").read_bytes() == b"a dog"


def test_check_says_what_it_has_repaired(server: LanSync, user: User, phone: Client) -> None:
    (phone.media / "hund.jpg").write_bytes(b"a dog")
    phone.sync()
    assert "in use" in refused(server.data, "check", user.name)
    server.stop()
    assert command(server.data, "check", user.name) == "nothing is wrong\n"
    (server.folder(user) / "media" / "hund.jpg").write_bytes(b"damaged")
    assert "media file 'hund.jpg', which is damaged" in command(server.data, "check", user.name)
    server.start()
    (phone.media / "katze.jpg").write_bytes(b"a cat")  # else media need no sync
    with pytest.raises(SyncError, match="sync again"):
        phone.sync()
    phone.sync()
    assert (server.folder(user) / "media" / "hund.jpg").read_bytes() == b"a dog"

"""`export` and `import`: a user goes from one server to the other, and the devices carry on."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from addon.store.paths import UserFolder
from addon.store.transfer.backup_files import list_backups

from .clients import Choice, Outcome, UnexpectedOneWay
from .commands import run_here
from .conftest import Pair
from .content import add_note, edit, fill, front, review, some_note
from .moving import USER, begin, carry_on, newcomer_at, ours, theirs
from .proxy import Relay
from .servers import AnkiServer, LanSync
from .snapshot import assert_same, media


def carry(command: str, data: Path, folder: Path) -> str:
    done = run_here([command, USER.name, str(folder), "--data", str(data)])
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def refused(command: str, data: Path, folder: Path, name: str = USER.name) -> str:
    done = run_here([command, name, str(folder), "--data", str(data)])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def contents(folder: Path) -> dict[str, str]:
    """Return the checksum of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_export_continues_on_ankis_own_server_and_comes_back(
    tmp_path: Path, two_clients: Pair
) -> None:
    one, other = two_clients
    data, base = tmp_path / "data", tmp_path / "base"
    with ours(data) as server:
        begin(one, other, server)
        add_note(one, "before the move")
        one.col.remove_notes([some_note(one)])
        assert one.sync() is Outcome.NO_CHANGES  # the other has not heard of it
        assert "2 media files" in carry("export", data, base / USER.name)
    assert {path.name for path in (base / USER.name).iterdir()} == {
        "collection.anki2",
        "media",
        "media.db",
    }
    with theirs(base) as server:
        carry_on(one, other, server, "theirs")
        with newcomer_at(server, tmp_path / "newcomer") as newcomer:
            assert_same(one, newcomer)
    output = carry("import", data, base / USER.name)
    assert "the former collection is now the backup collection-" in output
    with ours(data) as server:
        carry_on(one, other, server, "ours")


@pytest.mark.parametrize("killed", [False, True], ids=["stopped", "killed"])
def test_the_folder_of_ankis_own_server_is_imported_and_left_unchanged(
    tmp_path: Path, two_clients: Pair, killed: bool
) -> None:
    one, other = two_clients
    data, folder = tmp_path / "data", tmp_path / "base" / USER.name
    with AnkiServer(folder.parent, [USER]) as server:
        begin(one, other, server)
        one.col.remove_notes([some_note(one)])
        add_note(one, "the last thing there")
        assert one.sync() is Outcome.NO_CHANGES
        if killed:
            server.kill()
        else:
            server.stop()
    before = contents(folder)
    LanSync(data).add_user(USER.name, USER.password)
    assert carry("import", data, folder) == (
        f"{data / 'users' / USER.name} has the collection and 2 media files\n"
    )
    after = contents(folder)
    for changing in ("collection.anki2-shm", "media.db-shm"):  # what readers share in memory
        before.pop(changing, None)
        after.pop(changing, None)
    assert after == before
    with ours(data) as server:
        for client in (other, one):
            client.login(server.url, USER)
            client.col.media.force_resync()
            assert client.sync() is Outcome.NO_CHANGES
        assert_same(one, other)
        assert other.col.find_notes("front:the*last*")
        carry_on(one, other, server, "ours")


def test_what_an_import_replaced_is_restored_like_any_backup(
    tmp_path: Path, two_clients: Pair
) -> None:
    one, other = two_clients
    data, early = tmp_path / "data", tmp_path / "early"
    with ours(data) as server:
        begin(one, other, server)
        carry("export", data, early)
        id = add_note(one, "after the copy")
        (one.media / "after.png").write_bytes(b"after")
        assert one.sync() is Outcome.NO_CHANGES
    carry("import", data, early)
    with ours(data) as server, newcomer_at(server, tmp_path / "newcomer") as newcomer:
        assert not newcomer.col.find_notes("front:after*")
        assert set(media(newcomer.media)) == {"shared.png", "日本.png"}
    (backup,) = list_backups(UserFolder(data / "users" / USER.name))
    for command in (["restore", USER.name, backup.name], ["deleted-media", USER.name, "after.png"]):
        done = run_here([*command, "--data", str(data)])
        assert (done.returncode, done.stderr) == (0, ""), done
    with ours(data) as again:
        # no new login: the keys are not part of what is carried
        for client in (one, other):
            client.go_through(again.url)
            assert client.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
            assert client.sync() is Outcome.NO_CHANGES
        assert front(other, id) == "after the copy"
        assert_same(one, other)
        assert (other.media / "after.png").read_bytes() == b"after"


@pytest.mark.parametrize("what", ["edited", "added", "deleted", "reviewed", "a deck", "nothing"])
def test_devices_ask_when_the_copy_that_comes_back_lacks_what_was_synced_here(
    tmp_path: Path, two_clients: Pair, what: str
) -> None:
    """Both copies have one stamp and went on: a normal sync would lose changes in silence."""
    one, other = two_clients
    data, base = tmp_path / "data", tmp_path / "base"
    with ours(data) as server:
        begin(one, other, server)
        carry("export", data, base / USER.name)
        if what == "edited":
            edit(one, some_note(one), "here")
        elif what == "added":
            add_note(one, "here")
        elif what == "deleted":
            one.col.remove_notes([some_note(one)])
        elif what == "reviewed":
            review(one, 1)
        elif what == "a deck":
            one.col.decks.id("only here")
        assert one.sync() is Outcome.NO_CHANGES
    with theirs(base) as elsewhere:
        other.login(elsewhere.url, USER)
        for number in range(3):
            add_note(other, f"there {number}")
            assert other.sync() is Outcome.NO_CHANGES
    output = carry("import", data, base / USER.name)
    with ours(data) as server:
        for client in two_clients:
            client.login(server.url, USER)
            if what == "nothing":
                assert client.sync() is Outcome.NO_CHANGES
            else:
                with pytest.raises(UnexpectedOneWay):
                    client.sync()
    assert ("which side to keep" in output) == (what != "nothing")


def test_an_export_during_a_sync_has_the_state_before_it(tmp_path: Path, two_clients: Pair) -> None:
    one, other = two_clients
    data = tmp_path / "data"
    with ours(data) as server, Relay(server.url).running() as relay:
        begin(one, other, server)
        id = some_note(one)
        before = front(one, id)
        edit(one, id, "in the middle")
        one.go_through(relay.url)
        hold = relay.hold("finish")
        syncing = one.sync_in_background()
        hold.wait_until_reached()
        carry("export", data, tmp_path / "base" / USER.name)
        hold.release()
        assert syncing.result() is Outcome.NO_CHANGES
    with theirs(tmp_path / "base") as elsewhere:
        other.login(elsewhere.url, USER)
        assert other.sync() is Outcome.NO_CHANGES
        assert front(other, id) == before


def test_a_damaged_media_file_is_named_and_sent_again_by_a_device(
    tmp_path: Path, two_clients: Pair
) -> None:
    one, other = two_clients
    data, base = tmp_path / "data", tmp_path / "base"
    with theirs(base) as server:
        begin(one, other, server)
    (base / USER.name / "media" / "shared.png").write_bytes(b"damaged")
    (base / USER.name / "media" / "日本.png").unlink()
    LanSync(data).add_user(USER.name, USER.password)
    output = carry("import", data, base / USER.name)
    assert "0 media files\n2 media files were missing or damaged" in output
    assert "'shared.png', '日本.png'" in output
    with ours(data) as server:
        for client in (one, other, one):
            client.login(server.url, USER)
            client.col.media.force_resync()
            assert client.sync() is Outcome.NO_CHANGES
        with newcomer_at(server, tmp_path / "newcomer") as newcomer:
            assert set(media(newcomer.media)) == set(media(one.media)) == {"shared.png", "日本.png"}


def test_an_impossible_import_or_export_is_reported_and_changes_nothing(
    tmp_path: Path, two_clients: Pair
) -> None:
    data, good, bad = tmp_path / "data", tmp_path / "good", tmp_path / "bad"
    with ours(data) as server:
        begin(*two_clients, server)
        carry("export", data, good)
        assert "in use by another server" in refused("import", data, good)
    before = contents(data / "users")
    assert "there is no user 'bob'" in refused("import", data, good, "bob")
    assert "there is no user 'bob'" in refused("export", data, tmp_path / "new", "bob")
    assert "there is no user '../users/anna'" in refused("export", data, bad, "../users/anna")
    assert "already exists" in refused("export", data, good)
    assert "has no collection.anki2" in refused("import", data, tmp_path)
    assert "has no collection.anki2" in refused("import", data, tmp_path / "nowhere")
    bad.mkdir()
    (bad / "collection.anki2").write_bytes((good / "collection.anki2").read_bytes()[:20_000])
    assert "cannot be copied" in refused("import", data, bad)
    (bad / "collection.anki2").write_bytes(b"no database")
    assert "cannot be copied" in refused("import", data, bad)
    (bad / "collection.anki2").write_bytes((good / "collection.anki2").read_bytes())
    (bad / "media").mkdir()
    (bad / "media" / "a.png").write_bytes(b"a")
    assert "media.db is missing" in refused("import", data, bad)
    (bad / "media.db").write_bytes(b"no database")
    assert "cannot be copied" in refused("import", data, bad)
    assert contents(data / "users") == before
    assert not (data / "replaced").exists()
    assert [path.name for path in (data / "users").iterdir()] == [USER.name]
    LanSync(data).add_user("bob", "a first one")
    assert "no device has synced one yet" in refused("export", data, tmp_path / "new", "bob")
    assert not (tmp_path / "new").exists()


def test_an_import_is_validated_like_an_upload(tmp_path: Path, two_clients: Pair) -> None:
    data, folder = tmp_path / "data", tmp_path / "folder"
    with ours(data) as server:
        one, _other = two_clients
        one.login(server.url, USER)
        fill(one)
        assert one.sync() is Outcome.FULL_UPLOAD
        carry("export", data, folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as database, database:
        database.execute("update col set decks = '{\"1\": {}}'")
    before = contents(data / "users")
    assert "cannot be copied" in refused("import", data, folder)
    assert contents(data / "users") == before
    assert not (data / "replaced").exists()

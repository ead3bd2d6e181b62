"""What is accepted once can always be synced, in both directions; what cannot be is refused."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from anki.errors import AnkiException
from anki.notes import NoteId

from .clients import Client, Outcome
from .conftest import Device, Pair
from .content import add_note, add_note_type, fill, scalar
from .servers import LanSync
from .snapshot import assert_same
from .test_large import fill_with

MIB = 1024 * 1024
STEP = 3  # MiB, for tests that are quick
PICTURE = '<img src="data:image/png;base64,'


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LanSync]:
    monkeypatch.setenv("LAN_SYNC_MAX_STEP", str(STEP))
    with LanSync(tmp_path / "data") as running:
        yield running


def add_pictures(client: Client, count: int, size: int, text: str = "A") -> None:
    """Notes with a picture of `size` characters inside their text, as people paste them."""
    for number in range(count):
        add_note(client, f"{client.name} {number} {PICTURE}{text * size}'>")


def replace_in_all(client: Client, old: str, new: str) -> None:
    """Find and replace, in all notes at once: that is when 250 of them travel together."""
    notes = list(client.col.find_notes(""))
    changed = client.col.find_and_replace(note_ids=notes, search=old, replacement=new)
    assert changed.count == len(notes)


@pytest.mark.parametrize(
    ("size", "text"),
    [(9_000, "A"), (9_000, '"'), (1_500, "日"), (700, "😀")],
    ids=["ASCII", "quotes", "Japanese", "emoji"],
)
def test_an_uploaded_collection_can_sync_all_of_its_rows(
    device: Device, size: int, text: str
) -> None:
    one, other = device("one"), device("other")
    add_pictures(one, 260, size if text != '"' else size // 2, text)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    replace_in_all(one, "data:", "DATA:")
    assert one.sync() is Outcome.NO_CHANGES
    assert other.sync() is Outcome.NO_CHANGES
    assert_same(one, other)
    replace_in_all(other, "DATA:", "data:")
    assert other.sync() is Outcome.NO_CHANGES
    assert one.sync() is Outcome.NO_CHANGES
    assert_same(one, other)


def test_an_upload_that_could_not_sync_is_refused_naming_a_note(
    device: Device,
) -> None:
    one = device("one")
    fill(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    add_pictures(one, 250, 20_000)
    largest = add_note(one, PICTURE + "B" * 90_000)
    with pytest.raises(AnkiException, match=f"nid:{largest} \\(0.1 MiB\\)") as refused:
        one.upload()
    assert "add them as files" in str(refused.value)
    assert "Check Database" not in str(refused.value)
    other = device("other")
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert other.col.note_count() < 250  # the former collection is as it was
    one.col.remove_notes(with_pictures(one))
    one.upload()
    other.download()
    assert_same(one, other)


def with_pictures(client: Client) -> list[NoteId]:
    assert client.col.db is not None
    return [
        NoteId(id_)
        for id_ in client.col.db.list("select id from notes where flds like ?", "%base64%")
    ]


def test_templates_that_could_not_sync_are_refused(device: Device) -> None:
    one = device("one")
    note_type = one.col.models.by_name("Basic")
    assert note_type is not None
    note_type["css"] = "A" * (STEP * MIB)
    one.col.models.update_dict(note_type)
    with pytest.raises(AnkiException, match="fonts out of the templates"):
        one.upload()


def test_many_small_syncs_do_not_make_a_collection_that_cannot_sync(pair: Pair) -> None:
    one, other = pair
    add_pictures(one, 15, 120_000)
    assert one.sync() is Outcome.NO_CHANGES
    assert other.sync() is Outcome.NO_CHANGES
    add_pictures(other, 15, 120_000)  # fits into one step, but not together with what is there
    with pytest.raises(AnkiException):
        other.sync()
    notes = with_pictures(one)
    changed = one.col.find_and_replace(note_ids=notes, search="data:", replacement="DATA:")
    assert changed.count == len(notes) == 15
    assert one.sync() is Outcome.NO_CHANGES  # nobody else is held up


def test_many_medium_sized_notes_do_not_make_one_either(pair: Pair) -> None:
    one, other = pair
    for client in (one, other):
        add_pictures(client, 125, 18_000)
    assert one.sync() is Outcome.NO_CHANGES
    with pytest.raises(AnkiException):
        other.sync()
    assert one.sync() is Outcome.NO_CHANGES


def test_small_syncs_do_not_make_more_templates_than_can_travel(pair: Pair) -> None:
    one, other = pair
    for client in (one, other):
        add_note_type(client, client.name, css="A" * (STEP * MIB * 2 // 3))
    assert one.sync() is Outcome.NO_CHANGES
    with pytest.raises(AnkiException):
        other.sync()
    one.upload()  # which would have been refused


@pytest.mark.timeout(600)
def test_a_chunk_over_200_mib_syncs_as_on_ankis_own_server(
    tmp_path: Path,
) -> None:
    """250 notes of 860 kB, written straight into the file: Anki itself takes minutes for them."""
    with LanSync(tmp_path / "data") as server, ExitStack() as opened:
        one, other = Client(tmp_path / "one"), Client(tmp_path / "other")
        user = server.new_user()
        for client in (one, other):
            opened.callback(client.close)
            client.login(server.url, user)
        fill_with(one, 250)
        change_all(one, "'f ' || hex(zeroblob(430000)) || char(31) || 'b'")
        assert one.sync() is Outcome.FULL_UPLOAD
        assert other.sync() is Outcome.FULL_DOWNLOAD
        change_all(one, "replace(flds, '000', '001')")
        assert one.sync() is Outcome.NO_CHANGES
        assert other.sync() is Outcome.NO_CHANGES
        assert scalar(other, "select count() from notes where flds like '%001001%'") == 250


def change_all(client: Client, text: str) -> None:
    """Change the text of all notes, as find and replace does."""
    client.close()
    with closing(sqlite3.connect(client.path)) as database, database:
        now = int(time.time())
        database.execute(f"update notes set usn = -1, mod = {now}, flds = {text}")
        database.execute("update col set mod = ?", (now * 1000,))
    client.reopen()

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.paths import UserFolder
from addon.store.schema11.collation import register_collations
from addon.store.transfer import backups
from addon.store.transfer.incoming import Rejected, receive

from ...disks import filled, mounted


@pytest.fixture
def upload(tmp_path: Path) -> Path:
    """Return a collection of schema 18 with one note, closed as before an upload."""
    path = tmp_path / "client.anki2"
    col = Collection(str(path))
    basic = col.models.by_name("Basic")
    assert basic is not None
    note = col.new_note(basic)
    note["Front"] = "front"
    col.add_note(note, col.decks.id("Default") or 1)  # type: ignore[arg-type]
    col.close_for_full_sync()
    col.close()
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        register_collations(db)
        db.create_collation("of_theirs", lambda a, b: (a > b) - (a < b))
        db.create_function("nobody_has", 1, abs, deterministic=True)
        for statement in statements:
            db.execute(statement)


def store(folder: UserFolder, path: Path) -> None:
    with receive(folder, blocks(path)) as incoming:
        incoming.put_in_place()


def blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(10_000):
            yield block


def leftovers(folder: UserFolder) -> list[str]:
    return sorted(path.name for path in folder.root.iterdir())


def test_an_upload_is_stored_in_schema_11_with_nothing_left_to_sync(
    folder: UserFolder, upload: Path
) -> None:
    change(upload, "update notes set usn = -1", "insert into graves values (5, 0, 3)")
    store(folder, upload)
    with closing(sqlite3.connect(folder.collection)) as db:
        assert db.execute("select ver from col").fetchone() == (11,)
        assert db.execute("select usn from notes").fetchall() == [(0,)]
        assert db.execute("select count() from graves").fetchone() == (0,)
    assert folder.collection.read_bytes()[18:20] == b"\x01\x01"  # no WAL: old clients read it
    assert leftovers(folder) == ["collection.anki2"]


def test_the_replaced_collection_is_kept(folder: UserFolder, upload: Path) -> None:
    store(folder, upload)
    former = folder.collection.read_bytes()
    store(folder, upload)
    [kept] = folder.backups.iterdir()
    assert kept.read_bytes() == former


def test_an_upload_that_is_not_put_in_place_leaves_nothing(
    folder: UserFolder, upload: Path
) -> None:
    with receive(folder, blocks(upload)) as incoming:
        assert incoming.size == upload.stat().st_size
    assert leftovers(folder) == []


def test_an_upload_with_unknown_content_is_kept_whole(
    folder: UserFolder, upload: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # field 2047, a number: a setting that a future Anki may have
    change(upload, "update deck_config set config = cast(config || x'f87f05' as blob)")
    sent = upload.read_bytes()
    with caplog.at_level(logging.WARNING):
        store(folder, upload)
    [kept] = folder.backups.iterdir()
    assert kept.name.startswith("upload-")
    assert kept.read_bytes() == sent
    assert "2047" in caplog.text
    assert leftovers(folder) == ["backups", "collection.anki2"]


@pytest.mark.parametrize(
    "statement",
    [
        "drop table revlog",
        "drop table deck_config",
        "delete from col",
        "update col set ver = 99",
        "update cards set type = 9",
        "create virtual table extra using fts5 (a)",
        "update notes set mod = 'text'",
        "update deck_config set config = x'ff'",
    ],
)
def test_a_damaged_collection_is_rejected_and_leaves_nothing(
    folder: UserFolder, upload: Path, statement: str
) -> None:
    change(upload, statement)
    with pytest.raises(Rejected), receive(folder, blocks(upload)):
        pass
    assert leftovers(folder) == []


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after update on notes begin delete from cards; end",
        "create view v as select * from notes",
        "create unique index extra on notes (mid)",
        "create index extra on cards (nobody_has(id))",
    ],
)
def test_active_content_is_dropped(folder: UserFolder, upload: Path, statement: str) -> None:
    change(upload, statement)
    store(folder, upload)
    with closing(sqlite3.connect(folder.collection)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master")]
        assert not {"t", "v", "extra"} & set(names)
        assert db.execute("select count() from cards").fetchone() == (1,)


@pytest.mark.parametrize(
    ("statement", "is_kept"),
    [
        ("create table extra (x text primary key collate of_theirs)", False),
        (
            "create table extra (y primary key, x unique collate of_theirs) without rowid",
            False,
        ),
        ("create table extra (x text, check (x collate 'of_theirs' <> ''))", False),
        ("create index extra on cards (data collate of_theirs)", False),
        ("create table extra (x text collate nocase unique)", True),
    ],
    ids=["key", "unique", "check", "index", "known"],
)
def test_a_collation_that_nobody_has_locks_nobody_out(
    folder: UserFolder, upload: Path, statement: str, is_kept: bool
) -> None:
    """Anki opens and syncs such a file, but SQLite can neither check nor copy it elsewhere."""
    change(upload, statement)
    sent = upload.read_bytes()
    store(folder, upload)
    with closing(sqlite3.connect(folder.collection, isolation_level=None)) as db:
        found = db.execute("select 1 from sqlite_master where name = 'extra'").fetchone()
        assert (found is not None) == is_kept
        assert db.execute("select count() from cards").fetchone() == (1,)
        db.execute("vacuum")
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    originals = [path.read_bytes() for path in folder.backups.glob("*")]
    assert originals == ([sent] if "create table" in statement and not is_kept else [])


def test_a_repaired_upload_is_kept_as_it_was_sent(
    folder: UserFolder, upload: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(upload, "update cards set factor = 70000")
    sent = upload.read_bytes()
    with caplog.at_level(logging.WARNING):
        store(folder, upload)
    [kept] = folder.backups.iterdir()
    assert kept.read_bytes() == sent
    assert "factor" in caplog.text


def test_a_damaged_page_is_detected(folder: UserFolder, upload: Path) -> None:
    data = bytearray(upload.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 5000] = bytes(5000)
    with pytest.raises(Rejected), receive(folder, [bytes(data)]):
        pass
    assert leftovers(folder) == []


def test_an_interrupted_upload_leaves_nothing(folder: UserFolder, upload: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield upload.read_bytes()[:5000]
        raise ConnectionError("the phone went to sleep")

    with pytest.raises(ConnectionError), receive(folder, broken()):
        pass
    assert leftovers(folder) == []


STALE = {
    "a view of a table that is gone": "create view v as select x from gone",
    "a view of a function nobody has": "create view v as select nobody_has(id) from notes",
    "a view that names itself": "create view v as select * from v",
    "a view in place of a name of ours": "create view kept as select * from gone",
    "a trigger that writes into what is gone": "create trigger t after update on col begin"
    " insert into gone values (1); end",
    "a trigger that stops every change": "create trigger t before update on col begin"
    " select raise(abort, 'database or disk is full'); end",
    "a trigger on graves": "create trigger t after delete on graves begin delete from gone; end",
}


@pytest.mark.parametrize("schema", [11, 18])
@pytest.mark.parametrize("statement", STALE.values(), ids=STALE.keys())
def test_stale_content_of_a_file_breaks_none_of_our_statements(
    folder: UserFolder, upload: Path, statement: str, schema: int
) -> None:
    if schema == 11:
        store(folder, upload)
        folder.collection.replace(upload)
    change(upload, "insert into graves (usn, oid, type) values (5, 5, 1)", statement)
    sent = upload.read_bytes()
    store(folder, upload)
    with closing(sqlite3.connect(folder.collection)) as db:
        assert db.execute("select count() from cards").fetchone() == (1,)
        assert not db.execute(
            "select 1 from sqlite_master where type <> 'table' and name in ('v', 't', 'kept')"
        ).fetchall()
    [kept] = folder.backups.glob("upload-*")
    assert kept.read_bytes() == sent


def not_to_be_written(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(18)
        file.write(b"\3")  # "read-only" (sqlite.org/fileformat)


def of_a_future_sqlite(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(18)
        file.write(b"\3\3")


def with_a_table_nobody_can_read(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(
            "pragma writable_schema = on; update sqlite_master set sql ="
            " 'create table revlog (id integer primary key, x as (y))'"
            " where name = 'revlog'"
        )


def with_a_name_that_is_no_text(path: Path) -> None:
    """SQLite quotes it, and Python cannot read the quote."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(
            "pragma writable_schema = on; insert into sqlite_master"
            " values ('view', x'ff', x'ff', 0, 'create view v as select 1')"
        )


@pytest.mark.parametrize(
    "spoil",
    [
        not_to_be_written,
        of_a_future_sqlite,
        with_a_table_nobody_can_read,
        with_a_name_that_is_no_text,
    ],
)
def test_errors_of_an_uploaded_file_are_not_blamed_on_our_disk(
    folder: UserFolder, upload: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(upload)
    with pytest.raises(Rejected), receive(folder, blocks(upload)):
        pass
    assert leftovers(folder) == []


@pytest.mark.parametrize("left", [0, 100_000, 200_000, 300_000, 400_000, 500_000])
def test_a_full_disk_is_not_blamed_on_an_uploaded_file(
    tmp_path: Path, upload: Path, left: int
) -> None:
    with mounted(tmp_path / "disk", kib=2048) as disk:
        folder = UserFolder(disk / "anna")
        folder.create()
        store(folder, upload)
        before = folder.collection.read_bytes()
        # what is a fault of the file raises Rejected
        not_now = suppress(sqlite3.OperationalError, OSError)
        with filled(disk, leaving=left), not_now, receive(folder, blocks(upload)):
            pass
        assert folder.collection.read_bytes() == before
        assert leftovers(folder) == ["collection.anki2"]


def test_uploads_that_are_not_put_in_place_cost_no_backup(folder: UserFolder, upload: Path) -> None:
    change(upload, "update cards set factor = 70000")  # is repaired, so the original is kept
    store(folder, upload)
    [first] = folder.backups.iterdir()
    for _ in range(backups.MOST + 1):
        with receive(folder, blocks(upload)) as incoming:
            assert incoming.odd
    assert list(folder.backups.iterdir()) == [first]

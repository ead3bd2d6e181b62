"""Uploads that must not become the stored collection: a message for the user, data untouched.

Anki's own server puts most of these in place: it only looks whether SQLite can read the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.errors import BackendError
from backports.zstd import compress

from .bad_objects import CASES, Case
from .clients import Client, Outcome
from .conftest import ON_OURS, Device
from .content import add_note, fill, run
from .servers import Server, User
from .snapshot import pending
from .target import LiveTarget
from .test_bad_objects import fill_with_every_kind
from .wire_session import WireSession

Change = Callable[[sqlite3.Connection], object]


@dataclass
class Target(LiveTarget):
    sources: dict[str, bytes] = field(default_factory=dict)
    """Sound collections: "schema 18" and "schema 11"."""

    def upload(self, data: bytes) -> tuple[int, Any]:
        return self.session.wire.call("upload", data)

    def changed(self, source: str, change: Change, folder: Path) -> bytes:
        """Return a sound collection with something done to it."""
        path = folder / "upload.anki2"
        path.write_bytes(self.sources[source])
        with closing(sqlite3.connect(path)) as database:
            database.create_collation("unicase", lambda a, b: (a > b) - (a < b))
            with database:
                change(database)
        return path.read_bytes()


@pytest.fixture(scope="module")
def target(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp("device")
    with Target.at(server, folder, fill_with_every_kind) as target:
        target.sources = sound_collections(folder / "source")
        yield target


SENT = ("notes", "cards", "revlog", "notetypes", "decks", "deck_config", "tags")


def sound_collections(folder: Path) -> dict[str, bytes]:
    source = Client(folder)
    fill_with_every_kind(source)
    add_note(source, "only in the upload")
    for table in SENT:  # as clients do before they upload
        run(source, f"update {table} set usn = 0")
    source.close()
    newest = source.path.read_bytes()
    older = Collection(str(source.path))
    older.close(downgrade=True)
    return {"schema 18": newest, "schema 11": source.path.read_bytes()}


@pytest.fixture
def untouched(target: Target) -> Iterator[None]:
    """Around a test: stored data untouched, and a normal sync works afterwards."""
    try:
        with target.unchanged():
            yield
            if target.server.ours:
                assert not leftovers(target)
    except BaseException:
        target.client.upload()  # one failure must not make all tests after it fail
        raise


def leftovers(target: Target) -> set[str]:
    names = {file.name for file in target.server.folder(target.user).iterdir()}
    log = {"media.db-wal", "media.db-shm"}
    return names - {"collection.anki2", "media", "media.db", "backups"} - log


def assert_refused(answer: tuple[int, Any]) -> None:
    """200 and a text for the user that is not "OK": what clients of all versions show."""
    status, text = answer
    assert status == 200
    assert isinstance(text, bytes)
    assert text.decode().strip() not in {"", "OK"}


def page_of_rubbish(database: bytes) -> bytes:
    """Return the file with one page in its middle overwritten."""
    middle = len(database) // 2 // 4096 * 4096
    return database[:middle] + b"\xaa" * 4096 + database[middle + 4096 :]


RUBBISH: dict[str, Callable[[bytes], bytes]] = {
    "a text": lambda _: b"hello",
    "zeros": lambda _: bytes(8192),
    "the first half": lambda data: data[: len(data) // 2],
    "a header alone": lambda data: data[:100],
    "a page of rubbish": page_of_rubbish,
}


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("spoil", RUBBISH.values(), ids=RUBBISH)
def test_an_upload_that_is_not_a_collection_is_refused(
    target: Target, spoil: Callable[[bytes], bytes]
) -> None:
    assert_refused(target.upload(spoil(target.sources["schema 18"])))


@ON_OURS
@pytest.mark.usefixtures("untouched")
def test_an_empty_upload_is_refused(target: Target) -> None:
    """Anki's server makes a new collection of it."""
    assert_refused(target.upload(b""))


@ON_OURS
@pytest.mark.usefixtures("untouched")
def test_a_broken_stream_is_400(target: Target) -> None:
    """Anki's server takes what arrived before the break."""
    data = compress(target.sources["schema 18"])
    assert target.session.wire.post_raw("/sync/upload", data[: len(data) // 2])[0] == 400
    assert target.session.wire.post_raw("/sync/upload", b"rubbish")[0] == 400


def empty_database(database: sqlite3.Connection) -> None:
    """A sound SQLite file that is no collection."""
    names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
    for (name,) in names:
        if not name.startswith("sqlite_"):
            database.execute(f"drop table [{name}]")
    database.execute("create table t (x)")


FOREIGN: dict[str, Change] = {
    "another program's database": empty_database,
    "no cards table": lambda database: database.execute("drop table cards"),
    "no row in col": lambda database: database.execute("delete from col"),
    "version 99": lambda database: database.execute("update col set ver = 99"),
    "version 5": lambda database: database.execute("update col set ver = 5"),
}


@ON_OURS
@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("source", ["schema 18", "schema 11"])
def test_a_database_that_is_not_a_collection_is_refused(
    target: Target, tmp_path: Path, source: str, change: Change
) -> None:
    assert_refused(target.upload(target.changed(source, change, tmp_path)))


ACTIVE: dict[str, str] = {
    "a trigger": "create trigger extra after insert on cards begin delete from notes; end",
    "a view": "create view extra as select * from notes",
    "an index": "create unique index extra on notes (mod, id)",
}


@ON_OURS
@pytest.mark.parametrize("sql", ACTIVE.values(), ids=ACTIVE)
@pytest.mark.parametrize("source", ["schema 18", "schema 11"])
def test_active_content_is_not_stored(
    target: Target, device: Device, user: User, tmp_path: Path, source: str, sql: str
) -> None:
    """Anki opens such a file, so it is taken, without them; Anki's server stores triggers too."""
    data = target.changed(source, lambda database: database.execute(sql), tmp_path)
    session = WireSession(target.server, user)
    assert session.wire.call("upload", data) == (200, b"OK")
    collection = target.server.folder(user) / "collection.anki2"
    with closing(sqlite3.connect(f"{collection.as_uri()}?mode=ro", uri=True)) as database:
        assert not database.execute(
            "select name from sqlite_master where name = 'extra' or type in ('trigger', 'view')"
        ).fetchall()
    assert_in_use(device("newcomer"))


@ON_OURS
@pytest.mark.parametrize("source", ["schema 18", "schema 11"])
def test_a_collection_with_an_add_ons_table_is_accepted(
    target: Target, device: Device, user: User, tmp_path: Path, source: str
) -> None:
    data = target.changed(source, lambda database: database.execute(ADDON_TABLE), tmp_path)
    session = WireSession(target.server, user)
    assert session.wire.call("upload", data) == (200, b"OK")
    assert_in_use(device("newcomer"))


ADDON_TABLE = "create table of_an_addon (x)"


@ON_OURS
@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("source", ["schema 18", "schema 11"])
def test_a_view_in_place_of_a_table_is_refused(target: Target, tmp_path: Path, source: str) -> None:
    def replace(database: sqlite3.Connection) -> None:
        database.execute("alter table revlog rename to hidden")
        database.execute("create view revlog as select * from hidden")

    assert_refused(target.upload(target.changed(source, replace, tmp_path)))


def assert_in_use(newcomer: Client) -> None:
    """A device can download what was stored, change it, and sync it."""
    assert newcomer.sync() is Outcome.FULL_DOWNLOAD
    assert newcomer.col.find_notes("front:only*")
    add_note(newcomer, "later")
    assert newcomer.sync() is Outcome.NO_CHANGES
    assert not pending(newcomer)


JSON_COLUMNS = {"models": "models", "decks": "decks", "filtered": "decks", "presets": "dconf"}


def spoil_in_file(database: sqlite3.Connection, case: Case) -> None:
    """Do to a schema-11 file what the case does to an object of the protocol."""
    if case.kind in JSON_COLUMNS:
        column = JSON_COLUMNS[case.kind]
        (text,) = database.execute(f"select {column} from col").fetchone()
        objects = json.loads(text)
        case.spoil(chosen(case.kind, list(objects.values())))
        database.execute(f"update col set {column} = ?", (json.dumps(objects),))
        return
    columns = [row[1] for row in database.execute(f"pragma table_info({case.kind})")]
    values = list(database.execute(f"select * from {case.kind} limit 1").fetchone())
    id = values[0]
    case.spoil(values)
    sets = ", ".join(f"{column} = ?" for column in columns)
    database.execute(f"update {case.kind} set {sets} where id = ?", [*values, id])


def chosen(kind: str, objects: list[Any]) -> Any:
    names = {"models": "Basic", "decks": "Other", "filtered": "Filtered", "presets": "Default"}
    return next(item for item in objects if item["name"] == names[kind])


@ON_OURS
@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("case", [c for c in CASES if c.in_files == "refused"], ids=str)
def test_a_malformed_object_in_a_file_is_refused(
    target: Target, tmp_path: Path, case: Case
) -> None:
    """Anki's server refuses malformed JSON likewise, and takes malformed rows."""
    data = target.changed("schema 11", lambda database: spoil_in_file(database, case), tmp_path)
    assert_refused(target.upload(data))


@ON_OURS
@pytest.mark.parametrize("case", [c for c in CASES if c.in_files == "repaired"], ids=str)
def test_a_malformed_object_that_anki_repairs_is_repaired(
    target: Target, device: Device, user: User, tmp_path: Path, case: Case
) -> None:
    data = target.changed("schema 11", lambda database: spoil_in_file(database, case), tmp_path)
    session = WireSession(target.server, user)
    assert session.wire.call("upload", data) == (200, b"OK")
    assert_in_use(device("newcomer"))


@pytest.mark.parametrize("source", ["schema 18", "schema 11"])
def test_the_same_file_without_a_fault_is_accepted(
    server: Server, device: Device, user: User, target: Target, source: str
) -> None:
    """Or the refusals above would prove nothing."""
    session = WireSession(server, user)
    assert session.wire.call("upload", target.sources[source]) == (200, b"OK")
    assert_in_use(device("newcomer"))


@ON_OURS
def test_rows_still_marked_as_unsent_do_not_break_the_next_sync(
    target: Target, device: Device, user: User, tmp_path: Path
) -> None:
    """Anki's server keeps the mark, and fails every sanity check from then on."""

    def mark(database: sqlite3.Connection) -> None:
        for table in SENT:
            database.execute(f"update {table} set usn = -1")

    session = WireSession(target.server, user)
    data = target.changed("schema 18", mark, tmp_path)
    assert session.wire.call("upload", data) == (200, b"OK")
    assert_in_use(device("newcomer"))


def test_the_user_is_shown_why_an_upload_was_refused(lan_sync: Server, tmp_path: Path) -> None:
    user = lan_sync.new_user()
    client = Client(tmp_path / "device")
    try:
        client.login(lan_sync.url, user)
        fill(client)
        run(client, "create virtual table of_an_addon using fts5(x)")
        run(client, "update col set mod = mod + 1")
        with pytest.raises(BackendError, match="of_an_addon"):
            client.sync()
    finally:
        client.close()

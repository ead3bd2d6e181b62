from __future__ import annotations

from contextlib import closing
from pathlib import Path

from addon.store.collection.collection import Collection, create
from addon.store.paths import UserFolder
from addon.store.transfer.backups import keep
from addon.store.transfer.usage import Usage, usage_of


def test_a_user_without_a_folder_takes_no_space(tmp_path: Path) -> None:
    assert usage_of(UserFolder(tmp_path / "anna")) == Usage(0, 0, 0, 0)


def test_each_kind_of_data_is_added_up(tmp_path: Path) -> None:
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    folder.collection.write_bytes(b"c" * 1000)
    (folder.root / "collection.anki2-journal").write_bytes(b"j" * 24)
    folder.media.mkdir()
    (folder.media / "a.jpg").write_bytes(b"a" * 300)
    (folder.media / "b.jpg").write_bytes(b"b" * 200)
    folder.media_db.write_bytes(b"d" * 50)
    batch = tmp_path / "anna" / "media.trash" / "20260101-000000-000000-00000000"
    batch.mkdir(parents=True)
    (batch / "old.jpg").write_bytes(b"o" * 70)
    folder.backups.mkdir()
    (folder.backups / "replaced-1.anki2").write_bytes(b"r" * 900)
    usage = usage_of(folder)
    assert usage == Usage(collection=1024, media=550, backups=900, trash=70)
    assert usage.total == 1024 + 550 + 900 + 70


def test_a_backup_that_is_still_the_collection_itself_takes_no_space(tmp_path: Path) -> None:
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    folder.collection.write_bytes(b"c" * 1000)
    kept = keep(folder.collection, folder.backups, "replaced")
    assert kept is not None
    linked = kept.stat().st_ino == folder.collection.stat().st_ino
    assert usage_of(folder).backups == (0 if linked else 1000)
    # as an upload does: another file takes the collection's place
    (folder.root / "new").write_bytes(b"n" * 10)
    (folder.root / "new").replace(folder.collection)
    assert (usage_of(folder).collection, usage_of(folder).backups) == (10, 1000)


def test_a_running_sessions_journal_counts_and_files_in_place_of_folders_do_not_matter(
    tmp_path: Path,
) -> None:
    folder = UserFolder(tmp_path / "anna")
    folder.create()
    create(folder.collection)
    with closing(Collection(folder.collection)) as collection:
        alone = usage_of(folder).collection
        assert alone == folder.collection.stat().st_size
        collection.begin()
        collection.set_created(1234)
        journal = folder.root / "collection.anki2-journal"
        assert usage_of(folder).collection == alone + journal.stat().st_size > alone
    assert usage_of(folder).collection == alone
    folder.media.write_text("a file", encoding="utf-8")
    folder.backups.write_text("a file", encoding="utf-8")
    assert usage_of(folder) == Usage(alone, 0, 0, 0)

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.server import activity
from addon.server.activity import Activity
from addon.server.events import (
    CollectionDownloaded,
    CollectionPutBack,
    CollectionUploaded,
    Event,
    MediaReceived,
    MediaSent,
    RequestFailed,
    SignedIn,
    SignInRefused,
    SyncAsked,
    SyncFinished,
)

from .clock import Clock

PHONE = ("anna", "26.05,dev,android", 1)
TABLET = ("anna", "26.05,dev,ios", 2)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Activity]:
    kept = Activity(tmp_path / "activity.db", clock)
    yield kept
    kept.close()


def test_entries_are_listed_newest_first(kept: Activity, clock: Clock) -> None:
    happened: list[Event] = [
        SignInRefused("anna", "", None, "192.168.1.20"),
        SignedIn(*PHONE),
        SyncAsked(*PHONE),  # each sync begins so: nothing to keep
        CollectionDownloaded(*PHONE, 5000, 1.0),
        SyncFinished(*PHONE, 3, 4, 0.5, reviews=2),
        MediaReceived(*PHONE, 25, 9000),
        CollectionUploaded(*TABLET, 7000, 2.0),
        CollectionPutBack("anna", "", None),
        RequestFailed(*TABLET, "applyChunk", 503, "not now: disk full"),
    ]
    for event in happened:
        clock.now += 1
        kept.record(event)
    entries = kept.entries()
    assert [entry.kind for entry in reversed(entries)] == [
        activity.REFUSED,
        activity.SIGNED_IN,
        activity.DOWNLOAD,
        activity.SYNC,
        activity.MEDIA,
        activity.UPLOAD,
        activity.PUT_BACK,
        activity.FAILED,
    ]
    failed, put_back, upload, media, sync, download = entries[:6]
    assert (put_back.user, put_back.device) == ("anna", None)
    assert (failed.status, failed.reason) == (503, "not now: disk full")
    assert (upload.bytes_received, upload.bytes_sent, upload.seconds) == (7000, 0, 2.0)
    assert (media.received, media.bytes_received) == (25, 9000)
    assert (sync.received, sync.sent, sync.reviews, sync.seconds) == (3, 4, 2, 0.5)
    assert (entries[-1].user, entries[-1].address) == ("anna", "192.168.1.20")
    assert (download.bytes_received, download.bytes_sent) == (0, 5000)
    assert (sync.user, sync.client, sync.device) == PHONE
    assert sync.time == clock.now - 4


def test_the_list_can_be_limited_to_a_device_and_a_length(kept: Activity) -> None:
    kept.record(SignedIn(*PHONE))
    kept.record(SignedIn(*TABLET))
    kept.record(SyncFinished(*PHONE, 0, 0, 0.1))
    kinds = [entry.kind for entry in kept.entries(device=1)]
    assert kinds == [activity.SYNC, activity.SIGNED_IN]
    assert len(kept.entries(limit=2)) == 2


def test_entries_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "activity.db"
    first = Activity(path)
    first.record(SignedIn(*PHONE))
    entries = first.entries()
    first.close()
    second = Activity(path)
    assert second.entries() == entries
    second.clear()
    assert second.entries() == []
    second.close()


def test_the_media_of_one_sync_are_one_entry(kept: Activity, clock: Clock) -> None:
    for _ in range(400):
        kept.record(MediaReceived(*PHONE, 25, 1000))
        kept.record(MediaReceived(*TABLET, 1, 10))
        clock.now += 1
    kept.record(SyncFinished(*PHONE, 0, 0, 0.1))
    kept.record(MediaSent(*PHONE, 5, 500))
    both = {entry.device: entry for entry in kept.entries() if entry.kind == activity.MEDIA}
    assert len(kept.entries()) == 3
    assert (both[1].received, both[1].bytes_received) == (10_000, 400_000)
    assert (both[1].sent, both[1].bytes_sent) == (5, 500)
    assert both[1].seconds == 400
    assert both[2].received == 400


def test_media_much_later_is_another_entry(kept: Activity, clock: Clock) -> None:
    kept.record(MediaReceived(*PHONE, 1, 1))
    clock.now += 3600
    kept.record(MediaReceived(*PHONE, 1, 1))
    assert len(kept.entries()) == 2


def test_equal_errors_in_a_row_are_one_entry(kept: Activity) -> None:
    for _ in range(3):
        kept.record(RequestFailed(*PHONE, "meta", 503, "busy"))
    kept.record(RequestFailed(*PHONE, "meta", 400, "broken"))
    assert [(entry.reason, entry.times) for entry in kept.entries()] == [("broken", 1), ("busy", 3)]


def test_two_syncs_are_two_entries(kept: Activity) -> None:
    kept.record(SyncFinished(*PHONE, 1, 0, 0.1))
    kept.record(SyncFinished(*PHONE, 1, 0, 0.1))
    assert len(kept.entries()) == 2


def test_only_the_newest_are_kept(kept: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity, "KEPT", 20)
    for number in range(50):
        kept.record(SyncFinished(*PHONE, number, 0, 0.1))
    assert [entry.received for entry in kept.entries()] == list(range(49, 29, -1))


def test_failed_logins_do_not_push_out_other_entries(
    kept: Activity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activity, "KEPT", 20)
    monkeypatch.setattr(activity, "KEPT_REFUSALS", 5)
    kept.record(SyncFinished(*PHONE, 1, 2, 0.1))
    for number in range(100):
        kept.record(SignInRefused("", "", None, f"192.168.1.{number}"))
    kinds = [entry.kind for entry in kept.entries()]
    assert kinds == [activity.REFUSED] * 5 + [activity.SYNC]


def test_refused_sign_ins_are_counted_for_each_address(kept: Activity, clock: Clock) -> None:
    kept.record(SignInRefused("anna", "x", None, "192.168.1.66"))  # long ago
    clock.now += 10_000
    since = clock.now
    for _ in range(300):
        clock.now += 1
        kept.record(SignInRefused("anna", "x", None, "192.168.1.66"))
        kept.record(SignInRefused("anna", "x", None, "192.168.1.67"))
        kept.record(SignInRefused("", "x", None, "192.168.1.67"))
    kept.record(SyncFinished(*PHONE, 1, 2, 0.1))
    found = kept.refusals(since)
    assert {(each.address, each.user, each.times) for each in found} == {
        ("192.168.1.66", "anna", 300),
        ("192.168.1.67", "anna", 600),
    }
    assert all(each.last == clock.now and not each.slowed for each in found)
    kept.record(SignInRefused("", "x", None, "192.168.1.67", slowed=True))
    assert {(each.times, each.slowed) for each in kept.refusals(since)} == {
        (300, False),
        (601, True),
    }
    assert len(kept.refusals(since, limit=1)) == 1


FIRST_VERSION = """
create table entries (
    id integer primary key, began real not null, time real not null, kind text not null,
    user text not null, client text not null, device integer, received integer not null,
    sent integer not null, bytes_received integer not null, bytes_sent integer not null,
    seconds real not null, status integer not null, reason text not null, times integer not null
);
insert into entries values (1, 5, 6, 'sign-in refused', 'hunter2', 'x', null, 0, 0, 0, 0, 0, 0, '',
    3);
insert into entries values (2, 7, 8, 'sync', 'anna', 'x', 1, 3, 4, 0, 0, 0.5, 0, '', 1);
pragma user_version = 1;
"""


def test_a_list_of_the_first_version_is_migrated(tmp_path: Path) -> None:
    """It kept what was typed in place of a user name, which may have been a password."""
    path = tmp_path / "activity.db"
    db = sqlite3.connect(path)
    db.executescript(FIRST_VERSION)
    db.close()
    kept = Activity(path)
    kept.record(SyncFinished(*PHONE, 1, 0, 0.5, changes="[]", backup="deletions-2026"))
    kept.close()
    for _ in range(2):  # there is nothing to do any more
        kept = Activity(path)
        new, sync, refused = kept.entries()
        kept.close()
        assert (new.changes, new.backup) == ("[]", "deletions-2026")
        assert (sync.user, sync.received, sync.reviews, sync.address) == ("anna", 3, 0, "")
        assert (sync.changes, sync.backup) == ("", "")
        assert (refused.user, refused.times) == ("", 3)
    stored = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"hunter2" not in stored


def test_a_damaged_list_is_set_aside_and_a_new_one_started(tmp_path: Path) -> None:
    path = tmp_path / "activity.db"
    path.write_bytes(b"no database" * 1000)
    kept = Activity(path)
    kept.record(SignedIn(*PHONE))
    assert len(kept.entries()) == 1
    kept.close()
    assert (tmp_path / "activity.db.damaged").read_bytes() == b"no database" * 1000


def test_a_list_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "activity.db"
    kept = Activity(path)
    other = sqlite3.connect(path, isolation_level=None)
    kept._db.execute("pragma busy_timeout = 10")
    other.execute("begin exclusive")
    kept.record(SignedIn(*PHONE))
    other.close()
    assert kept.entries() == []
    kept.record(SignedIn(*PHONE))
    assert len(kept.entries()) == 1
    kept.close()
    kept.record(SignedIn(*PHONE))  # a request that ends after the server was closed


def test_many_threads_may_write_at_once(kept: Activity) -> None:
    def note(number: int) -> None:
        for _ in range(20):
            kept.record(SyncFinished("anna", "", number, 1, 0, 0.1))

    threads = [threading.Thread(target=note, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.entries()) == 80

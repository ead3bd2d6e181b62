"""Which backups stay: the newest, the last of each day, the last of each week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from addon.store.keep import Keep
from addon.store.paths import UserFolder
from addon.store.transfer.backup_files import find, list_backups
from addon.store.transfer.thinning import thin

NOON = datetime(2026, 11, 27, 12)
Make = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> UserFolder:
    folder = UserFolder(tmp_path / "anna")
    folder.backups.mkdir(parents=True)
    return folder


@pytest.fixture
def make(folder: UserFolder) -> Make:
    """Make a backup of some age, and return its name."""

    def make(age: timedelta, reason: str = "collection", ending: str = ".colpkg") -> str:
        stamp = (NOON - age).strftime("%Y-%m-%d-%H.%M.%S.%f")[:-3]
        name = f"{reason}-{stamp}"
        (folder.backups / f"{name}{ending}").write_bytes(b"x")
        return name

    return make


def left(folder: UserFolder, keep: Keep, now: datetime = NOON) -> list[str]:
    thin(list_backups(folder), keep, now.timestamp())
    return [each.name for each in list_backups(folder)]


def test_the_newest_stay_then_one_a_day_then_one_a_week(folder: UserFolder, make: Make) -> None:
    names = [make(timedelta(hours=6 * number)) for number in range(4 * 60)]
    kept = left(folder, Keep(count=3, days=5, weeks=4))
    assert kept[:3] == names[:3]
    days = [name[len("collection-") :][:10] for name in kept]
    assert days == [
        *["2026-11-27"] * 3,
        *["2026-11-26", "2026-11-25", "2026-11-24", "2026-11-23"],
        *["2026-11-22", "2026-11-15", "2026-11-08"],
    ]


def test_days_without_a_backup_do_not_count(folder: UserFolder, make: Make) -> None:
    """Who did not study for a year finds everything that was there."""
    names = [make(timedelta(days=400 + number)) for number in range(5)]
    assert left(folder, Keep(count=1, days=5, weeks=0)) == names


def test_the_last_one_is_never_removed(folder: UserFolder, make: Make) -> None:
    newest, _older = make(timedelta(days=900)), make(timedelta(days=901))
    assert left(folder, Keep(count=0, days=0, weeks=0)) == [newest]


def test_what_a_person_made_stays_and_so_does_what_is_not_ours(
    folder: UserFolder, make: Make
) -> None:
    mine = [make(timedelta(days=number), "manual") for number in range(20)]
    (folder.backups / "carried here.anki2").write_bytes(b"x")
    (folder.backups / "daily-once.colpkg").write_bytes(b"x")
    assert set(left(folder, Keep(1, 0, 0))) == {*mine, "carried here", "daily-once"}


def test_backups_of_the_desktop_do_not_push_out_those_of_the_store(
    folder: UserFolder, make: Make
) -> None:
    stored = [make(timedelta(hours=number + 50), "daily") for number in range(2)]
    desktop = [make(timedelta(hours=number), "desktop") for number in range(9)]
    assert left(folder, Keep(2, 0, 0)) == [*desktop[:2], *stored]


@pytest.mark.parametrize("days", [-30_000, 20_000], ids=["in 2108", "in 1972"])
def test_a_clock_that_was_wrong_costs_little(folder: UserFolder, make: Make, days: int) -> None:
    good = [make(timedelta(days=number)) for number in range(8)]
    wrong = [make(timedelta(days=days, hours=number)) for number in range(12)]
    keep = Keep(count=5, days=9, weeks=4)
    # while the clock is wrong, and once it is right again
    kept = left(folder, keep, NOON - timedelta(days=days))
    assert set(good) <= set(kept)
    make(timedelta(hours=-1))
    kept = left(folder, keep, NOON + timedelta(hours=1))
    assert set(good) <= set(kept)
    assert len(set(wrong) & set(kept)) <= 5


def test_a_journal_goes_with_its_backup(folder: UserFolder, make: Make) -> None:
    old = make(timedelta(days=2), ending=".anki2")
    (folder.backups / f"{old}.anki2-journal").write_bytes(b"x")
    new = make(timedelta(0))
    assert left(folder, Keep(1, 0, 0)) == [new]
    assert [path.name for path in folder.backups.iterdir()] == [f"{new}.colpkg"]


def test_a_backup_has_one_name_before_and_after_it_is_packed(
    folder: UserFolder, make: Make
) -> None:
    name = make(timedelta(0), ending=".anki2")
    for typed in (name, f"{name}.anki2", f"{name}.colpkg"):
        found = find(folder, typed)
        assert found is not None
        assert found.name == name
    make(timedelta(0))  # a crash has left both
    assert [each.path.suffix for each in list_backups(folder)] == [".colpkg"]
    assert find(folder, "another") is None

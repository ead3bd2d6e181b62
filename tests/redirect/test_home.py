"""Which server a collection is in step with, and when it may no longer be merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from addon.redirect.home import HomeKeeper, before_sync
from addon.redirect.open_profile import OpenProfile
from addon.redirect.profiles_file import ProfilesFile
from addon.redirect.settings import Home, Mark, Place, ProfileSettings

ANKIWEB = Place()
HERE = Place("http://10.0.0.2:27701/", "anna")
THERE = Place("http://10.0.0.1:27701/", "anna")


def test_at_home_nothing_changes() -> None:
    assert before_sync(Home(HERE), HERE, 100, 500) == (Home(HERE), 100)


def test_another_place_is_never_merged() -> None:
    home, stamp = before_sync(Home(HERE), THERE, 100, 500)
    assert (home, stamp) == (Home(HERE, Mark(THERE, 100, 500)), 500)
    again = before_sync(home, THERE, 500, 600)
    assert again == (home, 500), "as long as it has not synced"
    elsewhere = before_sync(home, ANKIWEB, 500, 600)
    assert elsewhere == (Home(HERE, Mark(ANKIWEB, 100, 500)), 500)


def test_another_user_is_another_place() -> None:
    bob = Place(HERE.address, "bob")
    assert before_sync(Home(HERE), bob, 100, 500)[1] == 500


def test_coming_home_without_having_synced_elsewhere_takes_the_mark_back() -> None:
    marked = Home(HERE, Mark(THERE, 100, 500))
    assert before_sync(marked, HERE, 500, 600) == (Home(HERE), 100)


@pytest.mark.parametrize("stamp", [100, 300, 550], ids=["a copy's", "another's", "new"])
def test_a_one_way_sync_makes_the_other_place_the_home(stamp: int) -> None:
    marked = Home(HERE, Mark(THERE, 100, 500))
    assert before_sync(marked, THERE, stamp, 600) == (Home(THERE), stamp)
    assert before_sync(marked, HERE, stamp, 600)[1] == 600, "no longer the home"


class Kept:
    """A profile's record and a collection's stamp."""

    def __init__(self, folder: Path) -> None:
        self.file = ProfilesFile(folder / "profiles.json")
        self.stamp = 100
        self.keeper = HomeKeeper(
            OpenProfile(self.file, lambda: "User 1"), lambda: self.stamp, self.write
        )

    def write(self, stamp: int) -> None:
        self.stamp = stamp

    def sync_starts(self, place: Place) -> Home:
        self.keeper.sync_starts(place)
        return self.file.read("User 1").home


def test_the_mark_is_remembered_and_taken_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    marked = kept.sync_starts(HERE)
    assert marked == Home(ANKIWEB, Mark(HERE, 100, kept.stamp))
    assert kept.stamp > 100
    assert kept.sync_starts(ANKIWEB) == Home()
    assert kept.stamp == 100


def test_a_profile_that_never_switched_gets_no_record(tmp_path: Path) -> None:
    Kept(tmp_path).sync_starts(ANKIWEB)
    assert not list(tmp_path.iterdir())


def test_an_unwritable_record_costs_a_question_but_no_data(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.sync_starts(HERE)
    marked = kept.stamp
    kept.file._path.unlink()
    kept.file._path.mkdir()
    kept.keeper.sync_starts(ANKIWEB)
    assert kept.stamp == marked, "never the former stamp while the record says marked"


def test_home_and_mark_survive_the_file(tmp_path: Path) -> None:
    file = ProfilesFile(tmp_path / "profiles.json")
    settings = ProfileSettings(home=Home(HERE, Mark(THERE, 1, 2)))
    file.update("User 1", lambda _known: settings)
    assert file.read("User 1") == settings

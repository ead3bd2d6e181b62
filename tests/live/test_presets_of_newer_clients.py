"""Settings that only newer clients know pass through the server, whatever its own version."""

from __future__ import annotations

from typing import Any

import pytest

from .clients import Client, Outcome
from .conftest import Converge, Device, Pair
from .content import add_note, add_preset, deck, fill, note_type

FSRS_6 = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796]
FSRS_6 += [1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]
FSRS_5 = [0.4 + number for number in range(19)]
PRESET: dict[str, Any] = {
    "fsrsParams6": FSRS_6,
    "fsrsParams5": FSRS_5,
    "desiredRetention": 0.87,
    "sm2Retention": 0.91,
    "ignoreRevlogsBeforeDate": "2024-02-29",
    "easyDaysPercentages": [1.0, 0.5, 0.0, 1.0, 1.0, 0.25, 1.0],
    "secondsToShowQuestion": 12.5,
    "secondsToShowAnswer": 7.25,
    "questionAction": 1,
    "answerAction": 3,
    "waitForAudio": False,
    "weightSearch": 'preset:"ü"',
    "newMix": 1,
    "interdayLearningMix": 2,
    "newSortOrder": 4,
    "newGatherPriority": 3,
    "reviewOrder": 7,
    "buryInterdayLearning": True,
}
# Not known to any Anki: what a version of next year might send.
UNKNOWN = {"keyOfNextYear": {"list": [1, 2.5, None], "text": "ü"}, "flagOfNextYear": True}


def make_preset(client: Client) -> int:
    preset = add_preset(client, "Newer")
    preset |= PRESET
    preset |= UNKNOWN
    preset["new"]["keyOfNextYear"] = [1]
    preset["rev"]["keyOfNextYear"] = [2]
    client.col.decks.update_config(preset)
    return int(preset["id"])


def read_preset(client: Client, id: int) -> dict[str, Any]:
    found = client.col.decks.get_config(id)  # type: ignore[arg-type]
    assert found is not None
    return found


def assert_preset_intact(client: Client, id: int) -> None:
    preset = read_preset(client, id)
    for key, value in {**PRESET, **UNKNOWN}.items():
        if isinstance(value, float) or key.startswith("fsrs"):
            assert preset[key] == pytest.approx(value, rel=1e-6)
        else:
            assert preset[key] == value, key
    assert preset["new"]["keyOfNextYear"] == [1]
    assert preset["rev"]["keyOfNextYear"] == [2]


def test_a_preset_survives_an_upload_and_a_download(device: Device, converge: Converge) -> None:
    one, other = device("one"), device("other")
    fill(one)
    id = make_preset(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert_preset_intact(other, id)
    converge(one, other)


def test_a_preset_survives_a_normal_sync_and_an_edit_on_the_other_device(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    id = make_preset(one)
    converge(one, other)
    changed = read_preset(other, id)
    changed["name"] = "Renamed on the other device"
    other.col.decks.update_config(changed)
    converge(other, one)
    assert read_preset(one, id)["name"] == "Renamed on the other device"
    assert_preset_intact(one, id)


@pytest.mark.parametrize("way", ["upload", "normal sync"])
def test_the_retention_of_a_deck_survives(pair: Pair, converge: Converge, way: str) -> None:
    one, other = pair
    id = deck(one, "Own retention")
    add_note(one, "x", to="Own retention")
    changed = one.col.decks.get(id)
    assert changed is not None
    changed["desiredRetention"] = 93
    changed["keyOfNextYear"] = {"ü": 1}
    one.col.decks.update(changed, preserve_usn=False)
    if way == "upload":
        one.col.mod_schema(check=False)
        one.upload()
        other.download()
    converge(one, other)
    arrived = other.col.decks.get(id)
    assert arrived is not None
    assert arrived["desiredRetention"] == 93
    assert arrived["keyOfNextYear"] == {"ü": 1}


@pytest.mark.parametrize("way", ["upload", "normal sync"])
def test_unknown_keys_of_note_types_survive(pair: Pair, converge: Converge, way: str) -> None:
    one, other = pair
    changed = note_type(one, "Basic")
    changed["keyOfNextYear"] = "type"
    changed["flds"][0]["keyOfNextYear"] = "field"
    changed["flds"][1] |= {"description": "d", "plainText": True, "collapsed": True, "tag": 3}
    changed["flds"][1] |= {"preventDeletion": True, "excludeFromSearch": True}
    changed["tmpls"][0]["keyOfNextYear"] = "template"
    one.col.models.update_dict(changed)
    if way == "upload":
        one.col.mod_schema(check=False)
        one.upload()
        other.download()
    converge(one, other)
    other.reopen()
    arrived = note_type(other, "Basic")
    assert arrived["keyOfNextYear"] == "type"
    assert arrived["flds"][0]["keyOfNextYear"] == "field"
    assert arrived["flds"][1]["tag"] == 3
    assert arrived["tmpls"][0]["keyOfNextYear"] == "template"

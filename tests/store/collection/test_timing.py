"""The day of a collection and the return of buried cards, compared with Anki's own server."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path
from typing import Any

from addon.store.collection.timing import DAY, LAST_UNBURIED, UNBURY_SQL, needs_unbury, today

from ...live.wire import WireClient
from ..anki_server import anki_server, logged_in

NO_CHANGES: dict[str, Any] = {"models": [], "decks": [[], []], "tags": []}


def _cases() -> list[tuple[int, dict[str, Any]]]:
    """Return pairs of (age of the collection in seconds, config), sane and insane ones."""
    chance = random.Random(12)
    offsets: list[Any] = [None, 0, -600, 480, -840, 720, 30, 1439, -1439, 1440, 5000, "60", 1.0]
    rollovers: list[Any] = [None, 0, 4, 12, 23, 24, 200, 255, 256, -1, "4", True]
    cases = []
    for _ in range(250):
        age = chance.choice([0, 1, 3_600, DAY, 10 * DAY, 400 * DAY, 9_000 * DAY, -5, -3 * DAY])
        config = {
            "schedVer": chance.choice([2, 2, 2, 2, 1, None, 3, "2"]),
            "rollover": chance.choice(rollovers),
            "localOffset": chance.choice(offsets),
            "creationOffset": chance.choice(offsets),
        }
        present = {key: value for key, value in config.items() if chance.random() < 0.9}
        cases.append((age + chance.randint(0, DAY), present))
    return cases


def _store(client: WireClient, created: int, config: dict[str, Any]) -> None:
    client.new_session()
    assert client.call("start", {"minUsn": 0, "lnewer": True})[0] == 200
    changes = {**NO_CHANGES, "conf": config, "crt": created}
    assert client.call("applyChanges", {"changes": changes})[0] == 200
    assert client.call("finish")[0] == 200


def _config_after_start(client: WireClient) -> dict[str, Any]:
    client.new_session()
    assert client.call("start", {"minUsn": 0, "lnewer": False})[0] == 200
    status, answer = client.call("applyChanges", {"changes": NO_CHANGES})
    assert status == 200
    config: dict[str, Any] = answer["conf"]
    return config


def test_anki_unburies_on_the_day_that_we_compute(tmp_path: Path) -> None:
    with anki_server(tmp_path) as url:
        client = logged_in(url)
        for age, config in _cases():
            created = int(time.time()) - age
            _store(client, created, config)
            before = today(int(time.time()), created, config)
            theirs = _config_after_start(client).get(LAST_UNBURIED, 0)
            assert theirs in (before, today(int(time.time()), created, config)), (age, config)


def test_anki_unburies_exactly_when_we_do(tmp_path: Path) -> None:
    config = {"schedVer": 2, "rollover": 4, "creationOffset": 0, "localOffset": 0}
    created = int(time.time()) - 100 * DAY
    day = today(int(time.time()), created, config)
    with anki_server(tmp_path) as url:
        client = logged_in(url)
        for last in [0, day - 1, day, day + 1, day + 7, day + 8, -1, "5", 2**32 - 1, 2**32, 1.5]:
            stored = {**config, LAST_UNBURIED: last}
            _store(client, created, stored)
            unburied = _config_after_start(client)[LAST_UNBURIED] != last
            assert needs_unbury(stored, day) == unburied, last


def test_unburied_cards_return_to_the_queue_of_their_type() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create table cards (id integer, type integer, queue integer, due integer)")
    cards = [
        (1, 0, -2, 5),
        (2, 2, -3, 400),
        (3, 1, -3, 1_700_000_000),
        (4, 3, -2, 1_700_000_000),
        (5, 1, -2, 400),
        (6, 3, -3, 1_000_000_000),
        (7, 2, -1, 400),
        (8, 0, 0, 1),
        (9, 1, 1, 1_700_000_000),
    ]
    db.executemany("insert into cards values (?, ?, ?, ?)", cards)
    db.execute(UNBURY_SQL)
    queues = [queue for (queue,) in db.execute("select queue from cards order by id")]
    db.close()
    assert queues == [0, 2, 1, 1, 3, 3, -1, 0, 1]

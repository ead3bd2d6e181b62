"""Buried cards come back on the next day, on devices that never saw the burying one again."""

from __future__ import annotations

import pytest

from .clients import Client, Outcome
from .conftest import Converge, Device
from .content import add_note, run, scalar
from .servers import Server, User
from .wire_session import WireSession

BURIED_BY_USER = -3
BURIED_AS_SIBLING = -2
MODIFIED, USN, QUEUE = 4, 5, 7  # places in a card's row
DAY = 86400  # s


def old_collection(client: Client) -> None:
    """Ten days old, with a new card, a review card and one in learning."""
    for front in ("new", "review", "learning"):
        add_note(client, front)
    run(client, "update col set crt = crt - ?", 10 * DAY)
    run(client, _SET, 2, 2, 8, 5, "review")
    run(client, _SET, 1, 1, scalar(client, "select unixepoch() + 3600"), 0, "learning")


_SET = (
    "update cards set type = ?, queue = ?, due = ?, ivl = ?"
    " where nid = (select id from notes where sfld = ?)"
)


def today(client: Client) -> int:
    return client.col.sched.today


def queues(client: Client) -> dict[str, int]:
    database = client.col.db
    assert database is not None
    rows = database.all("select n.sfld, c.queue from notes n join cards c on c.nid = n.id")
    return {str(name): queue for name, queue in rows}


def bury_from_another_device(
    server: Server, user: User, witness: Client, queue: int, last_unburied: int
) -> None:
    """A third device buries all cards on the day `last_unburied`, and is not seen again."""
    session = WireSession(server, user)
    session.start()
    config = {**witness.col.all_config(), "lastUnburied": last_unburied}
    assert session.changes(config=config)[0] == 200
    cards = session.chunks()["cards"]
    for card in cards:
        card[QUEUE] = queue
        card[MODIFIED] += 1  # s
        card[USN] = session.usn
    assert session.send(cards=cards)[0] == 200
    session.sanity_and_finish(witness)


@pytest.mark.parametrize("queue", [BURIED_BY_USER, BURIED_AS_SIBLING], ids=["user", "sibling"])
@pytest.mark.parametrize("newer", ["server", "device"])
def test_cards_buried_yesterday_are_back_today(
    device: Device, server: Server, user: User, converge: Converge, queue: int, newer: str
) -> None:
    one, other = device("one"), device("other")
    old_collection(one)
    one.reopen()
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    before = queues(one)
    assert before == {"new": 0, "review": 2, "learning": 1}
    bury_from_another_device(server, user, other, queue, today(other) - 1)
    if newer == "device":
        add_note(other, "makes this device the newer side")
    assert other.sync() is Outcome.NO_CHANGES
    assert {name: queues(other)[name] for name in before} == before
    converge(one, other)


def test_cards_buried_today_stay_buried(
    device: Device, server: Server, user: User, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    old_collection(one)
    one.reopen()
    one.col.set_config("lastUnburied", today(one))
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    bury_from_another_device(server, user, other, BURIED_BY_USER, today(other))
    assert other.sync() is Outcome.NO_CHANGES
    assert set(queues(other).values()) == {BURIED_BY_USER}
    converge(one, other)

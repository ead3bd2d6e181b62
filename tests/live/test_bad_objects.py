"""One malformed object in a sync: 400, the session rolled back, everybody else untouched."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from anki.decks import DeckId

from .bad_objects import CASES, Case
from .clients import Client, Outcome
from .conftest import Device
from .content import fill, scalar
from .servers import Server, User
from .snapshot import assert_same
from .target import LiveTarget
from .wire_session import WireSession

MODIFIED = {"cards": 4, "notes": 3}  # place of the time of modification in a row


class Target(LiveTarget):
    def sound_objects(self) -> dict[str, Any]:
        """Return one of each kind, as the server sends them, in a session that has just begun."""
        self.session.start(newer=False)
        status, changes = self.session.changes()
        assert status == 200
        decks, presets = changes["decks"]
        rows = self.session.chunks()
        return {
            "models": next(m for m in changes["models"] if m["name"] == "Basic"),
            "decks": next(d for d in decks if d["name"] == "Other"),
            "filtered": next(d for d in decks if d["name"] == "Filtered"),
            "presets": presets[0],
            "tags": [changes["tags"][0]],
            **{kind: rows[kind][0] for kind in rows},
        }

    def offer(self, kind: str, value: Any) -> int:
        """Begin a session and send one object; returns the HTTP status."""
        self.session.start()
        if kind in {"cards", "notes", "revlog"}:
            return self.session.send(**{kind: [value]})[0]
        values = value if kind == "tags" else [value]
        where = "decks" if kind == "filtered" else kind
        changed: dict[str, Any] = {where: values}
        return self.session.changes(**changed)[0]


def fill_with_every_kind(client: Client) -> None:
    fill(client)
    request = client.col.sched.get_or_create_filtered_deck(DeckId(0))
    request.name = "Filtered"
    client.col.sched.add_or_update_filtered_deck(request)


@pytest.fixture(scope="module")
def target(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with Target.at(server, tmp_path_factory.mktemp("device"), fill_with_every_kind) as target:
        yield target


@pytest.mark.parametrize("kind", ["models", "decks", "filtered", "presets", "tags"])
def test_a_valid_object_is_accepted(target: Target, kind: str) -> None:
    """Or the refusals below would prove nothing."""
    assert target.offer(kind, target.sound_objects()[kind]) == 200
    target.session.ask("abort")


@pytest.mark.parametrize("kind", ["cards", "notes", "revlog"])
def test_a_valid_row_is_accepted(target: Target, kind: str) -> None:
    assert target.offer(kind, target.sound_objects()[kind]) == 200
    target.session.ask("abort")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_malformed_object_is_refused_and_nothing_changes(target: Target, case: Case) -> None:
    value = copy.deepcopy(target.sound_objects()[case.kind])
    target.session.ask("abort")
    if case.kind in MODIFIED:
        value[MODIFIED[case.kind]] += 1  # s; or it would be passed over as known
    case.spoil(value)
    with target.unchanged():
        assert target.offer(case.kind, value) == 400
        target.session.ask("abort")  # as clients do after any failure
        assert target.session.wire.call("finish")[0] == 409


def test_a_note_type_that_lost_a_template_is_refused(target: Target) -> None:
    """Only a one-way sync can carry that (PROTOCOL)."""
    changed = target.sound_objects()["models"]
    extra = {**changed["tmpls"][0], "name": "Card 2", "ord": 1}
    changed["tmpls"].append(extra)
    changed["mod"] += 1000
    assert target.offer("models", changed) == 400


@pytest.mark.parametrize(
    ("kind", "place", "sent", "column", "kept"),
    [
        ("cards", 8, 3.7, "due", 3),
        ("cards", 8, -3.7, "due", -3),
        ("cards", 9, 12.9, "ivl", 12),
        ("cards", 9, -5.5, "ivl", 0),
        ("cards", 14, 7.2, "odue", 7),
        ("revlog", 4, 12.9, "ivl", 12),
        ("revlog", 6, 2500.9, "factor", 2500),
        ("revlog", 8, 77, "type", 0),
    ],
)
def test_fractions_of_old_clients_are_truncated(
    device: Device,
    server: Server,
    user: User,
    kind: str,
    place: int,
    sent: float,
    column: str,
    kept: int,
) -> None:
    """SQLite would keep 3.7, which Rust reads as 0 after a download."""
    client = device("one")
    fill(client)
    assert client.sync() is Outcome.FULL_UPLOAD
    session = WireSession(server, user)
    session.start()
    assert session.changes()[0] == 200
    row = max(session.chunks()[kind])  # the last one, so that the next id is free
    if kind == "revlog":
        row[:3] = row[0] + 10_000, row[1], session.usn  # entries are never replaced: another one
    else:
        row[4:6] = row[4] + 1, session.usn
    row[place] = sent
    assert session.send(**{kind: [row]})[0] == 200
    session.sanity_and_finish(client, new_reviews=int(kind == "revlog"))
    newcomer = device("newcomer")
    assert client.sync() is Outcome.NO_CHANGES
    assert newcomer.sync() is Outcome.FULL_DOWNLOAD
    for holder in (client, newcomer):
        assert scalar(holder, f"select {column} from {kind} where id = ?", row[0]) == kept
    assert_same(client, newcomer)

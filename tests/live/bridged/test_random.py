"""Whatever desktop and phones did before, and however each phone comes: nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from addon.server.events import Placed

from ..clients import Choice, Client, Outcome
from ..content import scalar
from ..servers import AnkiServer
from ..snapshot import differences, snapshot
from .doing import Hand
from .holding import Rule, check, of_client, of_store
from .world import World, serving

SAMPLE = 3


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    wanted = metafunc.config.getoption("--contact")
    if wanted is None:
        seeds: list[int | None] = [None] * SAMPLE
    else:
        first, _, last = wanted.partition("-")
        seeds = [*range(int(first), int(last or first) + 1)]
    metafunc.parametrize("seed", seeds)


@pytest.mark.timeout(600)
def test_a_random_first_contact_loses_nothing(
    seed: int | None, tmp_path: Path, past: AnkiServer
) -> None:
    seed = random.SystemRandom().randrange(10**6) if seed is None else seed
    try:
        _play(random.Random(seed), tmp_path, past)
    except BaseException:
        print(f"again: --contact {seed}")
        raise


def _play(dice: random.Random, root: Path, past: AnkiServer) -> None:
    with serving(root / "lan") as (lan, events):
        world = World(root, past, lan, events)
        try:
            _Play(world, dice).run()
        finally:
            world.close()


class _Play:
    def __init__(self, world: World, dice: random.Random) -> None:
        self.world = world
        self.dice = dice
        self.phones = [Hand(world.phone(f"phone {n}"), dice) for n in range(dice.randint(1, 3))]
        self.desktop = Hand(world.desktop, dice)

    def run(self) -> None:
        for hand in self._shuffled():
            hand.do(4)
        for _ in range(2):
            for hand in self._shuffled():
                if self.dice.random() < 0.6:
                    assert hand.client.sync() is Outcome.NO_CHANGES
                hand.do(self.dice.randint(0, 6))
        self.world.pair()
        met: list[Hand] = []
        for hand in self.dice.sample(self.phones, len(self.phones)):
            self._first_contact(hand)
            met.append(hand)
            for known in met:
                if self.dice.random() < 0.5:
                    known.do(self.dice.randint(0, 4))
                    assert known.client.sync() is Outcome.NO_CHANGES
        for hand in met:
            if self.dice.random() < 0.5:
                assert hand.client.sync() is Outcome.NO_CHANGES
                hand.do(self.dice.randint(0, 6))
                hand.configure()  # where nothing has changed a client does not even ask
                self._forced_upload(hand)
        self._converge([hand.client for hand in met])

    def _shuffled(self) -> list[Hand]:
        hands = [self.desktop, *self.phones]
        return self.dice.sample(hands, len(hands))

    def _first_contact(self, hand: Hand) -> None:
        phone = hand.client
        usn = "select usn from col"
        may_merge = 0 < scalar(self.world.desktop, usn) >= scalar(phone, usn)
        if may_merge and self.dice.random() < 0.6:
            self.world.expect()
            self._merge_first(phone)
            self.world.lan.expect("phones", None)
        else:
            self.world.log_in(phone)
            self._upload(phone)

    def _upload(self, phone: Client) -> None:
        ours, theirs = of_store(self.world.folder.collection), of_client(phone)
        assert self.world.upload(phone) is Placed.UNITED
        after = of_store(self.world.folder.collection)

        def deleted(kind: int, id: int) -> bool:
            table = {0: theirs.cards, 1: theirs.notes}.get(kind, {})
            grave = ours.graves.get((kind, id))
            usn = max(0, table[id][0]) if id in table else 0
            return grave is not None and usn <= grave

        never = Rule(lambda _row: False, lambda _row: False, deleted)
        found = check(ours, theirs, after, never)
        assert not found, "\n".join(found)
        assert phone.sync() is Outcome.NO_CHANGES

    def _merge_first(self, phone: Client) -> None:
        ours, theirs = of_store(self.world.folder.collection), of_client(phone)
        since = scalar(phone, "select usn from col")
        self.world.log_in(phone)
        assert phone.sync() is Outcome.NO_CHANGES
        after = of_store(self.world.folder.collection)
        deleted = theirs.pending_graves | ours.graves.keys()
        rule = Rule(
            lambda row: row[0] < since,
            lambda row: row[0] != -1,
            lambda kind, id: (kind, id) in deleted,
        )
        found = check(ours, theirs, after, rule)
        assert not found, "\n".join(found)
        if self.dice.random() < 0.3:
            Hand(phone, self.dice).do(3)
            self._upload(phone)
        else:
            assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC

    def _forced_upload(self, hand: Hand) -> None:
        phone = hand.client
        ours, theirs = of_store(self.world.folder.collection), of_client(phone)
        mark = scalar(phone, "select usn from col")
        phone.col.mod_schema(check=False)
        assert self.world.upload(phone) is Placed.UNITED
        after = of_store(self.world.folder.collection)

        def deleted(kind: int, id: int) -> bool:
            mine = {0: ours.cards, 1: ours.notes}.get(kind, {})
            return id not in mine and bool(ours.graves.get((kind, id), -1) >= mark)

        rule = Rule(lambda row: row[0] < mark, lambda row: row[0] != -1, deleted)
        found = check(ours, theirs, after, rule)
        assert not found, "\n".join(found)

    def _converge(self, phones: list[Client]) -> None:
        for _ in range(3):
            for phone in phones:
                assert phone.sync() is Outcome.NO_CHANGES
        self.world.bridge()
        self.world.bridge()
        for phone in phones:
            assert phone.sync() is Outcome.NO_CHANGES
        newcomer = self.world.newcomer()
        wanted = snapshot(newcomer)
        del wanted["col"]  # each has a schema stamp of its own
        for phone in (self.world.desktop, *phones):
            found = snapshot(phone)
            del found["col"]
            different = differences(wanted, found)
            assert not different, f"{phone.name}:\n" + "\n".join(different[:20])

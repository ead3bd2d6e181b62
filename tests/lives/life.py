"""What happens to three devices: anything, in any order, twice at the same moment.

One household syncs with our server, the other with Anki's own. Under a virtual clock, both make the
same ids, so that after each step the devices of both must hold the same. Left out is what Anki's
own server is known to get wrong (docs/store.md, "The merge rules"): the same name chosen on two
devices, changes of one object within the same second, flags set on two devices.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

from anki.errors import DBError, InvalidInput, NotFoundError
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.bridge.clock import DAY, MILLISECOND, Clock
from tests.bridge.contents import NOTE_TYPES, NOTES, Contents, contents, differences, pending
from tests.bridge.device import DOWNLOAD, UPLOAD, Device
from tests.bridge.doing import Doing, NothingToDo, Operation, is_due_to_orphans
from tests.bridge.household import Account
from tests.bridge.ledger import Ledger, state
from tests.bridge.operations import NOTES_AND_CARDS, add_several_notes, flag_cards
from tests.bridge.operations_on_objects import (
    OBJECTS,
    add_a_deck,
    make_a_filtered_deck,
    rebuild_a_filtered_deck,
)
from tests.bridge.operations_on_schema import SCHEMA
from tests.bridge.taken_names import TakenNames

DEVICES = ("desktop", "phone", "tablet")
_ROUNDS = 3  # of syncs, after which nobody may have anything new


class Disagreement(AssertionError):
    """Our server and Anki's own led to different collections, or something is missing."""


@dataclass
class Household:
    """Three devices of one user."""

    folder: Path
    account: Account
    devices: list[Device] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    names: list[TakenNames] = field(default_factory=list)
    newcomers: int = 0

    def __post_init__(self) -> None:
        self.devices = [self.account.device(self.folder / name) for name in DEVICES]
        self.names = [TakenNames() for _ in DEVICES]
        self.ledger.record(DEVICES[0], {}, state(self.devices[0]))

    def newcomer(self) -> Device:
        """Return a device that has downloaded what the server holds."""
        self.newcomers += 1
        device = self.account.device(self.folder / f"newcomer {self.newcomers}")
        device.sync(DOWNLOAD)
        return device

    def close(self) -> None:
        for device in self.devices:
            device.close()
        shutil.rmtree(self.folder)


@dataclass(frozen=True)
class Place:
    """Where lives are lived.

    `accounts` makes a new one of our server and one of Anki's own; `synced` is called after each
    sync with ours.
    """

    folder: Path
    clock: Clock
    accounts: Callable[[], tuple[Account, Account]]
    synced: Callable[[], None]


_BY_CHANCE = (make_a_filtered_deck, rebuild_a_filtered_deck)  # Anki takes cards at random

OPERATIONS = tuple(each for each in NOTES_AND_CARDS + OBJECTS if each not in _BY_CHANCE)

_device = st.integers(0, len(DEVICES) - 1)
_seed = st.integers(0, 2**16)


def remove_clozes(do: Doing) -> None:
    """Remove cloze note types: Anki makes the cards of a note in any order, and so their ids."""
    for kind in do.col.models.all():
        if kind["type"] == 1:
            do.col.models.remove(kind["id"])


class Life(RuleBasedStateMachine):
    """One life; set `place` first."""

    place: ClassVar[Place]
    _numbers: ClassVar[Iterator[int]] = count()

    def __init__(self) -> None:
        super().__init__()
        self._clock = self.place.clock
        self._number = 0
        self._failed = False
        self._households: list[Household] = []

    @initialize()
    def begin(self) -> None:
        """The desktop has a collection, and the others download it."""
        with self._step():
            self._clock.restart()
            folder = self.place.folder / str(next(self._numbers))
            for name, account in zip(("ours", "anki's"), self.place.accounts(), strict=True):
                self._clock.restart()
                self._households.append(Household(folder / name, account))
            self._clock.move_on(5)
            for operation in (remove_clozes, *[add_a_deck] * 2, *[add_several_notes] * 4):
                self._do(0, operation, self._number)
            self._replace_all(0)

    @rule(number=_device, operation=st.sampled_from(OPERATIONS), seed=_seed)
    def do(self, number: int, operation: Operation, seed: int) -> None:
        """Somebody does something on a device."""
        if operation is flag_cards:
            number = 0
        with self._step():
            self._do(number, operation, seed)

    @rule(number=_device)
    def sync(self, number: int) -> None:
        """A device syncs."""
        with self._step():
            self._sync(number)

    @rule(number=_device, operation=st.sampled_from(SCHEMA), seed=_seed)
    def change_structure(self, number: int, operation: Operation, seed: int) -> None:
        """A device that has everything changes it; it uploads, and the others download."""
        with self._step():
            self._sync_all()
            self._do(number, operation, seed)
            self._replace_all(number)

    @rule(hours=st.integers(6, 40))
    def wait(self, hours: int) -> None:
        """Time passes."""
        self._clock.move_on(hours * DAY / 24)

    def teardown(self) -> None:
        """All devices of both households are equal in the end, and have everything."""
        try:
            if self._households and not self._failed:
                self._end()
        finally:
            for household in self._households:
                household.close()

    @contextmanager
    def _step(self) -> Iterator[None]:
        self._number += 1
        try:
            yield
        except BaseException:
            self._failed = True
            raise

    def _everywhere(self, act: Callable[[Household], Any]) -> Any:
        """Let both households do something at the same moment; what comes out must be the same."""
        self._clock.move_on(2)
        began = self._clock.now
        ended, found = [], []
        for household in self._households:
            self._clock.go_to(began)
            found.append(act(household))
            ended.append(self._clock.now)
        self._clock.go_to(max(ended))
        if found[0] != found[1]:
            raise Disagreement(f"ours: {found[0]}, Anki's: {found[1]}")
        return found[0]

    def _do(self, number: int, operation: Operation, seed: int) -> None:
        self._everywhere(lambda household: self._act(household, number, operation, seed))

    def _act(self, household: Household, number: int, operation: Operation, seed: int) -> str:
        device = household.devices[number]
        dice, mark = random.Random(seed), f"s{self._number}"
        device.show_decks()
        before = state(device)
        try:
            operation(Doing(device, dice, mark, lambda: self._clock.move_on(7 * MILLISECOND), True))
        except NothingToDo:
            return "nothing to do"
        except (NotFoundError, InvalidInput, DBError) as error:
            if not is_due_to_orphans(error, device):
                raise
            return f"refused: {error}"
        household.ledger.record(device.name, before, state(device))
        return "done"

    def _sync(self, number: int, choice: str | None = None) -> None:
        for renaming in self._renamings(number):
            self._do(number, renaming, self._number)

        def sync(household: Household) -> str:
            device = household.devices[number]
            device.show_decks()
            result = device.sync(choice)
            household.names[number].note(device)
            return result

        self._everywhere(sync)
        self.place.synced()
        self._compare(number)

    def _replace_all(self, number: int) -> None:
        """A device uploads, the others download, and all sync once more, with a change.

        To Anki's own server a download is a change, so that all devices must sync once more. And to
        clients a new schema stamp is none: they compare the collection's time first.
        """
        others = {0, 1, 2} - {number}
        self._note_the_time(number)
        self._sync(number, UPLOAD)
        for other in others:
            self._sync(other, DOWNLOAD)
        self._note_the_time(number)
        for each in (number, *others):
            self._sync(each)

    def _note_the_time(self, number: int) -> None:
        self._do(number, lambda do: do.col.set_config("time", self._clock.now), seed=0)

    def _renamings(self, number: int) -> Iterator[Operation]:
        ours = self._households[0]
        yield from ours.names[number].renamings(ours.devices[number])

    def _compare(self, number: int) -> None:
        ours, theirs = (_held(household.devices[number]) for household in self._households)
        found = differences(ours, theirs)
        if found:
            raise Disagreement(f"{DEVICES[number]}, ours | Anki's:\n  " + "\n  ".join(found[:12]))

    def _sync_all(self) -> None:
        for _ in range(_ROUNDS):
            for number in range(len(DEVICES)):
                self._sync(number)

    def _end(self) -> None:
        self._sync_all()
        for household in self._households:
            newcomer = household.newcomer()
            newcomer.show_decks()
            try:
                wanted = contents(newcomer)
                for device in household.devices:
                    device.show_decks()
                    found = differences(wanted, contents(device))
                    if found or pending(device):
                        raise Disagreement(
                            f"newcomer | {device.name} in {household.folder.name}, "
                            f"pending {pending(device)}:\n  " + "\n  ".join(found[:12])
                        )
                missing = household.ledger.missing(state(newcomer))
            finally:
                newcomer.close()
            if missing:
                raise Disagreement("missing:\n  " + "\n  ".join(missing[:12]))


def _held(device: Device) -> Contents:
    """Return what a device holds, without what Anki takes from its dice: the guids of notes, and
    the ids of fields and templates."""
    held = contents(device)
    held[NOTES] = {id: values[1:] for id, values in held[NOTES].items()}
    for kind in held[NOTE_TYPES].values():
        for part in (*kind["flds"], *kind["tmpls"]):
            part.pop("id", None)
    return held

"""One trial: a household does what a seed says; in the end all devices must be equal."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from anki.errors import DBError, InvalidInput, NotFoundError

from .clock import DAY, MILLISECOND, Clock
from .contents import TAGS, Contents, contents
from .device import DOWNLOAD, UPLOAD, Device, went_one_way
from .doing import Doing, NothingToDo, Operation, is_due_to_orphans
from .equality import unequal
from .household import BridgeDriver, Household
from .ledger import Ledger, state
from .operations import NOTES_AND_CARDS, REMOVE_TAGS, add_several_notes, answer_cards, flag_cards
from .operations_on_objects import OBJECTS, add_a_deck, add_a_preset
from .operations_on_schema import SCHEMA
from .settings import Settings
from .taken_names import TakenNames
from .ties import TIES
from .writes import Crash, Writes

if TYPE_CHECKING:
    from .killer import Killer

QUIET_ROUNDS = 10
"""The most rounds of syncs and merges until nobody has anything new."""


class Failure(AssertionError):
    """A trial did not end as it should."""


@dataclass
class Trial:
    """One seed."""

    seed: int
    settings: Settings
    household: Household
    driver: BridgeDriver
    clock: Clock
    counts: Counter[str] = field(default_factory=Counter)
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self._ledger = Ledger()
        self._number = 0
        self._killer: Killer | None = None
        self._tags_stay = self.seed % 2 == 0
        self._desktop = self.household.desktop
        self._taken_names = TakenNames()
        self._healing = False
        self._uploaded: set[Device] = set()  # while healing
        if self.settings.wrong_clocks:
            for device in self.household.devices:
                device.clock_is_wrong_by = self._dice.uniform(-60, 60)

    def run(self) -> None:
        """Raises `Failure`, or what a device or the bridge raised."""
        self._begin()
        for number in range(self.settings.steps):
            self._number = number
            self._step()
        self._heal()
        self._compare()

    def _begin(self) -> None:
        desktop, second = self._desktop, self.household.second
        for operation in (add_a_deck, add_a_deck, add_a_preset, *[add_several_notes] * 4):
            self._wait()
            operation(self._doing(desktop))
        self._wait()
        with suppress(NothingToDo):  # the dice may choose a deck without cards
            answer_cards(self._doing(desktop))
        desktop.save()
        self._ledger.record(desktop.name, {}, state(desktop))
        if self.household.upstream:
            desktop.sync(UPLOAD)
            self._taken_names.note(desktop)
        if second:
            second.sync()
        self._wait()
        self._run_bridge("merge")
        for phone in self.household.phones:
            phone.sync()

    # steps

    def _step(self) -> None:
        self._wait()
        steps: list[tuple[Callable[[], None], int]] = [
            (self._operation, 46),
            (self._undo, 7),
            (self._tie, 3),
            (self._phone_syncs, 16),
            (self._desktop_syncs, 6),
            (self._second_syncs, 5),
            (self._merge, 8),
            (self._prepared_merge, 8),
            (self._half, 5),
            (self._crash, 15 if self.settings.kills else 3),
            (self._a_day_passes, 1),
        ]
        if self.settings.stamps:
            steps.append((self._stamp, 5))
        if self.settings.schema_changes:
            steps.append((self._schema_change, 4))
        (step,) = self._dice.choices([s for s, _ in steps], [weight for _, weight in steps])
        self.counts["steps"] += 1
        step()

    def _operation(self) -> None:
        devices = [self._desktop, *self.household.devices]
        operations = NOTES_AND_CARDS + OBJECTS + (() if self._tags_stay else REMOVE_TAGS)
        self._do(self._dice.choice(devices), self._dice.choice(operations))

    def _schema_change(self) -> None:
        self._do(self._dice.choice(self.household.devices), self._dice.choice(SCHEMA))

    def _do(self, device: Device, operation: Operation) -> None:
        doing = self._doing(device)
        if operation is flag_cards and device is self.household.second and doing.own_names:
            return
        self._say(f"{device.name}: {operation.__name__}")
        with self._at(device):
            before = state(device)
            try:
                operation(doing)
            except NothingToDo:
                self._say("  nothing to do")
                return
            except (NotFoundError, InvalidInput, DBError) as error:
                if not is_due_to_orphans(error, device):
                    raise
                self._say(f"  refused: {error}")
                return
            self._ledger.record(device.name, before, state(device))
        self.counts["operations"] += 1

    def _undo(self) -> None:
        """Undo on the desktop, often what was just merged, and now and then redo."""
        if self._dice.random() < 0.7:
            for _ in range(self._dice.choice([1, 1, 2])):
                self._do(self._desktop, self._dice.choice(NOTES_AND_CARDS + OBJECTS))
                self._wait()
            if self._dice.random() < 0.7:
                self._run_bridge(self._dice.choice(["merge", "into_store"]))
        for _ in range(self._dice.choice([1, 1, 2, 3])):
            status = self._desktop.col.undo_status()
            redo = bool(status.redo) and self._dice.random() < 0.5
            if not (status.redo if redo else status.undo):
                return
            self._say(f"desktop: {'redo ' + status.redo if redo else 'undo ' + status.undo}")
            before = state(self._desktop)
            self._desktop.col.redo() if redo else self._desktop.undo()
            self._ledger.record_undo(self._desktop.name, before, state(self._desktop))
            self.counts["undone"] += 1
            self._wait()

    def _tie(self) -> None:
        """Change one object on two devices within the same second."""
        devices = [self._desktop, *self.household.phones]
        if self.household.second and not self.settings.careful_second:
            devices.append(self.household.second)
        change = self._dice.choice(TIES)
        pair = self._dice.sample(devices, 2)
        self.clock.next_second()
        chosen = change.choose(pair, self._dice)
        if chosen is None:
            return
        self._say(f"{pair[0].name} and {pair[1].name} at once: {change.__name__} {chosen}")
        for number, device in enumerate(pair):
            before = state(device)
            change.make(device, chosen, f"tied {self._number} {device.name}")
            device.save()
            self._ledger.record(device.name, before, state(device), tied=number == 1)
            self.clock.move_on(0.1)
        self.counts["ties"] += 1

    def _phone_syncs(self) -> None:
        """Copy the desktop's changes to the store, as Anki does, and sync a phone."""
        if self._dice.random() < 0.75:
            self._run_bridge("into_store")
        else:
            self._run_bridge("merge")  # as at the end of every session of Anki
            self._say("desktop: closed and opened")
            self._restart()
        self._sync(self._dice.choice(self.household.phones))
        if self._dice.random() < 0.5:
            self._run_bridge(self._dice.choice(["into_collection", "merge"]))

    def _desktop_syncs(self) -> None:
        if self.household.upstream is None:
            return
        if self._dice.random() < 0.5:
            self._run_bridge("merge")
        self._sync(self._desktop)
        if self._dice.random() < 0.5:
            self._run_bridge("merge")

    def _second_syncs(self) -> None:
        if self.household.second:
            self._sync(self.household.second)

    def _merge(self) -> None:
        self._run_bridge("merge")

    def _prepared_merge(self) -> None:
        """Prepare a merge as Anki does; often something else happens before it."""
        self._say("prepare")
        self._desktop.show_decks()
        self.driver.prepare()
        if self._dice.random() < 0.4:
            self._dice.choice([self._operation, self._undo, self._phone_syncs, self._half])()
        used = self.driver.used
        self._crash() if self._dice.random() < 0.2 else self._run_bridge("merge")
        self.counts["prepared"] += self.driver.used - used

    def _half(self) -> None:
        self._run_bridge(self._dice.choice(["into_store", "into_collection"]))

    def _stamp(self) -> None:
        """Do what a desktop that syncs with no server does when it opens or closes."""
        self._desktop.show_decks()
        done = self.driver.stamp()
        self._say(f"stamped: {done}")
        self.counts["stamps"] += done
        self._ledger.record_merge()
        self._wait()

    def _a_day_passes(self) -> None:
        self._say("a day passes")
        self.clock.move_on(self._dice.uniform(0.3, 1.5) * DAY)

    def _crash(self) -> None:
        """End the process in the middle of a merge."""
        which = self._dice.choice(["merge", "merge", "into_store", "into_collection"])
        number = self._dice.choice([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
        self._desktop.show_decks()
        self._desktop.save()
        self._say(f"{which}, to crash before write {number}")
        if self.settings.kills:
            self._kill(which, number)
            return
        writes = Writes(fatal=number)
        try:
            with writes.watched():
                self._run_bridge(which)
        except Crash:
            self._say(f"  crashed before: {writes.last[:60]}")
            self.counts["crashes"] += 1
            self._ledger.record_crash(self._desktop.name)
            self._restart()

    def _kill(self, which: str, number: int) -> None:
        """Like `_crash`, in a process that is killed, half of the time at a random moment."""
        from .killer import Killer

        if self._killer is None:
            self._killer = Killer()
        self._desktop.col.close()
        place = Path(self._desktop.path), self.household.store_folder.root, which
        if self._dice.random() < 0.5:
            writes = self._killer.merge(*place, before=number)
        else:
            writes = self._killer.merge(*place, after=self._dice.uniform(0, 0.1))
        self._say("  finished" if writes else "  killed")
        self.counts["kills"] += not writes
        self._ledger.record_crash(self._desktop.name)
        self._desktop.open()
        self._wait()

    def close(self) -> None:
        """End what the trial has started."""
        if self._killer is not None:
            self._killer.close()

    def _restart(self) -> None:
        self._desktop.restart()
        self.driver = type(self.driver)(self.household)

    # syncs and merges

    def _run_bridge(self, which: str) -> None:
        self._say(which)
        self.counts["merges"] += 1
        self._desktop.show_decks()
        outcome = self.driver.run(which)
        if outcome is not None and (outcome.question or outcome.new_schema):
            self._say(f"  {outcome.to_json()}")
            self._require(self.settings.schema_changes, f"needless: {outcome.to_json()}")
            if outcome.question:
                answer = self._dice.choice(outcome.question.kind.answers)
                self._say(f"  {answer}")
                self.counts["questions"] += 1
                self.driver.run(which, answer)
        if which != "into_collection":
            self._ledger.record_merge()
        self._wait()

    def _sync(self, device: Device) -> None:
        if device is self._desktop and self.settings.careful_desktop:
            for renaming in self._taken_names.renamings(device):
                self._do(device, renaming)
                self._wait()
        self._say(f"{device.name} syncs")
        self.counts["syncs"] += 1
        device.show_decks()
        if self.settings.schema_changes:
            choice = self._dice.choice([UPLOAD, DOWNLOAD])
            if device in self._uploaded:  # with another structure, it is asked once more
                choice = DOWNLOAD
            if went_one_way(device.sync(choice)):
                self._say(f"  one way: {choice}")
                self.counts["one-way syncs"] += 1
                if self._healing and choice == UPLOAD:
                    self._uploaded.add(device)
        else:
            device.sync()
        if device is self._desktop:
            self._taken_names.note(device)
        self._wait()

    # the end

    def _heal(self) -> None:
        """Sync and merge until nobody has changes left."""
        self._say("heal")
        self._healing = True
        self._wait()
        quiet = 0
        for _ in range(QUIET_ROUNDS):
            before, one_way = self._everything(), self.counts["one-way syncs"]
            if self.household.upstream:
                self._sync(self._desktop)
                if self.household.second:
                    self._sync(self.household.second)
            self._run_bridge("merge")
            for phone in self.household.phones:
                self._sync(phone)
            # Twice: in the first round the last phone may have sent what nobody has fetched yet.
            same = self._everything() == before and self.counts["one-way syncs"] == one_way
            quiet = quiet + 1 if same else 0
            if quiet == 2:
                return
        raise Failure(f"no quiet after {QUIET_ROUNDS} rounds")

    def _everything(self) -> list[Contents]:
        return [contents(device) for device in self.household.devices]

    def _compare(self) -> None:
        # A tag that leaves the list of one device does not leave the others'.
        left_out = () if self._tags_stay else (TAGS,)
        wrong = unequal(self.household, left_out, old=self.settings.old)
        self._require(not wrong, wrong)
        if not self.settings.schema_changes and not self.settings.wrong_clocks:
            missing = self._ledger.missing(state(self._desktop))
            self._require(not missing, "lost:\n  " + "\n  ".join(missing[:12]))

    def _require(self, holds: bool, sentence: str) -> None:
        if not holds:
            raise Failure(sentence)

    # helpers

    def _doing(self, device: Device) -> Doing:
        careful = self.settings.careful_second and device is self.household.second
        return Doing(
            device,
            self._dice,
            f"s{self._number}",
            lambda: self.clock.move_on(7 * MILLISECOND),
            own_names=careful,
        )

    @contextmanager
    def _at(self, device: Device) -> Iterator[None]:
        device.show_decks()
        if device.clock_is_wrong_by:
            with self.clock.wrong_by(device.clock_is_wrong_by):
                yield
        else:
            yield
        device.save()

    def _wait(self) -> None:
        """Wait at least two seconds, so that only ties share one."""
        self.clock.move_on(self._dice.uniform(2, 40))

    def _say(self, what: str) -> None:
        self.log.append(f"{self._number:3} {self.clock.now:.3f} {what}")

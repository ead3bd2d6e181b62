"""A few seeds of the random test in every run; `python3 dev.py test --bridge SEEDS` runs more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .kinds import KINDS
from .ledger import Ledger
from .run import Plan, carry_out
from .writes import Crash, Writes

pytestmark = [
    pytest.mark.timeout(900),  # must never fail on a busy machine
    pytest.mark.usefixtures("virtual_clock"),
]


SEED = 1001
SAMPLED = ("plain", "own server", "schema", "clocks", "no server", "kills")


def run(*kinds: str, baseline: bool = False, **settings: Any) -> list[str]:
    """Run a trial of each kind in one process; return what went wrong."""
    seeds = [(SEED + number, KINDS[kind]) for number, kind in enumerate(kinds)]
    result = carry_out(Plan(seeds, baseline=baseline, settings=settings), show=False)
    return [f"{one['error']}\n" + "\n".join(one["log"]) for one in result.failed]


def test_random_trials_converge() -> None:
    assert not run(*SAMPLED, steps=40)


def test_a_kill_before_any_write_loses_nothing() -> None:
    assert not run("every write", stride=29)


def test_random_trials_converge_without_the_bridge() -> None:
    assert not run("plain", baseline=True, steps=25)


@pytest.mark.parametrize(
    ("sabotage", "complaint"),
    [("forgets", "differ"), ("overwrites", "lost:"), ("loses", "Check Database")],
)
def test_a_trial_fails_when_the_bridge_is_broken(sabotage: str, complaint: str) -> None:
    wrong = run("plain", steps=25, sabotage=sabotage)
    assert wrong
    assert complaint in wrong[0]


def test_every_write_is_counted_and_the_fatal_one_is_skipped(tmp_path: Path) -> None:
    def write(end: Callable[[], None] | None = None, fatal: int | None = None) -> Writes:
        writes = Writes(fatal, end) if end else Writes(fatal)
        with writes.watched():
            db = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
            try:
                db.execute("create table if not exists t (n)")
                db.execute("select count(*) from t").fetchone()
                db.executemany("insert into t values (?)", [(1,), (2,)])
            finally:
                db.close()
        return writes

    assert write().count == 2
    with pytest.raises(Crash):
        write(fatal=2)
    with sqlite3.connect(tmp_path / "x.db") as db:
        assert db.execute("select count(*) from t").fetchone() == (2,)
    db.close()


def test_the_ledger_expects_the_last_change() -> None:
    ledger, key = Ledger(), ("notes", "1")
    ledger.record("one", {}, {key: (1, "a")})
    ledger.record("one", {key: (1, "a")}, {key: (2, "b")})
    ledger.record("other", {key: (1, "a")}, {key: (3, "c")})
    assert not ledger.missing({key: (3, "c")})
    assert ledger.missing({key: (2, "b")})
    assert ledger.missing({})
    ledger.record("one", {key: (2, "b")}, {})
    assert ledger.missing({key: (3, "c")})
    assert not ledger.missing({})


def test_the_ledger_expects_what_an_undo_brings_back() -> None:
    ledger, key = Ledger(), ("notes", "1")
    ledger.record("one", {}, {key: (1, "a")})
    ledger.record("one", {key: (1, "a")}, {key: (2, "b")})
    ledger.record_undo("one", {key: (2, "b")}, {key: (1, "a")})
    assert not ledger.missing({key: (1, "a")})
    assert ledger.missing({key: (2, "b")})


def test_the_ledger_keeps_another_devices_change_through_an_undo() -> None:
    ledger, key = Ledger(), ("cards", "1")
    ledger.record("one", {}, {key: (1, "a")})
    ledger.record("one", {key: (1, "a")}, {key: (2, "a")})  # buried: only the time differs
    ledger.record("other", {key: (1, "a")}, {key: (3, "b")})
    ledger.record_undo("one", {key: (2, "a")}, {key: (1, "a")})
    ledger.record("one", {key: (1, "a")}, {key: (4, "c")})
    assert ledger.missing({key: (3, "b")})
    ledger.record_undo("one", {key: (4, "c")}, {key: (1, "a")})
    assert not ledger.missing({key: (3, "b")})  # it may be "b", but need not
    ledger.record("other", {key: (3, "b")}, {key: (5, "d")})
    assert ledger.missing({key: (3, "b")})
    assert not ledger.missing({key: (5, "d")})

"""Play lives in this process, under the virtual clock it was started with."""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.bridge.clock import Clock
from tests.bridge.household import Account, account, lan_server
from tests.live.servers import AnkiServer

from .life import Life, Place

_REPLAYS = 20  # of a failed life, at most; each needs a user of its own
_SHRINKS = 500


def main(arguments: list[str]) -> None:
    """Raises what the first life raised that failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lives", type=int)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--sabotage", action="store_true", help="change a card in our store")
    chosen = parser.parse_args(arguments)
    users = chosen.lives + (_SHRINKS if chosen.shrink else _REPLAYS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lan-sync-lives-")))
        theirs = stack.enter_context(AnkiServer.with_users(folder / "anki", users))
        clock = Clock()
        # sleeping moves the clock and returns at once
        time.sleep = lambda seconds: clock.move_on(float(seconds))
        ours = stack.enter_context(lan_server(folder / "data"))

        def accounts() -> tuple[Account, Account]:
            user = theirs.new_user()
            return account(ours, user.name), Account(theirs.url, user.name, user.password)

        def change_cards() -> None:
            for path in ours.data.glob("users/*/collection.anki2"):
                with closing(sqlite3.connect(path)) as db, db:
                    db.execute("update cards set ivl = 77")

        synced = change_cards if chosen.sabotage else lambda: None
        Life.place = Place(folder / "devices", clock, accounts, synced)
        run_state_machine_as_test(
            Life if chosen.seed is None else seed(chosen.seed)(Life),
            settings=settings(
                max_examples=chosen.lives,
                stateful_step_count=chosen.steps,
                derandomize=chosen.seed is None,
                phases=[Phase.generate, *([Phase.shrink] if chosen.shrink else [])],
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )


if __name__ == "__main__":
    main(sys.argv[1:])

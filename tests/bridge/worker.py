"""Run trials in this process, under the virtual clock it was started with.

`python -m tests.bridge.worker` reads one JSON object from standard input ("trials" as kinds.py
makes them, "accounts" of Anki's own server for those that want one) and writes one for each trial.
It runs in the environment of the Anki that all devices have, 2.1.50 or later, on Python 3.9.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, Optional

from .clock import Clock
from .every_write import EveryWrite
from .household import Account, AsClient, BridgeDriver, Household, account, lan_server
from .kinds import ANKI, LAN_SYNC
from .old_undo import OldUndo
from .sabotage import SABOTAGE
from .settings import Settings
from .trial import Trial

SCRIPTED: dict[str, type[Trial]] = {"every write": EveryWrite, "old undo": OldUndo}
"""The kinds of trials whose steps do not depend on the seed."""


def main() -> None:
    """Run the trials ordered on standard input."""
    # Anki prints now and then, which must not get mixed up with the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    faulthandler.enable()
    order = json.loads(sys.stdin.readline())
    clock = Clock()
    time.sleep = lambda seconds: clock.move_on(
        float(seconds)
    )  # sleeping moves the clock and returns at once
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lan-sync-bridge-")))
        lan = stack.enter_context(lan_server(folder / "data"))
        other = stack.enter_context(lan_server(folder / "upstream"))
        accounts = (Account(**one) for one in order["accounts"])
        for number, one in enumerate(order["trials"]):
            clock.restart()
            user = f"user{number}"
            store = account(lan, user)
            upstream: Optional[Account] = None
            if one["baseline"]:
                upstream = store
            elif one["upstream"] == LAN_SYNC:
                upstream = account(other, user)
            elif one["upstream"] == ANKI:
                upstream = next(accounts)
            household = Household(folder / user, store, lan.data, upstream)
            answers.write(json.dumps(_carry_out(household, clock, one)) + "\n")
            answers.flush()
            shutil.rmtree(folder / user)


def _carry_out(household: Household, clock: Clock, one: dict[str, Any]) -> dict[str, Any]:
    driver = AsClient(household) if one["baseline"] else BridgeDriver(household)
    if sabotage := one["settings"].get("sabotage"):
        driver = SABOTAGE[sabotage](household)
    trial = SCRIPTED.get(one["kind"], Trial)(
        one["seed"], Settings(**one["settings"]), household, driver, clock
    )
    answer: dict[str, Any] = {"seed": one["seed"]}
    try:
        trial.run()
    except Exception as error:
        answer["error"] = f"{type(error).__name__}: {error}"
        answer["trace"] = traceback.format_exc()
        answer["log"] = trial.log
    finally:
        trial.close()
        household.close()
    return {**answer, "counts": dict(trial.counts)}


if __name__ == "__main__":
    main()

"""One trial: a sync with a fault at one of its requests, then what an ordinary day brings."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from anki.errors import AnkiException

from tests.disks import mounted
from tests.live import old_clients
from tests.live.clients import Client, Outcome, UnexpectedOneWay
from tests.live.content import scalar
from tests.live.old_clients import Failed, OneWay, Result
from tests.live.proxy import Relay
from tests.live.servers import LanSync
from tests.live.snapshot import assert_same, media

from .kinds import FAULTS, FULL_DISK, PATIENCE, FaultyRelay, Household
from .scenes import FIRST_UPLOAD, SCENES, OldDevice, Scene, Stage

_DISK = 32 * 1024  # KiB
_ROUNDS = 4  # of syncs, after which both devices must be in step

NEEDLESS = (UnexpectedOneWay, OneWay)
"""What a trial raises when a device is told to replace a side that it need not replace."""


@dataclass(frozen=True)
class Trial:
    """A scene, the number of a request in it (from 1), and what goes wrong there."""

    scene: str
    request: int
    fault: str

    def __str__(self) -> str:
        return f"{self.scene}, request {self.request}: {self.fault}"


def stage(name: str, folder: Path) -> Stage:
    """Prepare a scene below a new folder, and count its requests."""
    scene = SCENES[name]
    with LanSync(folder / "data") as server:
        user = server.new_user()
        with closing(Client(folder / "other")) as other:
            other.login(server.url, user)
            prepared = Stage(folder, user, other.auth.hkey)
            with closing(prepared.open(scene, folder, server.url)) as one:
                scene.prepare(one, other)
        server.stop()
    return replace(prepared, requests=_count_requests(scene, prepared))


def _count_requests(scene: Scene, prepared: Stage) -> int:
    copy = prepared.folder.with_name(f"{prepared.folder.name}, counted")
    prepared.copy(devices=copy, data=copy / "data")
    with LanSync(copy / "data") as server, Relay(server.url).running() as relay:
        with closing(prepared.open(scene, copy, relay.url)) as one:
            scene.act(one, prepared.user)
        return len(relay.methods)


def run(trial: Trial, prepared: Stage, folder: Path) -> None:
    """Run the trial in the new folder `folder`; raises AssertionError if anything is amiss."""
    scene, fault = SCENES[trial.scene], FAULTS[trial.fault]
    folder.mkdir()
    with ExitStack() as stack:
        disk = folder / "disk"
        if trial.fault == FULL_DISK:
            stack.enter_context(mounted(disk, _DISK))
        prepared.copy(devices=folder, data=disk / "data")
        with LanSync(disk / "data") as server:
            other, newcomer = (
                stack.enter_context(closing(prepared.open_new(folder / name, server.url)))
                for name in ("other", "newcomer")
            )
            healing = ExitStack()
            home = Household(server, other, disk, healing)
            relay = FaultyRelay(server.url, trial.request, fault, home)
            stack.enter_context(relay.running())
            one = stack.enter_context(closing(prepared.open(scene, folder, relay.url, PATIENCE)))
            with healing:
                well = _acts(scene, one, prepared)
                relay.wait_until_idle()
            if relay.error is not None:
                raise AssertionError(f"the fault itself failed: {relay.error!r}") from relay.error
            if isinstance(one, Client):
                one.go_through(server.url)
            allowed = {one: 0 if well else scene.one_way, other: int(trial.scene == FIRST_UPLOAD)}
            _settle(allowed)
            assert newcomer.sync() is Outcome.FULL_DOWNLOAD
            if isinstance(one, Client):
                for device in (other, newcomer):
                    assert_same(one, device)
            else:  # without what its version does not keep
                old_clients.assert_same(one, other, newcomer)
            _check(scene, other)
            server.stop()
        _check_files(disk / "data")


def _acts(scene: Scene, one: Client | OldDevice, prepared: Stage) -> bool:
    try:
        scene.act(one, prepared.user)
    except (AnkiException, Failed):
        return False
    return True


def _settle(allowed: dict[Client | OldDevice, int]) -> None:
    """Sync all in turn until nothing is left; each may send or fetch everything this often."""
    one_way: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        for device, limit in allowed.items():
            outcome = device.sync()  # raises where it is told to choose a side
            one_way[device.name] += outcome not in (Outcome.NO_CHANGES, Result.IN_STEP)
            if one_way[device.name] > limit:
                raise UnexpectedOneWay(f"{device.name}: {outcome} with no need")


def _check(scene: Scene, device: Client) -> None:
    assert device.col.db is not None
    fields = device.col.db.list("select flds from notes")
    assert {each.split("\x1f")[0] for each in fields} == scene.fronts
    assert scalar(device, "select count() from revlog") == scene.reviews
    assert set(media(device.media)) == scene.files


def _check_files(data: Path) -> None:
    """All databases of a stopped server are sound."""
    databases = [path for path in data.rglob("*") if path.suffix in {".anki2", ".db"}]
    assert databases
    for path in databases:
        with closing(sqlite3.connect(path)) as database:
            database.create_collation("unicase", lambda a, b: (a > b) - (a < b))
            found = database.execute("pragma integrity_check").fetchall()
        assert found == [("ok",)], (path, found)

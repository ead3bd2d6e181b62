"""One trial: a sync with a fault at one of its requests, then what an ordinary day brings."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from anki.errors import AnkiException

from tests.disks import mounted
from tests.live.clients import Client, Outcome
from tests.live.content import scalar
from tests.live.proxy import Relay
from tests.live.servers import LanSync
from tests.live.snapshot import assert_same, media

from .kinds import FAULTS, FULL_DISK, PATIENCE, FaultyRelay, Household
from .scenes import FIRST_UPLOAD, SCENES, Scene, Stage, opened

_DISK = 32 * 1024  # KiB
_ROUNDS = 4  # of syncs, after which both devices must be in step


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
        one, other = Client(folder / "one"), Client(folder / "other")
        with closing(one), closing(other):
            one.login(server.url, user)
            other.use_key(one.auth.hkey, server.url)
            scene.prepare(one, other)
        server.stop()
    prepared = Stage(folder, user, one.auth.hkey)
    return replace(prepared, requests=_count_requests(scene, prepared))


def _count_requests(scene: Scene, prepared: Stage) -> int:
    copy = prepared.folder.with_name(f"{prepared.folder.name}, counted")
    prepared.copy(devices=copy, data=copy / "data")
    with LanSync(copy / "data") as server, Relay(server.url).running() as relay:
        with closing(opened(copy, "one", relay.url, prepared.key)) as one:
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
            one, other, newcomer = (
                stack.enter_context(closing(opened(folder, name, server.url, prepared.key)))
                for name in ("one", "other", "newcomer")
            )
            healing = ExitStack()
            home = Household(server, other, disk, healing)
            relay = FaultyRelay(server.url, trial.request, fault, home)
            with healing, relay.running():
                one.use_key(prepared.key, relay.url, PATIENCE)
                well = _acts(scene, one, prepared)
                relay.wait_until_idle()
            if relay.error is not None:
                raise AssertionError(f"the fault itself failed: {relay.error!r}") from relay.error
            one.use_key(one.auth.hkey, server.url)
            allowed = {one: 0 if well else scene.one_way, other: int(trial.scene == FIRST_UPLOAD)}
            _settle(allowed)
            assert newcomer.sync() is Outcome.FULL_DOWNLOAD
            for device in (other, newcomer):
                assert_same(one, device)
            _check(scene, one)
            server.stop()
        _check_files(disk / "data")


def _acts(scene: Scene, one: Client, prepared: Stage) -> bool:
    try:
        scene.act(one, prepared.user)
    except AnkiException:
        return False
    return True


def _settle(allowed: dict[Client, int]) -> None:
    """Sync all in turn until nothing is left; each may send or fetch everything so many times."""
    one_way: Counter[Client] = Counter()
    for _ in range(_ROUNDS):
        for device, limit in allowed.items():
            outcome = device.sync()  # raises where it is told to choose a side
            one_way[device] += outcome is not Outcome.NO_CHANGES
            assert one_way[device] <= limit, f"{device.name}: {outcome} with no need"


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
            found = database.execute("pragma quick_check").fetchall()
        assert found == [("ok",)], (path, found)

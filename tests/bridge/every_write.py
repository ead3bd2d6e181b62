"""A large merge in both directions, killed before each of its writes in turn."""

from __future__ import annotations

import shutil
from pathlib import Path

from .killer import Killer
from .operations import NOTES_AND_CARDS
from .operations_on_objects import OBJECTS
from .trial import Failure, Trial

CHANGES = 25  # on each side


class EveryWrite(Trial):
    """After each kill, both sides recover and nothing is lost."""

    def run(self) -> None:
        """Raises `Failure`, or what a device or the bridge raised."""
        self._begin()
        devices = [self._desktop, self.household.phones[0]]
        for self._number in range(2 * CHANGES):
            self._wait()
            self._do(devices[self._number % 2], self._dice.choice(NOTES_AND_CARDS + OBJECTS))
        self._sync(self.household.phones[0])
        scene = Scene(self.household.folder, self.household.store_folder.root)
        for device in self.household.devices:
            device.col.close()
        scene.keep()
        killer = Killer()
        try:
            self._kill_before_each(killer, scene)
        finally:
            killer.close()

    def _kill_before_each(self, killer: Killer, scene: Scene) -> None:
        place = Path(self._desktop.path), self.household.store_folder.root, "merge"
        writes = killer.merge(*place)
        self._require(writes > 20, f"a large merge made only {writes} writes")
        for number in range(1, writes + 1, self.settings.stride):
            scene.put_back()
            self._say(f"kill before write {number} of {writes}")
            self._require(not killer.merge(*place, before=number), "it was not killed")
            for device in self.household.devices:
                device.open()
            self.counts["kills"] += 1
            try:
                self._heal()
                self._compare()
            except Exception as error:
                raise Failure(f"after a kill before write {number} of {writes}: {error}") from error
            for device in self.household.devices:
                device.col.close()
        for device in self.household.devices:
            device.open()


class Scene:
    """A copy of folders, to start from again and again."""

    def __init__(self, *folders: Path) -> None:
        self._folders = [(folder, folder.with_name(f"{folder.name} kept")) for folder in folders]

    def keep(self) -> None:
        """Copy them."""
        for folder, copy in self._folders:
            shutil.copytree(folder, copy)

    def put_back(self) -> None:
        """Restore them. Existing files keep their inode numbers, by which the bridge recognises a
        replaced file."""
        for folder, copy in self._folders:
            for path in folder.rglob("*"):
                if path.is_file() and not (copy / path.relative_to(folder)).exists():
                    path.unlink()
            for path in copy.rglob("*"):
                target = folder / path.relative_to(copy)
                if path.is_dir():
                    target.mkdir(exist_ok=True)
                else:
                    target.write_bytes(path.read_bytes())

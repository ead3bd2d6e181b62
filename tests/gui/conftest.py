"""Anki with the built package, installed by Anki's own installer in a process before."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addon.hosting import only_here
from addon.store.paths import users_path

from . import running
from .base import PROFILE, configure, forget_choices, free_port, make_base, settings
from .child import ROOT, run_anki
from .phone import Phone


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Anki's own code warns of what it has deprecated: not our warnings, not errors here."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("default"))
    # One Anki serves all files: the tests of a first switch-on come before anything is stored.
    items.sort(key=lambda item: item.path.name != "test_toggle.py")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ankiaddon file as people install it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "build_addon.py", "--dest", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.ankiaddon")
    return built


@pytest.fixture(scope="session")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make data folders in which the package is installed; takes profiles and their fields."""
    first = make_base(tmp_path_factory.mktemp("installed"))
    assert run_anki(first, "install", str(package))

    def make(*profiles: str, **extra: object) -> Path:
        base = make_base(tmp_path_factory.mktemp("anki"), *profiles, **extra)
        shutil.copytree(first / "addons21", base / "addons21")
        configure(base, endpoint="", port=free_port(), listen="127.0.0.1")
        return base

    return make


@pytest.fixture(scope="session")
def base(installed: Callable[..., Path]) -> Path:
    """The data folder of the Anki that runs in this process, with two profiles."""
    return installed(PROFILE, "User 2")


@pytest.fixture(scope="session")
def qapp(base: Path) -> Iterator[object]:
    """Anki's own QApplication, for pytest-qt; Anki runs once per process."""
    stderr = sys.stderr
    app = running.boot(base, PROFILE)
    sys.stderr = stderr
    yield app
    assert running.close(app) == 0
    sys.stderr = stderr


@pytest.fixture
def anki(qapp: object, base: Path) -> Iterator[None]:  # noqa: ARG001
    """Anki at rest, the add-on switched off, before and after."""
    assert not _switched_on()
    yield
    dialog = running.settings_dialog()
    if dialog is not None:
        dialog.reject()
        running.settle()
    while running.message() is not None:
        running.dismiss()
    if running.question() is not None:  # a server waits behind it
        running.answer("cancel")
    for name in _switched_on():
        running.click(name)
    assert running.dismiss() == ""
    assert not _switched_on()
    forget_choices(base)
    _forget_store(base)


def _forget_store(base: Path) -> None:
    """The next test pairs anew: what it does to the desktop's file must not be asked about."""
    data = base / "lan_sync"
    if data.exists():
        with only_here(data, patience=10):
            shutil.rmtree(users_path(data))


def _switched_on() -> list[str]:
    return [name for name in ("toggle", "elsewhere") if running.action(name).isChecked()]


@pytest.fixture
def new_phone(
    anki: None,  # noqa: ARG001
    base: Path,
    tmp_path: Path,
) -> Iterator[Callable[[], Phone]]:
    """Switch on, and make phones that have downloaded everything."""
    running.add_note("from the desktop")
    running.click("toggle")
    assert running.dismiss() == ""
    record = settings(base)
    phones: list[Phone] = []

    def make() -> Phone:
        address = running.own_address()
        folder = tmp_path / str(len(phones))
        phones.append(Phone(folder, address, record["account"], record["password"]))
        phones[-1].download()
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()

"""Anki with the built package, installed by Anki's own installer in a process before."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from addon.hosting import claim_data_folder
from tests.ports import free_port

from . import databases, errors, running
from .base import PROFILE, configure, make_base, settings
from .child import ROOT, run_anki
from .phone import Phone
from .rest import bring_to_rest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Anki's own deprecation warnings are not ours to fix: no errors here."""
    for item in items:
        if _is_ours(item):
            item.add_marker(pytest.mark.filterwarnings("default"))


def _is_ours(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    with errors.in_place() if _is_ours(item) else nullcontext():
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with errors.in_place() if _is_ours(item) else nullcontext():
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    with errors.in_place() if _is_ours(item) else nullcontext():
        return (yield)


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the .ankiaddon file as people install it."""
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
        configure(base, endpoint="", port=free_port(), allow="this-computer")
        return base

    return make


@pytest.fixture(scope="session")
def switched_on(
    installed: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Path]:
    """Make data folders in which phones sync with the profile and Anki is closed."""
    first = installed()
    assert run_anki(first, "switch_on")["on"]

    def make() -> Path:
        base = tmp_path_factory.mktemp("anki")
        shutil.copytree(first, base, dirs_exist_ok=True)
        configure(base, endpoint="", port=free_port(), allow="this-computer")
        return base

    return make


@pytest.fixture(scope="session")
def base(installed: Callable[..., Path]) -> Path:
    """Return the data folder of the Anki that runs in this process, with two profiles."""
    return installed(PROFILE, "User 2")


@pytest.fixture(scope="session")
def qapp(base: Path) -> Iterator[object]:
    """Anki's own QApplication, for pytest-qt; Anki runs once per process."""
    databases.watch()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    app = running.boot(base, PROFILE)
    for number, handler in handlers.items():  # at Anki's, Anki would quit and pytest go on
        signal.signal(number, handler)
    yield app
    assert running.close(app) == 0


@pytest.fixture(scope="session")
def first_config(qapp: object) -> Mapping[str, object]:  # noqa: ARG001
    """Return the add-on's configuration as the session began."""
    return running.config()


@pytest.fixture
def anki(base: Path, first_config: Mapping[str, object]) -> Iterator[None]:
    """Anki at rest, LAN Sync as newly installed; afterwards nothing unexpected may be open."""
    bring_to_rest(first_config)  # where a test failed half way, its end may have failed too
    forget_everything(base / "lan_sync")
    yield
    assert bring_to_rest(first_config) == []


def forget_everything(data: Path) -> None:
    """Delete what the server and the redirect keep, but not libraries and log, which are open."""
    if not data.exists():
        return
    with claim_data_folder(
        data, patience=30
    ):  # the server of the test before may still be stopping
        for path in data.iterdir():
            if path.is_dir() and path.name != "lib":
                shutil.rmtree(path)
            elif path.suffix in (".db", ".json"):
                path.unlink()


@pytest.fixture
def new_phone(
    anki: None,  # noqa: ARG001
    base: Path,
    tmp_path: Path,
) -> Iterator[Callable[[], Phone]]:
    """Switch on, and make phones that have downloaded everything."""
    running.add_note("from the desktop")
    running.switch_on()
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

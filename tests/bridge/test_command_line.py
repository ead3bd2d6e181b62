"""`python -m addon.bridge` as people type it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from addon.cli.bridge import main
from addon.hosting import claim_data_folder, open_accounts
from tests.accounts import add_user
from tests.live.clients import Client
from tests.live.commands import run_here
from tests.live.content import add_note, fill
from tests.live.process import REPOSITORY


@contextmanager
def client(folder: Path) -> Iterator[Client]:
    opened = Client(folder)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with client(tmp_path / "profile") as desktop:
        fill(desktop)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


Call = Callable[..., "subprocess.CompletedProcess[str]"]


def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """In this process: to start Anki in another takes longer than a merge."""
    return run_here(list(map(str, arguments)), main=main)


def call_process(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "addon.bridge", *map(str, arguments)],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def bridge(data: Path, *more: str, by: Call = call) -> tuple[int, dict[str, Any]]:
    collection = data.parent / "profile" / "collection.anki2"
    done = by("--data", data, "--user", "me", *more, collection)
    assert not done.stderr, done.stderr
    assert done.stdout.count("\n") == 1
    return done.returncode, json.loads(done.stdout)


def refused(*arguments: str | Path, by: Call = call) -> str:
    """Return the one sentence it fails with."""
    done = by(*arguments)
    assert done.returncode == 1, done
    assert not done.stdout
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_the_command_pairs_and_then_reports_changes_each_way(data: Path) -> None:
    paired = {"to_store": {}, "to_collection": {}, "paired": True}
    assert bridge(data, by=call_process) == (0, paired)
    assert bridge(data) == (0, {"to_store": {}, "to_collection": {}})
    with client(data.parent / "profile") as desktop:
        add_note(desktop, "new")
    code, told = bridge(data, "--no-server")
    assert code == 0
    assert told["to_store"]["notes"] == 1


def test_a_question_has_its_own_exit_code(data: Path) -> None:
    bridge(data)
    (data / "users" / "me" / "bridge.db").unlink()
    with client(data.parent / "profile") as desktop:
        add_note(desktop, "meanwhile")
    code, told = bridge(data, by=call_process)
    assert code == 3
    assert told["question"]["kind"] == "pairing"
    assert told["question"]["answers"] == ["collection", "store", "both"]
    assert bridge(data, "--answer", "both")[0] == 0


def test_a_failure_is_reported_in_one_sentence(data: Path) -> None:
    collection = data.parent / "profile" / "collection.anki2"
    here = ("--data", data, "--user", "me")
    assert "is not a folder" in refused("--data", data / "nowhere", "--user", "me", collection)
    assert "user's name" in refused("--data", data, "--user", "../me", collection)
    assert "is not a file" in refused(*here, data / "nothing.anki2")
    broken = data / "broken.anki2"
    broken.write_bytes(b"no collection" * 100)
    assert "cannot be opened" in refused(*here, broken)
    with claim_data_folder(data):
        assert "in use by another server" in refused(*here, collection, by=call_process)
    with client(data.parent / "profile"):
        assert "close Anki" in refused(*here, collection, by=call_process)
    assert bridge(data)[1]["paired"]
    store = data / "users" / "me" / "collection.anki2"
    assert "phones sync with" in refused(*here, store)
    store.write_bytes(b"no collection" * 100)
    assert "damaged" in refused(*here, collection)


def test_a_mistyped_user_begins_no_other_store(data: Path) -> None:
    collection = data.parent / "profile" / "collection.anki2"
    with closing(open_accounts(data)) as accounts:
        add_user(accounts, "me", "a password")
    assert "has no user 'mee'; the users there: me" in refused(
        "--data", data, "--user", "mee", collection
    )
    assert not list((data / "users").iterdir())
    done = call("--data", data, "--user", "ME", collection)
    assert done.returncode == 0, done.stderr
    assert [folder.name for folder in (data / "users").iterdir()] == ["me"]


def test_the_usage_names_the_command() -> None:
    assert call_process("--help").stdout.startswith("usage: python -m addon.bridge ")

"""Files that another program holds for a moment, as on Windows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from addon.store import patient

from ..windows import held_fast, simulate

MOVES: dict[str, Callable[[Path, Path], None]] = {
    "replace": patient.replace,
    "rename": patient.rename,
    "link": patient.link,
    "unlink": lambda path, _other: patient.remove(path),
}


@pytest.mark.parametrize("name", MOVES)
def test_a_file_that_is_held_for_a_moment_is_tried_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"x")
    real, held = getattr(os, name), [3]

    def call(path: Path, *more: Path) -> None:
        held[0] -= 1
        if held[0] >= 0:
            raise held_fast(path)
        real(path, *more)

    monkeypatch.setattr(os, name, call)
    MOVES[name](one, other)
    assert (one.exists(), other.exists()) == (name == "link", name != "unlink")


@pytest.mark.parametrize("name", MOVES)
def test_a_file_that_stays_held_is_an_error_after_a_while(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient, "_PATIENCE", 0.05)

    def call(path: Path, *_more: Path) -> None:
        raise held_fast(path)

    (tmp_path / "one").write_bytes(b"x")
    monkeypatch.setattr(os, name, call)
    with pytest.raises(PermissionError):
        MOVES[name](tmp_path / "one", tmp_path / "other")


@pytest.mark.parametrize("name", MOVES)
def test_other_errors_are_raised_at_once(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        MOVES[name](tmp_path / "none", tmp_path / "other")
    patient.remove(tmp_path / "none", missing_ok=True)


def test_a_virus_scanner_that_lets_go_delays_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaches = simulate(monkeypatch)
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"new")
    other.write_bytes(b"old")
    scanner = other.open("rb")

    def let_go() -> None:
        _until(lambda: breaches)
        scanner.close()

    letting_go = threading.Thread(target=let_go)
    letting_go.start()
    patient.replace(one, other)
    letting_go.join()
    assert other.read_bytes() == b"new"
    assert breaches


def test_a_folder_goes_with_all_that_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient, "_PATIENCE", 0.05)
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "file").write_bytes(b"x")
    monkeypatch.setattr(os, "rmdir", _refuse)
    with pytest.raises(PermissionError):
        patient.remove_tree(folder)
    patient.remove_tree(folder, ignore_errors=True)
    assert not (folder / "below" / "file").exists()
    monkeypatch.undo()
    patient.remove_tree(folder)
    assert not folder.exists()


def _refuse(path: object, **_options: object) -> None:
    raise held_fast(path)


def _until(condition: Callable[[], object]) -> None:
    waiting = threading.Event()
    while not condition():
        waiting.wait(0.01)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"C:\Users\Anna\lan_sync", r"\\?\C:\Users\Anna\lan_sync"),
        (r"C:/Users/Anna\x\..\lan_sync", r"\\?\C:\Users\Anna\lan_sync"),
        (r"\\nas\anki\lan_sync", r"\\?\UNC\nas\anki\lan_sync"),
        (r"\\?\C:\lan_sync", r"\\?\C:\lan_sync"),
    ],
)
def test_the_extended_form_of_a_path_on_windows(path: str, expected: str) -> None:
    assert patient._extended(path) == expected

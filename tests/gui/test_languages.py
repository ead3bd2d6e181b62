"""Every window in other languages and on small screens: all can be read, reached and understood."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.display import virtual_display

from .child import ROOT, run_anki

Installed = Callable[..., Path]

# what is the same in most languages: addresses, folders, accounts, versions, products, units
VALUES = re.compile(
    r"https?://\S+|\u2069 [kMG]B\b|(?<!\S)/\S+|\buser1\b|\bAnki [\d.]+ \(\w+\)"
    r"|AnkiDroid|AnkiMobile|AnkiWeb|Android|iPhone|iPad|Anki|LAN Sync"
)
ENGLISH_DATE = re.compile(r"[A-Z][a-z]{2} \d+, \d{4}(, [\d:]+\s[AP]M)?$")
INSIDE = re.compile("\u2068[^\u2068\u2069]*\u2069")


def untranslated(seen: dict[str, Any], own_letters: str) -> list[str]:
    """Return the words with letters, but none of the language's own; Anki's own window aside."""
    found = []
    for window, looked in seen.items():
        for _name, text in looked["words"] if window != "main" else ():
            own = INSIDE.sub("", INSIDE.sub("", VALUES.sub("", text)))
            if re.search(r"[^\W\d_]", own) and not re.search(own_letters, own):
                found.append(f"{window}: {text}")
    return found


def clipped(seen: dict[str, Any]) -> list[str]:
    """Return what does not fit; Anki's own window aside."""
    return [
        f"{window}: {each}"
        for window, looked in seen.items()
        if window != "main"
        for each in looked["clipped"]
    ]


def faint(seen: dict[str, Any]) -> dict[str, Any]:
    """Return what has too little contrast, by window."""
    return {window: looked["faint"] for window, looked in seen.items() if looked["faint"]}


def broken_laws(seen: dict[str, Any]) -> dict[str, Any]:
    """Return which laws of laws_of_windows.py are broken, by window; Anki's own window aside."""
    return {
        window: looked["laws"]
        for window, looked in seen.items()
        if looked["laws"] and window != "main"
    }


@pytest.mark.parametrize(
    ("language", "own_letters", "right_to_left", "step"),
    [
        ("ar", "[\u0600-\u06ff]", True, "tour"),
        ("ja", "[\u3040-\u30ff\u4e00-\u9fff]", False, "tour_in_the_dark"),
    ],
)
def test_all_windows_speak_the_language_and_can_be_read(
    language: str, own_letters: str, right_to_left: bool, step: str, installed: Installed
) -> None:
    seen = run_anki(installed(), step, language=language)
    assert {"connect-3", "check", "devices-2", "settings-4", "menu"} <= set(seen)
    assert {looked["right to left"] for looked in seen.values()} == {right_to_left}
    assert untranslated(seen, own_letters) == []
    assert clipped(seen) == []
    assert faint(seen) == broken_laws(seen) == {}


@pytest.mark.parametrize(("size", "scale"), [("1024x600", "1"), ("1366x768", "1.5")])
def test_all_windows_fit_a_small_screen(size: str, scale: str, installed: Installed) -> None:
    with virtual_display(size) as environment:
        environment["QT_SCALE_FACTOR"] = scale
        seen = run_anki(installed(), "tour", environ=environment)
    assert broken_laws(seen) == faint(seen) == {}
    assert clipped(seen) == []


def test_no_text_is_hard_coded_and_longer_text_fits(installed: Installed) -> None:
    """In the pseudo-language. Anki knows none of its code, so it takes the place of German."""
    base = installed()
    strings = base / "addons21" / "lan_sync" / "strings"
    command = [sys.executable, "-m", "tools.ftl", "--out", str(strings), "pseudo"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    shutil.copy(strings / "en_XA.py", strings / "de.py")
    seen = run_anki(base, "tour", language="de")
    words = untranslated(seen, "[^\\W\\d_A-Za-z]")
    assert [each for each in words if not ENGLISH_DATE.search(each)] == []
    assert clipped(seen) == []
    assert broken_laws(seen) == {}

"""The run-time part: which language is taken, and sizes in it. On an add-on made for the test."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addon import i18n
from tools.ftl.__main__ import main

ROOT = Path(__file__).parents[2]

GERMAN = """
general-size-bytes = { $count ->
    [one] { $count } Byte
   *[other] { $count } Bytes
}
general-size-kilobytes = { NUMBER($size, maximumFractionDigits: 1) } kB
"""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Any]:
    """i18n.py in an add-on with English and some German, both generated for it."""
    addon = tmp_path / "made_addon"
    addon.mkdir()
    (addon / "__init__.py").write_text("", encoding="utf-8")
    shutil.copy(ROOT / "addon/i18n.py", addon)
    for code, text in (("en", (ROOT / "ftl/en/general.ftl").read_text("utf-8")), ("de", GERMAN)):
        folder = tmp_path / "ftl" / code
        folder.mkdir(parents=True)
        (folder / "general.ftl").write_text(text, encoding="utf-8")
    assert main(["--ftl", str(tmp_path / "ftl"), "--code", str(addon), "build"]) == 0
    sys.path.insert(0, str(tmp_path))
    try:
        yield importlib.import_module("made_addon.i18n")
    finally:
        sys.path.remove(str(tmp_path))
        for name in [each for each in sys.modules if each.startswith("made_addon")]:
            del sys.modules[name]


def test_strings_are_english_until_a_language_is_set(made: Any) -> None:
    assert made.tr.general_size_bytes(count=2) == "\u20682\u2069 bytes"


def test_setting_a_language_affects_every_holder_of_tr(made: Any) -> None:
    tr = made.tr
    assert made.set_language("de-AT") == "de"
    assert tr.general_size_bytes(count=1234) == "\u20681.234\u2069 Bytes"
    assert made.set_language("xx") == "en"
    assert tr.general_size_bytes(count=1234) == "\u20681,234\u2069 bytes"


def test_another_language_can_be_used_beside_it(made: Any) -> None:
    german = made.translator("de-AT")
    assert german.general_size_bytes(count=1234) == "\u20681.234\u2069 Bytes"
    assert made.tr.general_size_bytes(count=1234) == "\u20681,234\u2069 bytes"
    assert made.translator("xx").general_size_bytes(count=1) == "\u20681\u2069 byte"


def test_a_string_the_language_lacks_is_english(made: Any) -> None:
    made.set_language("de")
    assert made.tr.general_size_gigabytes(size=1234.5) == "\u20681,234.5\u2069 GB"


def test_only_the_languages_used_are_loaded(made: Any) -> None:
    assert "made_addon.strings.de" not in sys.modules
    made.set_language("de")
    assert "made_addon.strings.de" in sys.modules


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 Bytes"),
        (1, "1 Byte"),
        (999, "999 Bytes"),
        (1000, "1 kB"),
        (1250, "1,2 kB"),
        (999_949, "999,9 kB"),
        (999_950, "1 MB"),
        (999_949_999, "999.9 MB"),
        (999_950_000, "1 GB"),
        (5_100_000_000_000, "5,100 GB"),
    ],
)
def test_sizes_are_formatted_for_the_language(made: Any, size: int, shown: str) -> None:
    made.set_language("de")
    assert made.without_unicode_isolation(made.format_bytes(size)) == shown


SHIPPED = ["en", "de", "pt-BR", "zh-CN", "zh-TW", "he"]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_DE", "de"),
        ("pt-BR", "pt-BR"),
        ("pt_br", "pt-BR"),
        ("pt-PT", "en"),
        ("zh-TW", "zh-TW"),
        ("zh_CN", "zh-CN"),
        ("iw", "he"),
        ("en-GB", "en"),
        ("jbo", "en"),
        ("", "en"),
    ],
)
def test_the_nearest_language_is_the_region_then_the_language_then_english(
    code: str, language: str
) -> None:
    assert i18n.nearest(code, SHIPPED) == language


def test_isolation_marks_can_be_taken_out() -> None:
    assert i18n.without_unicode_isolation("\u2068a\u2069 b \u20681\u2069") == "a b 1"

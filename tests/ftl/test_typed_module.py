"""The typed module: signatures by use, English as docstrings, and mypy against misuse."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from tools.ftl.build import build
from tools.ftl.write import write

from .compiled import LANGUAGES, Compiled, in_all, languages

TEXTS = """\
menu-plain = Plain
menu-text = { $name } and { $other-name }
menu-count = { $count }
menu-deck-count = { $deck-count }
menu-plural = { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}
menu-number = { NUMBER($cards) }
menu-size = { NUMBER($size, maximumFractionDigits: 1) }
menu-half = { $size ->
    [0.5] Half
    [one] One { $size }
   *[other] { $size }
}
menu-day = { DATETIME($day) } for { $name }
menu-time = { DATETIME($when, timeStyle: "short") } on { DATETIME($when) }
menu-refers = { menu-plural } by { menu-text }
    .tip = { $name }
menu-quotes = Say "\\" or "\"\"\"
menu-tricky =
    First
      second \\ { "\\u0041" }

    last"
"""


def test_arguments_are_typed_by_use() -> None:
    strings = Compiled(languages({"en/menu": TEXTS})).strings("en")
    found = {
        name: str(inspect.signature(getattr(strings, name))).replace("'", "")
        for name in dir(strings)
        if not name.startswith("_")
    }
    assert found == {
        "menu_plain": "() -> str",
        "menu_text": "(*, name: str, other_name: str) -> str",
        "menu_count": "(*, count: int) -> str",
        "menu_deck_count": "(*, deck_count: int) -> str",
        "menu_plural": "(*, cards: int) -> str",
        "menu_number": "(*, cards: int) -> str",
        "menu_size": "(*, size: float) -> str",
        "menu_half": "(*, size: float) -> str",
        "menu_day": "(*, day: datetime.date, name: str) -> str",
        "menu_time": "(*, when: datetime.datetime) -> str",
        "menu_refers": "(*, cards: int, name: str, other_name: str) -> str",
        "menu_refers_tip": "(*, name: str) -> str",
        "menu_quotes": "() -> str",
        "menu_tricky": "() -> str",
    }


def test_docstrings_are_the_english_texts() -> None:
    strings = Compiled(languages({"en/menu": TEXTS})).strings("en")
    assert strings.menu_plain.__doc__ == "Plain"
    assert strings.menu_quotes.__doc__ == 'Say "\\" or """"'
    assert inspect.getdoc(strings.menu_plural) == (
        "{ $cards ->\n    [one] { $cards } card\n   *[other] { $cards } cards\n}"
    )
    assert inspect.getdoc(strings.menu_tricky) == ('First\n  second \\ { "\\u0041" }\n\nlast"')


def test_the_generated_package_is_clean_for_ruff_and_mypy_which_refuses_misuse(
    tmp_path: Path,
) -> None:
    write(build(in_all(TEXTS, codes=LANGUAGES)), tmp_path / "strings")
    (tmp_path / "use.py").write_text(
        "import datetime\n"
        "from strings import Strings, table\n"
        'tr = Strings(table("de"))\n'
        'print(tr.menu_plain() + tr.menu_text(name="a", other_name="b"), tr.menu_size(size=1))\n'
        "print(tr.menu_day(day=datetime.datetime.now(), name=''))\n"
        "tr.menu_missing()\n"
        "tr.menu_count()\n"
        "tr.menu_plain(count=1)\n"
        "tr.menu_count(count='1')\n"
        "tr.menu_count(count=1.5)\n"
        "tr.menu_text(name=1, other_name='b')\n"
        "tr.menu_time(when=datetime.date.today())\n"
        "tr.menu_count(1)\n",
        encoding="utf-8",
    )
    found = _run(tmp_path, "mypy", "--strict", "--no-error-summary", "use.py", "strings")
    errors = [line.split(":") for line in found.splitlines() if ": error: " in line]
    assert [(error[0], int(error[1])) for error in errors] == [
        ("use.py", line) for line in range(6, 14)
    ], found
    assert _run(tmp_path, "ruff", "check", "--quiet", "--line-length", "100", "strings") == ""


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("code", LANGUAGES)
def test_generated_code_is_for_python_38(code: str) -> None:
    files = build(in_all(TEXTS, codes=["en", code]))
    for name, content in files.items():
        ast.parse(content, name, feature_version=(3, 8))

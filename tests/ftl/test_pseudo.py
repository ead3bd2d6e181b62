"""The pseudo-language is longer and accented, and leaves everything but text alone."""

from __future__ import annotations

import pytest

from tools.ftl.build import build
from tools.ftl.locales import PSEUDO
from tools.ftl.pseudo import longer, pseudo

from .compiled import Compiled, languages

TEXTS = """\
-brand = Sync
menu-a = Hello { $name } of { -brand }, { "kept" }
menu-b = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
menu-c = See { menu-b }
    .tip = A tip
"""


@pytest.mark.parametrize(
    "text", ["Connect a phone", "The collection on this computer was replaced.", "Sync now?"]
)
def test_text_grows_by_two_fifths(text: str) -> None:
    letters = sum(map(str.isalpha, text))
    assert len(longer(text)) == len(text) + round(letters * 0.4)
    assert not any(each.isascii() and each.isalpha() for each in longer(text))


def test_only_text_changes() -> None:
    parsed = languages({"en/menu": TEXTS})
    parsed[PSEUDO] = pseudo(parsed["en"])
    compiled = Compiled(parsed)
    text = compiled.text(PSEUDO, "menu-a", name="Bob")
    assert text == "Ĥééļļöö \u2068Bob\u2069 ööƒ \u2068Šýýýñç\u2069, kept"
    assert compiled.text(PSEUDO, "menu-b", count=1) == "\u20681\u2069 çåååŕð"
    assert compiled.text(PSEUDO, "menu-c", count=2000) == (
        "Šééé \u2068\u20682,000\u2069 çåååŕðš\u2069"
    )


def test_it_has_every_string_of_english() -> None:
    parsed = languages({"en/menu": TEXTS})
    assert set(pseudo(parsed["en"]).units) == set(parsed["en"].units)
    assert "en_XA.py" in build(parsed, with_pseudo=True)
    assert "en_XA.py" not in build(parsed)

"""The language of the page: the one that the browser asks for."""

from __future__ import annotations

from collections.abc import Iterable

from ...i18n import ENGLISH, nearest
from ...strings import LANGUAGES

# Scripts and regions of Chinese that browsers ask for, and Anki's codes for them.
_SAME = {
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-sg": "zh-CN",
    "zh-hant": "zh-TW",
    "zh-hk": "zh-TW",
    "zh-mo": "zh-TW",
}
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def preferred(wanted: Iterable[str], shipped: Iterable[str] = LANGUAGES) -> str:
    """Return the first of the `wanted` codes (best first) that we have; English if there is none.

    Any region will do: for "pt-PT", our "pt-BR" is better than English.
    """
    languages = list(shipped)
    for code in wanted:
        parts = code.lower().split("-")
        for length in range(len(parts), 0, -1):
            same = _SAME.get("-".join(parts[:length]), code)
            found = nearest(same, languages)
            if found != ENGLISH or parts[0] == ENGLISH:
                return found
        for language in languages:
            if language.lower().split("-")[0] == parts[0]:
                return language
    return ENGLISH


def direction(language: str) -> str:
    """Return HTML's `dir` for a language code."""
    return "rtl" if language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT else "ltr"

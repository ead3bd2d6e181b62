"""Strings for people, in Anki's interface language: `from .i18n import tr; tr.menu_toggle()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .strings import LANGUAGES, Strings, table

if TYPE_CHECKING:
    from collections.abc import Iterable

ENGLISH = "en"

# Python's old names for languages, which a system locale may still use.
_RENAMED = {"iw": "he", "in": "id", "ji": "yi"}

tr = Strings(table(ENGLISH))


def set_language(code: str) -> str:
    """Make `tr` use the language of a code, else its main language, else English.

    `code` is anki.lang.current_lang ("de", "pt-BR", "zh-CN") or a locale ("de_DE").
    Returns the code of the language chosen.
    """
    language = nearest(code)
    tr._use(table(language))
    return language


def translator(code: str) -> Strings:
    """Return the strings of the language nearest to a code, without changing `tr`.

    For a reader whose language is not that of Anki's user, such as a phone on the server's page.
    """
    return Strings(table(nearest(code)))


def nearest(code: str, shipped: Iterable[str] = LANGUAGES) -> str:
    """Return the shipped language nearest to a code: region, then language, then English."""
    codes = {each.lower(): each for each in shipped}
    first, *rest = code.replace("_", "-").lower().split("-")
    parts = [_RENAMED.get(first, first), *rest]
    for length in range(len(parts), 0, -1):
        found = codes.get("-".join(parts[:length]))
        if found:
            return found
    return ENGLISH


def without_unicode_isolation(text: str) -> str:
    """Remove the marks U+2068 and U+2069 with which Fluent encloses inserted values.

    For tests, and for text that is not only read, such as an address to copy.
    """
    return text.replace("\u2068", "").replace("\u2069", "")


def format_bytes(count: int) -> str:
    """Return a size in the user's language, in the largest unit that gives at least 1."""
    # 999,950 bytes and more would be shown as 1,000.0 kB.
    if count < 1000:
        return tr.general_size_bytes(count=count)
    if count < 999_950:
        return tr.general_size_kilobytes(size=count / 1000)
    if count < 999_950_000:
        return tr.general_size_megabytes(size=count / 1_000_000)
    return tr.general_size_gigabytes(size=count / 1_000_000_000)

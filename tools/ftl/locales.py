"""Babel's locale for a language's folder."""

from __future__ import annotations

import functools

from babel import Locale

from .numbers import Numbers

PSEUDO = "en-XA"


@functools.cache
def locale_of(language: str) -> Locale:
    """Return the locale. Raises babel.UnknownLocaleError or ValueError for an unknown language."""
    return Locale.parse("en" if language == PSEUDO else language.replace("-", "_"))


def number_arguments(language: str) -> tuple[str, str, int, int, str]:
    """Return the arguments of `Numbers` for a language: how it writes numbers.

    All languages, even Arabic, get Western digits: fluent.runtime formats with babel's
    NumberPattern, which uses the "latn" numbering system by default.
    """
    locale = locale_of(language)
    pattern = locale.decimal_formats[None]
    if (pattern.prefix, pattern.suffix) != (("", "-"), ("", "")):
        raise NotImplementedError(f"{language}: number pattern {pattern.pattern}")
    if (pattern.int_prec[0], pattern.frac_prec) != (1, (0, 3)):
        raise NotImplementedError(f"{language}: number pattern {pattern.pattern}")
    symbols = locale.number_symbols["latn"]
    primary, secondary = pattern.grouping
    return symbols["decimal"], symbols["group"], primary, secondary, symbols["infinity"]


@functools.cache
def numbers_of(language: str) -> Numbers:
    return Numbers(*number_arguments(language))

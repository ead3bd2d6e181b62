"""Which of babel's locales a language's folder stands for."""

from __future__ import annotations

import functools

from babel import Locale

from .numbers import Numbers

PSEUDO = "en-XA"


@functools.cache
def locale_of(language: str) -> Locale:
    """Raises babel.UnknownLocaleError or ValueError for a folder that names no language."""
    return Locale.parse("en" if language == PSEUDO else language.replace("-", "_"))


def number_arguments(language: str) -> tuple[str, str, int, int, str]:
    """The arguments `Numbers` takes for a language: how it writes numbers.

    Western digits for all, Arabic too: fluent.runtime formats with babel's NumberPattern,
    which uses the "latn" numbering system unless told otherwise.
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

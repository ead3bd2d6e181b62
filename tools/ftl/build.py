"""Turn sources into the generated package: parse, check, lower, emit. Touches no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel import UnknownLocaleError

from .check import check
from .emit import Line, Method, package
from .gather import ENGLISH, Language, Source, parse
from .locales import PSEUDO, locale_of
from .lower import lower
from .problems import BuildError, Problem
from .pseudo import pseudo
from .usage import Code, usage
from .variables import kinds, uses


def checked(sources: Iterable[Source], code: Iterable[Code] = ()) -> dict[str, Language]:
    """Return the parsed languages, or raise BuildError with every problem in sources and use.

    `code` are the Python files that use the strings; without any, use is not checked.
    """
    languages, problems = parse(sources)
    if ENGLISH not in languages:
        raise BuildError([Problem(ENGLISH, 0, "", "there is no English, the source language")])
    for language in languages.values():
        problems += _unknown(language)
    if problems:
        raise BuildError(problems)
    code = list(code)
    problems = check(languages)
    if code:
        problems += usage(languages[ENGLISH], code)
    if problems:
        raise BuildError(problems)
    return languages


def build(languages: Mapping[str, Language], with_pseudo: bool = False) -> dict[str, str]:
    """Return the generated package (file name -> content) of languages that passed `checked`."""
    english = languages[ENGLISH]
    methods = [Method(unit, kinds(uses(unit, english))) for unit in english.units.values()]
    all_languages = dict(languages)
    if with_pseudo:
        all_languages[PSEUDO] = pseudo(english)
    tables = {
        code: {method.unit.name: _line(method, all_languages, code) for method in methods}
        for code in all_languages
    }
    return package(methods, tables)


def fallbacks(code: str) -> list[str]:
    """Return where a language's strings are looked up: region, language, English."""
    parts = code.split("-")
    chain = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return chain if ENGLISH in chain else [*chain, ENGLISH]


def _line(method: Method, languages: Mapping[str, Language], code: str) -> Line:
    name = method.unit.name
    for each in fallbacks(code):
        if each in languages and name in languages[each].units:
            unit = languages[each].units[name]
            return Line(unit, each, lower(unit, languages[each], method.kinds))
    raise AssertionError(f"{name} is in English")


def _unknown(language: Language) -> list[Problem]:
    try:
        locale_of(language.code)
    except (ValueError, UnknownLocaleError):
        return [Problem(language.code, 0, "", "no language that CLDR knows")]
    return []

"""Check parsed languages for anything that could make a string wrong or missing.

There are three rounds, each useful only if the one before found nothing: what the text refers to,
what it does with variables, and how it compares with English.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping

from fluent.syntax import ast as fluent

from . import calls, selects
from .gather import ENGLISH, Entry, Language, Unit
from .problems import Problem
from .syntax import nodes, reference_name, string_in
from .variables import Kind, Variable, kinds, misuse, python_name, uses

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_RESERVED = frozenset({*keyword.kwlist, "self"})
_PYTHON_NAME = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")


def check(languages: Mapping[str, Language]) -> list[Problem]:
    """Return all problems of all languages. English exists, but may be empty."""
    english = languages[ENGLISH]
    problems: list[Problem] = []
    for language in languages.values():
        own = list(_references(language))
        problems += own or _contents(language, english)
    return problems


def _contents(language: Language, english: Language) -> Iterator[Problem]:
    for entry in (*language.messages.values(), *language.terms.values()):
        yield from calls.problems(entry, language)
        yield from _texts(entry)
    for unit in language.units.values():
        original = english.units.get(unit.name)
        if original is None:
            yield unit.problem("English has no such key")
        else:
            yield from _variables(unit, language, original, english)


# What a text refers to


def _references(language: Language) -> Iterator[Problem]:
    graph: dict[str, list[tuple[str, Entry, fluent.SyntaxNode]]] = {}
    for entry in (*language.messages.values(), *language.terms.values()):
        for name, pattern in _patterns(entry):
            for node in nodes(pattern):
                if isinstance(node, (fluent.MessageReference, fluent.TermReference)):
                    graph.setdefault(name, []).append((reference_name(node), entry, node))
    known = set(language.units) | {
        name for entry in language.terms.values() for name, _ in _patterns(entry)
    }
    for edges in graph.values():
        for target, entry, node in edges:
            if target not in known:
                yield entry.problem(f"{target} does not exist in {language.code}", node)
    yield from _cycles(graph)
    used = {target.split(".")[0] for edges in graph.values() for target, _, _ in edges}
    for key, entry in language.terms.items():
        if key not in used:
            yield entry.problem(f"no text in {language.code} uses this term")


def _patterns(entry: Entry) -> Iterator[tuple[str, fluent.Pattern]]:
    if entry.node.value is not None:
        yield entry.key, entry.node.value
    for attribute in entry.node.attributes:
        yield f"{entry.key}.{attribute.id.name}", attribute.value


def _cycles(graph: Mapping[str, list[tuple[str, Entry, fluent.SyntaxNode]]]) -> Iterator[Problem]:
    finished: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> Iterator[Problem]:
        for target, entry, node in graph.get(name, ()):
            if target in path:
                circle = " -> ".join((*path[path.index(target) :], target))
                yield entry.problem(f"refers to itself: {circle}", node)
            elif target not in finished:
                yield from visit(target, (*path, target))
        finished.add(name)

    for name in graph:
        if name not in finished:
            yield from visit(name, (name,))


# What is in a text


def _texts(entry: Entry) -> Iterator[Problem]:
    for node in nodes(entry.node):
        if isinstance(node, (fluent.TextElement, fluent.StringLiteral)) and node.span:
            # In the file, not in node.value, so that the line number is right.
            found = _HTML.search(entry.source.text, node.span.start, node.span.end)
            if found:
                line = entry.source.line_at(found.start())
                text = f"{found.group()} is HTML, hard to translate: keep it out of the text"
                yield Problem(entry.source.path, line, entry.key, text)
        elif isinstance(node, fluent.SelectExpression) and string_in(node.selector):
            yield entry.problem("selects by a literal, so always the same branch", node)


# How it compares with English


def _variables(
    unit: Unit, language: Language, original: Unit, english: Language
) -> Iterator[Problem]:
    expected = kinds(uses(original, english))
    found = uses(unit, language)
    for variable in found:
        yield from _variable(variable, expected)
    missing = [name for name in expected if name not in {each.name for each in found}]
    for name in missing:
        yield unit.problem(f"leaves out ${name}, which English uses")
    if language is english:
        yield from _names(unit, expected)
    yield from selects.problems(unit, language, original, expected)


def _variable(variable: Variable, expected: Mapping[str, Kind]) -> Iterator[Problem]:
    kind = expected.get(variable.name)
    text = f"English has no ${variable.name} here" if kind is None else misuse(variable, kind)
    if text:
        yield variable.entry.problem(text, variable.node)


def _names(unit: Unit, expected: Mapping[str, Kind]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for name in expected:
        if not _PYTHON_NAME.fullmatch(name):
            yield unit.problem(f"${name}: use lower-case words joined by - or _")
        if python_name(name) in _RESERVED:
            yield unit.problem(f"${name} cannot be the name of a Python argument")
        other = taken.setdefault(python_name(name), name)
        if other != name:
            yield unit.problem(f"${name} and ${other} are the same in Python")

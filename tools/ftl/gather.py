"""Read ftl/LANGUAGE/*.ftl and parse it: languages -> messages and terms with their lines."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from .problems import Problem

ENGLISH = "en"
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FIRST_IDENTIFIER = re.compile(r"^-?[a-zA-Z][\w-]*", re.MULTILINE | re.ASCII)


@dataclass(frozen=True)
class Source:
    """One .ftl file. `path` is how problems name it, `name` its file name without `.ftl`."""

    language: str
    name: str
    path: str
    text: str

    def line(self, node: fluent.SyntaxNode) -> int:
        """Return the line (from 1) that a node starts on."""
        return self.line_at(node.span.start if node.span else 0)

    def line_at(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True)
class Entry:
    """A message or a term (whose key starts with `-`) and the file it is in."""

    key: str
    source: Source
    node: fluent.Message | fluent.Term

    @property
    def line(self) -> int:
        return self.source.line(self.node.id)

    def attribute(self, name: str) -> fluent.Attribute | None:
        return next((each for each in self.node.attributes if each.id.name == name), None)

    def problem(self, text: str, node: fluent.SyntaxNode | None = None) -> Problem:
        line = self.line if node is None else self.source.line(node)
        return Problem(self.source.path, line, self.key, text)


@dataclass(frozen=True)
class Unit:
    """What one method of the typed module returns: a message's value or one of its attributes.

    `name` is `key` or `key.attribute`.
    """

    name: str
    entry: Entry
    pattern: fluent.Pattern
    at: fluent.SyntaxNode

    @property
    def method(self) -> str:
        return self.name.replace("-", "_").replace(".", "_")

    def problem(self, text: str, node: fluent.SyntaxNode | None = None) -> Problem:
        return Problem(
            self.entry.source.path, self.entry.source.line(node or self.at), self.name, text
        )


@dataclass
class Language:
    """The content of one folder below ftl/. `code` is the folder's name, such as `pt-BR`."""

    code: str
    messages: dict[str, Entry] = field(default_factory=dict)
    terms: dict[str, Entry] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)


def read(root: Path, shown_from: Path | None = None) -> list[Source]:
    """Return every ROOT/LANGUAGE/*.ftl, sorted; paths in problems are relative to `shown_from`."""
    sources = []
    for path in sorted(root.glob("*/*.ftl")):
        shown = path.relative_to(shown_from) if shown_from else path
        text = path.read_text(encoding="utf-8")
        sources.append(Source(path.parent.name, path.stem, shown.as_posix(), text))
    return sources


def parse(sources: Iterable[Source]) -> tuple[dict[str, Language], list[Problem]]:
    """Parse each source into its language; find syntax errors, duplicates and bad names."""
    languages: dict[str, Language] = {}
    problems: list[Problem] = []
    for source in sources:
        language = languages.setdefault(source.language, Language(source.language))
        problems += _add_source(language, source)
    for language in languages.values():
        problems += _same_method(language)
    return languages, problems


def _add_source(language: Language, source: Source) -> Iterator[Problem]:
    for item in FluentParser().parse(source.text).body:
        if isinstance(item, fluent.Junk):
            yield _syntax_error(source, item)
        elif isinstance(item, (fluent.Message, fluent.Term)):
            yield from _add_entry(language, source, item)


def _syntax_error(source: Source, junk: fluent.Junk) -> Problem:
    found = FIRST_IDENTIFIER.search(junk.content or "")
    annotation = junk.annotations[0]
    offset = annotation.span.start if annotation.span else 0
    return Problem(
        source.path,
        source.line_at(min(offset, len(source.text.rstrip()))),
        found.group() if found else "",
        f"syntax error: {annotation.message}",
    )


def _add_entry(
    language: Language, source: Source, node: fluent.Message | fluent.Term
) -> Iterator[Problem]:
    term = isinstance(node, fluent.Term)
    entry = Entry("-" * term + node.id.name, source, node)
    table = language.terms if term else language.messages
    yield from _name_problems(entry, term)
    if entry.key in table:
        first = table[entry.key]
        yield entry.problem(f"duplicate key, first given at {first.source.path}:{first.line}")
        return
    table[entry.key] = entry
    seen = set()
    for attribute in node.attributes:
        if attribute.id.name in seen:
            yield entry.problem(f"duplicate attribute .{attribute.id.name}", attribute)
        seen.add(attribute.id.name)
    if not term:
        for unit in _units(entry):
            language.units.setdefault(unit.name, unit)


def _units(entry: Entry) -> Iterator[Unit]:
    if entry.node.value is not None:
        yield Unit(entry.key, entry, entry.node.value, entry.node.id)
    for attribute in entry.node.attributes:
        yield Unit(f"{entry.key}.{attribute.id.name}", entry, attribute.value, attribute)


def _name_problems(entry: Entry, term: bool) -> Iterator[Problem]:
    name = entry.key.lstrip("-")
    attributes = [each.id.name for each in entry.node.attributes]
    for each in (name, *attributes):
        if not KEY.fullmatch(each):
            yield entry.problem(f"{each}: use lower-case words separated by single hyphens")
    if not term and not name.startswith(entry.source.name + "-"):
        yield entry.problem(f"a key in {entry.source.name}.ftl starts with {entry.source.name}-")
    if keyword.iskeyword(name):
        yield entry.problem("is a Python keyword, so it cannot name a method")


def _same_method(language: Language) -> Iterator[Problem]:
    taken: dict[str, Unit] = {}
    for unit in language.units.values():
        other = taken.setdefault(unit.method, unit)
        if other is not unit:
            yield unit.problem(f"gives the same Python name as {other.name}: {unit.method}")

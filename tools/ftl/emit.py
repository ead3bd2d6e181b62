"""Write the generated package: one typed module, and one table for each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

from . import dates, numbers
from .gather import Unit
from .literals import FString, literal
from .locales import number_arguments
from .lower import Choice, Date, Number, Parts, Text
from .plurals import rules_of
from .variables import Kind, python_name

HEADER = "# Written by tools.ftl from the .ftl files: change those, not this."
# Long lines and look-alike letters are the texts' own.
_TEXTS_UNCHECKED = "# ruff: noqa: E501, RUF001, RUF002, RUF003, RUF100"
# Plural rules stay as in CLDR, texts as translators write them: style rules do not apply.
_TABLE_UNCHECKED = "# ruff: noqa"


@dataclass(frozen=True)
class Method:
    """One English string and what its method takes. Without variables, it is plain text."""

    unit: Unit
    kinds: Mapping[str, Kind]


@dataclass(frozen=True)
class Line:
    """One string in one language's table; `language` is where the text is from (fallbacks)."""

    unit: Unit
    language: str
    parts: Parts


def package(methods: Sequence[Method], tables: Mapping[str, Mapping[str, Line]]) -> dict[str, str]:
    """Return file name -> content. `tables` has each language's line for every method, by name."""
    files = {
        "__init__.py": _typed_module(methods, sorted(tables)),
        "numbers.py": HEADER + "\n" + Path(numbers.__file__).read_text(encoding="utf-8"),
    }
    for code, lines in tables.items():
        files[module_name(code) + ".py"] = _Table(code, methods, lines).source()
    return files


def module_name(code: str) -> str:
    return code.replace("-", "_")


# The typed module


def _typed_module(methods: Sequence[Method], languages: Sequence[str]) -> str:
    plain, taking = _split(methods)
    kinds = {kind for each in methods for kind in each.kinds.values()}
    listed = "".join(f'    "{code}",\n' for code in languages)
    return "\n".join(
        [
            HEADER,
            _TEXTS_UNCHECKED,
            '"""Every string of the user interface as a method with typed arguments."""',
            "",
            "from __future__ import annotations",
            "",
            "from importlib import import_module",
            "from typing import TYPE_CHECKING",
            "",
            "if TYPE_CHECKING:",
            *(["    import datetime"] if kinds & {Kind.DATE, Kind.TIME} else []),
            "    from collections.abc import Callable",
            "",
            "    Table = tuple[tuple[str, ...], tuple[Callable[..., str], ...]]",
            "",
            f"LANGUAGES: tuple[str, ...] = (\n{listed})",
            "",
            "",
            "def table(language: str) -> Table:",
            '    """The strings of one of LANGUAGES: plain ones, and those that take arguments."""',
            '    module = import_module("." + language.replace("-", "_"), __name__)',
            "    strings: Table = (module.TEXT, module.CALL)",
            "    return strings",
            "",
            "",
            "class Strings:",
            '    """Strings of one language at a time. Docstrings are the English texts."""',
            "",
            "    def __init__(self, strings: Table) -> None:",
            "        self._use(strings)",
            "",
            "    def _use(self, strings: Table) -> None:",
            '        """Switches to another language."""',
            "        self._text, self._call = strings",
            *(
                line
                for index, each in enumerate(plain)
                for line in _method(each, f"self._text[{index}]")
            ),
            *(
                line
                for index, each in enumerate(taking)
                for line in _method(each, f"self._call[{index}]({_passed(each)})")
            ),
            "",
        ]
    )


def _split(methods: Sequence[Method]) -> tuple[list[Method], list[Method]]:
    plain = [each for each in methods if not each.kinds]
    return plain, [each for each in methods if each.kinds]


def _passed(method: Method) -> str:
    return ", ".join(map(python_name, method.kinds))


def _method(method: Method, result: str) -> Iterator[str]:
    arguments = [f"{python_name(name)}: {kind.value}" for name, kind in method.kinds.items()]
    taken = ", ".join(["self", "*", *arguments] if arguments else ["self"])
    yield ""
    yield f"    def {method.unit.method}({taken}) -> str:"
    yield from indent(_docstring(method.unit), "        ").split("\n")
    yield f"        return {result}"


def _docstring(unit: Unit) -> str:
    span = unit.pattern.span
    assert span is not None
    text = unit.entry.source.text
    start = text.rfind("\n", 0, span.start) + 1
    # If only indentation comes before the first line, it belongs to the text.
    start = start if not text[start : span.start].strip() else span.start
    first, *rest = text[start : span.end].rstrip().split("\n")
    body = "\n".join([first.strip(), dedent("\n".join(rest))]) if rest else first.strip()
    quoted = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if rest:
        return f'"""{quoted}\n"""'
    return f'"""{quoted}"""' if not quoted.endswith('"') else f'"""{quoted[:-1]}\\""""'


# One language's table


class _Table:
    def __init__(self, code: str, methods: Sequence[Method], lines: Mapping[str, Line]) -> None:
        self._code = code
        self._methods = methods
        self._lines = lines
        self._helpers: dict[str, list[str]] = {}
        self._uses_operands = False
        self._uses_datetime = False

    def source(self) -> str:
        plain, taking = _split(self._methods)
        texts = [self._text(self._lines[each.unit.name]) for each in plain]
        calls = [self._call(self._lines[each.unit.name], each) for each in taking]
        helpers = [line for lines in self._helpers.values() for line in lines]
        used = ["Numbers"] * any("Numbers(" in line for line in helpers)
        used += ["operands"] * self._uses_operands
        return "\n".join(
            [
                HEADER,
                _TABLE_UNCHECKED,
                f'"""The strings in {self._code}, in the order of the typed module."""',
                "",
                "from __future__ import annotations",
                "",
                "from typing import TYPE_CHECKING",
                "",
                *([f"from .numbers import {', '.join(used)}", ""] if used else []),
                "if TYPE_CHECKING:",
                *(["    import datetime"] if self._uses_datetime else []),
                "    from collections.abc import Callable",
                "",
                *helpers,
                "TEXT: tuple[str, ...] = (",
                *texts,
                ")",
                "",
                "CALL: tuple[Callable[..., str], ...] = (",
                *calls,
                ")",
                "",
            ]
        )

    def _text(self, line: Line) -> str:
        text = "".join(part for part in line.parts if isinstance(part, str))
        return f"    {literal(text)},  # {line.unit.name}"

    def _call(self, line: Line, method: Method) -> str:
        code = _Expression(self, line.language).parts(line.parts)
        return f"    lambda {_passed(method)}: {code},  # {line.unit.name}"

    def number(self, language: str) -> str:
        name = f"_number_{module_name(language)}"
        decimal, group, primary, secondary, infinity = number_arguments(language)
        arguments = [literal(decimal), literal(group), str(primary), str(secondary)]
        call = f"Numbers({', '.join([*arguments, literal(infinity)])})"
        self._helpers.setdefault(name, [f"{name} = {call}", ""])
        return name

    def plural(self, language: str) -> str:
        name = f"_plural_{module_name(language)}"
        self._uses_operands = True
        self._helpers.setdefault(name, ["", *rules_of(language).function(name), "", ""])
        return name

    def date(self, language: str, part: Date) -> str:
        styles = f"{part.date or ''}_{part.time or ''}"
        name = f"_date_{module_name(language)}_{styles}"
        self._uses_datetime = True
        if name not in self._helpers:
            code = dates.function(name, language, part.date, part.time)
            self._helpers[name] = ["", *code, "", ""]
        return name


class _Expression:
    """A string with variables as one Python expression, on Python 3.8 too."""

    def __init__(self, table: _Table, language: str) -> None:
        self._table = table
        self._language = language
        self._temporaries = 0

    def parts(self, parts: Parts) -> str:
        terms: list[str] = []
        text = FString()
        for part in parts:
            if isinstance(part, Choice):
                if text:
                    terms.append(str(text))
                text = FString()
                terms.append(f"({self._choice(part)})")
            elif isinstance(part, str):
                text.add(part)
            else:
                text.add_code(self._value(part))
        if text or not terms:
            terms.append(str(text))
        return " + ".join(terms)

    def _value(self, part: Text | Number | Date) -> str:
        name = python_name(part.variable)
        if isinstance(part, Text):
            return name
        if isinstance(part, Date):
            return f"{self._table.date(self._language, part)}({name})"
        options = (part.minimum, part.maximum, part.grouping)
        extra = "" if options == (0, 3, True) else f", {options[0]}, {options[1]}, {options[2]}"
        return f"{self._table.number(self._language)}({name}{extra})"

    def _choice(self, choice: Choice) -> str:
        name = python_name(choice.variable)
        category = ""
        code: list[str] = []
        for key, parts in choice.branches:
            if not choice.by_number or not isinstance(key, str):
                shown = literal(key) if isinstance(key, str) else repr(key)
                test = f"{name} == {shown}"
            elif not rules_of(self._language).rules:
                # Every number is "other" here, so branches for anything else are never taken.
                if key == "other":
                    return " ".join([*code, self._branch(parts)])
                continue
            elif category:
                test = f'{category} == "{key}"'
            else:
                category = f"_{self._temporaries}"
                self._temporaries += 1
                function = self._table.plural(self._language)
                test = f'({category} := {function}({name})) == "{key}"'
            code.append(f"{self._branch(parts)} if {test} else")
        return " ".join([*code, self._branch(choice.otherwise)])

    def _branch(self, parts: Parts) -> str:
        code = self.parts(parts)
        return f"({code})" if " + " in code else code

"""Reduce a checked string to what is left to do at run time.

Terms and message references are inserted, terms' selectors decided, literals formatted and
isolation marks set, so that only the variables remain. Each step follows fluent.runtime's resolver,
marks included. The input has passed `check`, so nothing here can fail.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

from fluent.syntax import ast as fluent

from .dates import STYLES, Style
from .gather import Language, Unit
from .locales import numbers_of
from .plurals import rules_of
from .syntax import (
    Constant,
    constant,
    default_of,
    named,
    number,
    reference_name,
    selected_variable,
    selection,
    string_in,
    variant_key,
)
from .variables import Kind

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"


@dataclass(frozen=True)
class Text:
    """A variable of type str."""

    variable: str


@dataclass(frozen=True)
class Number:
    """A number variable, and how many fraction digits it is written with."""

    variable: str
    minimum: int = 0
    maximum: int = 3
    grouping: bool = True


@dataclass(frozen=True)
class Date:
    """A date variable and Fluent's styles ("short" ... "full"); neither means a medium date."""

    variable: str
    date: Style | None = None
    time: Style | None = None


@dataclass(frozen=True)
class Choice:
    """Branches in the order they are tried; `otherwise` if none matches.

    In a choice by number, a key that is a str is a plural category.
    """

    variable: str
    by_number: bool
    branches: tuple[tuple[Constant, Parts], ...]
    otherwise: Parts


Part = Union[str, Text, Number, Date, Choice]
Parts = tuple[Part, ...]
Arguments = Mapping[str, Constant]


def lower(unit: Unit, language: Language, kinds: Mapping[str, Kind]) -> Parts:
    """Lower one string; `kinds` are the variables' types, which English decides."""
    return _Lowering(language, kinds).pattern(unit.pattern, None)


class _Lowering:
    """`arguments` below are a term's own; None outside of terms."""

    def __init__(self, language: Language, kinds: Mapping[str, Kind]) -> None:
        self._language = language
        self._kinds = kinds
        self._numbers = numbers_of(language.code)
        self._category = rules_of(language.code).category

    def pattern(self, pattern: fluent.Pattern, arguments: Arguments | None) -> Parts:
        parts: list[Part] = []
        alone = len(pattern.elements) == 1
        for element in pattern.elements:
            literal = string_in(element)
            if isinstance(element, fluent.TextElement):
                parts.append(element.value)
            elif literal:
                parts.append(str(constant(literal)))
            elif alone:
                parts += self._expression(element.expression, arguments)
            else:
                parts += self._expression(element, arguments)
        return _joined(parts)

    def _expression(self, node: fluent.SyntaxNode, arguments: Arguments | None) -> tuple[Part, ...]:
        if isinstance(node, fluent.Placeable):
            inner = self._expression(node.expression, arguments)
            return (FIRST_STRONG_ISOLATE, *inner, POP_DIRECTIONAL_ISOLATE)
        if isinstance(node, fluent.SelectExpression):
            return self._select(node, arguments)
        if isinstance(node, fluent.MessageReference):
            target = self._language.units[reference_name(node)]
            return self.pattern(target.pattern, arguments)
        if isinstance(node, fluent.TermReference):
            return (self._term(node),)
        if isinstance(node, fluent.NumberLiteral):
            return (self._numbers(number(node)),)
        assert isinstance(node, (fluent.VariableReference, fluent.FunctionReference))
        return (self._value(node, arguments),)

    def _value(
        self, node: fluent.VariableReference | fluent.FunctionReference, arguments: Arguments | None
    ) -> Part:
        call = node if isinstance(node, fluent.FunctionReference) else None
        argument = call.arguments.positional[0] if call else node
        options = named(call.arguments) if call else {}
        if isinstance(argument, fluent.NumberLiteral):
            return self._formatted(constant(argument), options)
        assert isinstance(argument, fluent.VariableReference)
        name = argument.id.name
        if arguments is not None:
            return self._formatted(arguments[name], options)
        kind = self._kinds[name]
        if kind is Kind.TEXT:
            return Text(name)
        if kind in (Kind.DATE, Kind.TIME):
            return Date(name, _style(options.get("dateStyle")), _style(options.get("timeStyle")))
        return Number(name, *_number_options(options))

    def _formatted(self, value: Constant, options: Mapping[str, Constant]) -> str:
        return value if isinstance(value, str) else self._numbers(value, *_number_options(options))

    def _term(self, node: fluent.TermReference) -> str:
        """Return a term's text, which is known now because its arguments are literals."""
        entry = self._language.terms["-" + node.id.name]
        attribute = entry.attribute(node.attribute.name) if node.attribute else None
        pattern = attribute.value if attribute else entry.node.value
        assert pattern is not None
        parts = self.pattern(pattern, named(node.arguments))
        return "".join(part for part in parts if isinstance(part, str))

    def _select(self, node: fluent.SelectExpression, arguments: Arguments | None) -> Parts:
        variable = selected_variable(node)
        if variable is not None and arguments is None:
            return (self._choice(node, variable),)
        if variable is not None:
            chosen = (arguments or {}).get(variable)
        elif isinstance(node.selector, fluent.TermReference):
            chosen = self._term(node.selector)
        else:
            literal: fluent.SyntaxNode = node.selector
            if isinstance(literal, fluent.FunctionReference):
                literal = literal.arguments.positional[0]
            assert isinstance(literal, (fluent.NumberLiteral, fluent.StringLiteral))
            chosen = constant(literal)
        return self.pattern(self._decided(node, chosen).value, arguments)

    def _decided(self, node: fluent.SelectExpression, chosen: Constant | None) -> fluent.Variant:
        by_category = None if chosen is None or isinstance(chosen, str) else self._category(chosen)
        for variant in node.variants:
            if variant_key(variant) in (chosen, by_category):
                return variant
        return default_of(node.variants)

    def _choice(self, node: fluent.SelectExpression, variable: str) -> Choice:
        branches = [(variant_key(each), self.pattern(each.value, None)) for each in node.variants]
        default = default_of(node.variants)
        otherwise = self.pattern(default.value, None)
        if default is node.variants[-1]:
            branches.pop()
        return Choice(variable, selection(node) == "number", tuple(branches), otherwise)


def _style(name: Constant | None) -> Style | None:
    return next((style for style in STYLES if style == name), None)


def _number_options(options: Mapping[str, Constant]) -> tuple[int, int, bool]:
    return (
        int(options.get("minimumFractionDigits", 0)),
        int(options.get("maximumFractionDigits", 3)),
        bool(options.get("useGrouping", 1)),
    )


def _joined(parts: list[Part]) -> Parts:
    """Join adjacent texts, and drop empty ones."""
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return tuple(joined)

"""Helpers for Fluent's syntax tree that several steps use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, Union

from fluent.syntax import ast as fluent

from .plurals import CATEGORIES

Constant = Union[str, int, float]
Selection = Literal["number", "text", "mixed"]


def nodes(node: fluent.BaseNode) -> Iterator[fluent.SyntaxNode]:
    """Yield a node and all below it, in the order of the text, without comments."""
    if isinstance(node, fluent.SyntaxNode):
        yield node
    for value in vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, fluent.BaseNode) and not isinstance(each, fluent.BaseComment):
                yield from nodes(each)


def number(literal: fluent.NumberLiteral) -> int | float:
    return float(literal.value) if "." in literal.value else int(literal.value)


def constant(literal: fluent.NumberLiteral | fluent.StringLiteral) -> Constant:
    if isinstance(literal, fluent.NumberLiteral):
        return number(literal)
    return literal.parse()["value"]


def variant_key(variant: fluent.Variant) -> Constant:
    key = variant.key
    return number(key) if isinstance(key, fluent.NumberLiteral) else key.name


def selection(select: fluent.SelectExpression) -> Selection:
    """Return what the variants' keys choose by: number (categories, exact numbers) or text."""
    keys = [variant_key(each) for each in select.variants]
    names = [key for key in keys if isinstance(key, str)]
    if all(name in CATEGORIES for name in names):
        return "number"
    return "mixed" if len(names) < len(keys) else "text"


def selected_variable(select: fluent.SelectExpression) -> str | None:
    """Return the variable of a selector, also inside `NUMBER($variable)`."""
    selector: fluent.SyntaxNode = select.selector
    if isinstance(selector, fluent.FunctionReference) and selector.arguments.positional:
        selector = selector.arguments.positional[0]
    return selector.id.name if isinstance(selector, fluent.VariableReference) else None


def named(arguments: fluent.CallArguments | None) -> dict[str, Constant]:
    """Return the named arguments of a call, as values."""
    each = arguments.named if arguments else []
    return {argument.name.name: constant(argument.value) for argument in each}


def reference_name(node: fluent.MessageReference | fluent.TermReference) -> str:
    """Return `key`, `key.attribute`, `-term` or `-term.attribute`."""
    start = "-" if isinstance(node, fluent.TermReference) else ""
    end = f".{node.attribute.name}" if node.attribute else ""
    return f"{start}{node.id.name}{end}"


def string_in(element: fluent.SyntaxNode) -> fluent.StringLiteral | None:
    """Return the literal of `{ "text" }`, in any number of braces."""
    while isinstance(element, fluent.Placeable):
        element = element.expression
    return element if isinstance(element, fluent.StringLiteral) else None


def default_of(variants: Sequence[fluent.Variant]) -> fluent.Variant:
    return next(variant for variant in variants if variant.default)

"""Which variables a string takes, and their Python types, from how the text uses them.

The rule, by use in the English string and in the messages it refers to:

* `DATETIME($x)`: `datetime.date`; with a timeStyle `datetime.datetime`
* `NUMBER($x)` with an option for fraction digits, or an exact branch such as `[1.5]`: `float`
* a selector with plural categories or exact numbers, `NUMBER($x)`, or a name that is `count`
  or ends with `-count`: `int`
* everything else: `str`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from fluent.syntax import ast as fluent

from .gather import Entry, Language, Unit
from .syntax import named, nodes, number, reference_name, selected_variable, selection


class Use(Enum):
    """One way in which a text uses a variable, as problem reports word it."""

    SHOWN = "shows it"
    TEXT = "selects by its text"
    NUMBER = "uses it as a number"
    FRACTION = "uses it as a number with a fraction"
    DATE = "uses it as a date"
    TIME = "uses it as a time"


class Kind(Enum):
    """The Python type of a variable."""

    TEXT = "str"
    WHOLE = "int"
    NUMBER = "float"
    DATE = "datetime.date"
    TIME = "datetime.datetime"


_ALLOWED: Mapping[Kind, frozenset[Use]] = {
    Kind.TEXT: frozenset({Use.SHOWN, Use.TEXT}),
    Kind.WHOLE: frozenset({Use.SHOWN, Use.NUMBER, Use.FRACTION}),
    Kind.NUMBER: frozenset({Use.SHOWN, Use.NUMBER, Use.FRACTION}),
    Kind.DATE: frozenset({Use.SHOWN, Use.DATE}),
    Kind.TIME: frozenset({Use.SHOWN, Use.DATE, Use.TIME}),
}


@dataclass(frozen=True)
class Variable:
    """One use of a variable: its name, how, and where."""

    name: str
    use: Use
    entry: Entry
    node: fluent.SyntaxNode


def uses(unit: Unit, language: Language) -> list[Variable]:
    """Return all uses in a string and in the messages it refers to, which get its arguments."""
    return list(_uses(unit.pattern, unit.entry, language, set()))


def _uses(
    pattern: fluent.Pattern, entry: Entry, language: Language, seen: set[str]
) -> Iterator[Variable]:
    counted: set[int] = set()
    for node in nodes(pattern):
        if isinstance(node, fluent.SelectExpression):
            selected = selected_variable(node)
            counted.add(id(node.selector))
            if selected is not None:
                yield Variable(selected, _selecting(node), entry, node.selector)
        elif isinstance(node, fluent.FunctionReference):
            counted.update(map(id, node.arguments.positional))
            yield from _function_uses(node, entry)
        elif isinstance(node, fluent.VariableReference) and id(node) not in counted:
            yield Variable(node.id.name, Use.SHOWN, entry, node)
        elif isinstance(node, fluent.MessageReference):
            target = language.units.get(reference_name(node))
            if target and target.name not in seen:
                seen.add(target.name)
                yield from _uses(target.pattern, target.entry, language, seen)


def _selecting(select: fluent.SelectExpression) -> Use:
    if selection(select) != "number":
        return Use.TEXT
    keys = [each.key for each in select.variants]
    exact = [number(key) for key in keys if isinstance(key, fluent.NumberLiteral)]
    return Use.NUMBER if all(n == int(n) for n in exact) else Use.FRACTION


def _function_uses(call: fluent.FunctionReference, entry: Entry) -> Iterator[Variable]:
    options = named(call.arguments)
    if call.id.name == "DATETIME":
        use = Use.TIME if "timeStyle" in options else Use.DATE
    else:
        fraction = {"minimumFractionDigits", "maximumFractionDigits"} & set(options)
        use = Use.FRACTION if fraction else Use.NUMBER
    for argument in call.arguments.positional:
        if isinstance(argument, fluent.VariableReference):
            yield Variable(argument.id.name, use, entry, argument)


def kinds(found: Iterable[Variable]) -> dict[str, Kind]:
    """Return variable -> type, in the order of first use."""
    by_name: dict[str, set[Use]] = {}
    for variable in found:
        by_name.setdefault(variable.name, set()).add(variable.use)
    return {name: _kind(name, each) for name, each in by_name.items()}


def _kind(name: str, found: set[Use]) -> Kind:
    if found & {Use.DATE, Use.TIME}:
        return Kind.TIME if Use.TIME in found else Kind.DATE
    if Use.FRACTION in found:
        return Kind.NUMBER
    if Use.NUMBER in found or name == "count" or name.endswith(("-count", "_count")):
        return Kind.WHOLE
    return Kind.TEXT


def misuse(variable: Variable, kind: Kind) -> str | None:
    """Return what is wrong with using a variable of this type this way, or None."""
    if variable.use in _ALLOWED[kind]:
        return None
    return f"{variable.use.value}, but ${variable.name} is {kind.value}"


def python_name(variable: str) -> str:
    return variable.replace("-", "_")

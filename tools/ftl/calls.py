"""Check the calls in a text: NUMBER(), DATETIME() and terms with arguments."""

from __future__ import annotations

from collections.abc import Iterator

from fluent.syntax import ast as fluent

from .dates import STYLES, TIME_STYLES
from .gather import Entry, Language
from .problems import Problem
from .syntax import Constant, named, nodes, reference_name, selected_variable, selection

_MOST_DIGITS = 20
_FRACTION = ("minimumFractionDigits", "maximumFractionDigits")


def problems(entry: Entry, language: Language) -> Iterator[Problem]:
    in_term = isinstance(entry.node, fluent.Term)
    for node in nodes(entry.node):
        if isinstance(node, fluent.FunctionReference):
            yield from _function(entry, node, in_term)
        elif isinstance(node, fluent.TermReference):
            yield from _term_call(entry, node, language)
        elif isinstance(node, fluent.SelectExpression):
            yield from _selector(entry, node)


def _function(entry: Entry, call: fluent.FunctionReference, in_term: bool) -> Iterator[Problem]:
    name = call.id.name
    if name not in ("NUMBER", "DATETIME"):
        yield entry.problem(f"{name}() is not supported, only NUMBER() and DATETIME()", call)
        return
    if name == "DATETIME" and in_term:
        yield entry.problem("a term has no dates to show", call)
    arguments = call.arguments.positional
    number = name == "NUMBER" and isinstance(arguments[0], fluent.NumberLiteral) if arguments else 0
    variable = bool(arguments) and isinstance(arguments[0], fluent.VariableReference)
    if len(arguments) != 1 or not (variable or number):
        yield entry.problem(f"{name}() takes one variable", call)
    check = _number_option if name == "NUMBER" else _date_option
    options = named(call.arguments)
    for option, value in options.items():
        text = check(option, value)
        if text:
            yield entry.problem(f"{name}(): {text}", call)
    if name == "NUMBER":
        least, most = options.get(_FRACTION[0], 0), options.get(_FRACTION[1], 3)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            yield entry.problem(
                f"NUMBER(): minimumFractionDigits {least} is above maximumFractionDigits {most}"
                + ("" if _FRACTION[1] in options else ", which is 3 when not given"),
                call,
            )


def _number_option(option: str, value: Constant) -> str | None:
    if option in _FRACTION:
        if isinstance(value, int) and 0 <= value <= _MOST_DIGITS:
            return None
        return f"{option} is a whole number from 0 to {_MOST_DIGITS}"
    if option == "useGrouping":
        # fluent.runtime takes the text "false" for true, so only numbers are clear.
        return None if isinstance(value, int) and value in (0, 1) else "useGrouping is 0 or 1"
    return f"the option {option} is not supported"


def _date_option(option: str, value: Constant) -> str | None:
    styles = {"dateStyle": STYLES, "timeStyle": TIME_STYLES}.get(option)
    if styles is None:
        return f"the option {option} is not supported"
    return None if value in styles else f"{option} is one of {', '.join(styles)}"


def _selector(entry: Entry, select: fluent.SelectExpression) -> Iterator[Problem]:
    selector = select.selector
    if isinstance(selector, fluent.FunctionReference):
        if selector.id.name != "NUMBER":
            yield entry.problem(f"{selector.id.name}() cannot choose a branch", selector)
        elif selection(select) != "number":
            yield entry.problem("NUMBER() chooses by plural categories and numbers", selector)
        elif set(_FRACTION) & set(named(selector.arguments)):
            # Fluent's libraries do not agree whether NUMBER(1, minimumFractionDigits: 1) is "one".
            yield entry.problem("a selector takes no fraction digits: show them inside", selector)
    keys = selection(select)
    if keys == "mixed":
        yield entry.problem("mixes numbers and other words as branches", select)
    elif keys == "number" and isinstance(selector, fluent.TermReference):
        exact = any(isinstance(each.key, fluent.NumberLiteral) for each in select.variants)
        if exact:
            yield entry.problem("a term's attribute is text, not a number", select)


def _term_call(entry: Entry, call: fluent.TermReference, language: Language) -> Iterator[Problem]:
    if call.arguments and call.arguments.positional:
        yield entry.problem(f"{reference_name(call)} takes named arguments only", call)
    term = language.terms["-" + call.id.name]
    attribute = term.attribute(call.attribute.name) if call.attribute else None
    pattern = attribute.value if attribute else term.node.value
    assert pattern is not None
    given = named(call.arguments)
    wanted: set[str] = set()
    for node in nodes(pattern):
        if isinstance(node, fluent.MessageReference):
            yield term.problem("a term cannot use a message: make that a term too", node)
        elif isinstance(node, fluent.VariableReference):
            wanted.add(node.id.name)
    for name in given:
        if name not in wanted:
            yield entry.problem(f"{reference_name(call)} has no ${name}", call)
    yield from _term_variables(entry, call, pattern, given)


def _term_variables(
    entry: Entry, call: fluent.TermReference, pattern: fluent.Pattern, given: dict[str, Constant]
) -> Iterator[Problem]:
    """Check a term's variables: a missing one is fine in a selector, but cannot be shown."""
    name = reference_name(call)
    selectors: set[int] = set()
    for node in nodes(pattern):
        if isinstance(node, fluent.SelectExpression):
            selectors.add(id(node.selector))
            value = given.get(selected_variable(node) or "")
            exact = any(isinstance(each.key, fluent.NumberLiteral) for each in node.variants)
            if isinstance(value, str) and exact:
                yield entry.problem(f"{name} needs a number as ${selected_variable(node)}", call)
        elif isinstance(node, fluent.FunctionReference):
            for argument in node.arguments.positional:
                if isinstance(argument, fluent.VariableReference) and not isinstance(
                    given.get(argument.id.name), (int, float)
                ):
                    yield entry.problem(f"{name} needs a number as ${argument.id.name}", call)
        elif (
            isinstance(node, fluent.VariableReference)
            and id(node) not in selectors
            and node.id.name not in given
        ):
            yield entry.problem(f"{name} shows ${node.id.name}, which is not given", call)

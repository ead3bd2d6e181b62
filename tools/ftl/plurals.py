"""CLDR's plural rules (from babel): which categories a language has, and the rule as Python code.

The generated code does not need babel. Rules and operands (n i v w f t) are defined in
UTS #35 part 3, "Language Plural Rules".
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from .locales import locale_of
from .numbers import operands

CATEGORIES = ("zero", "one", "two", "few", "many", "other")

# Large enough for every rule in CLDR 47: their moduli are 10, 100, 1000, 100000 and 1000000.
_WHOLE = (*range(1201), *range(2000, 1_000_000, 1000), *range(1_000_000, 3_000_001, 100_000))
_BROKEN = tuple(n / 10 for n in range(1001)) + tuple(n / 100 for n in range(1001))


@dataclass(frozen=True)
class Rules:
    """One language's plural rules. `rules` is babel's parsed form, category by category."""

    rules: tuple[tuple[str, Any], ...]

    def category(self, n: float) -> str:
        """Return a number's category, as babel's (and so fluent.runtime's) rule picks it."""
        n, i, v, w, f, t = operands(n)
        names = {"n": n, "i": i, "v": v, "w": w, "f": f, "t": t}
        for category, rule in self._compiled:
            if eval(rule, {}, names):
                return category
        return "other"

    @functools.cached_property
    def _compiled(self) -> list[tuple[str, Any]]:
        return [(name, compile(_code(rule), "<rule>", "eval")) for name, rule in self.rules]

    @functools.cached_property
    def whole(self) -> dict[str, list[float]]:
        """Category -> sample whole numbers that pick it."""
        return self._samples(_WHOLE)

    @functools.cached_property
    def any(self) -> dict[str, list[float]]:
        """Category -> sample numbers, whole and with a fraction, that pick it."""
        return self._samples((*_WHOLE, *_BROKEN))

    def _samples(self, numbers: tuple[float, ...]) -> dict[str, list[float]]:
        found: dict[str, list[float]] = {}
        for n in numbers:
            found.setdefault(self.category(n), []).append(n)
        return found

    def function(self, name: str) -> list[str]:
        """Return the lines of a Python function `name(n)` that returns a number's category.

        Most numbers are ints, whose fraction operands are all 0, so they get a short rule of their
        own. `operands` is the run-time function of the generated numbers module.
        """
        fractions = [(category, _code(rule)) for category, rule in self.rules]
        whole = [(category, _code(rule, whole=True)) for category, rule in self.rules]
        general = _chain(fractions)
        operands = (name if re.search(rf"\b{name}\b", general) else "_" for name in "nivwft")
        return [
            f"def {name}(n: float) -> str:",
            "    if n.__class__ is int:",
            "        i = int(abs(n))",
            f"        return {_chain(whole)}",
            f"    {', '.join(operands)} = operands(n)",
            f"    return {general}",
        ]


@functools.cache
def rules_of(language: str) -> Rules:
    return Rules(tuple(locale_of(language).plural_form.abstract))


def _chain(branches: list[tuple[str, str]]) -> str:
    code = '"other"'
    for category, test in reversed(branches):
        if test == "True":
            code = f'"{category}"'
        elif test != "False":
            code = f'"{category}" if {test} else {code}'
    return code


def _code(rule: Any, whole: bool = False) -> str:
    """Return babel's parsed rule as a Python expression; with `whole`, only `i` is needed."""
    operator, arguments = rule
    if operator in ("and", "or"):
        left, right = (_code(each, whole) for each in arguments)
        return _joined(operator, left, right)
    if operator == "not":
        inner = _code(arguments[0], whole)
        return {"True": "False", "False": "True"}.get(inner, f"not ({inner})")
    if operator == "relation":
        return _relation(arguments[0], arguments[1], arguments[2][1], whole)
    raise NotImplementedError(f"babel's plural rule operator {operator!r}")


def _joined(operator: str, left: str, right: str) -> str:
    absorbing, neutral = ("False", "True") if operator == "and" else ("True", "False")
    if absorbing in (left, right):
        return absorbing
    kept = [each for each in (left, right) if each != neutral]
    if not kept:
        return neutral
    return kept[0] if len(kept) == 1 else f"({left} {operator} {right})"


def _relation(method: str, left: Any, ranges: list[Any], whole: bool) -> str:
    if method != "in":
        raise NotImplementedError(f"babel's plural rule relation {method!r}")
    bounds = [(low[1][0], high[1][0]) for low, high in ranges]
    operand, modulus = (left[1][0][0], left[1][1][1][0]) if left[0] == "mod" else (left[0], 0)
    if operand in "ce" or (whole and operand not in "ni"):
        # Compact exponents are not supported by babel; a whole number has no fraction digits.
        return str(any(low <= 0 <= high for low, high in bounds))
    value = "i" if whole else operand
    if modulus:
        value = f"{value} % {modulus}"
    tests = [
        f"{value} == {low}" if low == high else f"{low} <= {value} <= {high}"
        for low, high in bounds
    ]
    test = tests[0] if len(tests) == 1 else f"({' or '.join(tests)})"
    if value.startswith("n") and any(low != high for low, high in bounds):
        test = f"(n == i and {test})"
    return test

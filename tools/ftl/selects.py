"""Check the branches of selectors over variables against the language's plural rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fluent.syntax import ast as fluent

from .gather import ENGLISH, Language, Unit
from .plurals import CATEGORIES, rules_of
from .problems import Problem
from .syntax import Constant, nodes, selected_variable, selection, variant_key
from .variables import Kind

_Samples = Mapping[str, Sequence[float]]


def problems(
    unit: Unit, language: Language, original: Unit, kinds: Mapping[str, Kind]
) -> Iterator[Problem]:
    """Yield problems; `original` is the English string, `kinds` its variables' types."""
    for node in nodes(unit.pattern):
        if not isinstance(node, fluent.SelectExpression):
            continue
        yield from _duplicates(unit, node)
        variable = selected_variable(node)
        kind = kinds.get(variable or "")
        if variable is None or kind is None:
            continue
        if selection(node) == "text":
            yield from _unknown_words(unit, node, variable, original)
        elif kind in (Kind.WHOLE, Kind.NUMBER):
            rules = rules_of(language.code)
            samples = rules.whole if kind is Kind.WHOLE else rules.any
            yield from _plural(unit, node, language.code, samples, kind)
            yield from _number_left_out(unit, node, variable, language.code, samples)


def _duplicates(unit: Unit, select: fluent.SelectExpression) -> Iterator[Problem]:
    seen = set()
    for variant in select.variants:
        key = variant_key(variant)
        if key in seen:
            yield unit.problem(f"branch [{key}] is there twice", variant)
        seen.add(key)


def _unknown_words(
    unit: Unit, select: fluent.SelectExpression, variable: str, original: Unit
) -> Iterator[Problem]:
    known = {
        variant_key(variant)
        for node in nodes(original.pattern)
        if isinstance(node, fluent.SelectExpression) and selected_variable(node) == variable
        for variant in node.variants
    }
    for variant in select.variants:
        if variant_key(variant) not in known and known:
            yield unit.problem(f"English has no branch [{variant_key(variant)}]", variant)


def _plural(
    unit: Unit, select: fluent.SelectExpression, code: str, samples: _Samples, kind: Kind
) -> Iterator[Problem]:
    """Check which branch each number takes."""
    keys = [variant_key(each) for each in select.variants]
    exact = {key for key in keys if not isinstance(key, str)}
    picked: set[Constant] = set()
    for category, numbers in samples.items():
        if any(n not in exact for n in numbers):
            picked.add(category)
            if category not in keys:
                yield unit.problem(f"{code} needs a branch [{category}]", select)
    for number in exact:
        if kind is Kind.NUMBER or float(number).is_integer():
            category = rules_of(code).category(float(number))
            picked.add(next(key for key in keys if key in (number, category)))
    for variant, key in zip(select.variants, keys, strict=True):
        if key not in picked and not (variant.default and key == "other"):
            yield unit.problem(f"{code} never picks branch [{key}]", variant)


def _number_left_out(
    unit: Unit, select: fluent.SelectExpression, variable: str, code: str, samples: _Samples
) -> Iterator[Problem]:
    """Check that a branch for several numbers shows the number, if any branch does.

    English shows it in [one] too, because translators copy the sentence, and their [one] may
    include 21.
    """
    shows = [_shows(each, variable) for each in select.variants]
    if not any(shows):
        return
    for variant, shown in zip(select.variants, shows, strict=True):
        key = variant_key(variant)
        if shown or key not in CATEGORIES:
            continue
        if code == ENGLISH or len(samples.get(str(key), ())) > 1:
            yield unit.problem(f"branch [{key}] leaves out ${variable}", variant)


def _shows(variant: fluent.Variant, variable: str) -> bool:
    return any(
        isinstance(node, fluent.VariableReference) and node.id.name == variable
        for node in nodes(variant.value)
    )

"""The generated code gives what fluent.runtime gives, for messages nobody thought of."""

from __future__ import annotations

import datetime
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tools.ftl.plurals import CATEGORIES
from tools.ftl.variables import Kind, kinds, uses

from .compiled import LANGUAGES, Compiled, Reference, languages

GIVEN = """
-brand = LAN Sync
    .gender = feminine
-deck = { $case ->
   *[nominative] deck
    [genitive] { -brand } deck's
}
-amount = { $n ->
    [one] one { $n }
   *[other] many { NUMBER($n, minimumFractionDigits: 1) }
}
menu-first = First
    .tooltip = { $name } first
menu-second = { menu-first }, { $count ->
    [one] one { $count }
   *[other] { $count } of { $name }
}
"""

text = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="{}\r\0"),
    min_size=1,
    max_size=12,
)
digits = st.from_regex(r"-?[0-9]{1,7}(\.[0-9]{1,5})?", fullmatch=True)


def variable(name: str) -> fluent.VariableReference:
    return fluent.VariableReference(fluent.Identifier(name))


def argument(name: str, value: str) -> fluent.NamedArgument:
    literal = (
        fluent.NumberLiteral(value)
        if value.lstrip("-").replace(".", "").isdigit()
        else fluent.StringLiteral(value)
    )
    return fluent.NamedArgument(fluent.Identifier(name), literal)


@st.composite
def number_call(draw: st.DrawFn) -> fluent.FunctionReference:
    least = draw(st.none() | st.integers(0, 3))
    most = draw(st.none() | st.integers(least or 0, 6))
    options = {"minimumFractionDigits": least, "maximumFractionDigits": most}
    options["useGrouping"] = draw(st.sampled_from([None, 0, 1]))
    taken = variable("count") if draw(st.booleans()) else fluent.NumberLiteral(draw(digits))
    named = [argument(name, str(each)) for name, each in options.items() if each is not None]
    return fluent.FunctionReference(
        fluent.Identifier("NUMBER"), fluent.CallArguments([taken], named)
    )


@st.composite
def date_call(draw: st.DrawFn) -> fluent.FunctionReference:
    date = draw(st.sampled_from([None, "short", "medium", "long", "full"]))
    time = draw(st.sampled_from([None, "short", "medium"]))
    styles = {"dateStyle": date, "timeStyle": time}
    named = [argument(name, each) for name, each in styles.items() if each]
    return fluent.FunctionReference(
        fluent.Identifier("DATETIME"), fluent.CallArguments([variable("when")], named)
    )


def term(name: str, attribute: str | None = None, **named: str) -> fluent.TermReference:
    return fluent.TermReference(
        fluent.Identifier(name),
        fluent.Identifier(attribute) if attribute else None,
        fluent.CallArguments([], [argument(*each) for each in named.items()]) if named else None,
    )


terms = st.one_of(
    st.just(term("brand")),
    st.sampled_from(["nominative", "genitive", "none"]).map(lambda case: term("deck", case=case)),
    digits.map(lambda n: term("amount", n=n)),
)
messages = st.sampled_from(
    [
        fluent.MessageReference(fluent.Identifier("menu-first")),
        fluent.MessageReference(fluent.Identifier("menu-first"), fluent.Identifier("tooltip")),
        fluent.MessageReference(fluent.Identifier("menu-second")),
    ]
)


@st.composite
def select(draw: st.DrawFn, patterns: st.SearchStrategy[fluent.Pattern]) -> Any:
    shapes: list[tuple[fluent.InlineExpression, tuple[str, ...]]] = [
        (variable("count"), CATEGORIES),
        (fluent.NumberLiteral("5"), CATEGORIES),
        (variable("choice"), ("a", "b", "other-word")),
        (term("brand", "gender"), ("feminine", "masculine")),
    ]
    selector, words = draw(st.sampled_from(shapes))
    keys: list[fluent.Identifier | fluent.NumberLiteral] = [
        fluent.Identifier(word)
        for word in draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    ]
    if words is CATEGORIES:
        numbers = draw(st.lists(st.sampled_from(["0", "1", "2", "5", "-3"]), unique=True))
        keys = draw(st.permutations([*keys, *map(fluent.NumberLiteral, numbers)]))
    chosen = draw(st.integers(0, len(keys) - 1))
    variants = [fluent.Variant(key, draw(patterns), i == chosen) for i, key in enumerate(keys)]
    return fluent.SelectExpression(selector, variants)


def pattern(deeper: st.SearchStrategy[Any]) -> st.SearchStrategy[fluent.Pattern]:
    elements = st.one_of(text.map(fluent.TextElement), deeper.map(fluent.Placeable))
    return st.lists(elements, min_size=1, max_size=4).map(fluent.Pattern)


simple = st.one_of(
    *(st.just(variable(name)) for name in ("name", "count", "choice")),
    text.map(lambda each: fluent.StringLiteral(each.replace("\\", "\\\\").replace('"', '\\"'))),
    digits.map(fluent.NumberLiteral),
    number_call(),
    date_call(),
    terms,
    messages,
)
expressions = st.recursive(
    simple,
    lambda deeper: st.one_of(deeper.map(fluent.Placeable), select(pattern(deeper))),
    max_leaves=8,
)

moments = st.datetimes(datetime.datetime(1000, 1, 1), datetime.datetime(9000, 1, 1))
values: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: st.one_of(st.sampled_from(["a", "b", "other-word", ""]), text),
    Kind.WHOLE: st.one_of(st.integers(-3, 130), st.integers(-(10**20), 10**20)),
    Kind.NUMBER: st.one_of(
        st.integers(-3, 130),
        st.integers(-1000, 1000).map(lambda n: n / 100),
        st.floats(-1e20, 1e20, allow_subnormal=False),
    ),
    Kind.DATE: moments,
    Kind.TIME: moments,
}


@settings(
    max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(made=pattern(expressions), code=st.sampled_from(LANGUAGES), data=st.data())
def test_a_generated_message_equals_the_reference(
    made: fluent.Pattern, code: str, data: st.DataObject
) -> None:
    resource = fluent.Resource([fluent.Message(fluent.Identifier("menu-made"), made)])
    written = GIVEN + FluentSerializer().serialize(resource)
    # Some texts change their meaning when written down, at the start of a line for one.
    assume(not any(isinstance(e, fluent.Junk) for e in FluentParser().parse(written).body))
    parsed = languages({"en/menu": written, f"{code}/menu": written})
    unit = parsed["en"].units.get("menu-made")
    assume(unit is not None)
    assert unit is not None
    compiled, reference = Compiled(parsed), Reference(parsed)
    taken = {
        name: data.draw(values[kind], label=name)
        for name, kind in kinds(uses(unit, parsed["en"])).items()
    }
    expected = reference.text(code, "menu-made", **taken)
    assert compiled.text(code, "menu-made", **taken) == expected

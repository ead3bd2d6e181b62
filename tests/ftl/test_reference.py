"""The generated code gives what fluent.runtime gives, byte for byte: feature by feature."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from babel.plural import extract_operands

from tools.ftl.check import check
from tools.ftl.numbers import operands
from tools.ftl.plurals import CATEGORIES, rules_of

from .compiled import (
    BROKEN,
    LANGUAGES,
    OTHER_PLURALS,
    TIMES,
    WHOLE,
    Compiled,
    Reference,
    in_all,
    languages,
)

ALL = [*LANGUAGES, *OTHER_PLURALS]

TEXTS = r"""
menu-plain = Plain text
menu-quotes = "Both" kinds of 'quotes', a back\slash, 100 %, %s and a tab	inside
menu-lines =
    First line
      indented line

    last line after an empty one
menu-continued = Starts here
    and goes on
menu-literal = { "" } leading space and { "{braces}" }
menu-only-literal = { "alone" }
menu-nested-literal = { { "nested" } } text
menu-escapes = { "\"\\ \u0041 \U01F602 \uD800" }
menu-number-literal = { 3 } and { 3.50 } and { -12345.6789 } and { -0 }
menu-only-number = { 1234567 }
menu-unicode = Ünïcödé 日本語 العربية עברית 😀
menu-invisible = { "\u200B\u00A0\u2028" }
menu-value = The value
    .tooltip = Its tooltip
    .long-name = { menu-value } and { menu-value.tooltip }
menu-attributes-only =
    .title = Only a title
menu-refers = See { menu-plain }: { menu-value.tooltip }
menu-only-refers = { menu-plain }
menu-deep = { menu-refers }, { menu-only-refers }
-brand = LAN Sync
-deck = { $case ->
   *[nominative] deck
    [genitive] deck's
    [plural] { -brand } decks
}
    .gender = { $form ->
        [diminutive] neuter
       *[plain] masculine
    }
-amount = { $n ->
    [0] none
    [one] one ({ $n })
   *[other] many ({ NUMBER($n, minimumFractionDigits: 2) })
}
menu-term = About { -brand }
menu-only-term = { -brand }
menu-term-default = { -deck }, { -deck() }
menu-term-case = { -deck(case: "genitive") } { -deck(case: "plural") } { -deck(case: "unknown") }
menu-term-number = { -amount(n: 0) } { -amount(n: 1) } { -amount(n: 1.0) } { -amount(n: 2.5) }
menu-term-attribute = { -deck.gender ->
    [masculine] he
    [neuter] it
   *[other] they
}
menu-term-attribute-argument = It is { -deck.gender(form: "diminutive") ->
    [masculine] he
   *[neuter] it
}
menu-literal-selector = { 1 ->
    [0] nothing
    [one] one of them
   *[other] others
}
"""


def test_texts_without_variables_equal_the_reference() -> None:
    parsed = in_all(TEXTS)
    compiled, reference = Compiled(parsed), Reference(parsed)
    for code in LANGUAGES:
        for unit in parsed["en"].units:
            assert compiled.text(code, unit) == reference.text(code, unit), (code, unit)


VARIABLES = """
menu-shown = Hello, { $name }!
menu-only-shown = { $name }
menu-nested = { { $name } }
menu-nested-text = a { { $name } } b
menu-two = { $name } to { $other-name }, { $name } again
    .tooltip = Of { $name }
menu-refers = { menu-shown } ({ menu-two.tooltip })
menu-in-branch = For { $name ->
    [one-word] { $name } alone
   *[other] the { $other-name } { "{" }{ $name }{ "}" }
} and more
menu-only-branch = { $name ->
    [lan] In your network
    [web] On the web
   *[none] Nowhere
}
menu-default-first = { $name ->
   *[lan] In your network
    [web] On the web
}
"""


@pytest.mark.parametrize("name", ["", "lan", "web", "none", "one-word", 'q"{}\\%s\n', "\u2068x"])
def test_text_variables_equal_the_reference(name: str) -> None:
    parsed = in_all(VARIABLES)
    compiled, reference = Compiled(parsed), Reference(parsed)
    given = {"name": name, "other-name": "Ö"}
    for unit in parsed["en"].units:
        taken = _only(given, compiled, unit)
        assert compiled.text("ar", unit, **taken) == reference.text("ar", unit, **taken), unit


def _only(given: dict[str, Any], compiled: Compiled, unit: str) -> dict[str, Any]:
    """Return the arguments a unit's method takes."""
    method = getattr(compiled.strings("en"), unit.replace("-", "_").replace(".", "_"))
    names = method.__kwdefaults__ or method.__code__.co_varnames[: _count(method)]
    return {name: each for name, each in given.items() if name.replace("-", "_") in names}


def _count(method: Any) -> int:
    return int(method.__code__.co_argcount + method.__code__.co_kwonlyargcount)


def _plurals(variable: str, code: str) -> str:
    """Selectors of several shapes with every branch that a language can need."""
    categories = [each for each in CATEGORIES if each in rules_of(code).any and each != "other"]
    branches = "".join(f"    [{each}] {each} {variable}\n" for each in categories)
    return f"""
menu-plural = {{ {variable[2:-2]} ->
{branches}   *[other] other {variable}
}}
menu-exact = You have {{ NUMBER({variable[2:-2]}) ->
    [0] none
    [7] seven
{branches}   *[other] other {variable}
}} now
menu-inner = {{ {variable[2:-2]} ->
{branches}   *[other] {{ $name ->
        [a] A {variable}
       *[b] B {{ {variable[2:-2]} ->
    {branches}       *[other] other
        }}
    }}
}}
menu-middle = {{ {variable[2:-2]} ->
   *[other] other {variable}
{branches}
}}
"""


@pytest.mark.parametrize("code", ALL)
def test_plurals_of_whole_numbers_equal_the_reference(code: str) -> None:
    parsed = languages({f"{each}/menu": _plurals("{ $count }", each) for each in {"en", code}})
    compiled, reference = Compiled(parsed), Reference(parsed)
    for n in WHOLE:
        for unit in ("menu-plural", "menu-exact", "menu-middle"):
            expected = reference.text(code, unit, count=n)
            assert compiled.text(code, unit, count=n) == expected, (unit, n)
        for name in "ab":
            expected = reference.text(code, "menu-inner", count=n, name=name)
            assert compiled.text(code, "menu-inner", count=n, name=name) == expected, n


@pytest.mark.parametrize("code", ALL)
def test_plurals_of_numbers_with_fractions_equal_the_reference(code: str) -> None:
    shown = "{ NUMBER($size, maximumFractionDigits: 3) }"
    texts = {
        f"{each}/menu": _plurals("{ $size }", each) + f"menu-shown = {shown}\n"
        for each in {"en", code}
    }
    parsed = languages(texts)
    compiled, reference = Compiled(parsed), Reference(parsed)
    for n in (*WHOLE, *BROKEN):
        for unit in ("menu-plural", "menu-exact", "menu-middle", "menu-shown"):
            expected = reference.text(code, unit, size=n)
            assert compiled.text(code, unit, size=n) == expected, (unit, n)


def test_plural_operands_equal_babels() -> None:
    for n in (*WHOLE, *BROKEN, 1.234, 12.0345, 100.00025):
        assert operands(n) == extract_operands(n)[:6], n


FORMATS = [
    "",
    "minimumFractionDigits: 1",
    "minimumFractionDigits: 3",
    "maximumFractionDigits: 0",
    "maximumFractionDigits: 1",
    "maximumFractionDigits: 6",
    "minimumFractionDigits: 2, maximumFractionDigits: 2",
    "useGrouping: 0",
    "useGrouping: 1, maximumFractionDigits: 2",
    "useGrouping: 0, minimumFractionDigits: 1",
]


def test_number_formats_equal_the_reference() -> None:
    lines = [
        f"menu-format-{i} = a {{ NUMBER($size{', ' * bool(options)}{options}) }}"
        for i, options in enumerate(FORMATS)
    ]
    parsed = in_all("\n".join(lines) + "\n")
    compiled, reference = Compiled(parsed), Reference(parsed)
    for code in LANGUAGES:
        for unit in parsed["en"].units:
            for n in (*WHOLE[::4], *BROKEN, float("inf"), float("-inf"), True):
                expected = reference.text(code, unit, size=n)
                assert compiled.text(code, unit, size=n) == expected, (code, unit, n)


DATE_STYLES = [None, "short", "medium", "long", "full"]
TIME_STYLES = [None, "short", "medium"]


def test_dates_and_times_equal_the_reference() -> None:
    text = "menu-plain = { DATETIME($when) } or { $when }\n"
    for date in DATE_STYLES:
        for time in TIME_STYLES:
            options = f', dateStyle: "{date}"' * bool(date) + f', timeStyle: "{time}"' * bool(time)
            text += f"menu-{date or 'no'}-{time or 'no'} = At {{ DATETIME($when{options}) }}.\n"
    parsed = in_all(text)
    compiled, reference = Compiled(parsed), Reference(parsed)
    zone = datetime.timezone(datetime.timedelta(hours=-5))
    times = (*TIMES, datetime.datetime(2026, 1, 1, 2, 3, tzinfo=zone), datetime.datetime(987, 6, 5))
    for code in LANGUAGES:
        for unit in parsed["en"].units:
            for when in times:
                expected = reference.text(code, unit, when=when)
                assert compiled.text(code, unit, when=when) == expected, (code, unit, when)


def test_a_date_without_a_time_equals_the_reference() -> None:
    parsed = in_all('menu-day = { DATETIME($day, dateStyle: "full") }\n')
    compiled, reference = Compiled(parsed), Reference(parsed)
    for code in LANGUAGES:
        for when in TIMES:
            expected = reference.text(code, "menu-day", day=when.date())
            assert compiled.text(code, "menu-day", day=when.date()) == expected


def test_a_string_missing_from_a_region_is_taken_from_the_language_then_from_english() -> None:
    plural = "menu-{} = {{ $count ->\n{}   *[other] {} {{ $count }}\n}}\n"
    one = "    [one] {} {{ $count }}\n"
    texts = {
        "en/menu": "".join(plural.format(k, one.format("en"), "en") for k in ("a", "b", "c")),
        "pt/menu": "".join(
            plural.format(k, one.format("pt") + "    [many] m { $count }\n", "pt") for k in "ab"
        ),
        "pt-BR/menu": plural.format("a", one.format("br") + "    [many] m { $count }\n", "br"),
    }
    parsed = languages(texts)
    assert not check(parsed)
    compiled, reference = Compiled(parsed), Reference(parsed)
    for n in WHOLE:
        for unit, start in (("menu-a", "br"), ("menu-b", "pt"), ("menu-c", "en")):
            text = compiled.text("pt-BR", unit, count=n)
            assert text == reference.text("pt-BR", unit, count=n)
            assert n % 1_000_000 == 0 or text.startswith(start)


def test_the_feature_texts_here_pass_the_checks() -> None:
    for text in (TEXTS, VARIABLES):
        assert check(in_all(text, codes=["en"])) == []

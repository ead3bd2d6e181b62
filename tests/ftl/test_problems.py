"""Every fault stops the build, and the report names its file, line and key."""

from __future__ import annotations

import pytest

from tools.ftl.build import build, checked
from tools.ftl.problems import BuildError
from tools.ftl.usage import Code

from .compiled import sources

COUNT = """\
menu-count = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
"""

# What is in which files, and the whole report but for the end of its last line.
FAULTS: dict[str, tuple[dict[str, str], str]] = {
    "syntax: no value": ({"en/menu": "menu-a = A\nmenu-b =\n"}, "en/menu.ftl:2: menu-b: syntax"),
    "syntax: unclosed": (
        {"en/menu": "menu-a = A\nmenu-b = { $name\n"},
        "en/menu.ftl:2: menu-b: syntax error: Expected token",
    ),
    "syntax: no default branch": (
        {"en/menu": "menu-a = { $count ->\n    [one] One\n}\n"},
        "en/menu.ftl:3: menu-a: syntax error: Expected one of the variants",
    ),
    "syntax: not Fluent": (
        {"en/menu": "menu-a = A\n\nHello!\n"},
        "en/menu.ftl:3: Hello: syntax error",
    ),
    "duplicate key": (
        {"en/menu": "menu-a = A\nmenu-b = B\nmenu-a = C\n"},
        "en/menu.ftl:3: menu-a: duplicate key, first given at en/menu.ftl:1",
    ),
    "duplicate term in another file": (
        {"en/a": "a-x = { -t }\n-t = T\n", "en/b": "\n-t = U\n"},
        "en/b.ftl:2: -t: duplicate key, first given at en/a.ftl:2",
    ),
    "duplicate attribute": (
        {"en/menu": "menu-a = A\n    .tip = B\n    .tip = C\n"},
        "en/menu.ftl:3: menu-a: duplicate attribute .tip",
    ),
    "key of another file": (
        {"en/menu": "menu-a = A\n# Says hello\nmessages-b = B\n"},
        "en/menu.ftl:3: messages-b: a key in menu.ftl starts with menu-",
    ),
    "key in capitals": (
        {"en/menu": "menu-Start = A\n"},
        "en/menu.ftl:1: menu-Start: menu-Start: use lower-case words",
    ),
    "two keys with one Python name": (
        {"en/menu": "menu-a-tip = A\nmenu-a = A\n    .tip = B\n"},
        "en/menu.ftl:3: menu-a.tip: gives the same Python name as menu-a-tip: menu_a_tip",
    ),
    "key that English lacks": (
        {"en/menu": "menu-a = A\n", "de/menu": "menu-a = A\n\nmenu-b = B\n"},
        "de/menu.ftl:3: menu-b: English has no such key",
    ),
    "attribute that English lacks": (
        {"en/menu": "menu-a = A\n", "de/menu": "menu-a = A\n    .tip = B\n"},
        "de/menu.ftl:2: menu-a.tip: English has no such key",
    ),
    "variable that English lacks": (
        {"en/menu": "menu-a = A { $name }\n", "de/menu": "menu-a =\n    { $name }\n    { $nam }\n"},
        "de/menu.ftl:3: menu-a: English has no $nam here",
    ),
    "variable left out": (
        {"en/menu": "menu-a = A { $name }\n", "de/menu": "# Note\nmenu-a = A\n"},
        "de/menu.ftl:2: menu-a: leaves out $name",
    ),
    "text shown as a number": (
        {"en/menu": "menu-a = A { $name }\n", "de/menu": "menu-a = A { NUMBER($name) }\n"},
        "de/menu.ftl:1: menu-a: uses it as a number, but $name is str",
    ),
    "text chosen by plural": (
        {
            "en/menu": "menu-a = A { $name }\n",
            "de/menu": "menu-a = { $name ->\n    [one] A\n   *[other] B\n}\n",
        },
        "de/menu.ftl:1: menu-a: uses it as a number, but $name is str",
    ),
    "number used as a date": (
        {"en/menu": "menu-a = { $count }\n", "de/menu": "menu-a = { DATETIME($count) }\n"},
        "de/menu.ftl:1: menu-a: uses it as a date, but $count is int",
    ),
    "one variable as date and number": (
        {"en/menu": "menu-a = { DATETIME($x) }\n    { NUMBER($x) }\n"},
        "en/menu.ftl:2: menu-a: uses it as a number, but $x is datetime.date",
    ),
    "plural branch never picked": (
        {"en/menu": COUNT, "de/menu": COUNT.replace("   *", "    [few] { $count }\n   *")},
        "de/menu.ftl:3: menu-count: de never picks branch [few]",
    ),
    "plural branch never picked by whole numbers": (
        {
            "en/menu": COUNT,
            "lv/menu": COUNT.replace("   *", "    [zero] { $count }\n   [1.5] x\n*"),
        },
        "lv/menu.ftl:4: menu-count: lv never picks branch [1.5]",
    ),
    "plural branch covered by exact numbers": (
        {"en/menu": COUNT.replace("    [one]", "    [1] One card\n    [one]")},
        "en/menu.ftl:3: menu-count: en never picks branch [one]",
    ),
    "exact number after its category": (
        {"en/menu": COUNT.replace("   *", "    [1] One card\n   *")},
        "en/menu.ftl:3: menu-count: en never picks branch [1]",
    ),
    "branch twice": (
        {"en/menu": COUNT.replace("   *", "    [one] { $count } card\n   *")},
        "en/menu.ftl:3: menu-count: branch [one] is there twice",
    ),
    "missing plural branch": (
        {
            "en/menu": COUNT,
            "pl/menu": "menu-count = { $count ->\n    [one] { $count }\n    [few] { $count }\n"
            "   *[other] { $count }\n}\n",
        },
        "pl/menu.ftl:1: menu-count: pl needs a branch [many]",
    ),
    "missing plural branch for millions": (
        {"en/menu": COUNT, "es/menu": COUNT},
        "es/menu.ftl:1: menu-count: es needs a branch [many]",
    ),
    "branch leaves out its number": (
        {"en/menu": COUNT.replace("[one] { $count }", "[one] One")},
        "en/menu.ftl:2: menu-count: branch [one] leaves out $count",
    ),
    "branch for several numbers leaves them out": (
        {
            "en/menu": COUNT,
            "ru/menu": "menu-count = { $count ->\n    [one] A\n    [few] B { $count }\n"
            "    [many] C { $count }\n   *[other] D { $count }\n}\n",
        },
        "ru/menu.ftl:2: menu-count: branch [one] leaves out $count",
    ),
    "word that English does not choose by": (
        {
            "en/menu": "menu-a = { $kind ->\n    [deck] A\n   *[note] B\n}\n",
            "de/menu": "menu-a = { $kind ->\n    [dekc] A\n   *[note] B\n}\n",
        },
        "de/menu.ftl:2: menu-a: English has no branch [dekc]",
    ),
    "words and numbers as branches": (
        {"en/menu": "menu-a = { $kind ->\n    [1] A\n   *[note] B\n}\n"},
        "en/menu.ftl:1: menu-a: mixes numbers and other words",
    ),
    "term that does not exist": (
        {"en/menu": "menu-a = A\nmenu-b =\n    About\n    { -brand }\n"},
        "en/menu.ftl:4: menu-b: -brand does not exist in en",
    ),
    "term of another language": (
        {"en/menu": "-brand = A\nmenu-a = { -brand }\n", "de/menu": "menu-a = { -brand }\n"},
        "de/menu.ftl:1: menu-a: -brand does not exist in de",
    ),
    "term attribute that does not exist": (
        {"en/menu": "-t = T\nmenu-a = { -t.case ->\n   *[a] A\n}\n"},
        "en/menu.ftl:2: menu-a: -t.case does not exist",
    ),
    "message that does not exist": (
        {"en/menu": "menu-a = { menu-b }\n"},
        "en/menu.ftl:1: menu-a: menu-b does not exist",
    ),
    "message without a value": (
        {"en/menu": "menu-a =\n    .tip = A\nmenu-b = { menu-a }\n"},
        "en/menu.ftl:3: menu-b: menu-a does not exist",
    ),
    "message attribute that does not exist": (
        {"en/menu": "menu-a = A\nmenu-b = { menu-a.tip }\n"},
        "en/menu.ftl:2: menu-b: menu-a.tip does not exist",
    ),
    "term that nothing uses": (
        {"en/menu": "menu-a = A\n-brand = B\n"},
        "en/menu.ftl:2: -brand: no text in en uses this term",
    ),
    "cycle of one": (
        {"en/menu": "menu-a = A { menu-a }\n"},
        "en/menu.ftl:1: menu-a: refers to itself: menu-a -> menu-a",
    ),
    "cycle of three": (
        {"en/menu": "menu-x = { menu-a }\nmenu-a = { menu-b }\nmenu-b = { -t }\n-t = { menu-a }\n"},
        "en/menu.ftl:4: -t: refers to itself: menu-a -> menu-b -> -t -> menu-a",
    ),
    "unknown function": (
        {"en/menu": "menu-a = { LIST($names) }\n"},
        "en/menu.ftl:1: menu-a: LIST() is not supported",
    ),
    "number option": (
        {"en/menu": 'menu-a = { NUMBER($n, style: "percent") }\n'},
        "en/menu.ftl:1: menu-a: NUMBER(): the option style is not supported",
    ),
    "number option out of range": (
        {"en/menu": "menu-a = { NUMBER($n, minimumFractionDigits: 1.5) }\n"},
        "en/menu.ftl:1: menu-a: NUMBER(): minimumFractionDigits is a whole number",
    ),
    "minimum above maximum": (
        {"en/menu": "menu-a = { NUMBER($n, minimumFractionDigits: 4) }\n"},
        "en/menu.ftl:1: menu-a: NUMBER(): minimumFractionDigits 4 is above maximumFractionDigits 3",
    ),
    "grouping by text": (
        {"en/menu": 'menu-a = { NUMBER($n, useGrouping: "false") }\n'},
        "en/menu.ftl:1: menu-a: NUMBER(): useGrouping is 0 or 1",
    ),
    "number of a text": (
        {"en/menu": 'menu-a = { NUMBER("1") }\n'},
        "en/menu.ftl:1: menu-a: NUMBER() takes one variable",
    ),
    "number of nothing": (
        {"en/menu": "menu-a = { NUMBER() }\n"},
        "en/menu.ftl:1: menu-a: NUMBER() takes one variable",
    ),
    "date option": (
        {"en/menu": 'menu-a = { DATETIME($t, month: "long") }\n'},
        "en/menu.ftl:1: menu-a: DATETIME(): the option month is not supported",
    ),
    "time style with a zone": (
        {"en/menu": 'menu-a = { DATETIME($t, timeStyle: "full") }\n'},
        "en/menu.ftl:1: menu-a: DATETIME(): timeStyle is one of short, medium",
    ),
    "date of a literal": (
        {"en/menu": "menu-a = { DATETIME(5) }\n"},
        "en/menu.ftl:1: menu-a: DATETIME() takes one variable",
    ),
    "date as a selector": (
        {"en/menu": "menu-a = { DATETIME($t) ->\n   *[other] A\n}\n"},
        "en/menu.ftl:1: menu-a: DATETIME() cannot choose a branch",
    ),
    "fraction digits in a selector": (
        {"en/menu": COUNT.replace("$count ->", "NUMBER($count, minimumFractionDigits: 1) ->")},
        "en/menu.ftl:1: menu-count: a selector takes no fraction digits",
    ),
    "words chosen by NUMBER()": (
        {"en/menu": "menu-a = { NUMBER($n) ->\n    [deck] A\n   *[note] B\n}\n"},
        "en/menu.ftl:1: menu-a: NUMBER() chooses by plural categories",
    ),
    "literal text as a selector": (
        {"en/menu": 'menu-a = { "a" ->\n    [a] A\n   *[b] B\n}\n'},
        "en/menu.ftl:1: menu-a: selects by a literal",
    ),
    "term given a place": (
        {"en/menu": "-t = T\nmenu-a = { -t($x) }\n"},
        "en/menu.ftl:2: menu-a: -t takes named arguments only",
    ),
    "term given what it does not take": (
        {"en/menu": 'menu-a = { -t(caes: "x") }\n-t = { $case ->\n   *[x] X\n}\n'},
        "en/menu.ftl:1: menu-a: -t has no $caes",
    ),
    "term not given what it shows": (
        {"en/menu": "menu-a = { -t }\n-t = T { $name }\n"},
        "en/menu.ftl:1: menu-a: -t shows $name, which is not given",
    ),
    "term given a text for a number": (
        {"en/menu": 'menu-a = { -t(n: "1") }\n-t = { $n ->\n    [1] A\n   *[other] B\n}\n'},
        "en/menu.ftl:1: menu-a: -t needs a number as $n",
    ),
    "term that uses a message": (
        {"en/menu": "menu-a = { -t }\n-t = { menu-b }\nmenu-b = B\n"},
        "en/menu.ftl:2: -t: a term cannot use a message",
    ),
    "term with a date": (
        {"en/menu": "menu-a = { -t }\n-t = { DATETIME($d) }\n"},
        "en/menu.ftl:2: -t: a term has no dates to show",
    ),
    "HTML": ({"en/menu": "menu-a = A\n    <b>bold</b>\n"}, "en/menu.ftl:2: menu-a: <b> is HTML"),
    "HTML entity": ({"en/menu": "menu-a = A&nbsp;B\n"}, "en/menu.ftl:1: menu-a: &nbsp; is HTML"),
    "variable that is no Python name": (
        {"en/menu": "menu-a = { $class }\n"},
        "en/menu.ftl:1: menu-a: $class cannot be the name of a Python argument",
    ),
    "variable in capitals": (
        {"en/menu": "menu-a = { $userName }\n"},
        "en/menu.ftl:1: menu-a: $userName: use lower-case words",
    ),
    "two variables with one Python name": (
        {"en/menu": "menu-a = { $a-b } { $a_b }\n"},
        "en/menu.ftl:1: menu-a: $a_b and $a-b are the same in Python",
    ),
    "unknown language": (
        {"en/menu": "menu-a = A\n", "qq/menu": "menu-a = A\n"},
        "qq:0: no language that CLDR knows",
    ),
    "no English": ({"de/menu": "menu-a = A\n"}, "en:0: there is no English"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_stops_the_build_and_is_reported_at_its_place(name: str) -> None:
    texts, report = FAULTS[name]
    with pytest.raises(BuildError) as caught:
        checked(sources(texts))
    found = [str(each) for each in caught.value.problems]
    assert any(each.startswith(report) for each in found), found


def test_every_fault_is_reported_not_only_the_first() -> None:
    texts = {"en/menu": "menu-a = { -x }\nmenu-b = { -y }\n", "de/menu": "menu-a = { -z }\n"}
    with pytest.raises(BuildError) as caught:
        checked(sources(texts))
    places = [(each.path, each.line) for each in caught.value.problems]
    assert places == [("de/menu.ftl", 1), ("en/menu.ftl", 1), ("en/menu.ftl", 2)]


RIGHT = {
    "a language may show fewer branches when it has fewer categories": {
        "en/menu": COUNT,
        "ja/menu": "menu-count = { $count }\n",
        "ko/menu": "menu-count = { $count ->\n   *[other] { $count }\n}\n",
    },
    "a branch for a single number may leave it out, but not in English": {
        "en/menu": COUNT,
        "de/menu": COUNT.replace("[one] { $count }", "[one] Eine"),
    },
    "a branch for an exact number may leave it out": {
        "en/menu": COUNT.replace("    [one]", "    [0] No card\n    [one]")
    },
    "no branch needs the number when none shows it": {
        "en/menu": "menu-a = { $count ->\n    [one] Card\n   *[other] Cards\n}\n"
    },
    "the default may stand for a category that whole numbers need": {
        "en/menu": COUNT,
        "pl/menu": "menu-count = { $count ->\n    [one] { $count }\n    [few] { $count }\n"
        "   *[many] { $count }\n}\n",
    },
    "a region may lack what its language has": {
        "en/menu": "menu-a = A\n",
        "pt/menu": "menu-a = A\n",
        "pt-BR/other": "",
    },
}


@pytest.mark.parametrize("name", RIGHT)
def test_correct_input_builds(name: str) -> None:
    build(checked(sources(RIGHT[name])))


def test_a_key_no_code_uses_is_reported_at_its_line() -> None:
    texts = {"en/menu": "menu-a = A\n\nmenu-b = B { menu-c }\nmenu-c = C\n    .tip = D\n"}
    code = [Code("addon/x.py", "from .i18n import tr\n\nprint(tr.menu_a())\n")]
    with pytest.raises(BuildError) as caught:
        checked(sources(texts), code)
    assert [str(each) for each in caught.value.problems] == [
        "en/menu.ftl:3: menu-b: no code uses this string (tr.menu_b)",
        "en/menu.ftl:5: menu-c.tip: no code uses this string (tr.menu_c_tip)",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "from .i18n import tr\n\ntr.menu_b()",
        "from ..i18n import tr as text\n\ntext.menu_b()",
        "from . import i18n\n\ni18n.tr.menu_b()",
        "from addon.i18n import tr\n\ncall(tr.menu_b)",
        "from .strings import Strings\ntr = Strings(table)\ntr.menu_b()",
        "from .i18n import translator\ntr = translator(code)\ntr.menu_b()",
    ],
)
def test_a_key_that_english_lacks_is_reported_where_code_uses_it(code: str) -> None:
    used = Code("addon/a.py", "from .i18n import tr\ntr.menu_a()\n")
    with pytest.raises(BuildError) as caught:
        checked(sources({"en/menu": "menu-a = A\n"}), [used, Code("addon/x.py", code)])
    expected = "addon/x.py:3: tr.menu_b: English has no such string"
    assert [str(each) for each in caught.value.problems] == [expected]


@pytest.mark.parametrize("use", ["getattr(tr, name)()", "show(tr)", "text = tr"])
def test_a_use_that_cannot_be_followed_is_reported(use: str) -> None:
    code = Code("addon/x.py", f"from .i18n import tr\ntr.menu_a()\n{use}\n")
    with pytest.raises(BuildError, match=r"addon/x.py:3: tr: name the string right after"):
        checked(sources({"en/menu": "menu-a = A\n"}), [code])


def test_ankis_own_tr_is_left_alone() -> None:
    code = [
        Code("addon/x.py", "from .i18n import tr\ntr.menu_a()\n"),
        Code("addon/y.py", "from aqt.utils import tr\ntr.sync_media_aborted()\nshow(tr)\n"),
    ]
    checked(sources({"en/menu": "menu-a = A\n"}), code)

"""Compiles texts in memory, and asks fluent.runtime for the same strings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from tools.ftl import numbers
from tools.ftl.build import build, fallbacks
from tools.ftl.gather import Language, Source, parse

# What the add-on is translated to, and one language for each other shape of plural rule.
LANGUAGES = ["en", "de", "fr", "es", "pt-BR", "it", "ja", "zh-CN", "zh-TW", "ko", "ru", "pl"]
LANGUAGES += ["tr", "ar", "he"]
OTHER_PLURALS = ["lv", "ga", "sl", "br", "hi"]

WHOLE = (
    *range(13),
    *(
        19,
        20,
        21,
        22,
        25,
        40,
        99,
        100,
        101,
        102,
        103,
        111,
        112,
        121,
        999,
        1000,
        1001,
        1002,
        1234,
        10_000,
        12_345,
    ),
    *(100_000, 999_999, 1_000_000, 2_000_000, 1_000_001, 1_234_567, 10**12, -1, -2, -5, -1234),
)
BROKEN = (
    *(0.0, 1.0, 2.0, 5.0, 0.1, 0.5, 1.5, 2.5, 0.05, 0.01, 1.01, 10.25, 1.2345, 0.0005, 0.0015),
    *(0.00049, 1e-7, -0.0, -0.0001, -1.5, 1234.5, 999.9996, 1234567.891, 1e15, 12345678901.5),
)
TIMES = tuple(
    datetime.datetime(2026, month, day, hour, minute, second)
    for month, day, hour, minute, second in [
        *((1, 5, 0, 0, 0), (2, 14, 0, 0, 1), (3, 31, 4, 59, 59), (4, 1, 5, 0, 0), (5, 9, 8, 3, 7)),
        *((6, 30, 11, 59, 0), (7, 4, 12, 0, 0), (8, 18, 12, 30, 0), (9, 9, 13, 5, 9)),
        *((10, 10, 18, 0, 0), (11, 11, 19, 20, 21), (12, 31, 23, 59, 59)),
    ]
)


def sources(texts: Mapping[str, str]) -> list[Source]:
    """`texts` maps "de/menu" to the content of de/menu.ftl."""
    found = []
    for path, text in texts.items():
        language, name = path.split("/")
        found.append(Source(language, name, f"{path}.ftl", text))
    return found


def languages(texts: Mapping[str, str]) -> dict[str, Language]:
    parsed, problems = parse(sources(texts))
    assert not problems, "\n".join(map(str, problems))
    return parsed


def in_all(text: str, name: str = "menu", codes: Iterable[str] = LANGUAGES) -> dict[str, Language]:
    """Return the same text given as every language's own."""
    return languages({f"{code}/{name}": text for code in codes})


class Compiled:
    """The generated package, loaded without files."""

    def __init__(self, parsed: Mapping[str, Language]) -> None:
        self.files = build(parsed)
        self._loaded: dict[str, Any] = {}
        self._strings = self._load("__init__.py")["Strings"]

    def _load(self, file: str) -> dict[str, Any]:
        # The generated modules import .numbers, of which this package has the original.
        namespace = {"__name__": "generated", "__package__": numbers.__package__}
        exec(compile(self.files[file], file, "exec"), namespace)
        return namespace

    def strings(self, code: str) -> Any:
        if code not in self._loaded:
            table = self._load(code.replace("-", "_") + ".py")
            self._loaded[code] = self._strings((table["TEXT"], table["CALL"]))
        return self._loaded[code]

    def text(self, code: str, unit: str, /, **arguments: Any) -> str:
        method = getattr(self.strings(code), unit.replace("-", "_").replace(".", "_"))
        result = method(**{name.replace("-", "_"): each for name, each in arguments.items()})
        assert isinstance(result, str)
        return result


class Reference:
    """fluent.runtime with the same texts."""

    def __init__(self, parsed: Mapping[str, Language]) -> None:
        self._languages = parsed
        self._bundles: dict[str, FluentBundle] = {}

    def text(self, code: str, unit: str, /, **arguments: Any) -> str:
        found = next(
            each
            for each in fallbacks(code)
            if each in self._languages and unit in self._languages[each].units
        )
        if found not in self._bundles:
            self._bundles[found] = self._bundle(found)
        bundle = self._bundles[found]
        key, _, attribute = unit.partition(".")
        message = bundle.get_message(key)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None
        text, errors = bundle.format_pattern(pattern, arguments)
        assert not errors, errors
        assert isinstance(text, str)
        return text

    def _bundle(self, code: str) -> FluentBundle:
        bundle = FluentBundle([code])
        language = self._languages[code]
        entries = (*language.messages.values(), *language.terms.values())
        for source in {entry.source for entry in entries}:
            bundle.add_resource(FluentResource(source.text))
        return bundle

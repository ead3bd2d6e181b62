"""A pseudo-language: English with accents and 40 % longer, to find dialogs that clip."""

from __future__ import annotations

from fluent.syntax import FluentSerializer
from fluent.syntax import ast as fluent

from .gather import Language, Source, parse
from .locales import PSEUDO
from .syntax import nodes

_LONGER = 0.4
_VOWELS = "aeiouyAEIOUY"
_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)


def pseudo(english: Language) -> Language:
    """Return all English strings, made longer, with placeables unchanged."""
    entries = [*english.messages.values(), *english.terms.values()]
    changed = []
    for source in {entry.source: None for entry in entries}:
        resource = fluent.Resource([e.node.clone() for e in entries if e.source is source])
        for node in nodes(resource):
            if isinstance(node, fluent.TextElement):
                node.value = longer(node.value)
        text = FluentSerializer().serialize(resource)
        changed.append(Source(PSEUDO, source.name, source.path, text))
    languages, _ = parse(changed)
    return languages.get(PSEUDO, Language(PSEUDO))


def longer(text: str) -> str:
    """Add accents, and repeat vowels until there are 40 % more letters."""
    vowels = sum(character in _VOWELS for character in text)
    missing = round(sum(map(str.isalpha, text)) * _LONGER)
    result = ""
    for character in text:
        result += character
        if character in _VOWELS:
            more = -(-missing // vowels)
            result += character.lower() * more
            missing, vowels = missing - more, vowels - 1
    return result.translate(_ACCENTS)

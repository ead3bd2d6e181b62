"""Start a language for a translator: every file, with the English texts as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import UnknownLocaleError
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

from .gather import ENGLISH, Source
from .locales import locale_of
from .problems import BuildError, Problem

_HEADER = """\
### {language}. To translate a string, take the # from before its key and from the lines
### below it, and write your words in place of the English ones.
"""


def new(sources: Sequence[Source], folder: Path, code: str) -> Iterator[str]:
    """Write FOLDER/CODE/*.ftl; yield a line about each file.

    An existing file keeps its text; missing strings are added at its end.
    """
    try:
        name = locale_of(code).english_name or code
    except (ValueError, UnknownLocaleError):
        raise BuildError([Problem(code, 0, "", "no language that CLDR knows")]) from None
    texts = {source.name: source.text for source in sources if source.language == code}
    for source in sources:
        if source.language != ENGLISH:
            continue
        old = texts.get(source.name, "")
        added = _missing(source, old) if old else _whole(source, name)
        path = folder / code / f"{source.name}.ftl"
        if added:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(old + added, encoding="utf-8", newline="\n")
        yield f"{path}: {'nothing to add' if not added else 'added to' if old else 'written'}"


def _whole(source: Source, language: str) -> str:
    blocks = [_HEADER.format(language=language)]
    for item in FluentParser().parse(source.text).body:
        if isinstance(item, (fluent.Message, fluent.Term)):
            blocks.append(_commented(item))
        elif not isinstance(item, fluent.Junk):
            blocks.append(FluentSerializer().serialize_entry(item).strip() + "\n")
    return "\n".join(blocks)


def _missing(source: Source, old: str) -> str:
    lines = [line.removeprefix("# ") for line in old.split("\n")]
    blocks = [
        _commented(item)
        for item in FluentParser().parse(source.text).body
        if isinstance(item, (fluent.Message, fluent.Term))
        and not any(line.startswith(_start(item)) for line in lines)
    ]
    return "".join("\n" + block for block in blocks)


def _start(item: fluent.Message | fluent.Term) -> str:
    return f"{'-' * isinstance(item, fluent.Term)}{item.id.name} ="


def _commented(item: fluent.Message | fluent.Term) -> str:
    lines = FluentSerializer().serialize_entry(item).strip().split("\n")
    return "".join(f"{line if line.startswith('#') else f'# {line}'.rstrip()}\n" for line in lines)

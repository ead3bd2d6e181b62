"""Compare the strings that code uses (`tr.key(...)`) with those English has."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast as fluent

from .gather import Language
from .problems import Problem
from .syntax import nodes, reference_name

MODULE = "i18n"
OBJECT = "tr"
# What else returns an object like `tr`: the class, and the function for another language
MAKERS = ("Strings", "translator")


@dataclass(frozen=True)
class Code:
    """One Python file. `path` is how problems name it."""

    path: str
    text: str


def read_code(folder: Path, leave_out: Path, shown_from: Path | None = None) -> list[Code]:
    """Return every Python file below a folder, except the generated ones in `leave_out`."""
    return [
        Code(
            (path.relative_to(shown_from) if shown_from else path).as_posix(),
            path.read_text(encoding="utf-8"),
        )
        for path in sorted(folder.rglob("*.py"))
        if leave_out not in path.parents
    ]


def usage(english: Language, code: Iterable[Code]) -> Iterator[Problem]:
    """Find unused strings, uses of missing strings, and uses that cannot be followed."""
    units = {unit.method: unit for unit in english.units.values()}
    used: set[str] = set()
    for file in code:
        for name, line in _uses(file):
            used.add(name)
            if name not in units:
                text = "English has no such string" if name else _UNFOLLOWED
                yield Problem(file.path, line, f"{OBJECT}.{name}" if name else OBJECT, text)
    referred = _referred(english)
    for unit in units.values():
        if unit.method not in used and unit.name not in referred:
            yield unit.problem(f"no code uses this string ({OBJECT}.{unit.method})")


_UNFOLLOWED = f"name the string right after `{OBJECT}.`, or its use cannot be checked"


def _referred(english: Language) -> set[str]:
    """Return the strings that are used as parts of other strings."""
    return {
        reference_name(node)
        for unit in english.units.values()
        for node in nodes(unit.pattern)
        if isinstance(node, fluent.MessageReference)
    }


def _uses(file: Code) -> Iterator[tuple[str, int]]:
    """Yield names looked up on `tr` with their lines; an empty name if `tr` itself is passed on."""
    tree = ast.parse(file.text, file.path)
    objects, modules = _bound(tree)
    followed: set[ast.AST] = set()

    def is_tr(node: ast.AST) -> bool:
        if isinstance(node, ast.Name):
            return node.id in objects
        return (
            isinstance(node, ast.Attribute)
            and node.attr == OBJECT
            and isinstance(node.value, ast.Name)
            and node.value.id in modules
        )

    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_tr(node.value):
            followed.add(node.value)
            if not node.attr.startswith("_"):
                yield node.attr, node.lineno
        elif is_tr(node) and node not in followed and _is_read(node):
            yield "", getattr(node, "lineno", 0)


def _is_read(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Load)


def _bound(tree: ast.Module) -> tuple[set[str], set[str]]:
    """Return the names a file uses for our `tr` and its module; Anki has its own `tr`."""
    objects: set[str] = set()
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            from_module = (node.module or "").split(".")[-1] == MODULE
            for each in node.names:
                if from_module and each.name == OBJECT:
                    objects.add(each.asname or each.name)
                elif each.name == MODULE and node.level:
                    modules.add(each.asname or each.name)
        elif isinstance(node, ast.Assign) and _makes_strings(node.value):
            objects.update(each.id for each in node.targets if isinstance(each, ast.Name))
    return objects, modules


def _makes_strings(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS

"""Checks on the package before it is written, because Anki would notice too late."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema

# What every Anki since 2.1.28 contains, and what the add-on vendors (addon/wheels.py).
AVAILABLE = {
    "anki",
    "aqt",
    "backports",
    "certifi",
    "compression",
    "ifaddr",
    "requests",
    "segno",
    "send2trash",
    "werkzeug",
}
# Part of Anki since 2.1.45: import it only where its absence is handled.
AVAILABLE_LATER = {"orjson"}

# Anki's own rules (aqt.addons.AddonManager): it refuses the file for a value of another type, and
# silently drops unknown keys, which are mistakes of ours.
MANIFEST_TYPES: dict[str, type] = {
    "package": str,
    "name": str,
    "mod": int,
    "conflicts": list,
    "min_point_version": int,
    "max_point_version": int,
    "branch_index": int,
    "human_version": str,
    "homepage": str,
}
MANIFEST_NEEDED = ("package", "name", "human_version")


class BuildError(Exception):
    """Anki would refuse the package, or it would not work there."""


def check_manifest(files: dict[str, bytes]) -> dict[str, Any]:
    """Return the manifest, if Anki accepts it."""
    manifest: dict[str, Any] = _json_object(files, "manifest.json")
    for key in MANIFEST_NEEDED:
        if key not in manifest:
            raise BuildError(f"manifest.json: {key} is missing")
    for key, value in manifest.items():
        if key not in MANIFEST_TYPES:
            raise BuildError(f"manifest.json: Anki does not know {key}")
        if not isinstance(value, MANIFEST_TYPES[key]) or isinstance(value, bool):
            raise BuildError(f"manifest.json: {key} must be a {MANIFEST_TYPES[key].__name__}")
    if not all(isinstance(other, str) for other in manifest.get("conflicts", [])):
        raise BuildError("manifest.json: conflicts must be names of packages")
    # It becomes the name of a folder and of a Python module.
    if not manifest["package"].isidentifier():
        raise BuildError(f"manifest.json: {manifest['package']!r} is not a package name")
    # It becomes part of a file's name.
    if not re.fullmatch(r"\d+\.\d+\.\d+", manifest["human_version"]):
        raise BuildError(f"manifest.json: {manifest['human_version']!r} is not like 1.2.3")
    return manifest


def check_config(files: dict[str, bytes]) -> None:
    """Check the default settings against the schema that Anki's editor enforces."""
    config = _json_object(files, "config.json")
    schema = _json_object(files, "config.schema.json")
    try:
        jsonschema.validators.validator_for(schema).check_schema(schema)
        jsonschema.validate(config, schema)
    except jsonschema.SchemaError as error:
        raise BuildError(f"config.schema.json: {error.message}") from error
    except jsonschema.ValidationError as error:
        raise BuildError(f"config.json: {error.json_path}: {error.message}") from error
    # Anki reserves such keys (AddonManager.getConfig).
    hidden = [key for key in config if key.startswith("_")]
    if hidden:
        raise BuildError(f"config.json: keys must not begin with _: {hidden}")


def check_imports(files: dict[str, bytes]) -> None:
    """Check that each import is relative, or available once installed in Anki."""
    available = AVAILABLE | AVAILABLE_LATER | sys.stdlib_module_names
    for path, content in files.items():
        if path.endswith(".py"):
            for line, module in absolute_imports(at_run_time(ast.parse(content, path))):
                if module.partition(".")[0] not in available:
                    raise BuildError(f"addon/{path}:{line}: Anki does not include {module}")


def absolute_imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, module) of each import that is not relative."""
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield all nodes but expressions, which make up most of a file and hold no import."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.expr):
            yield node
            yield from _statements(node)


def at_run_time(tree: ast.Module) -> ast.AST:
    """Return the module without what only mypy reads."""
    return _WithoutTypeChecking().visit(tree)  # type: ignore[no-any-return]


class _WithoutTypeChecking(ast.NodeTransformer):
    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = [ast.Pass()]
        return self.generic_visit(node)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        # no statement is inside of an expression
        return node if isinstance(node, ast.expr) else super().generic_visit(node)


def _json_object(files: dict[str, bytes], name: str) -> dict[str, Any]:
    if name not in files:
        raise BuildError(f"addon/{name} is missing")
    try:
        value = json.loads(files[name])
    except ValueError as error:
        raise BuildError(f"addon/{name}: {error}") from error
    if not isinstance(value, dict):
        raise BuildError(f"addon/{name} must hold an object")
    return value

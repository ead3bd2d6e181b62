"""The laws of the house: who may import what, and what Anki and old Pythons require of a file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.package_checks import absolute_imports, at_run_time

ROOT = Path(__file__).parent.parent
ADDON = ROOT / "addon"
GENERATED = ADDON / "strings"
WITH_WIDGETS = ("gui/", "entry.py", "host.py")
WITHOUT_ANKI = ("protocol/", "server/", "store/", "net/", "hosting.py", "wheels.py")
# What sans-IO code has no use for.
INPUT_OUTPUT = {
    "anki",
    "http",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "sqlite3",
    "tempfile",
    "urllib",
}
# What an Anki with Python 3.8 runs: it can redirect, though it cannot serve. `dev.py hosts` shows
# that it does.
ON_PYTHON_3_8 = (
    *("__init__.py", "entry.py", "errors.py", "host.py", "i18n.py", "logfile.py"),
    *("threads.py", "wheels.py", "gui/", "redirect/", "phones/", "net/__init__.py"),
    "net/probe_result.py",
    *("net/proxies.py", "net/allow.py", "store/__init__.py", "store/atomic.py"),
    "store/patient.py",
    *("store/folder_lock.py", "store/keep.py", "store/paths.py", "store/totals.py"),
    *("store/windows_names.py", "strings/"),
)
# What it imports at once, and what it imports when a person asks for it.
DOORS_ON_PYTHON_3_8 = (
    "entry.py",
    "gui/settings/dialog.py",
    "gui/parts/question.py",
)
LONGEST_FILE = 400  # lines


def modules(*places: str) -> list[Path]:
    """Return the add-on's Python files, or those in some places of it ("gui/" is a folder)."""
    return [
        path
        for path in sorted(ADDON.rglob("*.py"))
        if "vendor" not in path.relative_to(ADDON).parts
        if not places or room(path).startswith(places)
    ]


def room(path: Path) -> str:
    return path.relative_to(ADDON).as_posix()


def parse(path: Path, python: tuple[int, int] = (3, 10)) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path), feature_version=python)


@cache
def tree(path: Path) -> ast.Module:
    """Return what `parse` does, for many tests, none of which changes it."""
    return parse(path)


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Absolute imports by module ("aqt.qt"), relative ones by path ("addon/store/paths")."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for _line, module in absolute_imports(tree(path)):
        yield module
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].relative_to(ROOT)
            if node.module:
                yield folder.joinpath(*node.module.split(".")).as_posix()
            else:
                yield from (f"{folder.as_posix()}/{alias.name}" for alias in node.names)


def top(module: str) -> str:
    return module.partition(".")[0]


def assert_none(offences: Iterator[str]) -> None:
    found = list(offences)
    assert not found, "\n".join(found)


def test_the_laws_cover_the_whole_add_on() -> None:
    assert len(modules()) > 50
    assert len(modules("protocol/")) > 3


def test_imports_inside_the_add_on_are_relative() -> None:
    # Anki installs it in a folder named by a number.
    assert_none(
        f"{path}: {module}"
        for path in modules()
        for module in imported(path)
        if top(module) == "addon"
    )


def test_only_rooms_with_widgets_import_aqt_or_qt() -> None:
    assert_none(
        f"{path}: {module}"
        for path in modules()
        if not room(path).startswith(WITH_WIDGETS)
        for module in imported(path)
        if top(module) == "aqt" or top(module).startswith("PyQt")
    )


def test_the_server_runs_without_anki() -> None:
    with_widgets = tuple(
        f"addon/{place.removesuffix('.py').rstrip('/')}/" for place in WITH_WIDGETS
    )
    assert_none(
        f"{path}: {module}"
        for path in modules(*WITHOUT_ANKI)
        for module in imported(path)
        if top(module) == "anki" or f"{module}/".startswith(with_widgets)
    )


def test_only_the_bridge_and_the_rooms_with_widgets_call_anki() -> None:
    assert_none(
        f"{path}: {module}"
        for path in modules()
        # the bridging of the command line opens the collection itself
        if not room(path).startswith((*WITH_WIDGETS, "bridge/", "cli/bridge.py"))
        for module in imported(path)
        if top(module) == "anki"
    )


def test_the_bridge_knows_neither_windows_nor_the_server() -> None:
    others = ("cli", "gui", "redirect", "server", "net", "hosting", "entry", "host")
    assert_none(
        f"{path}: {module}"
        for path in modules("bridge/")
        if path.name != "__main__.py"
        for module in imported(path)
        if module.startswith(tuple(f"addon/{other}" for other in others))
    )


def test_the_protocol_knows_no_sockets_and_no_files() -> None:
    assert_none(
        f"{path}: {module}"
        for path in modules("protocol/")
        for module in imported(path)
        if top(module) in INPUT_OUTPUT
        or (module.startswith("addon/") and not module.startswith("addon/protocol"))
    )
    assert_none(calls("open", modules("protocol/")))


def test_no_global_holds_ankis_main_window() -> None:
    assert_none(
        f"{path}:{node.lineno}: import of mw"
        for path in modules()
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom) and any(alias.name == "mw" for alias in node.names)
    )


def calls(function: str, paths: list[Path]) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(tree(path)):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == function:
                yield f"{path}:{called.lineno}: {function}()"


def test_hard_links_are_made_in_two_places() -> None:
    """Who writes into one writes into the other: each place knows that nobody does.

    tests/store/transfer/test_backups.py and tests/store/media/test_crash.py try it.
    """
    assert_none(
        f"{path}:{node.lineno}: a hard link"
        for path in modules()
        if room(path)
        not in ("store/transfer/backups.py", "store/media/folder.py", "store/patient.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("link", "hardlink_to", "link_to")
    )


def test_files_are_moved_and_deleted_by_one_module() -> None:
    """On Windows, another program may hold a file for a moment: store/patient.py tries again."""
    forbidden = {
        "os": {"link", "remove", "rename", "renames", "replace", "rmdir", "symlink", "unlink"},
        "shutil": {"move", "rmtree"},
    }
    methods = {"unlink", "rmdir", "hardlink_to", "symlink_to"}
    assert_none(
        f"{room(path)}:{node.lineno} {node.attr}"
        for path in modules()
        if room(path) != "store/patient.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and (
            node.attr in methods
            or (isinstance(node.value, ast.Name) and node.attr in forbidden.get(node.value.id, ()))
        )
    )


def test_only_the_command_line_prints() -> None:
    # sys.stdout is None in Anki on Windows.
    paths = [path for path in modules() if "cli" not in path.relative_to(ADDON).parts]
    assert_none(calls("print", paths))


def test_every_file_postpones_evaluation_of_annotations() -> None:
    # They are written for mypy, and the Pythons of old Ankis cannot evaluate all of them.
    assert_none(
        str(path)
        for path in modules()
        if any(isinstance(node, (ast.FunctionDef, ast.AnnAssign)) for node in ast.walk(tree(path)))
        if not any(module == "__future__" for module in imported(path))
    )


def test_the_add_on_uses_the_python_syntax_of_old_ankis() -> None:
    for path in modules():
        parse(path, (3, 9))
    for path in modules(*ON_PYTHON_3_8):
        parse(path, (3, 8))


def test_what_an_old_anki_imports_is_known_to_run_on_python_3_8() -> None:
    seen: set[Path] = set()
    waiting = [ADDON / door for door in DOORS_ON_PYTHON_3_8]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += imported_at_once(path)
    assert len(seen) > 40
    assert_none(f"{path}" for path in seen if not room(path).startswith(ON_PYTHON_3_8))


def imported_at_once(path: Path) -> Iterator[Path]:
    """Yield the add-on's modules that a module imports when it is imported itself."""
    for node in tree(path).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for name in ("", *(alias.name for alias in node.names)):
                module = folder / name
                yield from (
                    each
                    for each in (module.with_suffix(".py"), module / "__init__.py")
                    if each.is_file()
                )


def test_python_3_8_never_evaluates_the_types_of_later_pythons() -> None:
    # annotations stay unread; a type in another place does not
    for path in modules(*ON_PYTHON_3_8):
        tree = _WithoutAnnotations().visit(at_run_time(parse(path)))
        builtin = {"dict", "frozenset", "list", "set", "tuple", "type"}
        later = builtin | {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            and node.module in ("collections.abc", "concurrent.futures")
            for alias in node.names
        }
        assert_none(
            f"{path}:{node.lineno}: {node.value.id}[]"
            for node in ast.walk(tree)
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)
            if node.value.id in later
        )


class _WithoutAnnotations(ast.NodeTransformer):
    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        self.generic_visit(node)
        return ast.Expr(node.value or ast.Constant(None))

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(node.arg, None)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)


def test_the_driver_of_old_ankis_uses_their_python_syntax() -> None:
    for name in ("data_folder.py", "demo/desktop.py", "demo/report.py", "demo/scratch.py"):
        parse(ROOT / "tools" / name, (3, 8))
    for name in ("dialogs.py", "inside.py"):
        parse(ROOT / "tools" / "hosts" / name, (3, 8))


def test_no_call_needs_a_newer_python() -> None:
    newer = {("zip", "strict"), ("dataclass", "slots"), ("dataclass", "kw_only")}
    assert_none(
        f"{path}:{node.lineno}: {node.func.id}({keyword.arg}=)"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for keyword in node.keywords
        if (node.func.id, keyword.arg) in newer
    )


def sources() -> list[Path]:
    """Every text file that belongs to the repository."""
    made = {"vendor", "__pycache__", "node_modules"}
    folders = ("addon", "bench", "contrib", "docs", "ftl", "requirements", "tests", "tools", ".ci")
    paths = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in folders:
        paths += (ROOT / folder).rglob("*")
    suffixes = {".py", ".md", ".toml", ".json", ".ftl", ".in", ".ini", ".lock", ".txt", ".html"}
    suffixes |= {".service"}
    named = {"run", ".gitignore", "Containerfile"}
    return [
        path
        for path in paths
        if path.suffix in suffixes or path.name in named
        if path.is_file() and not made & set(path.parts)
    ]


def test_files_stay_short_enough_to_read() -> None:
    assert_none(
        f"{path}: {lines} lines"
        for path in sources()
        if path.suffix == ".py" and GENERATED not in path.parents
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    )


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(
            r"(?<![\w.<>\])}])/(root|home/\w+|work|opt|tmp/\w)/", id="folders of one machine"
        ),
        pytest.param(r"\bpypi\.|pythonhosted|registry\.npm|deb\.debian", id="package registries"),
    ],
)
def test_no_file_names_the_machine_it_was_written_on(pattern: str) -> None:
    assert_none(
        f"{path}:{number}: {found.group()}"
        for path in sources()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := re.search(pattern, line))
    )


def test_the_store_knows_no_http_status() -> None:
    # What it refuses has words of its own (store/faults.py); server.app alone makes statuses of it.
    assert_none(
        f"{path}: {module}"
        for path in modules("store/", "bridge/")
        for module in imported(path)
        if module == "addon/protocol/faults"
    )

"""The laws on threads: where one starts, what is done in one, and what becomes of its failure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .test_laws import WITH_WIDGETS, assert_none, modules, room, tree

# Moving over from 0.1.0, once: its backups belong to the merge, which is the main thread's.
MERGES_ON_THE_MAIN_THREAD = ("gui/bridge/migration.py",)


def test_background_work_starts_in_one_place() -> None:
    """What runs through gui/parts/background.py says what is to follow when it fails."""
    starting = {"Thread", "Timer", "ThreadPoolExecutor", "QueryOp", "CollectionOp", "QThread"}
    starting |= {"run_in_background", "with_progress", "with_backend_progress", "start_new_thread"}
    assert_none(
        f"{path}:{node.lineno}: {name}"
        for path in modules(*WITH_WIDGETS)
        if room(path) != "gui/parts/background.py"
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Attribute, ast.Name))
        if (name := node.attr if isinstance(node, ast.Attribute) else node.id) in starting
    )


def test_windows_use_the_servers_files_only_in_threads() -> None:
    """Another program may have a database locked, and a folder of media takes a while to look at.

    Whoever uses them says so, and Background runs it. tests/gui/databases.py watches that nothing
    of it happens on the main thread of a real Anki.
    """
    files = {"accounts", "entries", "open_accounts", "open_activity", "list_backups", "back_up"}
    files |= {"usage_of", "share_media", "show_media", "delete_missing_media"}
    assert_none(
        f"{path}:{function.lineno}: {function.name} uses {_used(node)}"
        for path in modules(*WITH_WIDGETS, "phones/")
        if room(path) not in MERGES_ON_THE_MAIN_THREAD
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        if "For a thread" not in (ast.get_docstring(function) or "")
        for node in _done_by(function)
        if _used(node) in files
    )


def _done_by(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Yield what a function does itself: functions and lambdas in it are for whoever calls
    those."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
            yield node
            waiting += ast.iter_child_nodes(node)


def _used(node: ast.AST) -> str:
    """Return the name that a function calls, or an attribute that it looks into."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def test_no_thread_is_without_a_last_failure_path() -> None:
    """What nobody catches in a thread is written to stderr, which old Ankis show as an error."""
    starting = {"Thread", "Timer", "start_new_thread", "ThreadPoolExecutor", "ProcessPoolExecutor"}
    with_their_own = (
        "threads.py",
        "net/selftest.py",  # a future keeps the failure for whoever asks for the result
    )
    assert_none(
        f"{path}:{node.lineno}: {name}"
        for path in modules()
        if room(path) not in with_their_own
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        if (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in starting
    )

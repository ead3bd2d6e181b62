"""What `python3 dev.py COMMAND` does, one function for each command.

Like everything that dev.py imports, this runs on the system's Python (>= 3.9) without packages. The
work itself is done by processes of `.venv`'s Python.
"""

from __future__ import annotations

from pathlib import Path

from . import system_packages, test_run
from .environment import ROOT, ready_python
from .errors import NotReady
from .process import call

RANDOM = {"--bridge": "tests.bridge", "--faults": "tests.faults", "--lives": "tests.lives"}
CHECKED = ("addon", "tests", "tools", "bench", "dev.py", "build_addon.py")


def run(arguments: list[str]) -> int:
    """Run the demonstration: see tools/demo/."""
    return _python_with_strings("-m", "tools.demo", *arguments, with_display=True)


def test(arguments: list[str]) -> int:
    """Run all tests, or those that the arguments name.

    With --bridge SEEDS, run only the random test of the bridge (tests/bridge), for that many seeds;
    with --faults, a fault at every request of every kind of sync (tests/faults);
    with --lives N, N random lives of three devices, with our server and Anki's (tests/lives).
    """
    system_packages.install_if_allowed(
        system_packages.missing_for_clock(), "the bridge is not tested at random"
    )
    for option, module in RANDOM.items():
        if option in arguments:
            rest = [argument for argument in arguments if argument != option]
            return _python_with_strings("-m", module, *rest)
    python = ready_python(with_display=True)
    system_packages.install_if_allowed(
        system_packages.missing_for_browser(), "the page for phones is not tested in a browser"
    )
    _make_strings(python)
    return test_run.run(python, arguments)


def bench(arguments: list[str]) -> int:
    """Compare our server with Anki's own: see bench/."""
    return _python_with_strings("-m", "bench", *arguments, with_display=True)


def hosts(arguments: list[str]) -> int:
    """Try the add-on in old and new versions of Anki: see tools/hosts/."""
    system_packages.install(system_packages.missing_for_old_qt())
    return _python_with_strings("-m", "tools.hosts", *arguments, with_display=True)


def screenshots(arguments: list[str]) -> int:
    """Take a picture of every window: see tools/screenshots/."""
    system_packages.install_if_allowed(
        system_packages.missing_for_pictures(), "pictures show boxes instead of letters"
    )
    return _python_with_strings("-m", "tools.screenshots", *arguments, with_display=True)


def build(arguments: list[str]) -> int:
    """Build dist/lan_sync-VERSION.ankiaddon."""
    return _python_with_strings("build_addon.py", *arguments)


def check(arguments: list[str]) -> int:
    """Check lint, formatting, types and strings; report everything, not only the first kind."""
    if arguments:
        print(f"check takes no arguments, got {arguments}")
        return 2
    python = ready_python()
    _make_strings(python)
    paths = [name for name in CHECKED if (ROOT / name).exists()]
    results = [
        call(python, ["-m", "ruff", "check", *paths]),
        call(python, ["-m", "ruff", "format", "--check", *paths]),
        call(python, ["-m", "mypy", *paths]),
        call(python, ["-m", "tools.ftl", "check"]),
    ]
    return 1 if any(results) else 0


def ftl(arguments: list[str]) -> int:
    """Run the Fluent compiler's own commands; see docs/fluent.md."""
    return call(ready_python(), ["-m", "tools.ftl", *arguments])


def setup(arguments: list[str]) -> int:
    """Set up everything that the other commands need."""
    if arguments:
        print(f"setup takes no arguments, got {arguments}")
        return 2
    python = ready_python(with_display=True)
    _make_strings(python)
    print(f"ready: {python}")
    return 0


def _python_with_strings(*arguments: str, with_display: bool = False) -> int:
    python = ready_python(with_display=with_display)
    _make_strings(python)
    return call(python, list(arguments))


def _make_strings(python: Path) -> None:
    """Generate from ftl/ the module that addon/i18n.py imports; it is not committed."""
    if call(python, ["-m", "tools.ftl", "build"]) != 0:
        raise NotReady("the strings in ftl/ have errors; see above")

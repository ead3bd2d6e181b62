"""`python -m tools.screenshots`: run it as `python3 dev.py screenshots`.

Takes a picture of every window, in each combination of language, theme and scale. Anki runs once
for each combination, with the built package and a scratch collection.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from pathlib import Path

from ..demo import scratch
from ..display import virtual_display
from ..environment import ROOT
from ..package import build
from ..process import ModuleFailed, exit_on_sigterm, run_module

FOLDER = ROOT / ".cache" / "screenshots"
LANGUAGES = ("en", "de", "ar", "ja")  # long words, right-to-left, no spaces between words
THEMES = ("light", "dark")


def main() -> int:
    """Take the pictures; return 1 if Anki failed in any combination."""
    arguments = _parse()
    exit_on_sigterm()
    FOLDER.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="lan-sync-pictures-") as folder:
        package = build(Path(folder))
        combinations = itertools.product(arguments.languages, arguments.themes, arguments.scales)
        for number, (language, theme, scale) in enumerate(combinations):
            base = Path(folder, str(number))
            failed |= _take(package, base, language, theme, scale, arguments.only)
    print(f"pictures in {FOLDER}")
    return failed


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 dev.py screenshots", description=__doc__)
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), metavar="CODE")
    parser.add_argument("--themes", nargs="+", default=list(THEMES), choices=THEMES)
    parser.add_argument("--scales", nargs="+", default=["1", "1.5"], metavar="FACTOR")
    parser.add_argument("--only", default="", metavar="NAME", help="the window of this name")
    return parser.parse_args()


def _take(package: Path, base: Path, language: str, theme: str, scale: str, only: str) -> int:
    scratch.make(base)
    with virtual_display() as environment:
        environment["QT_SCALE_FACTOR"] = scale
        environment["XDG_DATA_HOME"] = str(base / "xdg")  # Anki's trash
        # Anki loads a newly installed add-on only after a restart
        install = ["tools.demo.desktop", "install", str(base), str(package), "127.0.0.1"]
        name = f"{language}-{theme}-{scale}"
        inside = ["tools.screenshots.inside", str(base), str(FOLDER), name, language, theme, only]
        try:
            for module in (install, inside):
                run_module(module, environment)
        except ModuleFailed as error:
            print(f"{name}: {error}")
            return 1
    print(name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

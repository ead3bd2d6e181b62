"""Command line: python -m tools.ftl build | check | new LANG | stats | pseudo | bench."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import bench, scaffold, stats
from .build import build, checked
from .gather import ENGLISH, Language, read
from .problems import BuildError, Problem
from .usage import read_code
from .write import write

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BuildError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problems: nothing was written", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.ftl", description=__doc__)
    parser.add_argument("--ftl", type=Path, default=ROOT / "ftl", help="folder of languages")
    parser.add_argument("--code", type=Path, default=ROOT / "addon", help="code that uses strings")
    parser.add_argument("--out", type=Path, help="generated package (default: CODE/strings)")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("build", help="check all and write the generated package")
    command.add_argument("--pseudo", action="store_true", help="add the pseudo-language en-XA")
    command = commands.add_parser("check", help="check all, write nothing")
    command.add_argument("--complete", action="store_true", help="no language may lack a string")
    command = commands.add_parser("new", help="start a language, with the English as comments")
    command.add_argument("language", help="its code, such as nl or pt-PT")
    commands.add_parser("stats", help="how complete each language is")
    commands.add_parser("pseudo", help="build with the pseudo-language en-XA (longer, accents)")
    commands.add_parser("bench", help="time imports and calls of the generated package")
    return parser


def _run(options: argparse.Namespace) -> int:
    out = options.out or options.code / "strings"
    if options.command == "new":
        for line in scaffold.new(read(options.ftl), options.ftl, options.language):
            print(line)
    elif options.command == "stats":
        print(stats.table(_checked(options, out, use=False)))
    elif options.command == "bench":
        print(bench.report(out))
    else:
        languages = _checked(options, out)
        if options.command == "check":
            if options.complete:
                _demand_all(languages)
            print(f"{len(languages)} languages, {len(languages[ENGLISH].units)} strings: all well")
        else:
            with_pseudo = options.command == "pseudo" or options.pseudo
            written = write(build(languages, with_pseudo), out)
            print(f"{out}: {written} files changed")
    return 0


def _checked(options: argparse.Namespace, out: Path, use: bool = True) -> dict[str, Language]:
    shown_from = ROOT if options.ftl.is_relative_to(ROOT) else None
    code_from = ROOT if options.code.is_relative_to(ROOT) else None
    code = read_code(options.code, out, code_from) if use else []
    return checked(read(options.ftl, shown_from), code)


def _demand_all(languages: dict[str, Language]) -> None:
    problems = [
        Problem(unit.entry.source.path, unit.entry.line, unit.name, f"{code} has no translation")
        for code, language in languages.items()
        for name, unit in languages[ENGLISH].units.items()
        if name not in language.units
    ]
    if problems:
        raise BuildError(problems)


if __name__ == "__main__":
    sys.exit(main())

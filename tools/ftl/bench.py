"""Time the generated package: what an import costs and what a call costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# Runs in a separate interpreter, which like Anki has loaded typing, but nothing of ours. Arguments:
# the package's folder and the language. Prints ms for the import and microseconds for calls.
_MEASURE = """
import datetime, importlib.util, json, sys, time, timeit, typing

folder, language = sys.argv[1:]
start = time.perf_counter()
spec = importlib.util.spec_from_file_location(
    "strings", folder + "/__init__.py", submodule_search_locations=[folder]
)
module = importlib.util.module_from_spec(spec)
sys.modules["strings"] = module
spec.loader.exec_module(module)
strings = module.Strings(module.table(language))
loaded = (time.perf_counter() - start) * 1000

samples = {"int": 12345, "float": 2.5, "str": "text"}
samples["datetime.date"] = samples["datetime.datetime"] = datetime.datetime(2026, 5, 4, 3, 2)
slowest = {}
for name, method in vars(module.Strings).items():
    if name.startswith("_"):
        continue
    types = {key: each for key, each in method.__annotations__.items() if key != "return"}
    kind = "plain" if not types else "with " + ", ".join(sorted(set(types.values())))
    given = {key: samples[each] for key, each in types.items()}
    bound = getattr(strings, name)
    runs = timeit.repeat(lambda: bound(**given), number=2000, repeat=3)
    slowest[kind] = max(slowest.get(kind, 0), min(runs) / 2000 * 1e6)
print(json.dumps([loaded, slowest]))
"""


def report(package: Path) -> str:
    """Return each language's import in ms (first, then compiled) and slowest calls in us."""
    languages = sorted(
        path.stem for path in package.glob("*.py") if path.stem not in ("__init__", "numbers")
    )
    lines = ["language  first import  next import  slowest calls"]
    for module in languages:
        with tempfile.TemporaryDirectory() as cache:
            code = module.replace("_", "-")
            first, _ = _measure(package, code, cache)
            runs = [_measure(package, code, cache) for _ in range(3)]
        best = min(loaded for loaded, _ in runs)
        calls = {kind: min(run[1][kind] for run in runs) for kind in runs[0][1]}
        slowest = ", ".join(f"{kind} {each:.2f} us" for kind, each in sorted(calls.items()))
        lines.append(f"{code:9} {first:9.1f} ms {best:9.1f} ms  {slowest}")
    return "\n".join(lines)


def _measure(package: Path, code: str, cache: str) -> tuple[float, dict[str, float]]:
    command = [sys.executable, "-X", f"pycache_prefix={cache}", "-c", _MEASURE, str(package), code]
    env = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    loaded, slowest = json.loads(done.stdout)
    return loaded, slowest

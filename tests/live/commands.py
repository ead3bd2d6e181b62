"""The commands of `python -m addon.server`, and others, run in this process: to start another takes
longer than most commands do. `servers.run_command` starts one."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

import pytest

from addon.cli.main import main


def run_here(
    arguments: Sequence[str],
    typed: bytes = b"",
    environment: Mapping[str, str] | None = None,
    main: Callable[[Sequence[str]], int] = main,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with `typed` on standard input. Not for `serve`.

    `main`: of another command line than the server's.
    """
    output, errors = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        patch.setattr(sys, "stdout", output)
        patch.setattr(sys, "stderr", errors)
        for name, value in (environment or {}).items():
            patch.setenv(name, value)
        try:
            code = main(arguments)
        except SystemExit as end:  # argparse, about what was typed
            code = int(end.code or 0)
    texts = []
    for stream in (output, errors):
        stream.seek(0)
        texts.append(stream.read())
    return subprocess.CompletedProcess(list(arguments), code, *texts)

"""Nothing from outside is written to stdout or stderr, which Anki shows as an error."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from .odd_visitors import HOST, visit


@pytest.mark.timeout(120)
def test_no_request_makes_the_server_print_anything(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-m", "tests.net.quiet_child", str(data)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8") as child:
        try:
            assert child.stdout is not None
            port = int(child.stdout.readline())
            visit(port)
            with urllib.request.urlopen(f"http://{HOST}:{port}/health", timeout=20) as answer:
                assert answer.status == 200
            out, err = child.communicate("stop\n", timeout=30)
        finally:
            child.kill()
    assert (out.split(), err) == (["addon"], "")
    assert child.returncode == 0

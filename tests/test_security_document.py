"""docs/security.md: each limit names the test that holds it, and settings that there are."""

from __future__ import annotations

import re
from pathlib import Path

from addon.cli.settings import TABLE

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")


def test_each_limit_names_a_test_and_a_setting_that_exist() -> None:
    rows = re.findall(r"^\| (.+?) \| .+? \| ?(.*?) ?\| `(tests/\S+)` \|$", DOCUMENT, re.MULTILINE)
    assert len(rows) >= 18
    assert DOCUMENT.count("| `tests/") == len(rows)
    names = {setting.name for setting in TABLE}
    for what, setting, test in rows:
        path, _, function = test.partition("::")
        assert f"def {function}(" in (ROOT / path).read_text("utf-8"), what
        assert not setting or setting.strip("`") in names, what

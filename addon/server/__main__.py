"""`python -m addon.server COMMAND`; what the add-on was unpacked into stands for `addon`."""

from __future__ import annotations

import sys

try:
    from ..cli.main import main
except ImportError as error:
    if error.name is None or error.name.partition(".")[0] not in {"backports", "werkzeug"}:
        raise
    sys.exit(
        f"the server needs the package {error.name}, which this Python lacks: "
        f"{sys.executable} -m pip install werkzeug 'backports.zstd; python_version < \"3.14\"'"
    )

if __name__ == "__main__":
    sys.exit(main())

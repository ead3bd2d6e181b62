"""Build dist/lan_sync-VERSION.ankiaddon; run it as `python3 dev.py build`.

build_addon.py [--dest FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from tools.environment import ROOT
from tools.package import build
from tools.package_checks import BuildError
from tools.vendor import VendorError


def main() -> int:
    """Build, and print the file's name, size and SHA-256."""
    parser = argparse.ArgumentParser(description="Pack the add-on.")
    parser.add_argument("--dest", type=Path, default=ROOT / "dist", help="default: dist")
    try:
        path = build(parser.parse_args().dest)
    except (BuildError, VendorError) as error:
        print(f"build_addon.py: {error}", file=sys.stderr)
        return 1
    content = path.read_bytes()
    print(f"{path}\n{len(content)} bytes\nsha256 {hashlib.sha256(content).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

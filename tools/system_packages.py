"""System packages: what Qt and the virtual display need, fonts, a browser, and venv on Debian.

The lists are for Debian and its derivatives; elsewhere, the missing libraries are listed for the
person to install.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .errors import NotReady

# Library that Anki's Qt loads -> Debian packages that contain it, newest name first (Debian 13 and
# Ubuntu 24.04 renamed some). All are needed, as leaving out one at a time showed.
QT_LIBRARIES = {
    "libEGL.so.1": ("libegl1",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libnss3.so": ("libnss3",),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXtst.so.6": ("libxtst6",),
    "libasound.so.2": ("libasound2t64", "libasound2"),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}

# What the Qt of older versions of Anki needs in addition (tools/hosts).
OLD_QT_LIBRARIES: dict[str, tuple[str, ...]] = {
    "libXcursor.so.1": ("libxcursor1",),
    "libXi.so.6": ("libxi6",),
    "libatomic.so.1": ("libatomic1",),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0",),
}


# Language -> packages with a font for its letters, where a system for servers has none.
FONTS = {"ar": ("fonts-dejavu-core",), "ja": ("fonts-noto-cjk",)}

VIRTUAL_CLOCK = "/usr/lib/*/faketime/libfaketimeMT.so.1"
"""Where Debian puts the library that fakes the time of a process."""


def missing_for_display() -> dict[str, tuple[str, ...]]:
    """Return what Qt and the virtual display lack on Linux: name -> packages, newest first."""
    if not sys.platform.startswith("linux"):
        return {}
    missing = _lacking(QT_LIBRARIES)
    if shutil.which("Xvfb") is None:
        missing["Xvfb"] = ("xvfb",)
    return missing


def missing_for_browser() -> dict[str, tuple[str, ...]]:
    """Return what the tests of the page for phones lack on Linux, in the same form."""
    if not sys.platform.startswith("linux"):
        return {}
    programs = {"chromium": ("chromium",), "chromedriver": ("chromium-driver",)}
    return {name: names for name, names in programs.items() if shutil.which(name) is None}


def missing_for_clock() -> dict[str, tuple[str, ...]]:
    """Return what the virtual clock of tests/bridge lacks on Linux, in the same form."""
    if not sys.platform.startswith("linux") or glob.glob(VIRTUAL_CLOCK):
        return {}
    return {"libfaketime": ("libfaketime",)}


def missing_for_pictures() -> dict[str, tuple[str, ...]]:
    """Return the fonts that pictures of other scripts lack on Linux, in the same form."""
    if not sys.platform.startswith("linux"):
        return {}
    return {f"a font for {code}": names for code, names in FONTS.items() if not _has_font(code)}


def missing_for_old_qt() -> dict[str, tuple[str, ...]]:
    """Return what the Qt of older versions of Anki lacks on Linux, in the same form."""
    return _lacking(OLD_QT_LIBRARIES) if sys.platform.startswith("linux") else {}


def venv_of(python: Path) -> dict[str, tuple[str, ...]]:
    """Return what this Python lacks to make a virtual environment, in the same form."""
    return {f"ensurepip of {python}": (f"python{_minor_version(python)}-venv",)}


def install(missing: dict[str, tuple[str, ...]]) -> None:
    """Install it as root; otherwise raise NotReady with the command to type."""
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise NotReady(f"this system lacks {', '.join(missing)}; install them, then try again")
    is_root = os.geteuid() == 0
    if is_root:
        _apt_get("update")
    packages = sorted(_known_name(names) for names in missing.values())
    line = ["install", "-y", "--no-install-recommends", *packages]
    if not is_root:
        raise NotReady(
            "this system lacks packages. Type the next line, then run the command again:\n"
            f"sudo apt-get update && sudo apt-get {' '.join(line)}"
        )
    _apt_get(*line)


def install_if_allowed(missing: dict[str, tuple[str, ...]], without: str) -> None:
    """Install what is useful but optional; if that fails, print `without` and the reason."""
    try:
        install(missing)
    except NotReady as error:
        print(f"{without}: {error}", file=sys.stderr, flush=True)


def _minor_version(python: Path) -> str:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.run(
        [str(python), "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def _lacking(libraries: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: names for name, names in libraries.items() if not _loads(name)}


def _has_font(language: str) -> bool:
    if shutil.which("fc-list") is None:
        return False
    command = ["fc-list", f":lang={language}", "family"]
    return bool(subprocess.run(command, capture_output=True, check=True).stdout.strip())


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_get(*arguments: str) -> None:
    command = ["apt-get", "-q", *arguments]
    print(" ".join(command), file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Its output goes to stderr, like our messages; stdout is for results.
    code = subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode
    if code != 0:
        raise NotReady(f"exit code {code} from: {' '.join(command)}")


def _known_name(names: tuple[str, ...]) -> str:
    """Return the first of the names that this system's package lists know, else the last."""
    for name in names[:-1]:
        answer = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if answer.returncode == 0:
            return name
    return names[-1]

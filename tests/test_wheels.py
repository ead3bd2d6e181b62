"""The vendored wheels on the Pythons that Anki runs on, without site-packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from addon import wheels
from addon.wheels import PACKAGES, NoFittingWheel, Platform, fitting, make_importable
from tools import pythons, vendor

ROOT = Path(__file__).parent.parent
# 3.9 and 3.13 are Anki's own; between them are those of Flatpak and of Linux distributions.
WITH_WHEELS = ((3, 9), (3, 10), (3, 11), (3, 12), (3, 13))

# {before} stands where another add-on would have been loaded first.
PROGRAM = """
import sys
from pathlib import Path
sys.path.append({root!r})
from addon import wheels
from addon.wheels import make_importable
{before}
make_importable(Path({wheels!r}), Path({cache!r}))
import ifaddr, segno
from backports import zstd
for module in (ifaddr, segno, zstd):
    assert Path(module.__file__).is_relative_to({cache!r}), module
data = bytes(range(256)) * 1000
packed = zstd.compress(data)
assert len(packed) < len(data) and zstd.decompress(packed) == data
assert segno.make("http://192.168.1.2:27701/").symbol_size()[0] > 20
assert ifaddr.get_adapters()
{after}
"""

REFUSED = """
import sys
from pathlib import Path
sys.path.append({root!r})
from addon.errors import Problem
from addon import wheels
from addon.wheels import make_importable
try:
    make_importable(Path({wheels!r}), Path({cache!r}))
except Problem as problem:
    print(f"{{type(problem).__name__}}: {{problem}}")
"""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of wheels as it is in the package."""
    folder = tmp_path_factory.mktemp("wheels")
    for name, content in vendor.fetch(vendor.locked()).items():
        (folder / name).write_bytes(content)
    shutil.copy(vendor.LOCK, folder / "SHA256SUMS")
    return folder


@pytest.fixture(scope="module", params=WITH_WHEELS, ids=lambda version: ".".join(map(str, version)))
def python(request: pytest.FixtureRequest) -> Path:
    return python_or_skip(request.param)


@pytest.fixture(scope="module")
def unpacked(python: Path, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that a program on this Python has made, to be copied."""
    cache = tmp_path_factory.mktemp("unpacked") / "cache"
    run(python, program(published, cache))
    return cache


@pytest.fixture
def cache(unpacked: Path, tmp_path: Path) -> Path:
    return shutil.copytree(unpacked, tmp_path / "cache")


def python_or_skip(version: tuple[int, int]) -> Path:
    path = pythons.find(version)
    if path is None:
        pytest.skip(f"this machine has no Python {version[0]}.{version[1]}")
    return path


def program(wheels: Path, cache: Path, before: str = "", after: str = "") -> str:
    return PROGRAM.format(
        root=str(ROOT), wheels=str(wheels), cache=str(cache), before=before, after=after
    )


def refused(wheels: Path, cache: Path) -> str:
    return REFUSED.format(root=str(ROOT), wheels=str(wheels), cache=str(cache))


def start(python: Path, code: str) -> subprocess.Popen[str]:
    # -I -S: no environment, no current folder, no site-packages; -B: no .pyc in the cache
    return subprocess.Popen(
        [str(python), "-I", "-S", "-B", "-W", "error", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(python: Path, code: str) -> str:
    """Return its output; fail if the program does."""
    with start(python, code) as process:
        output = process.communicate()[0]
    assert process.returncode == 0, output
    return output


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_python_without_packages_gets_all_of_them(
    python: Path, published: Path, tmp_path: Path
) -> None:
    run(python, program(published, tmp_path / "cache"))


def test_unpacked_packages_are_left_alone(python: Path, published: Path, cache: Path) -> None:
    before = state(cache)
    run(python, program(published, cache))
    assert state(cache) == before
    assert len([path for path in cache.iterdir() if path.suffix == ".whl"]) == len(PACKAGES)


def test_two_programs_may_unpack_at_once(python: Path, published: Path, tmp_path: Path) -> None:
    code = program(published, tmp_path)
    processes = [start(python, code) for _ in range(5)]
    outputs = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * 5, outputs
    wheels = published.glob("*.whl")
    assert {path.name for path in tmp_path.iterdir()} <= {path.name for path in wheels}


@pytest.mark.parametrize("damage", ["emptied", "deleted", "changed", "half copied"])
def test_a_damaged_cache_is_repaired(
    python: Path, published: Path, cache: Path, damage: str
) -> None:
    before = {name: content for name, (content, _time) in state(cache).items()}
    (library,) = cache.glob("*/backports/zstd/_zstd.*.so")
    if damage == "emptied":
        library.write_bytes(b"")
    elif damage == "deleted":
        library.unlink()
    elif damage == "changed":
        content = bytearray(library.read_bytes())
        content[len(content) // 2] ^= 1
        library.write_bytes(content)
    else:
        shutil.rmtree(library.parent)
    run(python, program(published, cache))
    assert {name: content for name, (content, _time) in state(cache).items()} == before


@pytest.mark.parametrize("loaded", [True, False], ids=["loaded before", "found first"])
@pytest.mark.parametrize("regular", [True, False], ids=["with __init__.py", "namespace"])
def test_a_backports_package_of_another_add_on_does_not_hide_ours(
    python: Path, published: Path, tmp_path: Path, regular: bool, loaded: bool
) -> None:
    foreign = tmp_path / "other add-on" / "backports"
    foreign.mkdir(parents=True)
    (foreign / "theirs.py").write_text("THEIRS = 1")
    if regular:
        (foreign / "__init__.py").write_text("")
    before = f"sys.path.insert(0, {str(foreign.parent)!r})\n"
    if loaded:
        before += "import backports.theirs"
    after = "from backports import theirs; assert theirs.THEIRS"
    run(python, program(published, tmp_path / "cache", before, after))


def test_packages_of_former_versions_are_removed(
    python: Path, published: Path, tmp_path: Path
) -> None:
    former = tmp_path / "segno-1.0.0-py3-none-any.whl"
    former.mkdir()
    (former / "segno.py").write_text("")
    (tmp_path / "not ours").mkdir()
    run(python, program(published, tmp_path))
    assert not former.exists()
    assert (tmp_path / "not ours").is_dir()


@pytest.fixture
def damaged(published: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    shutil.copytree(published, folder)
    for wheel in folder.glob("segno-*"):
        wheel.write_bytes(wheel.read_bytes()[:-1] + b"x")
    return folder


def test_an_altered_wheel_is_not_unpacked(python: Path, damaged: Path, tmp_path: Path) -> None:
    output = run(python, refused(damaged, tmp_path / "cache"))
    assert output.startswith("DamagedWheel: ")
    assert "segno-1.6.6" in output
    assert not list((tmp_path / "cache").glob("segno*"))


def test_missing_wheels_are_reported_with_their_folder(python: Path, tmp_path: Path) -> None:
    output = run(python, refused(tmp_path / "nothing", tmp_path / "cache"))
    assert output.startswith("DamagedWheel: ")
    assert str(tmp_path / "nothing") in output


def test_an_unwritable_cache_is_reported_with_its_path(
    python: Path, published: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file where a folder should be")
    output = run(python, refused(published, cache))
    assert output.startswith("DataFolderUnusable: ")
    assert str(cache) in output


def test_a_python_without_a_fitting_wheel_is_reported(
    python: Path, published: Path, tmp_path: Path
) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    lines = (published / "SHA256SUMS").read_text("ascii").splitlines(keepends=True)
    fewer = "".join(line for line in lines if "manylinux" not in line)
    (wheels / "SHA256SUMS").write_text(fewer, encoding="ascii")
    output = run(python, refused(wheels, tmp_path / "cache"))
    assert output.startswith("NoFittingWheel: ")
    assert "backports.zstd" in output
    assert python.name.replace("python", "cp").replace(".", "") in output
    assert "from its own download page" in output


FULL_DISK = """
import errno, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))  # bytes
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_full_disk_leaves_no_half_written_files(
    python: Path, published: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    output = run(python, FULL_DISK + refused(published, cache))
    assert output.startswith("DataFolderUnusable: ")
    left = [path for path in cache.rglob("*") if path.is_file()]
    assert left, "files below the limit were written"
    assert not [path for path in left if path.suffix not in {".py", ".pyi", ".typed"}]
    run(python, program(published, cache))


def test_nothing_is_unpacked_where_nothing_is_missing(tmp_path: Path) -> None:
    make_importable(tmp_path / "no wheels", tmp_path / "cache")  # with .venv's packages
    assert not (tmp_path / "cache").exists()


COMPUTERS = (
    Platform("win", "amd64"),
    Platform("macosx", "x86_64"),
    Platform("macosx", "arm64"),
    Platform("manylinux", "x86_64"),
    Platform("manylinux", "aarch64"),
)


ANKIS = [(tag, computer) for tag in ("cp39", "cp313") for computer in COMPUTERS] + [
    (tag, computer)
    for tag in ("cp310", "cp311", "cp312")
    for computer in COMPUTERS
    if computer.system == "manylinux"
]


@pytest.mark.parametrize(("tag", "computer"), ANKIS)
def test_each_anki_has_a_wheel_of_each_package(tag: str, computer: Platform) -> None:
    names = [wheel.filename for wheel in vendor.locked()]
    for package in PACKAGES:
        name = fitting(package, names, tag, computer)
        assert name.endswith("-any.whl") or (
            f"-{tag}-" in name and computer.system in name and computer.machine in name
        )


@pytest.mark.parametrize(
    ("tag", "computer"),
    [
        ("cp38", Platform("win", "amd64")),
        ("cp314", Platform("win", "amd64")),
        ("cp313", Platform("win", "arm64")),
        ("cp313", Platform("win", "x86 32-bit")),
        ("cp39", Platform("win", "x86 32-bit")),
        ("cp313", Platform("manylinux", "i686")),
        ("cp313", Platform("manylinux", "x86_64 32-bit")),
        ("cp312", Platform("macosx", "arm64")),
    ],
)
def test_no_wheel_fits_an_unsupported_computer(tag: str, computer: Platform) -> None:
    names = [wheel.filename for wheel in vendor.locked()]
    with pytest.raises(NoFittingWheel) as caught:
        fitting(PACKAGES[0], names, tag, computer)
    assert caught.value.platform == computer


@pytest.mark.skipif(os.name == "nt", reason="asks what a Windows would be told")
@pytest.mark.parametrize(
    ("name", "largest", "machine", "fitting_wheel"),
    [
        ("win32", 2**31 - 1, "x86 32-bit", False),
        ("win-amd64", 2**63 - 1, "amd64", True),
        ("win-arm64", 2**63 - 1, "arm64", False),
    ],
)
def test_windows_platform_tags_are_understood(
    monkeypatch: pytest.MonkeyPatch, name: str, largest: int, machine: str, fitting_wheel: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "maxsize", largest)
    monkeypatch.setattr(sysconfig, "get_platform", lambda: name)
    computer = wheels._platform()
    assert computer == Platform("win", machine)
    assert any(computer.fits(wheel.tags[2]) for wheel in vendor.locked()) is fitting_wheel
    refusal = str(NoFittingWheel("backports.zstd", "cp39", computer))
    assert ("64-bit Anki" in refusal) is (name == "win32")

"""The package that people install, and the lock files behind it."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tools import package, package_checks, pythons, vendor
from tools.package_checks import BuildError

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def names(built: Path) -> list[str]:
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


def test_the_command_prints_file_size_and_checksum(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "build_addon.py", "--dest", str(tmp_path)]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    path, size, digest = output.splitlines()
    assert Path(path) == tmp_path / built.name
    assert size == f"{built.stat().st_size} bytes"
    assert re.fullmatch("sha256 [0-9a-f]{64}", digest)


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    # Copied without times and modes, in a folder of another name, for somebody else's umask.
    shutil.copytree(ROOT / "addon", copy, copy_function=shutil.copyfile)
    before = os.umask(0o077)
    try:
        files = {
            **package.source_files(copy),
            **package.documents(),
            **package.vendored_files(),
        }
        package.write(tmp_path / "again.ankiaddon", files)
    finally:
        os.umask(before)
    assert (tmp_path / "again.ankiaddon").read_bytes() == built.read_bytes()


def test_the_file_is_named_by_the_version_in_the_manifest(built: Path) -> None:
    manifest = package_checks.check_manifest(package.source_files())
    assert built.name == f"lan_sync-{manifest['human_version']}.ankiaddon"


def test_ankis_files_are_at_the_top_of_the_package(names: list[str]) -> None:
    needed = {"__init__.py", "manifest.json", "config.json", "config.schema.json", "config.md"}
    assert needed <= set(names)


def test_licences_and_readme_are_in_the_package(names: list[str]) -> None:
    assert {"LICENSE", "README.md", "CHANGELOG.md", "vendor/README.md"} <= set(names)


def test_nothing_generated_locally_is_in_the_package(tmp_path: Path) -> None:
    source = tmp_path / "addon"
    for name in (
        *("__init__.py", "gui/menu.py", "meta.json", "user_files/state.db", "store/x.pyc"),
        *("__pycache__/a.cpython-313.pyc", "gui/__pycache__/b.pyc", ".DS_Store", "vendor/x.py"),
        *(".mypy_cache/c.json", "store/speed.cpython-313-x86_64-linux-gnu.so"),
    ):
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert set(package.source_files(source)) == {"__init__.py", "gui/menu.py"}


def test_the_package_has_all_of_the_add_on_and_no_tests(names: list[str]) -> None:
    packed = {name for name in names if name.endswith(".py")}
    written = {
        path.relative_to(ROOT / "addon").as_posix()
        for path in (ROOT / "addon").rglob("*.py")
        if "vendor" not in path.parts
    }
    assert packed == written
    # net/selftest.py is no test: it is what "Phone can't connect?" runs
    assert not [name for name in names if re.search(r"(^|/)(conf)?tests?([_./]|$)", name.lower())]


# In the order in which they are loaded; in a folder named by a number, as from AnkiWeb.
LOADED = {
    (3, 8): ("errors", "redirect.settings", "i18n", "wheels", "redirect.identity"),
    (3, 9): ("errors", "redirect.settings", "i18n", "wheels", "redirect.identity", "protocol.zstd"),
    (3, 13): (
        "errors",
        "redirect.settings",
        "i18n",
        "wheels",
        "redirect.identity",
        "protocol.zstd",
    ),
}


@pytest.mark.parametrize("version", LOADED, ids=lambda version: ".".join(map(str, version)))
def test_the_package_loads_in_every_python_anki_ships(
    built: Path, tmp_path: Path, version: tuple[int, int]
) -> None:
    python = pythons.find(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version[0]}.{version[1]}")
    folder = tmp_path / "addons21" / "1234567890"
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder)
    code = (
        "import importlib, sys; from pathlib import Path\n"
        f"sys.path.append({str(folder.parent)!r})\n"
        f"for name in {LOADED[version]}:\n"
        "    module = importlib.import_module(f'{Path(sys.argv[1]).name}.{name}')\n"
        "    if name == 'wheels' and sys.version_info >= (3, 9):\n"
        "        module.make_importable(Path(sys.argv[1], 'vendor/wheels'), Path(sys.argv[2]))\n"
    )
    command = [str(python), "-I", "-S", "-W", "error", "-c", code, str(folder)]
    subprocess.run([*command, str(tmp_path / "cache")], check=True)


GOOD = {
    "manifest.json": b'{"package": "lan_sync", "name": "LAN Sync", "human_version": "1.2.3"}',
    "config.json": b'{"port": 1}',
    "config.schema.json": b'{"properties": {"port": {"type": "integer"}}}',
}


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="no object"),
        pytest.param('{"package": "lan_sync", "name": "x"}', id="no version"),
        pytest.param('{"package": "", "name": "x", "human_version": "1.0.0"}', id="no package"),
        pytest.param('{"package": "../x", "name": "x", "human_version": "1.0.0"}', id="a path"),
        pytest.param('{"package": "x", "name": 1, "human_version": "1.0.0"}', id="wrong type"),
        pytest.param('{"package": "x", "name": "x", "human_version": "1"}', id="short version"),
        pytest.param(
            '{"package": "x", "name": "x", "human_version": "1.0.0", "mod": true}', id="a bool"
        ),
        pytest.param(
            '{"package": "x", "name": "x", "human_version": "1.0.0", "conflicts": [1]}',
            id="a conflict with a number",
        ),
        pytest.param(
            '{"package": "x", "name": "x", "human_version": "1.0.0", "min_version": 1}',
            id="a key that Anki drops",
        ),
    ],
)
def test_a_manifest_that_anki_would_refuse_stops_the_build(manifest: str) -> None:
    assert package_checks.check_manifest(GOOD)
    with pytest.raises(BuildError, match=r"manifest\.json"):
        package_checks.check_manifest({**GOOD, "manifest.json": manifest.encode()})


@pytest.mark.parametrize(
    ("config", "schema"),
    [
        pytest.param('{"port": "x"}', GOOD["config.schema.json"].decode(), id="wrong value"),
        pytest.param('{"port": 1}', '{"type": "nonsense"}', id="wrong schema"),
        pytest.param('{"port": 1, "_x": 1}', "{}", id="a key that Anki hides"),
    ],
)
def test_settings_that_violate_their_schema_stop_the_build(config: str, schema: str) -> None:
    package_checks.check_config(GOOD)
    with pytest.raises(BuildError, match=r"config"):
        package_checks.check_config(
            {"config.json": config.encode(), "config.schema.json": schema.encode()}
        )


@pytest.mark.parametrize(
    "line",
    ["import flask_login", "from attr import s", "import addon.x", "def f():\n    import numpy.x"],
)
def test_an_import_that_fails_in_anki_stops_the_build(line: str) -> None:
    good = b"from . import x\nfrom ..store import y\nimport json, aqt.qt\nfrom werkzeug import z"
    typed = b"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import _typeshed"
    package_checks.check_imports({"a.py": good, "b.md": b"import numpy", "c.py": typed})
    with pytest.raises(BuildError, match=r"addon/gui/a\.py:\d: Anki does not include "):
        package_checks.check_imports({"gui/a.py": line.encode()})


def test_packages_that_anki_is_said_to_ship_are_in_the_anki_under_test() -> None:
    declared = package_checks.AVAILABLE | package_checks.AVAILABLE_LATER
    installed = importlib.metadata.packages_distributions()
    assert declared - {"compression"} <= set(installed)  # compression: Python 3.14's own


def test_the_package_has_exactly_the_pinned_wheels(names: list[str]) -> None:
    wheels = {Path(name).name for name in names if name.endswith(".whl")}
    assert wheels == {wheel.filename for wheel in vendor.locked()}
    assert "vendor/wheels/SHA256SUMS" in names


def test_the_licence_of_each_vendored_package_is_named() -> None:
    text = package.vendored_files()["vendor/README.md"].decode()
    for wheel in vendor.locked():
        assert f"{wheel.name.replace('_', '.')} {wheel.version}: " in text


def test_a_damaged_download_is_fetched_again(tmp_path: Path) -> None:
    (wheel,) = (wheel for wheel in vendor.locked() if wheel.name == "ifaddr")
    (tmp_path / wheel.filename).write_bytes(b"half a fi")
    content = vendor.fetch([wheel], tmp_path)[wheel.filename]
    assert (tmp_path / wheel.filename).read_bytes() == content
    assert len(content) > 1000


def test_a_wheel_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (wheel,) = (wheel for wheel in vendor.locked() if wheel.name == "ifaddr")
    with pytest.raises(vendor.VendorError, match=wheel.filename):
        vendor.fetch([vendor.Wheel(wheel.filename, "0" * 64)], tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_files_name_versions_and_hashes_but_no_index(lock: Path) -> None:
    text = lock.read_text("ascii")
    assert len(re.findall(r"\b[0-9a-f]{64}\b", text)) >= 12
    assert not re.search(r"https?:|file:|//|^-", text, re.MULTILINE)


def test_each_requirement_is_locked() -> None:
    lock = (ROOT / "requirements" / "dev.lock").read_text("ascii")
    wanted = (ROOT / "requirements" / "dev.in").read_text("utf-8")
    for name in re.findall(r"^[a-z][\w.-]*", wanted, re.MULTILINE):
        assert re.search(rf"^{re.escape(name.replace('.', '-'))}==", lock, re.MULTILINE), name


def test_vendored_packages_are_tested_in_their_locked_versions() -> None:
    lock = (ROOT / "requirements" / "dev.lock").read_text("ascii")
    for wheel in vendor.locked():
        if wheel.tags[0] != "cp39":  # the older zstd, for the older Python
            assert f"{wheel.name.replace('_', '-')}=={wheel.version}" in lock


def test_dev_py_tells_old_pythons_what_it_needs() -> None:
    # An older Python must be able to read the file up to the line that says so.
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))

"""The server as docs/server.md and contrib/ install and start it, with real clients.

What stands there is carried out as it stands; only folders, the port and the file's version are
replaced. The container file is carried out outside of a container, in a fresh environment.
"""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from addon.cli.settings import TABLE, read_settings
from tools import package, pythons

from .clients import Client
from .installed import CONTRIB, DOCUMENT, PREFIX, USER, block, clean_environment, run, served, sync
from .servers import HOST

NAME_OF_PACKAGE = "lan_sync-VERSION.ankiaddon"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module", params=[(3, 9), (3, 11), (3, 13)], ids=["3.9", "3.11", "3.13"])
def installed(
    request: pytest.FixtureRequest, packed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return the folder of an installation, made by the commands of docs/server.md."""
    python = pythons.find(request.param)
    if python is None:
        pytest.skip(f"this machine has no Python {request.param[0]}.{request.param[1]}")
    folder = tmp_path_factory.mktemp("headless") / "lan-sync"
    script = block("Install").replace(PREFIX, shlex.quote(str(folder)))
    script = script.replace("python3 -m venv", f"{shlex.quote(str(python))} -m venv")
    run(script.replace(NAME_OF_PACKAGE, shlex.quote(str(packed))), folder.parent)
    return folder


def test_the_documented_installation_serves_a_real_client(
    installed: Path, tmp_path: Path, client: Client
) -> None:
    adduser, serve = block("Run").replace("DIR", str(tmp_path / "data")).splitlines()
    run(adduser, installed, f"{USER.password}\n")
    command = [*shlex.split(serve), "--host", HOST, "--port", "0"]
    with served(command, installed) as url:
        sync(client, url)
    names = {path.name for path in (tmp_path / "data" / "users" / USER.name).iterdir()}
    assert {"collection.anki2", "media", "media.db"} <= names


def test_without_its_packages_the_server_says_what_to_type(packed: Path, tmp_path: Path) -> None:
    python = pythons.find((3, 13))
    assert python is not None
    run(f"{shlex.quote(str(python))} -m venv --without-pip bare", tmp_path)
    run(f"bare/bin/python -m zipfile -e {shlex.quote(str(packed))} lan_sync", tmp_path)
    done = subprocess.run(
        ["bare/bin/python", "-m", "lan_sync.server", "lsuser"],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "bare/bin/python -m pip install werkzeug" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_example_configuration_has_every_setting_with_its_default(tmp_path: Path) -> None:
    text = (CONTRIB / "lan-sync.ini").read_text("utf-8")
    assert read_settings({}, {}, str(CONTRIB / "lan-sync.ini")).data == Path("/var/lib/lan-sync")
    plain = tmp_path / "all.ini"
    plain.write_text(re.sub(r"^#(?=\w+ =)", "", text, flags=re.MULTILINE))
    settings = read_settings({}, {}, str(plain))
    defaults = read_settings({}, {}, None)
    for setting in TABLE:
        assert re.search(rf"^#?{setting.name} =", text, re.MULTILINE), setting.name
        if setting.name not in ("data", "host"):
            assert getattr(settings, setting.name) == getattr(defaults, setting.name)


def test_the_document_lists_every_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", DOCUMENT, re.MULTILINE))
    for setting in TABLE:
        assert setting.name in rows
        if setting.default:
            assert rows[setting.name] == f"`{setting.default}`"


def unit(folder: Path, installed: Path) -> Path:
    """Return the service's unit with the folders of a test."""
    text = (CONTRIB / "lan-sync.service").read_text("utf-8")
    for was, now in ((PREFIX, installed), ("/etc/lan-sync.ini", folder / "lan-sync.ini")):
        assert was in text
        text = text.replace(was, str(now))
    path = folder / "lan-sync.service"
    path.write_text(text)
    return path


def test_systemd_finds_nothing_wrong_with_the_unit(installed: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("this machine has no systemd-analyze")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit(tmp_path, installed))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "lan-sync" in line]
    assert not ours, done.stderr


def test_the_service_started_by_systemds_unit_serves_a_real_client(
    installed: Path, tmp_path: Path, client: Client
) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(unit(tmp_path, installed), encoding="utf-8")
    service = parser["Service"]
    file = Path(service["Environment"].removeprefix("LAN_SYNC_CONFIG="))
    text = (CONTRIB / "lan-sync.ini").read_text("utf-8")
    text = text.replace("/var/lib/lan-sync", str(tmp_path / "data")).replace(
        "#host =", f"host = {HOST}"
    )
    file.write_text(text.replace("#port = 27701", "port = 0"))
    adduser = block("A systemd service").splitlines()[-1].partition(" -- ")[2]
    assert adduser.startswith("bin/python")
    run(adduser.replace("/etc/lan-sync.ini", str(file)), installed, f"{USER.password}\n")
    name, _, value = service["Environment"].partition("=")
    with served(
        shlex.split(service["ExecStart"]), Path(service["WorkingDirectory"]), **{name: value}
    ) as url:
        sync(client, url)
    file.write_text("[server]\nport = many\n")
    done = subprocess.run(
        shlex.split(service["ExecStart"]),
        cwd=installed,
        env=clean_environment(**{name: value}),
        capture_output=True,
        check=False,
    )
    assert str(done.returncode) == service["RestartPreventExitStatus"]

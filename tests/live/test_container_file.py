"""contrib/Containerfile, carried out step by step in a fresh environment: no image is built."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tools import package, pythons

from ..ports import free_port
from .clients import Client
from .container_file import Instruction, read
from .installed import CONTRIB, DOCUMENT, PREFIX, USER, clean_environment, run, served, sync
from .servers import HOST

FILE = read(CONTRIB / "Containerfile")


def only(name: str) -> Instruction:
    (found,) = [instruction for instruction in FILE if instruction.name == name]
    return found


def test_the_container_runs_without_root_and_keeps_its_data_in_a_volume() -> None:
    assert FILE[0] == Instruction("FROM", "python:3.13-slim")
    user, _, group = only("USER").text.partition(":")
    assert user.isdecimal()
    assert group.isdecimal()
    assert int(user) > 0
    assert only("VOLUME").text == variables()["LAN_SYNC_DATA"]
    assert only("EXPOSE").text == variables()["LAN_SYNC_PORT"]
    assert variables()["LAN_SYNC_PORT"] in " ".join(only("HEALTHCHECK").words)
    assert f"-v lan-sync:{only('VOLUME').text} " in DOCUMENT


def variables() -> dict[str, str]:
    return dict(word.split("=", 1) for word in only("ENV").words)


def test_the_container_steps_install_a_server_that_serves_a_real_client(
    tmp_path: Path, client: Client
) -> None:
    python = pythons.find((3, 13))
    if python is None:
        pytest.skip("this machine has no Python 3.13")
    root, context = tmp_path / "root", tmp_path / "context"
    package.build(context)
    (root / "usr/local/lib/lan-sync").mkdir(parents=True)
    port = str(free_port())

    def placed(text: str) -> str:
        for folder in (PREFIX, "/data"):
            text = text.replace(folder, str(root / folder[1:]))
        if os.getuid() != 0:
            text = text.replace(" -o 10001 -g 10001", "")
        return text.replace("27701", port)

    run(f"{shlex.quote(str(python))} -m venv {tmp_path / 'python'}", tmp_path)
    path = f"{tmp_path / 'python' / 'bin'}:{os.environ['PATH']}"
    for step in FILE:
        if step.name == "COPY":
            source, target = step.words
            (found,) = context.glob(source)
            shutil.copyfile(found, placed(target))
        elif step.name == "RUN":
            run(placed(step.text), tmp_path, PATH=path)
    environment = {name: placed(value) for name, value in variables().items()}
    environment["PATH"] = path
    environment["LAN_SYNC_HOST"] = HOST  # nothing but this computer
    folder = Path(placed(only("WORKDIR").text))
    entry = only("ENTRYPOINT").words
    run(shlex.join([*entry, "adduser", USER.name]), folder, f"{USER.password}\n", **environment)
    check = [placed(word) for word in only("HEALTHCHECK").words]
    # what is on PATH there is not on the PATH of this process
    entry[0] = check[0] = str(tmp_path / "python" / "bin" / entry[0])
    with served([*entry, *only("CMD").words], folder, **environment) as url:
        assert url == f"http://{HOST}:{port}/"
        sync(client, url)
        assert health(check) == 0
    assert health(check) != 0


def health(check: list[str]) -> int:
    return subprocess.run(
        check, env=clean_environment(), capture_output=True, check=False
    ).returncode

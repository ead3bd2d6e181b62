"""The server from the package, on the Pythons that Anki ships, with a real client.

No .venv there: werkzeug is what Anki would bring, all else is vendored or the Python's own.
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import werkzeug
from anki.collection import Collection
from anki.sync import SyncAuth, SyncOutput

from tools import package, pythons

PROGRAM = """
import importlib, sys
from pathlib import Path
folder, brought, data = map(Path, sys.argv[1:])
sys.path += [str(folder.parent), str(brought)]

def module(name):
    return importlib.import_module(f"{folder.name}.{name}")

module("wheels").make_importable(folder / "vendor" / "wheels", data / "lib")
for path in sorted(folder.rglob("*.py")):
    name = ".".join(path.relative_to(folder).with_suffix("").parts)
    if not name.startswith(("gui", "entry", "host")) and not name.endswith("__"):
        module(name)
server = module("hosting").LanServer(data, "127.0.0.1", 0)
server.start()
server.accounts.users.add("someone", "a password")
print(server.port, flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture(params=[(3, 9), (3, 13)], ids=["3.9", "3.13"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    python = pythons.find(request.param)
    if python is None:
        pytest.skip(f"this machine has no Python {request.param[0]}.{request.param[1]}")
    folder = tmp_path / "addons21" / "1234567890"  # a number, as from AnkiWeb
    with zipfile.ZipFile(package.build(tmp_path)) as archive:
        archive.extractall(folder)
    brought = tmp_path / "brought by Anki"
    for pattern in ("werkzeug*", "markupsafe*"):
        for source in Path(werkzeug.__path__[0]).parent.glob(pattern):
            # Without what was compiled for the Python of .venv; markupsafe can do without.
            shutil.copytree(source, brought / source.name, ignore=shutil.ignore_patterns("*.so"))
    process = subprocess.Popen(
        [str(python), "-I", "-S", "-c", PROGRAM, str(folder), str(brought), str(tmp_path / "data")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    port = process.stdout.readline().strip()
    if port:
        yield f"http://127.0.0.1:{port}/"
    _output, errors = process.communicate("")
    assert process.returncode == 0, errors
    assert "Traceback" not in errors


def test_the_package_serves_a_real_client(address: str, tmp_path: Path) -> None:
    first, second = (Collection(str(tmp_path / f"{name}.anki2")) for name in ("first", "second"))
    key = first.sync_login("someone", "a password", address).hkey
    auth = SyncAuth(hkey=key, endpoint=address, io_timeout_secs=120)
    one_way(first, auth, upload=True)
    one_way(second, auth, upload=False)
    notetype = first.models.by_name("Basic")
    assert notetype is not None
    note = first.new_note(notetype)
    note["Front"] = "aus Python"
    first.add_note(note, first.decks.get_current_id())
    for device in (first, second):
        answer = device.sync_collection(auth, sync_media=False)
        assert answer.required == SyncOutput.NO_CHANGES
    assert second.get_note(note.id)["Front"] == "aus Python"
    for device in (first, second):
        device.close()


def one_way(device: Collection, auth: SyncAuth, upload: bool) -> None:
    device.close_for_full_sync()
    device.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    device.reopen(after_full_sync=True)

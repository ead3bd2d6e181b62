"""`python -m addon.server`: users, options, environment, signals, ports."""

from __future__ import annotations

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from addon.hosting import open_accounts

from ..ports import free_port
from .clients import Client, Outcome
from .commands import run_here
from .content import fill
from .process import REPOSITORY, Child
from .servers import HOST, LanSync, Server, run_command
from .snapshot import assert_same
from .wire import WireClient


def command(data: Path, name: str, *arguments: str, password: str = "") -> str:
    """Run a command that must succeed; gives what it printed."""
    done = run_here([name, "--data", str(data), *arguments], f"{password}\n".encode())
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(data: Path, name: str, *arguments: str, password: str = "") -> str:
    """Run a command that must fail; gives its message."""
    run = run_command if name == "serve" else run_here
    done = run([name, "--data", str(data), *arguments], f"{password}\n".encode())
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    return done.stderr


def login(server: Server, name: str, password: str) -> int:
    return WireClient(server.url).login(name, password)


def test_users_are_added_listed_changed_and_removed_while_the_server_runs(tmp_path: Path) -> None:
    with LanSync(tmp_path) as server:
        command(tmp_path, "adduser", "anna", password="a first one")
        command(tmp_path, "adduser", "bob", password="Grüße, 日本")
        assert command(tmp_path, "lsuser").split() == ["anna", "bob"]
        assert login(server, "anna", "a first one") == 200
        assert login(server, "bob", "Grüße, 日本") == 200
        assert login(server, "bob", "Grüße") == 403
        command(tmp_path, "passwd", "anna", password="a second one")
        assert login(server, "anna", "a first one") == 403
        assert login(server, "anna", "a second one") == 200
        command(tmp_path, "deluser", "anna")
        assert login(server, "anna", "a second one") == 403
        assert command(tmp_path, "lsuser").split() == ["bob"]


def test_a_second_server_on_the_same_folder_is_refused_and_the_first_goes_on(
    tmp_path: Path,
) -> None:
    with LanSync(tmp_path) as server:
        user = server.new_user()
        message = refused(tmp_path, "serve", "--host", HOST, "--port", "0")
        assert str(tmp_path) in message
        assert f"process {server.child.pid}" in message
        # not the port: the next free one would make two servers on one folder
        assert str(tmp_path) in refused(
            tmp_path, "serve", "--host", HOST, "--port", str(server.port)
        )
        assert login(server, user.name, user.password) == 200
        server.restart(hard=True)
        assert login(server, user.name, user.password) == 200


def test_a_removed_users_key_is_refused_and_its_folder_is_kept(tmp_path: Path) -> None:
    with LanSync(tmp_path / "data") as server:
        anna = server.add_user("anna", "a first one")
        client = Client(tmp_path / "device")
        try:
            client.login(server.url, anna)
            fill(client)
            assert client.sync() is Outcome.FULL_UPLOAD
            wire = WireClient(server.url)
            wire.host_key = client.auth.hkey
            assert wire.call("meta", {"v": 11, "cv": "x"})[0] == 200
            command(server.data, "deluser", "anna")
            assert wire.call("meta", {"v": 11, "cv": "x"})[0] == 403
        finally:
            client.close()
        assert (server.folder(anna) / "collection.anki2").exists()


def test_impossible_changes_to_users_are_refused_with_a_reason(tmp_path: Path) -> None:
    command(tmp_path, "adduser", "anna", password="a first one")
    assert "anna" in refused(tmp_path, "adduser", "anna", password="a second one")
    assert "nobody" in refused(tmp_path, "passwd", "nobody", password="a second one")
    assert "nobody" in refused(tmp_path, "deluser", "nobody")
    for password in ("1234567", " " * 20):
        message = refused(tmp_path, "adduser", "carl", password=password)
        assert "a password must have 8 to 256 characters" in message
    assert "8 to 256" in refused(tmp_path, "passwd", "anna", password="1234567")
    for name in ("", "../anna", "a\nb", "x" * 300):
        refused(tmp_path, "adduser", name, password="a first one")
    assert "name" in refused(tmp_path, "import", "anna", "x" * 300)
    assert "no user" in refused(tmp_path, "deluser", "anna\udcff")
    assert command(tmp_path, "lsuser").split() == ["anna"]
    assert not (tmp_path.parent / "anna").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_device_for_output_is_reported(tmp_path: Path) -> None:
    LanSync(tmp_path).add_user("anna", "a first one")
    arguments = [sys.executable, "-m", "addon.server", "lsuser", "--data", str(tmp_path)]
    with Path("/dev/full").open("wb") as full:
        # unbuffered, so that printing fails and not Python's own end
        done = subprocess.run(
            arguments,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            cwd=REPOSITORY,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().strip() == os.strerror(errno.ENOSPC)


@pytest.mark.parametrize(
    "typed",
    [b"a secret\n", b"\xef\xbb\xbfa secret\r\n", b"a secret", b"\xef\xbb\xbfa secret\nmore\n"],
    ids=["as ever", "with a mark", "without an end", "more lines"],
)
def test_the_password_is_the_first_line_in_utf_8(tmp_path: Path, typed: bytes) -> None:
    done = run_with(typed, "adduser", "anna", "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    with closing(open_accounts(tmp_path)) as accounts:
        assert accounts.is_right("anna", "a secret")


@pytest.mark.parametrize(
    "typed",
    ["ganz grün\n".encode("latin-1"), "a secret\n".encode("utf-16"), b"\xef\xbb\xbf\n", b"\n", b""],
    ids=["Latin-1", "UTF-16", "a mark alone", "an empty line", "nothing"],
)
@pytest.mark.parametrize("command", ["adduser", "passwd"])
@pytest.mark.parametrize("option", [[], ["--hash"]], ids=["password", "hash"])
def test_an_unusable_password_is_refused_with_a_reason(
    tmp_path: Path, command: str, option: list[str], typed: bytes
) -> None:
    LanSync(tmp_path).add_user("anna", "a first one")
    name = "anna" if command == "passwd" else "carl"
    done = run_here([command, name, *option, "--data", str(tmp_path)], typed)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    with closing(open_accounts(tmp_path)) as accounts:
        assert accounts.users.names() == ["anna"]
        assert accounts.is_right("anna", "a first one")


def test_names_are_listed_on_a_console_that_lacks_their_letters(tmp_path: Path) -> None:
    LanSync(tmp_path).add_user("日本", "a first one")
    done = run_with(b"", "lsuser", "--data", str(tmp_path), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.split()) == (0, [rb"\u65e5\u672c"])


def run_with(
    typed: bytes, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "addon.server", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        input=typed,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_container_platforms_variables_are_not_settings(tmp_path: Path) -> None:
    variables = {"LAN_SYNC_PORT": "tcp://10.43.12.7:27701", "LAN_SYNC_SERVICE_HOST": "10.43.12.7"}
    done = run_with(b"a first one\n", "adduser", "anna", "--data", str(tmp_path), **variables)
    assert (done.returncode, done.stderr) == (0, b"")
    wrong = {"LAN_SYNC_PORT": "x", "LAN_SYNC_MAX_COLLECTION": "x", "LAN_SYNC_LOG_LEVEL": "x"}
    assert run_with(b"", "lsuser", "--data", str(tmp_path), **wrong).stdout.split() == [b"anna"]
    options = ["--data", str(tmp_path), "--host", HOST]
    child = Child(["-m", "addon.server", "serve", *options], variables)
    try:
        child.wait_for(re.escape(f"listening on http://{HOST}:27701/") + "|port 27701 is in use")
        assert "LAN_SYNC_PORT, LAN_SYNC_SERVICE_HOST" in child.log
    finally:
        child.kill()


def test_environment_variables_replace_options(tmp_path: Path) -> None:
    port = free_port()
    variables = {
        "LAN_SYNC_DATA": str(tmp_path),
        "LAN_SYNC_HOST": HOST,
        "LAN_SYNC_PORT": str(port),
    }
    child = Child(["-m", "addon.server", "serve"], variables)
    try:
        child.wait_for(re.escape(f"listening on http://{HOST}:{port}/"))
        assert get(f"http://{HOST}:{port}/health")[0] == 200
    finally:
        child.kill()
    assert (tmp_path / "accounts.db").exists()


def test_options_override_the_environment(tmp_path: Path) -> None:
    variables = {"LAN_SYNC_DATA": str(tmp_path / "wrong"), "LAN_SYNC_PORT": "1"}
    data = tmp_path / "right"
    options = ["--data", str(data), "--host", HOST, "--port", "0"]
    child = Child(["-m", "addon.server", "serve", *options], variables)
    try:
        child.wait_for("listening on")
    finally:
        child.kill()
    assert data.exists()
    assert not (tmp_path / "wrong").exists()


@pytest.mark.parametrize("variables", [{}, {"LAN_SYNC_DATA": ""}], ids=["unset", "empty"])
def test_a_missing_data_folder_option_is_reported(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    options = ["--host", HOST, "--port", "0"]
    child = Child(["-m", "addon.server", "serve", *options], variables, folder=tmp_path)
    try:
        child.wait_for("--data|listening")
        assert "listening" not in child.log
        assert child.wait() != 0
        assert "Traceback" not in child.log
        assert not list(tmp_path.iterdir())
    finally:
        child.kill()


def test_a_mistyped_data_folder_is_not_made(tmp_path: Path) -> None:
    command(tmp_path / "data", "adduser", "anna", password="a first one")
    typed = tmp_path / "date"
    for name, *arguments in (
        ["lsuser"],
        ["devices"],
        ["revoke", "1"],
        ["passwd", "anna"],
        ["deluser", "anna"],
        ["backups", "anna"],
        ["backup", "anna"],
        ["restore", "anna", "newest"],
        ["check", "anna"],
        ["deleted-media", "anna"],
        ["export", "anna", str(tmp_path / "new")],
        ["import", "anna", str(tmp_path)],
    ):
        message = refused(typed, name, *arguments, password="a second one")
        assert message == f"{typed} has no accounts.db: name the data folder of the server\n"
    assert "SYNC_USER1 is not set" in refused(typed, "import-users")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_the_help_of_a_command_shows_how_it_is_called(tmp_path: Path) -> None:
    usage = refused(tmp_path, "restore", "anna")
    assert usage.startswith("usage: python -m addon.server restore ")


def test_an_unusable_data_folder_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = run_command(["serve", "--data", str(file), "--host", HOST, "--port", "0"])
    assert done.returncode != 0
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("connected", [False, True], ids=["idle", "with an idle connection"])
def test_a_signal_ends_the_server_with_exit_code_0(
    tmp_path: Path, number: signal.Signals, connected: bool
) -> None:
    with LanSync(tmp_path) as server, socket_to(server, connected):
        server.child.signal(number)
        assert server.child.wait() == 0
        assert "Traceback" not in server.log
        # the port is free again
        with closing(socket.create_server((HOST, server.port))):
            pass


@contextmanager
def socket_to(server: Server, wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    with closing(socket.create_connection((HOST, server.port))):
        yield


def test_port_0_picks_a_free_port_each_time(tmp_path: Path) -> None:
    with LanSync(tmp_path / "one") as one, LanSync(tmp_path / "two") as two:
        assert one.port != two.port
        assert one.health() == two.health() == 200


def test_a_port_in_use_is_named_together_with_the_next_free_one(tmp_path: Path) -> None:
    with closing(socket.create_server((HOST, 0))) as taken:
        port = taken.getsockname()[1]
        address = ["--host", HOST, "--port", str(port)]
        done = run_command(["serve", "--data", str(tmp_path), *address])
        assert done.returncode not in {0, -signal.SIGABRT}
        assert str(port) in done.stderr
        assert "Traceback" not in done.stderr
        others = {int(number) for number in re.findall(r"\d{4,5}", done.stderr)} - {port}
        assert others, done.stderr
        with closing(socket.create_server((HOST, others.pop()))):
            pass


@pytest.mark.parametrize("host", ["::", "[::]"])
def test_all_addresses_of_both_kinds_are_served(tmp_path: Path, host: str) -> None:
    options = ["--data", str(tmp_path), "--host", host, "--port", "0"]
    child = Child(["-m", "addon.server", "serve", *options])
    try:
        port = child.wait_for(r"listening on http://\[::\]:(\d+)/").group(1)
        assert get(f"http://127.0.0.1:{port}/health")[0] == 200
        assert get(f"http://[::1]:{port}/health")[0] == 200
        assert child.interrupt() == 0
    finally:
        child.kill()


def test_health_and_the_page_for_people_are_served(lan_sync: Server) -> None:
    assert get(f"{lan_sync.url}health")[0] == 200
    status, page = get(lan_sync.url)
    assert status == 200
    assert "<html" in page
    assert lan_sync.url in page


def test_the_log_has_a_line_for_each_refusal_and_no_secrets(
    lan_sync: LanSync, tmp_path: Path
) -> None:
    user = lan_sync.add_user("secretive", "the password")
    client = Client(tmp_path / "device")
    try:
        client.login(lan_sync.url, user)
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        wire = WireClient(lan_sync.url)
        assert wire.login(user.name, "the wrong password") == 403
        wire.host_key = client.auth.hkey
        assert wire.call("finish")[0] == 409
        assert wire.call("start", {})[0] == 400
        lan_sync.child.wait_for(r"/sync/hostKey.*403: \w+")
        lan_sync.child.wait_for(r"/sync/finish.*409: \w+")
        lan_sync.child.wait_for(r"/sync/start.*400: .*\w+")
        for secret in ("password", client.auth.hkey, wire.session_key):
            assert secret not in lan_sync.log.replace("user name or password", "")
    finally:
        client.close()


@pytest.mark.parametrize("typed", ["", "sync/", "/", "custom/path/"])
def test_addresses_as_people_type_them_work(lan_sync: LanSync, tmp_path: Path, typed: str) -> None:
    """CLIENTS section 1: a doubled `sync/`, doubled slashes, a proxy's prefix."""
    user = lan_sync.new_user()
    one, other = Client(tmp_path / "one"), Client(tmp_path / "other")
    try:
        fill(one)
        (one.media / "a.png").write_bytes(b"a")
        for client in (one, other):
            client.login(lan_sync.url + typed, user)
        assert one.sync() is Outcome.FULL_UPLOAD
        assert other.sync() is Outcome.FULL_DOWNLOAD
        assert_same(one, other)
    finally:
        one.close()
        other.close()


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()

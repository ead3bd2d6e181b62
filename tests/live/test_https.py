"""Real clients over https, and by a name that nobody has told the server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.net.certificates import Authority

from . import client_process
from .process import Child
from .servers import HOST, LanSync, run_command


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def test_a_client_syncs_over_https_if_it_trusts_the_authority(
    tmp_path: Path, authority: Authority
) -> None:
    certificate, key = authority.issue("DNS:localhost", "IP:127.0.0.1")
    user = LanSync(tmp_path / "data").add_user("anna", "password 1")
    child = Child(
        [
            *("-m", "addon.server", "serve", "--data", str(tmp_path / "data")),
            *("--host", HOST, "--port", "0"),
            *("--certificate", str(certificate), "--key", str(key)),
        ]
    )
    try:
        found = child.wait_for(r"listening on (https://127\.0\.0\.1:(\d+)/)")
        url, by_name = found[1], f"https://localhost:{found[2]}/"
        trusting = {"SSL_CERT_FILE": str(authority.root)}
        for number, address in enumerate((url, by_name)):
            done = client_process.run(tmp_path / f"phone{number}", address, user, trusting)
            assert "in step: NO_CHANGES" in done.stdout, done.stderr
        done = client_process.run(tmp_path / "another", url, user, {})
        assert "in step" not in done.stdout
        assert re.search("certificate|UnknownIssuer|error sending", done.stderr), done.stderr
    finally:
        child.kill()


def test_a_certificate_that_cannot_be_used_stops_the_command_with_a_sentence(
    tmp_path: Path, authority: Authority
) -> None:
    certificate, key = authority.issue("DNS:localhost", days=-1)
    address = ["--data", str(tmp_path), "--host", HOST, "--port", "0"]
    files = ["--certificate", str(certificate), "--key", str(key)]
    done = run_command(["serve", *address, *files])
    assert (done.returncode, done.stderr) == (1, f"{certificate} has expired\n")


def test_a_key_alone_does_not_lead_to_plain_http(tmp_path: Path, authority: Authority) -> None:
    _, key = authority.issue("DNS:localhost")
    address = ["--data", str(tmp_path), "--host", HOST, "--port", "0"]
    done = run_command(["serve", *address, "--key", str(key)])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{key} is the key of no certificate: set that too\n"


def test_a_client_syncs_by_a_name_that_the_server_does_not_know(
    lan_sync: LanSync, tmp_path: Path
) -> None:
    # as if the server were a proxy, its name needs no name server
    user = lan_sync.new_user()
    environment = {"http_proxy": lan_sync.url, "no_proxy": ""}
    done = client_process.run(tmp_path, "http://anki.example.org/", user, environment)
    assert "in step: NO_CHANGES" in done.stdout, done.stderr

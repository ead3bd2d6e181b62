"""The page in a real Chromium, over https with a certificate of one's own."""

from __future__ import annotations

from pathlib import Path

from tests.live.process import Child
from tests.live.servers import HOST
from tests.net.certificates import Authority

from .phone_browser import LAN_NAME, in_a_browser, phone


@in_a_browser
def test_the_page_shows_and_copies_an_https_address(tmp_path: Path) -> None:
    folder = tmp_path / "authority"
    folder.mkdir()
    certificate, key = Authority(folder).issue(f"DNS:{LAN_NAME}", f"IP:{HOST}")
    server = Child(
        [
            *("-m", "addon.server", "serve", "--data", str(tmp_path / "data")),
            *("--host", HOST, "--port", "0"),
            *("--certificate", str(certificate), "--key", str(key)),
        ]
    )
    try:
        port = server.wait_for(rf"listening on https://{HOST}:(\d+)/")[1]
        address = f"https://{LAN_NAME}:{port}/"
        with phone(tmp_path / "browser", trusting=True) as browser:
            browser.open(address)
            assert browser.run("return isSecureContext")
            assert browser.copied("here") == address
            assert browser.log() == []
    finally:
        server.kill()

"""A real Chromium that takes itself for a phone, driven over WebDriver."""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/126.0.0.0 Mobile Safari/537.36"
)
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
    " Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

# A name that is ours on this computer, and, unlike 127.0.0.1, no "secure context" to a browser
LAN_NAME = "computer.local"

in_a_browser = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="needs chromium and chromedriver"
)

_A_FIELD_TO_PASTE_INTO = """
window.field = document.body.appendChild(document.createElement("textarea"));
field.focus();
"""
_DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key that the WebDriver standard chose
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --disable-default-apps --disable-extensions --disable-domain-reliability --disable-breakpad"
)


class Phone:
    """One browser with one page."""

    def __init__(self, session: str) -> None:
        self._session = session

    def start_over(
        self, user_agent: str = ANDROID, *, dark: bool = False, scripts: bool = True
    ) -> None:
        """Leave nothing open, allowed or logged, and become this kind of phone."""
        self.open("about:blank")
        self.devtools("Browser.resetPermissions")
        self.devtools("Emulation.setUserAgentOverride", userAgent=user_agent)
        look = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.devtools("Emulation.setEmulatedMedia", features=[look])
        self.devtools("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.log()

    def open(self, url: str) -> None:
        _send("POST", f"{self._session}/url", {"url": url})

    def run(self, script: str) -> Any:
        """Run a script and return its value."""
        return _send("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def devtools(self, command: str, **parameters: Any) -> Any:
        """Call a command of Chromium's own protocol."""
        value = {"cmd": command, "params": parameters}
        return _send("POST", f"{self._session}/goog/cdp/execute", value)

    def click(self, selector: str) -> None:
        """Click as a finger does: refused where something covers it."""
        query = {"using": "css selector", "value": selector}
        element = _send("POST", f"{self._session}/element", query)[_ELEMENT]
        _send("POST", f"{self._session}/element/{element}/click", {})

    def log(self) -> list[str]:
        """Return what the browser complained of, such as a broken content policy."""
        entries = _send("POST", f"{self._session}/se/log", {"type": "browser"})
        return [entry["message"] for entry in entries]

    def wait(self, condition: str) -> None:
        """Wait until a script returns true."""
        end = time.monotonic() + 60
        while not self.run(condition):
            assert time.monotonic() < end, f"the page does not come to this: {condition}"
            time.sleep(0.02)

    def wait_for_sign_in(self) -> None:
        """Wait until the page shows user name and password."""
        self.wait("return document.querySelector('.password button').checkVisibility()")

    def copied(self, kind: str) -> str:
        """Return what a tap on a value's button has copied: pasted, as a person does."""
        self.click(f".{kind} button")
        self.wait(f"return document.querySelector('.{kind} button').textContent === 'Copied'")
        self.run(_A_FIELD_TO_PASTE_INTO)
        self.devtools("Input.dispatchKeyEvent", type="keyDown", key="v", commands=["paste"])
        self.wait("return field.value !== ''")
        return str(self.run("field.remove(); return field.value"))

    def screenshot(self, path: Path) -> None:
        """The whole page, not only what fits on the screen."""
        picture = self.devtools("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(picture["data"]))


@contextlib.contextmanager
def phone(profile: Path, languages: str = "en-US", trusting: bool = False) -> Iterator[Phone]:
    """Yield a new browser with the screen of a usual phone, 390 x 844; `profile` is its own folder.

    To start one takes seconds; see also the fixture `browser`. `trusting`: it takes a certificate
    whose authority it does not know.
    """
    with _driver() as driver_url:
        options = {**_options(profile, languages), "acceptInsecureCerts": trusting}
        wanted = {"capabilities": {"alwaysMatch": options}}
        session = f"{driver_url}/{_send('POST', driver_url, wanted)['sessionId']}"
        try:
            started = Phone(session)
            started.start_over()
            yield started
        finally:
            _send("DELETE", session)


@contextlib.contextmanager
def _driver() -> Iterator[str]:
    """Start a ChromeDriver; yield where it takes sessions."""
    # It takes a free port of IPv4, and gives up if that one is in use in IPv6.
    for _ in range(5):
        command = [str(DRIVER), "--port=0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as driver:
            try:
                assert driver.stdout is not None
                for line in driver.stdout:
                    if "started successfully on port" in line:
                        port = line.rstrip(".\n").rpartition(" ")[2]
                        yield f"http://127.0.0.1:{port}/session"
                        return
            finally:
                driver.terminate()
    raise RuntimeError("ChromeDriver does not start; its words stand above")


def _options(profile: Path, languages: str) -> dict[str, Any]:
    screen = {"width": 390, "height": 844, "pixelRatio": 2, "mobile": True, "touch": True}
    return {
        "browserName": "chrome",
        "goog:loggingPrefs": {"browser": "ALL"},
        "goog:chromeOptions": {
            "binary": CHROMIUM,
            "args": [
                *_FLAGS.split(),
                f"--user-data-dir={profile}",
                f"--lang={languages}",
                f"--host-resolver-rules=MAP {LAN_NAME} 127.0.0.1",
            ],
            "mobileEmulation": {"deviceMetrics": screen},
            "prefs": {"intl.accept_languages": languages},
        },
    }


def _send(method: str, url: str, value: Any = None) -> Any:
    data = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    with _DIRECTLY.open(request, timeout=60) as response:
        return json.loads(response.read())["value"]

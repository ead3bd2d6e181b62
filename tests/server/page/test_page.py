"""The page for people: what it says and what it never says, and in a real browser how it looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from addon.hosting import LanServer
from addon.i18n import translator
from addon.server.app import SyncApp
from addon.server.page.language import direction, preferred
from tests.server.page.phone_browser import (
    ANDROID,
    IPHONE,
    LAN_NAME,
    Phone,
    in_a_browser,
    phone,
)


def get(app: SyncApp, path: str = "/", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client(app).get(path, headers=named, buffered=True)


def text(app: SyncApp, path: str = "/", **headers: str) -> str:
    response = get(app, path, **headers)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_the_page_shows_the_address_it_was_opened_with(app: SyncApp) -> None:
    page = text(app, Host="192.168.1.20:27701")
    assert "http://192.168.1.20:27701/" in page.replace("<wbr>", "")


def test_without_a_pass_the_page_reveals_nothing_about_users(app: SyncApp) -> None:
    app.passes.issue("anna", "secret")
    page = text(app, "/?u=viktor")
    for word in ("anna", "viktor", "secret"):
        assert word not in page


def test_a_hostile_host_header_is_escaped(app: SyncApp) -> None:
    assert "<script>alert" not in text(app, Host='"><script>alert(1)</script>')


def test_the_policy_allows_our_own_script_and_nothing_else(app: SyncApp) -> None:
    response = get(app)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = response.get_data(as_text=True)
    outside = [
        url
        for url in re.findall(r'(?:src|href)="([^"]*)"', page)
        if url[:5] != "data:" and url[:1] != "?"
    ]
    assert outside == []
    assert not re.search(r"url\(|@import|\son\w+=", page)


@pytest.mark.parametrize(
    ("browser", "first"),
    [
        (ANDROID, "AnkiDroid"),
        (IPHONE, "AnkiMobile"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "(Anki)"),
        ("", "(Anki)"),
    ],
)
def test_steps_for_the_visiting_device_come_first_and_open(
    app: SyncApp, browser: str, first: str
) -> None:
    page = text(app, User_Agent=browser)
    titles = re.findall(r'<details class="card"( open)?><summary>([^<]*)', page)
    assert [bool(is_open) for is_open, _ in titles] == [True, False, False]
    assert first in titles[0][1]


SHIPPED = ("en", "de", "pt-BR", "zh-CN", "zh-TW", "he", "sv-SE")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT", "de", "en"], "de"),
        (["fr-FR", "fr", "de"], "de"),
        (["en-GB", "de"], "en"),
        (["pt-PT", "en"], "pt-BR"),
        (["sv"], "sv-SE"),
        (["zh-Hant-HK"], "zh-TW"),
        (["zh-HK"], "zh-TW"),
        (["zh"], "zh-CN"),
        (["zh-Hans-CN"], "zh-CN"),
        (["he-IL"], "he"),
        (["fr"], "en"),
        (["*"], "en"),
        ([], "en"),
    ],
)
def test_the_page_uses_the_first_language_we_have_of_those_the_browser_accepts(
    wanted: list[str], language: str
) -> None:
    assert preferred(wanted, SHIPPED) == language


def test_the_page_names_its_language_and_direction(app: SyncApp) -> None:
    assert '<html lang="en" dir="ltr">' in text(app, Accept_Language="en-GB,xx;q=0.5,*;q=0.1")
    assert direction("he") == direction("fa-IR") == "rtl"
    assert direction("de") == "ltr"


FITS = "return document.documentElement.scrollWidth <= window.innerWidth"


@in_a_browser
def test_on_a_phone_the_address_is_copied_with_one_tap(
    browser: Phone, lan_server: LanServer
) -> None:
    # by a name that the browser does not call secure: there it hides its clipboard from scripts
    address = f"http://{LAN_NAME}:{lan_server.port}/"
    browser.open(address)
    assert browser.run("return navigator.clipboard === undefined")
    assert browser.run(FITS)
    said = browser.run("return document.body.innerText")
    assert "Copy its address" in said
    assert "Copy the following" not in said, "there is only one value"
    assert "user name and password from the computer" in said
    browser.click(".here button")
    assert browser.run("return document.querySelector('button').textContent") == "Copied"
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert browser.log() == []
    browser.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.open(f"http://127.0.0.1:{lan_server.port}/")
    assert browser.run("return navigator.clipboard.readText()") == address


@in_a_browser
@pytest.mark.parametrize(
    ("host", "password"),
    [
        (LAN_NAME, "two  blanks & <b>"),
        (LAN_NAME, "abcdefghjkmnpqrs"),
        ("127.0.0.1", "abcdefghjkmnpqrs"),
    ],
)
def test_with_a_pass_all_three_are_copied_and_nothing_is_typed(
    browser: Phone, lan_server: LanServer, host: str, password: str
) -> None:
    """In the order in which a phone asks; without TLS by the older way, else by the newer one.

    A generated password is read in groups and copied without spaces.
    """
    address = f"http://{host}:{lan_server.port}/"
    link = f"{address}#{lan_server.issue_pass('anna', password)}"
    browser.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    for _ in range(2):  # phones reload a page that was in the background
        browser.open("about:blank")
        browser.open(link)
        browser.wait_for_sign_in()
        assert browser.run(FITS)
        assert browser.run(VALUES) == [address, "anna", password]
        said = browser.run("return document.body.innerText")
        assert "code in Anki" not in said
        assert "user name and password above" in said
        assert "user name and password from the computer" not in said
        assert "Copy the following" in said
        parts = browser.run(PARTS_OF_THE_PASSWORD)
        assert parts == ([password] if " " in password else ["abcd", "efgh", "jkmn", "pqrs"])
        assert all(gap > 5 for gap in browser.run(GAPS_IN_THE_PASSWORD))
        assert [browser.copied(kind) for kind in ("here", "user", "password")] == [
            address,
            "anna",
            password,
        ]
    assert browser.log() == []


@in_a_browser
def test_a_pass_that_was_used_shows_nothing_and_says_so(
    browser: Phone, lan_server: LanServer
) -> None:
    address = f"http://{LAN_NAME}:{lan_server.port}/"
    used = lan_server.issue_pass("anna", "secret")
    lan_server.issue_pass("anna", "secret")
    browser.open(f"{address}#{used}")
    browser.wait("return document.body.innerText.includes('has been used')")
    assert browser.run(VALUES) == [address, "", ""]
    assert not browser.run(SIGN_IN_IS_SHOWN)
    assert browser.log() == []


@in_a_browser
@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_text_is_large_and_has_contrast(
    browser: Phone, lan_server: LanServer, dark: bool
) -> None:
    browser.start_over(IPHONE, dark=dark)
    shown = lan_server.issue_pass("x" * 64, "y" * 64)
    browser.open(f"http://127.0.0.1:{lan_server.port}/#{shown}")
    browser.wait_for_sign_in()
    assert browser.run("return matchMedia('(prefers-color-scheme: dark)').matches") is dark
    assert "AnkiMobile" in browser.run("return document.querySelector('summary').textContent")
    assert browser.run(FITS)
    assert browser.run(SMALLEST_TEXT) >= 15
    assert browser.run(LOWEST_CONTRAST) >= 4.5  # WCAG AA
    assert browser.run(SMALLEST_TARGET) >= 44


@in_a_browser
@pytest.mark.parametrize(
    ("asked", "language", "side"), [("he-IL", "he", "rtl"), ("ja", "ja", "ltr")]
)
def test_the_page_speaks_the_phones_language(
    tmp_path: Path, lan_server: LanServer, asked: str, language: str, side: str
) -> None:
    with phone(tmp_path / "browser", languages=asked) as browser:
        browser.open(f"http://127.0.0.1:{lan_server.port}/")
        assert browser.run("return [document.documentElement.lang, document.dir]") == [
            language,
            side,
        ]
        assert browser.run(FITS)
        heading = browser.run("return document.querySelector('h1').textContent")
    assert heading == translator(language).page_heading()
    assert heading != translator("en").page_heading()


@in_a_browser
def test_without_scripts_only_the_copy_buttons_are_missing(
    browser: Phone, lan_server: LanServer
) -> None:
    browser.start_over(scripts=False)
    browser.open(f"http://127.0.0.1:{lan_server.port}/")
    tree = browser.devtools("Accessibility.getFullAXTree")["nodes"]
    seen = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if not node["ignored"]
    ]
    shown = " ".join(name for _role, name in seen)
    assert f"127.0.0.1 :{lan_server.port}/" in shown
    assert "Paste" in shown
    assert ("button", "Copy") not in seen


SIGN_IN_IS_SHOWN = "return document.querySelector('.password button').checkVisibility()"
VALUES = "return [...document.querySelectorAll('code')].map(each => each.textContent)"
GAPS_IN_THE_PASSWORD = """
const parts = [...document.querySelectorAll(".password code span")];
return parts.slice(1).map((each, i) =>
  each.getBoundingClientRect().left - parts[i].getBoundingClientRect().right);
"""
PARTS_OF_THE_PASSWORD = """
return [...document.querySelectorAll(".password code span")].map(each => each.textContent);
"""
SMALLEST_TEXT = """
return Math.min(...[...document.querySelectorAll("main *")]
  .map(each => parseFloat(getComputedStyle(each).fontSize)));
"""
SMALLEST_TARGET = """
return Math.min(...[...document.querySelectorAll("button, summary, .button")]
  .map(each => each.getBoundingClientRect().height).filter(height => height > 0));
"""
LOWEST_CONTRAST = """
const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
const light = colour => numbers(colour).slice(0, 3).map(c => c / 255)
  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
function ground(element) {
  const colour = getComputedStyle(element).backgroundColor;
  return (numbers(colour)[3] ?? 1) > 0 ? colour : ground(element.parentElement);
}
return Math.min(...[...document.querySelectorAll("main p, main h1, code, button, li, footer")]
  .map(each => [light(getComputedStyle(each).color), light(ground(each))])
  .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)));
"""

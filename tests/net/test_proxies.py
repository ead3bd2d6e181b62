"""What is exempt from the system's proxy, and what stays as it was."""

from __future__ import annotations

import urllib.request

import pytest

from addon.net.proxies import LOCAL, exempt_this_network


@pytest.fixture(autouse=True)
def none_but_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http", "https", "all", "no"):
        for each in (f"{name}_proxy", f"{name}_proxy".upper()):
            monkeypatch.delenv(each, raising=False)


def test_without_a_proxy_nothing_is_changed() -> None:
    environ: dict[str, str] = {}
    exempt_this_network(environ, ["nas"])
    assert environ == {}


@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY"])
def test_existing_exemptions_are_kept(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "http://proxy:8080")
    environ = {name: "http://proxy:8080", "no_proxy": "example.org, intranet"}
    exempt_this_network(environ, ["nas", "sync.example.org", "192.168.1.5", "", "fe80::1"])
    exempt = environ["NO_PROXY"].split(",")
    assert exempt == ["example.org", "intranet", *LOCAL, "nas"]
    assert environ["no_proxy"] == environ["NO_PROXY"]
    assert environ[name] == "http://proxy:8080"
    before = dict(environ)
    exempt_this_network(environ, ["nas"])
    assert environ == before


def test_each_variable_keeps_what_it_exempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy:8080")
    environ = {"HTTP_PROXY": "http://proxy:8080", "NO_PROXY": "intranet", "no_proxy": "*"}
    exempt_this_network(environ)
    assert environ["NO_PROXY"].split(",") == ["intranet", *LOCAL]
    assert environ["no_proxy"] == "*"
    environ["no_proxy"] = "example.org"
    exempt_this_network(environ)
    assert environ["NO_PROXY"].split(",") == ["intranet", *LOCAL]
    assert environ["no_proxy"].split(",") == ["example.org", *LOCAL]


def test_an_exemption_of_everything_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy:8080")
    environ = {"HTTP_PROXY": "http://proxy:8080", "NO_PROXY": "*"}
    exempt_this_network(environ)
    assert environ["NO_PROXY"] == "*"


def test_system_proxies_of_windows_and_macos_are_respected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python looks at the system's settings only while the environment says nothing at all. What
    urllib reads there is given here: this runs on other systems, too."""
    system = {"http": "http://proxy:8080", "https": "http://proxy:8443"}
    monkeypatch.setattr(urllib.request, "getproxies", lambda: system)
    environ: dict[str, str] = {}
    exempt_this_network(environ)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    known = urllib.request.getproxies_environment()
    assert {scheme: known[scheme] for scheme in system} == system
    assert urllib.request.proxy_bypass("printer.lan")
    assert not urllib.request.proxy_bypass("ankiweb.net")

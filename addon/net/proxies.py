"""Keeps Anki from going through the system's proxy to computers in this network, or to itself.

Anki's HTTP client takes proxies from the environment, else from the settings of Windows or macOS,
whose exceptions not all versions know. It looks once, before its first request, and heeds NO_PROXY
in all versions (tried with 2.1.56 to 26.9).
"""

from __future__ import annotations

import logging
import sys
import urllib.request
from typing import Iterable, List, Mapping, MutableMapping

logger = logging.getLogger(__name__)

# networks that no proxy on the internet reaches; those that phones and other servers are in
HERE = (
    *("localhost", "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    *("169.254.0.0/16", "fc00::/7", "fe80::/10", "local", "lan", "home.arpa", "internal"),
)
_SCHEMES = ("http", "https")


def exempt_this_network(environ: MutableMapping[str, str], hosts: Iterable[str] = ()) -> None:
    """Add this network, and those of `hosts` that are a name without dots, to NO_PROXY.

    Does nothing where no proxy is set up. Call it before Anki's first request.
    """
    proxies = urllib.request.getproxies()
    if not any(scheme in proxies for scheme in (*_SCHEMES, "all")):
        return
    # with NO_PROXY alone, Python takes the environment for complete and forgets the system's
    of_system: List[str] = []
    if not _from_environment(environ):
        of_system = _exceptions_of_the_system()
        for scheme in _SCHEMES:
            if scheme in proxies:
                environ[f"{scheme}_proxy"] = proxies[scheme]
    nearby = [host for host in hosts if host and "." not in host and ":" not in host]
    # some programs read the one, some the other, and some the first that they find
    upper, lower = environ.get("NO_PROXY"), environ.get("no_proxy")
    for name, named in (("NO_PROXY", upper or lower), ("no_proxy", lower or upper)):
        known = [each.strip() for each in (named or "").split(",") if each.strip()]
        if known != ["*"]:
            known = list(dict.fromkeys([*known, *of_system, *HERE, *nearby]))
        environ[name] = ",".join(known)
    logger.info("this network is not reached through the proxy that is set up")


def _from_environment(environ: Mapping[str, str]) -> bool:
    names = {name.lower() for name, value in environ.items() if value}
    return any(f"{scheme}_proxy" in names for scheme in (*_SCHEMES, "all"))


def _exceptions_of_the_system() -> List[str]:
    """What the person exempts in the settings of Windows or macOS, as NO_PROXY has it."""
    found: List[str] = []
    try:
        if sys.platform == "win32":
            import winreg

            path = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                found = str(winreg.QueryValueEx(key, "ProxyOverride")[0]).split(";")
        elif sys.platform == "darwin":
            from _scproxy import _get_proxy_settings

            found = [str(each) for each in _get_proxy_settings().get("exceptions", ())]
    except (ImportError, OSError) as error:  # there are none
        logger.info("no exceptions from the proxy are known: %s", error)
    return [each.strip().replace("*.", "") for each in found if each.strip(" *<>") != "local"]

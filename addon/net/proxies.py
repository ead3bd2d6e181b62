"""Keep Anki from using the system's proxy for computers on this network, or for itself.

Anki's HTTP client takes proxies from the environment, or else from the settings of Windows or
macOS, whose exceptions some versions ignore. It looks once, before its first request, and all
versions respect NO_PROXY (tried with 2.1.56 to 26.9).
"""

from __future__ import annotations

import logging
import sys
import urllib.request
from typing import Iterable, List, Mapping, MutableMapping

logger = logging.getLogger(__name__)

# networks that no proxy on the internet can reach: those of phones and of other servers
LOCAL = (
    *("localhost", "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    *("169.254.0.0/16", "fc00::/7", "fe80::/10", "local", "lan", "home.arpa", "internal"),
)
_SCHEMES = ("http", "https")


def exempt_this_network(environ: MutableMapping[str, str], hosts: Iterable[str] = ()) -> None:
    """Add local networks, and those of `hosts` whose name has no dots, to NO_PROXY.

    Does nothing if no proxy is set. Call it before Anki's first request.
    """
    proxies = urllib.request.getproxies()
    if not any(scheme in proxies for scheme in (*_SCHEMES, "all")):
        return
    # with NO_PROXY alone, Python uses only the environment and ignores the system's settings
    of_system: List[str] = []
    if not _from_environment(environ):
        of_system = _system_exceptions()
        for scheme in _SCHEMES:
            if scheme in proxies:
                environ[f"{scheme}_proxy"] = proxies[scheme]
    nearby = [host for host in hosts if host and "." not in host and ":" not in host]
    # some programs read one, some the other, and some the first that they find
    upper, lower = environ.get("NO_PROXY"), environ.get("no_proxy")
    for name, named in (("NO_PROXY", upper or lower), ("no_proxy", lower or upper)):
        known = [each.strip() for each in (named or "").split(",") if each.strip()]
        if known != ["*"]:
            known = list(dict.fromkeys([*known, *of_system, *LOCAL, *nearby]))
        environ[name] = ",".join(known)
    logger.info("the proxy is not used for this network")


def _from_environment(environ: Mapping[str, str]) -> bool:
    names = {name.lower() for name, value in environ.items() if value}
    return any(f"{scheme}_proxy" in names for scheme in (*_SCHEMES, "all"))


def _system_exceptions() -> List[str]:
    """Return the exceptions in the settings of Windows or macOS, in the form of NO_PROXY."""
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
        logger.info("exceptions from the proxy cannot be read: %s", error)
    return [each.strip().replace("*.", "") for each in found if each.strip(" *<>") != "local"]

"""The address at which a visitor opened the page, as typed; better none than a wrong one.

A proxy changes all of it: scheme, host, and the beginning of the path. Its headers are trusted only
with the setting `behind_proxy`, since anyone can send them. Without it, if there is any sign of a
proxy, the page's script takes the address from the browser's address bar.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote

from werkzeug.wrappers import Request

_PROXY_HEADERS = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Prefix",
    "X-Forwarded-Proto",
    "X-Forwarded-Server",
    "X-Real-Ip",
)
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[\w.-]+)(:\d{1,5})?")
_PATH = re.compile(r"/[\w.~!$&'()*+,;=:@%/-]*")
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def typed_address(request: Request, behind_proxy: bool) -> str:
    """Return the URL of the page as its visitor sees it, without a query; "" if unknown."""
    scheme, host, path = request.scheme, request.headers.get("Host", ""), quote(request.path)
    if behind_proxy:
        scheme = _nearest(request, "X-Forwarded-Proto").lower() or scheme
        host = _with_port(_nearest(request, "X-Forwarded-Host") or host, scheme, request)
        prefix = _nearest(request, "X-Forwarded-Prefix").strip("/")
        path = f"/{prefix}{path}" if prefix else path
        if _is_loopback(host):  # where the proxy finds us, not where the visitor finds the proxy
            return ""
    elif _came_through_a_proxy(request, host):
        return ""
    fits = scheme in _DEFAULT_PORTS and _HOST.fullmatch(host) and _PATH.fullmatch(path)
    return f"{scheme}://{host}{path}" if fits else ""


def _nearest(request: Request, name: str) -> str:
    """Return what the proxy next to us wrote into a header; anyone may have written the rest."""
    return request.headers.get(name, "").rpartition(",")[2].strip()


def _with_port(host: str, scheme: str, request: Request) -> str:
    port = _nearest(request, "X-Forwarded-Port")
    has_port = re.search(r":\d+$", host)
    if has_port or not port or port == _DEFAULT_PORTS.get(scheme):
        return host
    return f"{host}:{port}"


def _came_through_a_proxy(request: Request, host: str) -> bool:
    headers = request.headers
    if any(name in headers for name in _PROXY_HEADERS):
        return True
    # by default, nginx sends neither these headers nor the host that was typed; but it uses
    # HTTP/1.0, or closes the connection, and browsers do neither
    if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
        return True
    closes = "close" in headers.get("Connection", "").lower()
    if closes and "Mozilla/" in headers.get("User-Agent", ""):
        return True
    # browsers send this only over https, which ends at the proxy, and to their own computer
    over_tls = request.scheme == "https"
    return "Sec-Fetch-Site" in headers and not over_tls and not _is_loopback(host)


def _is_loopback(host: str) -> bool:
    name = re.sub(r":\d+$", "", host).strip("[]").lower()
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")

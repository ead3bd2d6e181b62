"""The address that a request came from, as far as it is known."""

from __future__ import annotations

import functools
import ipaddress
import re

from werkzeug.wrappers import Request


def address_of(request: Request, behind_proxy: bool) -> str:
    """Return the sender's IP address; "" if it is unknown.

    `behind_proxy` trusts what the proxy next to us wrote into X-Forwarded-For.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if behind_proxy else ""
    text = forwarded.rpartition(",")[2].strip() or request.remote_addr or ""
    return _address_in(text)


@functools.lru_cache(maxsize=64)  # a sync is ten requests from one address
def _address_in(text: str) -> str:
    # some proxies add a port: 192.168.1.20:4711, [fe80::1]:4711
    with_port = re.fullmatch(r"\[(.+)\](?::\d+)?|([\d.]+):\d+", text)
    if with_port:
        text = with_port[1] or with_port[2]
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)

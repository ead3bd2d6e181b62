"""Refuse browsers that were led here by a name which is not this computer's (DNS rebinding).

Only browsers: Anki's clients send whatever address a person has typed, which may be a name that we
do not know, and no web page makes them send anything.
"""

from __future__ import annotations

from collections.abc import Callable

from werkzeug.wrappers import Request

from ..protocol.faults import Misdirected

# A page's script can neither remove nor forge all of these: browsers set `Origin` for each POST,
# and `Accept-Language` for everything (https://fetch.spec.whatwg.org/). Clients send none of them.
_OF_BROWSERS = (
    "HTTP_ORIGIN",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_SEC_FETCH_MODE",
    "HTTP_SEC_FETCH_SITE",
)

_MAX_SHOWN = 100  # characters


def require_own_name(
    request: Request, behind_proxy: bool, is_own_name: Callable[[str], bool]
) -> None:
    """Raise Misdirected if a browser has called us by another name. `behind_proxy` trusts the
    proxy's X-Forwarded-Host."""
    if not is_from_browser(request):
        return
    host = request.headers.get("Host", "")
    if behind_proxy:
        host = request.headers.get("X-Forwarded-Host", "").rpartition(",")[2].strip() or host
    if not is_own_name(host):
        raise Misdirected(
            f"this server does not go by the name {host[:_MAX_SHOWN]!r}: use its numeric address,"
            " or add the name to the server's setting `names`"
        )


def is_from_browser(request: Request) -> bool:
    """Return whether a browser has sent this, for a person or for a page's script."""
    environ = request.environ
    return "Mozilla/" in environ.get("HTTP_USER_AGENT", "") or any(
        name in environ for name in _OF_BROWSERS
    )

"""The WSGI environment of a request (PEP 3333)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .head import Head

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

    from .body import RequestBody

_OWN_NAMES = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
_MAPPED_IPV4 = "::ffff:"  # how an IPv4 address looks to a socket that serves both


class _Silence(io.TextIOBase):
    """`wsgi.errors`: drops what an application writes there, which Anki would show as an error."""

    def write(self, text: str) -> int:
        return len(text)


_SILENCE = _Silence()


def environ(
    request: Head,
    body: RequestBody,
    peer: tuple[str, int],
    here: tuple[str, int],
    scheme: str = "http",
) -> WSGIEnvironment:
    """Make the environment; `peer` and `here` are an address and a port each."""
    made: WSGIEnvironment = {
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": _SILENCE,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "REQUEST_METHOD": request.method,
        "REQUEST_URI": request.target,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path,
        "QUERY_STRING": request.query,
        "REMOTE_ADDR": peer[0][len(_MAPPED_IPV4) :]
        if peer[0].startswith(_MAPPED_IPV4)
        else peer[0],
        "REMOTE_PORT": peer[1],
        "SERVER_NAME": here[0],
        "SERVER_PORT": str(here[1]),
        "SERVER_PROTOCOL": f"HTTP/1.{request.minor}",
    }
    for name, value in request.headers.items():
        if "_" in name:  # it could be mistaken for the header with hyphens
            continue
        made[_OWN_NAMES.get(name) or "HTTP_" + name.upper().replace("-", "_")] = value
    if "CONTENT_LENGTH" in made:
        made["CONTENT_LENGTH"] = "" if request.length is None else str(request.length)
    return made

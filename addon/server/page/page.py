"""The page for people at `/`: this computer's address, and where to type it.

A QR code can only bring it to a phone as a page: no client lets a link set its sync server.
Everyone in the network can open it, so it knows no password and tells nothing of the users.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape

from werkzeug.wrappers import Request, Response

from ...i18n import translator, without_unicode_isolation
from ...store.user_names import is_user_name, nfc
from .address import typed_address
from .language import direction, preferred
from .look import ICON, SCRIPT, STYLE

_LONG = 24  # characters of an address; more do not fit on a line in large type

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="{icon}">
<style>{style}</style>
</head>
<body>
<main>
<header><p class="name">{title}</p><h1>{heading}</h1><p{hidden}>{intro}</p></header>
<section class="card">
{address}
{user}
<p class="quiet">{password}</p>
</section>
{steps}
<footer class="quiet">{note}</footer>
</main>
<script>{script}</script>
</body>
</html>
"""

_VALUE = (
    '<div class="value{wide}"{hidden}><code dir="ltr"{look}>{shown}</code>'
    '<button type="button" hidden value="{value}" data-copied="{copied}">{copy}</button></div>'
)


def _allowed(text: str) -> str:
    """A text of the page in the terms of Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {_allowed(STYLE)}; script-src {_allowed(SCRIPT)};"
        " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def response(request: Request, behind_proxy: bool = False) -> Response:
    """The page in the browser's language, with the address under which it was opened.

    `behind_proxy` says whether the headers of a proxy are to be believed. `?u=NAME` brings along a
    user name to show; it need not exist, and whether it does is not told.
    """
    language = preferred(request.accept_languages.values())
    name = nfc(request.args.get("u", ""))
    page = render(
        typed_address(request, behind_proxy),
        name if is_user_name(name) else "",
        language,
        _client_of(request.headers.get("User-Agent", "")),
    )
    return Response(page, mimetype="text/html", headers=_HEADERS)


def render(address: str, user: str, language: str, client: str) -> str:
    """The page's HTML. `address` is this computer's URL, "" leaves it to the script; `user` a name
    or ""; the steps of `client` ("ankidroid", "ankimobile" or "computer") come first and are open.
    """
    tr = translator(language)
    buttons = (_html(tr.page_copy()), _html(tr.page_copied()))
    texts = {
        "title": tr.page_title(),
        "heading": tr.page_heading(),
        "intro": tr.page_intro(),
        "password": tr.page_password(),
        "note": tr.page_note(),
    }
    steps = _steps(language)
    first = [steps.pop(client)]
    blocks = [
        _block(title, each, title == first[0][0]) for title, each in [*first, *steps.values()]
    ]
    return _PAGE.format(
        language=language,
        hidden="" if address else ' class="here" hidden',
        direction=direction(language),
        address=_address(address, *buttons),
        user=_user(user, _html(tr.page_user()), *buttons) if user else "",
        steps="\n".join(blocks),
        icon=ICON,
        style=STYLE,
        script=SCRIPT,
        **{key: _html(text) for key, text in texts.items()},
    )


def _steps(language: str) -> dict[str, tuple[str, list[str]]]:
    """Title and steps of each client."""
    tr = translator(language)
    return {
        "ankidroid": (
            tr.page_ankidroid(),
            [tr.page_ankidroid_server(), tr.page_ankidroid_login(), tr.page_ankidroid_sync()],
        ),
        "ankimobile": (
            tr.page_ankimobile(),
            [tr.page_ankimobile_server(), tr.page_ankimobile_login(), tr.page_ankimobile_network()],
        ),
        "computer": (
            tr.page_computer(),
            [tr.page_computer_server(), tr.page_computer_login(), tr.page_computer_sync()],
        ),
    }


def _block(title: str, steps: list[str], is_open: bool) -> str:
    items = "".join(f"<li>{_html(step)}</li>" for step in steps)
    opened = " open" if is_open else ""
    return (
        f'<details class="card"{opened}><summary>{_html(title)}</summary><ol>{items}</ol></details>'
    )


def _address(address: str, copy: str, copied: str) -> str:
    """Breaks only where a person would, on narrow screens."""
    value = escape(address)
    shown = re.sub(r"(:\d+/)$", r"<wbr>\1", value.replace("://", "://<wbr>"))
    return _VALUE.format(
        wide=" wide here",
        hidden="" if address else " hidden",
        look=' class="long"' if len(address) > _LONG else "",
        shown=shown,
        value=value,
        copy=copy,
        copied=copied,
    )


def _user(user: str, label: str, copy: str, copied: str) -> str:
    name = escape(user)
    value = _VALUE.format(
        wide="", hidden="", look="", shown=name, value=name, copy=copy, copied=copied
    )
    return f'<p class="label">{label}</p>{value}'


def _html(text: str) -> str:
    return escape(without_unicode_isolation(text))


def _client_of(user_agent: str) -> str:
    """Which client's steps the owner of a browser most likely needs."""
    if re.search("android", user_agent, re.IGNORECASE):
        return "ankidroid"
    # an iPad says it is a Mac: it finds its steps as the second of the three
    return "ankimobile" if re.search("iphone|ipad|ipod", user_agent, re.IGNORECASE) else "computer"

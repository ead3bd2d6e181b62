"""The page for people, at `/`: this computer's address, and where to enter it.

It is what our QR code opens, since no client lets a link set its sync server. Everyone on the
network can open it, so it contains nothing about the users. Its script requests user name and
password with the one-time pass that the code has put into the link's fragment.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Union

from werkzeug.wrappers import Request, Response

from ...i18n import translator, without_unicode_isolation
from ..generated_password import groups
from . import old_anki
from .address import typed_address
from .language import direction, preferred
from .look import ICON, SCRIPT, STYLE
from .passes import LENGTH, Passes

_OLD_ANKI = "old-anki"  # asks for the add-on instead of the page
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
<header><p class="name">{title}</p><h1>{heading}</h1><div{hidden}>
<p class="with-pass">{intro}</p><p class="without-pass">{intro_address}</p></div></header>
<section class="card">
{address}
<div class="with-pass">{user}{password}</div>
<p class="quiet" id="no-pass">{no_pass}</p>
<p class="quiet" id="expired" hidden>{expired}</p>
</section>
{steps}
<footer class="quiet">{note}</footer>
</main>
<script>{script}</script>
</body>
</html>
"""

_VALUE = (
    '<div class="value {kind}"{hidden}><p class="label">{label}</p>'
    '<code dir="ltr"{look}>{shown}</code>'
    '<button type="button" hidden value="{value}" data-copied="{copied}">{copy}</button></div>'
)


def _allowed(text: str) -> str:
    """Return the source expression of Content-Security-Policy that allows a text of the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {_allowed(STYLE)}; script-src {_allowed(SCRIPT)};"
        " connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def response(request: Request, behind_proxy: bool = False) -> Response:
    """Return the page in the browser's language, with the address at which it was opened.

    `behind_proxy` trusts a proxy's headers.
    """
    address = typed_address(request, behind_proxy)
    wanted = old_anki.FILE_NAMES.get(request.args.get(_OLD_ANKI, ""))
    if wanted is not None and _may_be_saved(address):
        as_file = {"Content-Disposition": f'attachment; filename="{wanted}"'}
        headers = {**_HEADERS, **as_file}
        return Response(old_anki.add_on(address), mimetype="text/x-python", headers=headers)
    page = render(
        address,
        preferred(request.accept_languages.values()),
        _client_of(request.headers.get("User-Agent", "")),
    )
    return Response(page, mimetype="text/html", headers=_HEADERS)


def _may_be_saved(address: str) -> bool:
    """Return whether a program may be given this address; it is unknown behind some proxies."""
    return address.isascii() and address != ""


def sign_in(request: Request, passes: Passes) -> Response:
    """Return what the page's script asks for: `{"user": .., "password": [..]}`.

    The password is in the groups in which it is read. The response is empty (204) if the body is
    not a valid pass.
    """
    has_right_length = request.content_length == LENGTH
    found = passes.sign_in(request.get_data(as_text=True)) if has_right_length else None
    if found is None:
        return Response(status=204, headers=_HEADERS)
    known = json.dumps({"user": found.user, "password": groups(found.password)})
    return Response(known, mimetype="application/json", headers=_HEADERS)


def render(address: str, language: str, client: str) -> str:
    """Return the page's HTML.

    `address` is this computer's URL, or "" to leave it to the script. The steps for `client`
    ("ankidroid", "ankimobile" or "computer") come first and are expanded.
    """
    tr = translator(language)
    texts = {
        "title": tr.page_title(),
        "heading": tr.page_heading(),
        "intro": tr.page_intro(),
        "intro_address": tr.page_intro_address(),
        "no_pass": tr.page_password(),
        "expired": tr.page_expired(),
        "note": tr.page_note(),
    }
    steps = _steps(language)
    first = [steps.pop(client)]
    older = _older(language) if _may_be_saved(address) else ""
    computer = tr.page_computer()
    blocks = [
        _block(title, each, title == first[0][0], older if title == computer else "")
        for title, each in [*first, *steps.values()]
    ]
    return _PAGE.format(
        language=language,
        hidden="" if address else ' class="here" hidden',
        direction=direction(language),
        address=_address(address, language),
        user=_empty("user", tr.pairing_user(), language),
        password=_empty("password", tr.pairing_password(), language),
        steps="\n".join(blocks),
        icon=ICON,
        style=STYLE,
        script=SCRIPT,
        **{key: _html(text) for key, text in texts.items()},
    )


@dataclass(frozen=True)
class _LogIn:
    """The step that needs the user name and the password."""

    with_pass: str  # they are above
    without_pass: str  # they are in the window on the computer


_Step = Union[str, _LogIn]


def _steps(language: str) -> dict[str, tuple[str, list[_Step]]]:
    """Return the title and the steps for each client."""
    tr = translator(language)
    return {
        "ankidroid": (
            tr.page_ankidroid(),
            [
                tr.page_ankidroid_server(),
                _LogIn(tr.pairing_ankidroid_login(), tr.page_ankidroid_login()),
                tr.page_ankidroid_sync(),
            ],
        ),
        "ankimobile": (
            tr.page_ankimobile(),
            [
                tr.page_ankimobile_server(),
                _LogIn(tr.pairing_ankimobile_login(), tr.page_ankimobile_login()),
                tr.page_ankimobile_network(),
            ],
        ),
        "computer": (
            tr.page_computer(),
            [
                tr.page_computer_server(),
                _LogIn(tr.pairing_computer_login(), tr.page_computer_login()),
                tr.page_computer_sync(),
            ],
        ),
    }


def _block(title: str, steps: Sequence[_Step], is_open: bool, more: str) -> str:
    opened = " open" if is_open else ""
    return (
        f'<details class="card"{opened}><summary>{_html(title)}</summary>{_list(steps)}{more}'
        "</details>"
    )


def _list(steps: Sequence[_Step]) -> str:
    return f"<ol>{''.join(map(_item, steps))}</ol>"


def _item(step: _Step) -> str:
    if isinstance(step, str):
        return f"<li>{_html(step)}</li>"
    with_pass, without = _html(step.with_pass), _html(step.without_pass)
    return f'<li class="with-pass">{with_pass}</li><li class="without-pass">{without}</li>'


def _older(language: str) -> str:
    """Return the block with the add-on for Ankis without a setting for a server."""
    tr = translator(language)
    links = "".join(
        f'<a class="button" href="?{_OLD_ANKI}={version}" download="{name}">'
        f"{_html(tr.page_older_file(version=version))}</a>"
        for version, name in old_anki.FILE_NAMES.items()
    )
    steps = [tr.page_older_logout(), tr.page_older_20(), tr.page_older_21(), tr.page_older_sync()]
    return (
        f"<details><summary>{_html(tr.page_older())}</summary>"
        f'<p class="quiet">{_html(tr.page_older_explained())}</p>{links}{_list(steps)}'
        f'<p class="quiet">{_html(tr.page_older_undo())}</p></details>'
    )


def _address(address: str, language: str) -> str:
    """Return the address; on narrow screens, it breaks only where a person would break it."""
    value = escape(address)
    return _VALUE.format(
        kind="here",
        hidden="" if address else " hidden",
        label=_html(translator(language).pairing_address()),
        look=' class="long"' if len(address) > _LONG else "",
        shown=re.sub(r"(:\d+/)$", r"<wbr>\1", value.replace("://", "://<wbr>")),
        value=value,
        **_button(language),
    )


def _empty(kind: str, label: str, language: str) -> str:
    """Return a value that the script fills in."""
    return _VALUE.format(
        kind=kind, hidden="", label=_html(label), look="", shown="", value="", **_button(language)
    )


def _button(language: str) -> dict[str, str]:
    tr = translator(language)
    return {"copy": _html(tr.page_copy()), "copied": _html(tr.page_copied())}


def _html(text: str) -> str:
    return escape(without_unicode_isolation(text))


def _client_of(user_agent: str) -> str:
    """Return the client whose steps the visitor most likely needs."""
    if re.search("android", user_agent, re.IGNORECASE):
        return "ankidroid"
    # an iPad claims to be a Mac: its steps then come second
    return "ankimobile" if re.search("iphone|ipad|ipod", user_agent, re.IGNORECASE) else "computer"

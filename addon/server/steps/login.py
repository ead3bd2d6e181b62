"""`hostKey`: exchange a user name and password for a host key."""

from __future__ import annotations

from ...protocol.client_name import PROBE
from ...protocol.faults import Forbidden, TooManyGuesses
from ...protocol.header import SyncHeader
from ...protocol.messages import LoginRequest
from ..decoded_body import DecodedBody
from ..events import SignedIn, SignInRefused
from ..replies import Json, Reply
from ..services import Services

_NO_KEY = "a probe gets none"
_WRONG = "wrong user name or password"


def host_key(header: SyncHeader, body: DecodedBody, services: Services, address: str) -> Reply:
    """Sign a device in. Unlike other steps, this one does not know its sender yet.

    `address` is the sender's IP address.
    """
    login = LoginRequest.parse(body.json())
    accounts, client = services.accounts, header.client
    if not (login.user or login.password):  # somebody only asks whether we are here
        raise Forbidden(_WRONG)
    known = accounts.users.stored_name(login.user) or ""
    wait = services.guessing.wait(address, login.user)
    if wait:
        if services.guessing.is_news(address, login.user):
            services.emit(SignInRefused(known, client, None, address, slowed=True))
        raise TooManyGuesses(wait)
    if client == PROBE:
        key = _NO_KEY if accounts.is_right(login.user, login.password) else None
    else:
        key = accounts.login(login.user, login.password, client)
    if key is None:
        services.guessing.failed(address, login.user)
        services.emit(SignInRefused(known, client, None, address))
        # always 403: on 401 old clients show a general error (docs/protocol.md)
        raise Forbidden(_WRONG)
    services.guessing.succeeded(login.user)
    account = accounts.by_key(key, client, address)
    if account is not None:  # it may have been revoked a moment later
        services.emit(SignedIn(account.user, client, account.device))
    return Json({"key": key})

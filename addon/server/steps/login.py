"""`hostKey`: name and password in, a host key for this device out."""

from __future__ import annotations

from ...protocol.client_name import PROBE
from ...protocol.faults import Forbidden
from ...protocol.messages import Login
from ..call import Json, LoginCall, Reply
from ..events import SignedIn, SignInRefused

_NO_KEY = "a probe gets none"


def host_key(call: LoginCall) -> Reply:
    login = Login.parse(call.body.json())
    client = call.header.client
    if client == PROBE:
        key = _NO_KEY if call.accounts.is_right(login.user, login.password) else None
    else:
        key = call.accounts.login(login.user, login.password, client)
    if key is None:
        if login.user or login.password:  # else somebody only asks whether we are here
            call.emit(SignInRefused(login.user[:100], client, None))
        # always 403: on 401 old clients show a general error (docs/protocol.md)
        raise Forbidden("wrong user name or password")
    account = call.accounts.by_key(key)
    if account is not None:  # a moment later it may be revoked
        call.emit(SignedIn(account.user, client, account.device))
    return Json({"key": key})

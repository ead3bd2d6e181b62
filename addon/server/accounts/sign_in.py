"""Users who are kept elsewhere: a class of the administrator's own checks names and passwords.

Only that is handed over. Devices and their keys stay in accounts.db: so each device can still be
listed and revoked alone, and the class is asked when somebody signs in, not for every request.
"""

from __future__ import annotations

import importlib
import logging
import threading
import time
from pathlib import Path
from typing import Any, Protocol

from ...errors import Problem
from ...protocol.faults import Unavailable
from ...store.user_names import is_user_name

log = logging.getLogger(__name__)

# Seconds for which a user who is known is taken to be so; a sync is some ten requests.
_REMEMBERED = 60


class SignIn(Protocol):
    """Knows who may sign in. `server.accounts.Accounts` is one; another is named by the setting
    `accounts` and made with one argument, the data folder (a `pathlib.Path`).

    Both methods are called from several threads at once. What they raise is answered with 503,
    "not now": the device keeps its key and its changes, and tries again at its next sync.
    """

    def check(self, name: str, password: str) -> str | None:
        """The user's name, or None where name or password is wrong.

        The returned name is the one of the user's folder (`store.user_names.is_user_name`), so it
        must be the same however `name` was typed.
        """

    def exists(self, name: str) -> bool:
        """Whether a user who signed in once may still sync; asked about once a minute.

        False cuts the user's devices off, and they ask for a name and a password again.
        """


class BadAccountsClass(Problem):
    """The class that is to know the users cannot be used."""

    def __init__(self, named: str, cause: str) -> None:
        super().__init__(f"accounts = {named}: {cause}")


def load(named: str, data: Path) -> SignIn:
    """Make the class that `named`, "package.module:Class", stands for. `BadAccountsClass`."""
    module, _, name = named.partition(":")
    try:
        made: Any = getattr(importlib.import_module(module), name)(data)
    except Exception as error:  # whatever the code of somebody else raises
        log.debug("%s", named, exc_info=True)
        raise BadAccountsClass(
            named, f"the class cannot be made ({type(error).__name__}: {error})"
        ) from error
    for method in ("check", "exists"):
        if not callable(getattr(made, method, None)):
            raise BadAccountsClass(named, f"the class has no method {method!r}")
    return _Guarded(named, made)


class _Guarded:
    """Somebody else's class, with what it answers and raises made fit for the server."""

    def __init__(self, named: str, inner: SignIn) -> None:
        self._named = named
        self._inner = inner
        self._lock = threading.Lock()
        self._known_until: dict[str, float] = {}  # by name; monotonic seconds

    def check(self, name: str, password: str) -> str | None:
        try:
            found: object = self._inner.check(name, password)
        except Exception as error:
            raise self._failed(error) from error
        if found is None:
            return None
        if not isinstance(found, str) or not is_user_name(found):
            log.error("%s: %r cannot be the name of a user's folder", self._named, found)
            raise Unavailable("the list of users gave a name that cannot be used")
        return found

    def exists(self, name: str) -> bool:
        with self._lock:
            if time.monotonic() < self._known_until.get(name, 0.0):
                return True
        try:
            known = bool(self._inner.exists(name))
        except Exception as error:
            raise self._failed(error) from error
        if known:
            with self._lock:
                self._known_until[name] = time.monotonic() + _REMEMBERED
        return known

    def _failed(self, error: Exception) -> Unavailable:
        log.error("%s failed", self._named, exc_info=error)
        return Unavailable("the list of users cannot be asked now")

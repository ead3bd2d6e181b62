"""Users who are kept elsewhere: the administrator's own class checks names and passwords.

It does nothing else. Devices and their keys stay in accounts.db, so each device can still be listed
and removed, and the class is asked when somebody signs in, not for every request.
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

# Seconds before the class is asked again whether a user exists; a sync is some ten requests.
_CACHED = 60


class SignIn(Protocol):
    """Decides who may sign in.

    `server.accounts.local_users.LocalUsers` is one. The setting `accounts` names another, which is
    made with one argument, the data folder (a `pathlib.Path`). Both methods are called from several
    threads at once. If one raises, the device gets 503, "not now": it keeps its key and its
    changes, and tries again at its next sync.
    """

    def check(self, name: str, password: str) -> str | None:
        """Return the user's name, or None if name or password is wrong.

        The result also names the user's folder (`store.user_names.is_user_name`), so it must be the
        same however `name` was typed.
        """

    def exists(self, name: str) -> bool:
        """Return whether a user who once signed in may still sync. Called about once a minute.

        False signs the user's devices out, and they ask for name and password again.
        """


class BadAccountsClass(Problem):
    """The class named in the setting `accounts` cannot be used."""

    def __init__(self, named: str, cause: str) -> None:
        super().__init__(f"accounts = {named}: {cause}")


def load(named: str, data: Path) -> SignIn:
    """Import and make the class named "package.module:Class". Raises BadAccountsClass."""
    module, _, name = named.partition(":")
    try:
        made: Any = getattr(importlib.import_module(module), name)(data)
    except Exception as error:  # it is somebody else's code
        log.debug("%s", named, exc_info=True)
        raise BadAccountsClass(
            named, f"the class cannot be created ({type(error).__name__}: {error})"
        ) from error
    for method in ("check", "exists"):
        if not callable(getattr(made, method, None)):
            raise BadAccountsClass(named, f"the class has no method {method!r}")
    return _Guarded(named, made)


class _Guarded:
    """Wraps the administrator's class: checks its results, and raises Unavailable on errors."""

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
            raise Unavailable("the class that checks users returned an invalid name")
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
                self._known_until[name] = time.monotonic() + _CACHED
        return known

    def _failed(self, error: Exception) -> Unavailable:
        log.error("%s failed", self._named, exc_info=error)
        return Unavailable("users cannot be checked now")

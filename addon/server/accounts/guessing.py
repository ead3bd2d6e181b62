"""Slow down whoever guesses passwords, by address and by account.

A few wrong passwords are typing mistakes. After them, each further one doubles the time in which
the next is not even checked, up to a limit, so that nobody is locked out for good. Devices that
have a key never come here.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

FREE = 5  # wrong passwords in a row before the first wait, unless set otherwise
_FIRST = 2.0  # seconds
# Shorter for an account: the guesses of others must not keep its owner from signing in.
_LONGEST_OF_ADDRESS = 900.0
_LONGEST_OF_ACCOUNT = 60.0
_FORGOTTEN = 3600.0  # seconds after the last wrong password
_MOST = 1000  # addresses, and accounts, that are remembered
_MAX_NAME = 100  # characters


@dataclass(frozen=True)
class Slowed:
    """An address, or an account, for which wrong passwords are remembered."""

    address: str  # or an IPv6 network; "" for an account
    user: str  # as it was typed, without its case; "" for an address
    failures: int
    seconds: float  # until the next password is checked
    must_wait: bool  # whether each further wrong password makes the wait longer


@dataclass
class _Failures:
    count: int
    until: float
    forgotten: float
    announced: bool = False  # whether it is known that this wait has kept somebody out


class _Counter:
    """Wrong passwords by key, for at most `_MOST` keys."""

    def __init__(self, longest: float, free: int) -> None:
        self._longest = longest
        self.free = free
        self.known: dict[str, _Failures] = {}

    def wait(self, key: str, now: float) -> float:
        found = self.known.get(key)
        return max(0.0, found.until - now) if found is not None and now < found.forgotten else 0.0

    def failed(self, key: str, now: float) -> None:
        found = self.known.pop(key, None)
        count = 1 if found is None or now >= found.forgotten else found.count + 1
        # 2 ** 20 seconds are longer than any limit
        wait = 0.0 if count < self.free else _FIRST * 2.0 ** min(20, count - self.free)
        self.known[key] = _Failures(count, now + min(wait, self._longest), now + _FORGOTTEN)
        while len(self.known) > _MOST:
            del self.known[next(iter(self.known))]  # the one whose last failure is the oldest

    def sweep(self, now: float) -> None:
        for key in [key for key, each in self.known.items() if now >= each.forgotten]:
            del self.known[key]


class Guessing:
    """Remembers wrong passwords, in memory alone. Any thread may call."""

    def __init__(self, now: Callable[[], float] = time.monotonic, free: int = FREE) -> None:
        """`now` returns seconds; `free` wrong passwords in a row cost nothing."""
        self._now = now
        self._lock = threading.Lock()
        self._addresses = _Counter(_LONGEST_OF_ADDRESS, free)
        self._accounts = _Counter(_LONGEST_OF_ACCOUNT, free)

    def wait(self, address: str, user: str) -> float:
        """Return the seconds in which no password from there, or for this user, is checked."""
        with self._lock:
            now = self._now()
            return max(
                self._addresses.wait(_network(address), now),
                self._accounts.wait(_account(user), now),
            )

    def is_news(self, address: str, user: str) -> bool:
        """Return whether a wait has kept somebody out, True once for each wait."""
        with self._lock:
            now = self._now()
            found = (
                self._addresses.known.get(_network(address)),
                self._accounts.known.get(_account(user)),
            )
            waits = [each for each in found if each is not None and now < each.until]
            news = [each for each in waits if not each.announced]
            for each in news:
                each.announced = True
            return bool(news)

    def failed(self, address: str, user: str) -> None:
        """Record a wrong name or password. `address` is "" if it is unknown."""
        with self._lock:
            now = self._now()
            if address:
                self._addresses.failed(_network(address), now)
            self._accounts.failed(_account(user), now)

    def succeeded(self, user: str) -> None:
        """Forget what was wrong for an account, but not what came from an address: its sender may
        have an account, and guess those of others."""
        with self._lock:
            self._accounts.known.pop(_account(user), None)

    def slowed(self) -> list[Slowed]:
        """Return what is remembered, most failures first."""
        with self._lock:
            now = self._now()
            for counter in (self._addresses, self._accounts):
                counter.sweep(now)
            found = [
                _shown(counter, "" if of_account else key, key if of_account else "", each, now)
                for of_account, counter in enumerate((self._addresses, self._accounts))
                for key, each in counter.known.items()
            ]
        return sorted(found, key=lambda each: -each.failures)

    def forgive(self) -> None:
        """Forget everything."""
        with self._lock:
            self._addresses.known.clear()
            self._accounts.known.clear()


def _shown(counter: _Counter, address: str, user: str, each: _Failures, now: float) -> Slowed:
    wait = max(0.0, each.until - now)
    return Slowed(address, user, each.count, wait, each.count >= counter.free)


def _account(user: str) -> str:
    return user.casefold()[:_MAX_NAME]


def _network(address: str) -> str:
    """Return what counts as one sender: everybody has a whole /64 network of IPv6 addresses."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:_MAX_NAME]
    number = getattr(number, "ipv4_mapped", None) or number
    if number.version == 4 or number.is_loopback:
        return str(number)
    return str(ipaddress.ip_network(f"{number}/64", strict=False))

"""Test connections to other servers while the window stays usable."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable, Dict, Optional, Set, Tuple, Union

from ...errors import Problem
from ...net.probe_result import ProbeOutcome, ProbeResult
from .background import Background


@dataclass(frozen=True)
class ConnectionTest:
    """What to test: a server, and a login if there is a `user`."""

    address: str
    user: str = ""
    password: str = field(default="", repr=False)
    sign_in: bool = False
    """Whether the login is to stay: the server then has one more device."""


TestResult = Union[ProbeResult, Problem]
"""A Problem if this computer cannot test servers, since that needs the server's libraries;
Unforeseen if the test failed in an odd way."""
ResultListener = Callable[[TestResult], None]


class ConnectionTester:
    """Runs tests, and reports the result of the last one that was asked for.

    A sign-in adds a device on the other server, which no client can undo. So a test that was
    stopped is not run twice when it is asked for again, and its host key is reused.
    """

    def __init__(
        self, load_libraries: Callable[[], None], background: Background, client: str
    ) -> None:
        """`load_libraries` raises a Problem; `client` is the name of a device that signs in."""
        self._load_libraries = load_libraries
        self._background = background
        self._client = client
        self._running: Set[ConnectionTest] = set()
        self._keys: Dict[ConnectionTest, str] = {}
        self._listening: Optional[Tuple[ConnectionTest, ResultListener]] = None

    def run(self, test: ConnectionTest, then: ResultListener) -> None:
        """Test in the background and pass the result to `then`.

        It is not called if `stop` or another test comes first.
        """
        self._listening = (test, then)
        if test in self._running:
            return
        self._running.add(test)

        def ended(result: TestResult) -> None:
            self._ended(test, result)

        self._background.run(lambda: self._run(test), ended, ended, "lan-sync-other-server")

    def stop(self) -> None:
        """Stop waiting for a result."""
        self._listening = None

    def _run(self, test: ConnectionTest) -> TestResult:
        try:
            self._load_libraries()
        except Problem as problem:
            return problem
        from ...net.probe import probe

        key = self._keys.get(test, "")
        if not key:
            client = self._client if test.sign_in else ""
            return probe(test.address, test.user, test.password, client=client)
        found = probe(test.address)
        return replace(found, host_key=key) if found.outcome is ProbeOutcome.OK else found

    def _ended(self, test: ConnectionTest, result: TestResult) -> None:
        self._running.discard(test)
        if not isinstance(result, Problem) and result.host_key:
            self._keys[test] = result.host_key
        if self._listening is None or self._listening[0] != test:
            return
        _test, then = self._listening
        self._listening = None
        then(result)

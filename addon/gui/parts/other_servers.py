"""Ask other servers whether they answer and accept a login, while the window stays usable."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable, Dict, Optional, Set, Tuple, Union

from ...errors import Problem
from ...net.probe_result import ProbeOutcome, ProbeResult
from .background import Background


@dataclass(frozen=True)
class Question:
    """What to ask a server; without a `user`, only whether it answers."""

    address: str
    user: str = ""
    password: str = field(default="", repr=False)
    sign_in: bool = False
    """Whether to keep the login, which adds a device on the server."""


Answer = Union[ProbeResult, Problem]
"""A Problem if this computer cannot ask at all, because the probe needs the server's libraries;
Unforeseen if asking failed unexpectedly."""
Listener = Callable[[Answer], None]


class OtherServers:
    """Answers one question at a time.

    Signing in adds a device on the other server, which no client can undo. So if a stopped question
    is asked again, its answer is awaited rather than asked for twice, and its key is reused.
    """

    def __init__(
        self,
        load_libraries: Callable[[], None],
        background: Background,
        client: str,
    ) -> None:
        """`load_libraries` raises a Problem; `client` is how a device that signs in is named."""
        self._load_libraries = load_libraries
        self._background = background
        self._client = client
        self._under_way: Set[Question] = set()
        self._keys: Dict[Question, str] = {}
        self._listening: Optional[Tuple[Question, Listener]] = None

    def ask(self, question: Question, then: Listener) -> None:
        """Ask in the background; call `then` with the answer, unless `stop` or another question
        comes first."""
        self._listening = (question, then)
        if question in self._under_way:
            return
        self._under_way.add(question)

        def answered(answer: Answer) -> None:
            self._answered(question, answer)

        self._background.run(
            lambda: self._answer(question), answered, answered, "lan-sync-other-server"
        )

    def stop(self) -> None:
        """Stop waiting for an answer."""
        self._listening = None

    def _answer(self, question: Question) -> Answer:
        try:
            self._load_libraries()
        except Problem as problem:
            return problem
        from ...net.probe import probe

        key = self._keys.get(question, "")
        if not key:
            client = self._client if question.sign_in else ""
            return probe(question.address, question.user, question.password, client=client)
        found = probe(question.address)
        return replace(found, host_key=key) if found.outcome is ProbeOutcome.OK else found

    def _answered(self, question: Question, answer: Answer) -> None:
        self._under_way.discard(question)
        if not isinstance(answer, Problem) and answer.host_key:
            self._keys[question] = answer.host_key
        if self._listening is None or self._listening[0] != question:
            return
        _question, then = self._listening
        self._listening = None
        then(answer)

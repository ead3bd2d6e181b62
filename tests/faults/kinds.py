"""What can go wrong at one request: with the network, with the server, with its disk."""

from __future__ import annotations

import select
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from anki.errors import NetworkError, SyncError

from tests.disks import filled
from tests.live.clients import Client, Outcome
from tests.live.proxy import Answer, Exchange, Relay
from tests.live.servers import LanSync

FULL_DISK = "disk full"
ANOTHER_DEVICE = "another device"
PATIENCE = 3  # s of silence after which the client gives up; Anki's default is 60
_BAD_GATEWAY = Answer(502, Message(), b"<html>Bad Gateway</html>")


@dataclass
class Household:
    """What a fault may meddle with; `healing` puts it right again."""

    server: LanSync
    other: Client
    disk: Path
    """A file system of its own with the server's data."""
    healing: ExitStack

    def kill_server(self) -> None:
        """SIGKILL; it starts again when all is healed."""
        self.server.kill()
        self.healing.callback(self.server.start)


Fault = Callable[[Exchange, Household], None]


def _closed(exchange: Exchange, _home: Household) -> None:
    exchange.hang_up()


def _withheld(exchange: Exchange, _home: Household) -> None:
    exchange.forward()
    exchange.hang_up()


def _half_a_body(exchange: Exchange, _home: Household) -> None:
    exchange.forward_half()
    exchange.hang_up()


def _half_an_answer(exchange: Exchange, _home: Household) -> None:
    exchange.reply(exchange.forward(), part=0.5)


def _bad_gateway(exchange: Exchange, _home: Household) -> None:
    exchange.reply(_BAD_GATEWAY)


def _silence(exchange: Exchange, _home: Household) -> None:
    """Answer nothing until the client has hung up."""
    select.select([exchange.client], [], [], 30 * PATIENCE)
    exchange.hang_up()


def _killed_before(exchange: Exchange, home: Household) -> None:
    home.kill_server()
    exchange.hang_up()


def _killed_answering(exchange: Exchange, home: Household) -> None:
    """The server has answered, and the answer is lost with it."""
    exchange.forward()
    home.kill_server()
    exchange.hang_up()


def _killed_after(exchange: Exchange, home: Household) -> None:
    answer = exchange.forward()
    home.kill_server()
    exchange.reply(answer)


def _frozen(exchange: Exchange, home: Household) -> None:
    """The server stands still until the client has given up, as on a computer that sleeps."""
    home.server.child.signal(signal.SIGSTOP)
    given_up = threading.Timer(2 * PATIENCE, home.server.child.signal, [signal.SIGCONT])
    given_up.start()
    home.healing.callback(given_up.join)
    exchange.reply(exchange.forward())


def _disk_full(exchange: Exchange, home: Household) -> None:
    home.healing.enter_context(filled(home.disk))
    exchange.reply(exchange.forward())


def _other_device(exchange: Exchange, home: Household) -> None:
    """Another device syncs while this request waits."""
    with suppress(SyncError, NetworkError):  # refused: it syncs later
        outcome = home.other.sync()
        assert outcome is Outcome.NO_CHANGES, outcome
    exchange.reply(exchange.forward())


FAULTS: dict[str, Fault] = {
    "closed before the request": _closed,
    "answer withheld": _withheld,
    "half a body": _half_a_body,
    "half an answer": _half_an_answer,
    "502": _bad_gateway,
    "silence": _silence,
    "killed before the request": _killed_before,
    "killed with the answer": _killed_answering,
    "killed after the answer": _killed_after,
    "frozen": _frozen,
    FULL_DISK: _disk_full,
    ANOTHER_DEVICE: _other_device,
}


class FaultyRelay(Relay):
    """Lets one fault happen at the nth request (from 1), and passes on all others."""

    def __init__(self, upstream: str, nth: int, fault: Fault, home: Household) -> None:
        super().__init__(upstream)
        self._nth = nth
        self._fault = fault
        self._home = home
        self._counting = threading.Lock()
        self._seen = 0
        self.error: BaseException | None = None

    def serve(self, exchange: Exchange) -> None:
        """Pass the request on, or let the fault happen."""
        with self._counting:
            self._seen += 1
            meant = self._seen == self._nth
        if not meant:
            exchange.reply(exchange.forward())
            return
        try:
            self._fault(exchange, self._home)
        except OSError:
            raise
        except BaseException as error:  # not the client's: the trial fails
            self.error = error
            exchange.hang_up()

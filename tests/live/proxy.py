"""An HTTP relay between client and server: it notes requests, holds them, loses their answers."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from urllib.parse import urlsplit

WAIT = 60.0  # s; an upper bound only, nothing here waits that long when all is well


class Hold:
    """A request that waits in the relay, not yet seen by the server."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._released = threading.Event()

    def wait_until_reached(self) -> None:
        assert self._reached.wait(WAIT), "the client never sent that request"

    def release(self) -> None:
        self._released.set()

    def _pause(self) -> None:
        self._reached.set()
        assert self._released.wait(WAIT), "nobody released the request"


@dataclass(frozen=True)
class Answer:
    """What the server answered, read to its end."""

    status: int
    headers: Message
    body: bytes


class Relay:
    """Listens on a port of its own and passes every request on to `upstream` (a base URL).

    `methods` lists what passed through, by the last part of the path ("meta", "applyChunk").
    """

    def __init__(self, upstream: str) -> None:
        address = urlsplit(upstream)
        assert address.hostname is not None
        assert address.port is not None
        self._upstream = (address.hostname, address.port)
        self._lock = threading.Condition()
        self._in_flight = 0
        self.methods: list[str] = []
        self._holds: dict[str, Hold] = {}
        self._lost_answers: dict[str, int] = {}
        self._lost_requests: set[str] = set()
        self._lost = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"

    @contextmanager
    def running(self) -> Iterator[Relay]:
        thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        thread.start()
        try:
            yield self
        finally:
            for hold in self._holds.values():
                hold.release()
            self._server.shutdown()
            self._server.server_close()

    def hold(self, method: str) -> Hold:
        """Make the next request of this method wait for `release`."""
        hold = Hold()
        with self._lock:
            self._holds[method] = hold
        return hold

    def lose_answer(self, method: str, nth: int = 1) -> None:
        """Let the server act on the nth request of this method, and hang up on the client."""
        with self._lock:
            self._lost_answers[method] = nth

    def lose_requests(self, method: str) -> None:
        """From now on hang up on the client when it sends this method."""
        with self._lock:
            self._lost_requests.add(method)

    @property
    def lost(self) -> int:
        """How many requests or answers were lost on purpose so far (`abort` not counted)."""
        with self._lock:
            return self._lost

    def wait_for(self, method: str) -> None:
        """Wait until such a request has passed and none is in flight."""
        with self._lock:
            done = self._lock.wait_for(
                lambda: method in self.methods and not self._in_flight, timeout=WAIT
            )
        assert done, f"no {method} among {self.methods}"

    def wait_until_idle(self) -> None:
        """Wait until no request is in flight."""
        with self._lock:
            assert self._lock.wait_for(lambda: not self._in_flight, timeout=WAIT), self.methods

    def _done(self) -> None:
        with self._lock:
            self._in_flight -= 1
            self._lock.notify_all()

    def _note(self, method: str) -> Hold | None:
        with self._lock:
            self.methods.append(method)
            self._in_flight += 1
            return self._holds.pop(method, None)

    def _loses_request(self, method: str) -> bool:
        with self._lock:
            lost = method in self._lost_requests
            self._lost += lost and method != "abort"
            return lost

    def _loses_answer(self, method: str) -> bool:
        with self._lock:
            left = self._lost_answers.get(method, 0)
            if not left:
                return False
            self._lost_answers[method] = left - 1
            self._lost += left == 1
            return left == 1

    def serve(self, exchange: Exchange) -> None:
        """Do with one request what was asked for. A kind of relay of its own may do otherwise."""
        if self._loses_request(exchange.method):
            exchange.hang_up()
            return
        answer = exchange.forward()
        if self._loses_answer(exchange.method):
            exchange.hang_up()
        else:
            exchange.reply(answer)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        relay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle(self) -> None:
                with suppress(ConnectionError):  # 2.1.26 resets a connection that it has used
                    super().handle()

            def do_POST(self) -> None:
                method = urlsplit(self.path).path.rstrip("/").rpartition("/")[2]
                body = read_body(self.rfile, self.headers)
                hold = relay._note(method)
                exchange = Exchange(self, relay._upstream, method, body)
                try:
                    if hold is not None:
                        hold._pause()
                    relay.serve(exchange)
                except OSError:  # the server is gone, or the client: so is the other side
                    exchange.hang_up()
                finally:
                    relay._done()

            do_GET = do_POST  # so protocol 10 begins a sync of media

            def log_message(self, format: str, *args: object) -> None:
                """Stay quiet: the servers under test keep their own logs."""

        return Handler


class Exchange:
    """One request at the relay, and what can be done with it."""

    def __init__(
        self,
        handler: BaseHTTPRequestHandler,
        upstream: tuple[str, int],
        method: str,
        body: bytes,
    ) -> None:
        self.method = method
        self.client = handler.connection
        self._handler = handler
        self._upstream = upstream
        self._body = body

    def forward(self) -> Answer:
        """Send the request on and read the whole answer."""
        with self._sent_on() as connection:
            connection.endheaders(self._body)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def forward_half(self) -> None:
        """Send the first half of the body on, and hang up on the server."""
        with self._sent_on() as connection:
            connection.endheaders(self._body[: len(self._body) // 2])

    def reply(self, answer: Answer, part: float = 1.0) -> None:
        """Pass an answer on, or the first part of its body and nothing more."""
        self._handler.send_response(answer.status)
        for name, value in answer.headers.items():
            if name.lower() in {"anki-original-size", "content-type", "location"}:
                self._handler.send_header(name, value)
        self._handler.send_header("Content-Length", str(len(answer.body)))
        self._handler.end_headers()
        self._handler.wfile.write(answer.body[: int(part * len(answer.body))])
        if part < 1:
            self.hang_up()

    def hang_up(self) -> None:
        """Close the connection to the client."""
        self._handler.close_connection = True
        with suppress(OSError):
            self.client.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def _sent_on(self) -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection(*self._upstream, timeout=WAIT)
        try:
            connection.putrequest(self._handler.command, self._handler.path)
            for name, value in self._handler.headers.items():
                if name.lower() in {"anki-sync", "content-type"}:
                    connection.putheader(name, value)
            connection.putheader("Content-Length", str(len(self._body)))
            yield connection
        finally:
            connection.close()


def read_body(stream: BufferedIOBase, headers: Message) -> bytes:
    """Return the body of a request, whether its length was announced or it comes in chunks."""
    if "chunked" not in headers.get("Transfer-Encoding", "").lower():
        return stream.read(int(headers.get("Content-Length", 0)))
    parts = []
    while size := int(stream.readline().split(b";")[0], 16):
        parts.append(stream.read(size))
        stream.readline()
    stream.readline()
    return b"".join(parts)

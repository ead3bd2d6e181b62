"""A sync session by hand, for what no real client would send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .clients import Client
from .content import scalar
from .servers import Server, User
from .wire import WireClient

Row = list[Any]
EVERYTHING = 0  # a USN before all others: the server answers with all it has


class WireSession:
    """One device's session; every call returns the HTTP status and the answer."""

    def __init__(self, server: Server, user: User) -> None:
        self.wire = WireClient(server.url)
        self.usn = 0  # the server's; devices write it into what they send
        assert self.wire.login(user.name, user.password) == 200

    def ask(self, method: str, request: object = None) -> Any:
        """Make a call that must succeed; return its answer."""
        status, answer = self.wire.call(method, request)
        assert status == 200, f"{method}: {status} {answer!r}"
        return answer

    def start(self, since: int = EVERYTHING, newer: bool = True) -> dict[str, list[int]]:
        self.wire.new_session()
        meta = self.ask("meta", {"v": 11, "cv": "anki,26.09.3 (wire),test"})
        self.usn = int(meta["usn"])
        graves: dict[str, list[int]] = self.ask("start", {"minUsn": since, "lnewer": newer})
        return graves

    def changes(
        self,
        *,
        models: Sequence[object] = (),
        decks: Sequence[object] = (),
        presets: Sequence[object] = (),
        tags: Sequence[object] = (),
        config: Mapping[str, object] | None = None,
    ) -> tuple[int, Any]:
        body = {"models": list(models), "decks": [list(decks), list(presets)], "tags": list(tags)}
        if config is not None:
            body["conf"] = config
        return self.wire.call("applyChanges", {"changes": body})

    def chunks(self) -> dict[str, list[Row]]:
        """Return all rows that the server sends."""
        rows: dict[str, list[Row]] = {"cards": [], "notes": [], "revlog": []}
        while True:
            chunk = self.ask("chunk")
            for kind, found in rows.items():
                found.extend(chunk.get(kind, []))
            if chunk["done"]:
                return rows

    def send(self, **rows: Sequence[object]) -> tuple[int, Any]:
        """`applyChunk` with lists of cards, notes, revlog."""
        return self.wire.call("applyChunk", {"chunk": {"done": True, **rows}})

    def sanity_and_finish(self, counted: Client, new_reviews: int = 0) -> None:
        """End the session; we hold as many objects as `counted`, and this many reviews more."""
        tables = ("cards", "notes", "revlog")
        counts = [scalar(counted, f"select count() from {table}") for table in tables]
        counts[2] += new_reviews
        counts += [0, *(scalar(counted, f"select count() from {table}") for table in OBJECTS)]
        answer = self.ask("sanityCheck2", {"client": [[0, 0, 0], *counts]})
        assert answer["status"] == "ok", answer
        self.ask("finish")


OBJECTS = ("notetypes", "decks", "deck_config")

"""What the server reads while a client works on its last answer."""

from __future__ import annotations

from werkzeug.test import Client

from addon.protocol import body, header, jsontext
from addon.server.app import SyncApp

from .caller import CLIENT, SANITY, Caller

NO_CHANGES: dict[str, object] = {"changes": {"models": [], "decks": [[], []], "tags": []}}


def reviews(first: int, last: int, done: bool) -> dict[str, object]:
    rows = [[number, 1, -1, 1, 1, 1, 1, 1, 1] for number in range(first, last + 1)]
    return {"chunk": {"done": done, "revlog": rows, "cards": [], "notes": []}}


def sanity(phone: Caller, expected: int) -> str:
    """Return the answer to a client that has this many reviews."""
    counts = list(SANITY["client"])
    counts[3] = expected
    status, answer = phone.post("sanityCheck2", {"client": counts})
    assert status == 200
    return str(answer["status"])


def test_rows_are_read_before_a_client_asks_for_them(app: SyncApp, phone: Caller) -> None:
    phone.start()
    assert phone.post("applyChunk", reviews(1, 300, done=True)) == (200, None)
    assert phone.post("finish", {})[0] == 200
    phone.start()
    assert phone.post("applyChanges", NO_CHANGES)[0] == 200
    statements: list[str] = []
    with app.users.get("anna").session(phone.session) as session:
        session.collection.db.set_trace_callback(statements.append)
    first = phone.post("chunk", {})[1]
    assert len(statements) == 1  # for the second chunk
    second = phone.post("chunk", {})[1]
    assert len(statements) == 1
    assert second["done"]
    sent = sorted(first["revlog"] + second["revlog"])
    assert sent == [[number, 1, 0, 1, 1, 1, 1, 1, 1] for number in range(1, 301)]


def test_a_session_may_end_before_rows_are_read_for_its_client(app: SyncApp, phone: Caller) -> None:
    phone.start()
    sender = {"v": 11, "k": phone.key, "s": phone.session, "c": CLIENT}
    answer = Client(app).post(
        "/sync/applyChanges",
        data=body.compress_whole(jsontext.dumps(NO_CHANGES)),
        headers={header.HEADER: jsontext.dumps_text(sender)},
    )
    app.users.get("anna").abort(phone.session)
    answer.close()  # rows are read once an answer is sent
    phone.start()


def test_rows_that_cannot_be_read_yet_are_read_when_a_client_asks_for_them(
    app: SyncApp, phone: Caller
) -> None:
    user = app.users.get("anna")
    phone.start()
    with user.session(phone.session) as session:
        session.collection.db.execute("alter table revlog rename to hidden")
    assert phone.post("applyChanges", NO_CHANGES)[0] == 200
    with user.session(phone.session) as session:
        session.collection.db.execute("alter table hidden rename to revlog")
    assert phone.post("chunk", {})[0] == 200


def test_rows_are_counted_while_a_client_counts_its_own(app: SyncApp, phone: Caller) -> None:
    phone.start()
    assert phone.post("applyChunk", reviews(1, 10, done=True))[0] == 200
    statements: list[str] = []
    with app.users.get("anna").session(phone.session) as session:
        session.collection.db.set_trace_callback(statements.append)
    assert sanity(phone, 10) == "ok"
    assert not [each for each in statements if "count" in each]


def test_what_comes_after_the_last_chunk_is_counted_too(phone: Caller) -> None:
    phone.start()
    assert phone.post("applyChunk", reviews(1, 10, done=True))[0] == 200
    assert phone.post("applyChunk", reviews(11, 15, done=True))[0] == 200
    assert sanity(phone, 15) == "ok"
    assert phone.post("applyChunk", reviews(16, 18, done=False))[0] == 200
    assert sanity(phone, 18) == "ok"
    assert phone.post("finish", {})[0] == 200
    phone.start()
    assert sanity(phone, 18) == "ok"
    assert sanity(phone, 17) == "bad"

"""Our validators accept and refuse exactly what Anki's own server does.

Each specimen is sent to `python -m anki.syncserver` with one value changed. Where we keep another
value than the one that came, it must be the value that Anki's server sends out afterwards.
"""

from __future__ import annotations

import math
import os
import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.store import validate
from addon.store.validate.rows import CARD_COLUMNS

from ...live.wire import WireClient
from ..anki_server import anki_server, logged_in
from ..specimens import (
    CARD,
    DECK,
    FILTERED_DECK,
    NOTE,
    NOTE_TYPE,
    PRESET,
    REVLOG,
    Mutant,
    mutants,
    nested,
)

# the whole comparison takes minutes: each run checks one mutant in so many, always the same
ONE_IN = int(os.environ.get("VALIDATE_ONE_IN", "8"))


class Anki:
    """A session with Anki's server that takes one object and says what became of it."""

    def __init__(self, client: WireClient) -> None:
        self.client = client
        # notes need their note type: keep one for good
        self.start()
        self._must("applyChanges", {"changes": _changes(models=[NOTE_TYPE])})
        self._must("finish")

    def start(self) -> None:
        self.client.new_session()
        # from the lowest usn on: mutants may come with any
        self._must("start", {"minUsn": -(2**31), "lnewer": True})

    def _must(self, method: str, request: Any = None) -> Any:
        status, answer = self.client.call(method, request)
        assert status == 200, (method, answer)
        return answer

    def changes(self, **objects: Any) -> dict[str, Any] | None:
        """Send objects to applyChanges; return all objects of the server after, None if refused."""
        self.start()
        status, _ = self.client.call("applyChanges", {"changes": _changes(**objects)})
        if status == 400:
            return None
        assert status == 200
        answer: dict[str, Any] = self._must("applyChanges", {"changes": _changes()})
        return answer

    def chunk(self, **rows: Any) -> dict[str, Any] | None:
        """Send rows to applyChunk; return the server's rows after, None if refused."""
        self.start()
        status, _ = self.client.call("applyChunk", {"chunk": {"done": True, **rows}})
        if status == 400:
            return None
        assert status == 200
        answer: dict[str, Any] = self._must("chunk")
        return answer


def _changes(
    models: Any = (), decks: Any = (), presets: Any = (), tags: Any = (), **more: Any
) -> dict[str, Any]:
    return {"models": models, "decks": [decks, presets], "tags": tags, **more}


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    with anki_server(tmp_path_factory.mktemp("server")) as url:
        yield Anki(logged_in(url))


def _sample(kind: str, specimen: Any) -> Iterator[Mutant]:
    chance = random.Random(zlib.crc32(kind.encode()))
    yield Mutant("unchanged", specimen)
    for mutant in mutants(specimen):
        if chance.randrange(ONE_IN) == 0:
            yield mutant


def _kept(check: Callable[[Any], Any], value: Any) -> Any:
    try:
        return check(value)
    except validate.Invalid:
        return None


def _differences(kept: Any, sent: Any, theirs: Any, place: str = "") -> Iterator[str]:
    """Yield where `kept` is not what was `sent`, and not what Anki has either.

    Not of what was done today: Anki joins the four days of a deck to one."""
    if kept == sent and _types(kept) == _types(sent):
        return
    if type(kept) is dict and type(sent) is dict and type(theirs) is dict:
        for key in kept:
            yield from _differences(kept[key], sent.get(key), theirs.get(key), f"{place}[{key!r}]")
    elif all(type(one) is list for one in (kept, sent, theirs)) and len(kept) == len(theirs):
        sent = [*sent, *[None] * len(kept)]
        for index, item in enumerate(kept):
            yield from _differences(item, sent[index], theirs[index], f"{place}[{index}]")
    elif kept != theirs and not _same_float(kept, theirs) and "Today" not in place:
        yield f"{place}: kept {kept!r:.50}, Anki has {theirs!r:.50}"


def _types(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _types(item) for key, item in value.items()}
    return [_types(item) for item in value] if isinstance(value, list) else type(value)


def _same_float(one: Any, two: Any) -> bool:
    floats = isinstance(one, float) and isinstance(two, float)
    return floats and math.isclose(one, two, rel_tol=1e-6)


def _compare(
    kind: str,
    specimen: Any,
    check: Callable[[Any], Any],
    ask: Callable[[Any], dict[str, Any] | None],
    find: Callable[[dict[str, Any], Any], Any],
    elsewhere: tuple[str, ...] = (),
) -> None:
    wrong = []
    for mutant in _sample(kind, specimen):
        if mutant.place.startswith(elsewhere):
            continue
        kept, answer = _kept(check, mutant.value), ask(mutant.value)
        if (kept is None) != (answer is None):
            verb = "takes" if answer is not None else "refuses"
            wrong.append(f"{mutant.place}: Anki {verb}")
        elif kept is not None and answer is not None:
            theirs = find(answer, kept)
            kept = list(kept) if isinstance(kept, tuple) else kept
            wrong += [f"{mutant.place}: {d}" for d in _differences(kept, mutant.value, theirs)]
    assert not wrong, "\n".join(wrong)


def _by_id(items: list[Any], kept: Any) -> Any:
    return next(item for item in items if item["id"] == kept["id"])


def test_note_types_are_accepted_and_refused_as_by_anki(anki: Anki) -> None:
    # not the id of the stored one, whose number of fields may not change
    _compare(
        "note type",
        {**NOTE_TYPE, "id": NOTE_TYPE["id"] + 9, "name": "Other"},
        validate.note_type,
        lambda obj: anki.changes(models=[obj]),
        lambda answer, kept: _by_id(answer["models"], kept),
    )


@pytest.mark.parametrize(
    "names",
    [("a", "A"), ("Straße", "STRASSE"), ("e\u0301", "é"), ("\u2c2f", "\u2c5f"), ("ΐ", "ΐ")],
    ids=ascii,
)
@pytest.mark.parametrize("part", ["flds", "tmpls"])
def test_names_within_a_note_type_are_accepted_and_refused_as_by_anki(
    anki: Anki, part: str, names: tuple[str, str]
) -> None:
    parts = [{**NOTE_TYPE[part][0], "name": name} for name in names]
    twins = {**NOTE_TYPE, "id": NOTE_TYPE["id"] + 9, "name": "Twins", part: parts}
    assert (anki.changes(models=[twins]) is None) == (_kept(validate.note_type, twins) is None)


@pytest.mark.parametrize("specimen", [DECK, FILTERED_DECK], ids=["normal", "filtered"])
def test_decks_are_accepted_and_refused_as_by_anki(anki: Anki, specimen: dict[str, Any]) -> None:
    _compare(
        "deck",
        specimen,
        validate.deck,
        lambda obj: anki.changes(decks=[obj]),
        lambda answer, kept: _by_id(answer["decks"][0], kept),
    )


def test_presets_are_accepted_and_refused_as_by_anki(anki: Anki) -> None:
    _compare(
        "preset",
        PRESET,
        validate.preset,
        lambda obj: anki.changes(presets=[obj]),
        lambda answer, kept: _by_id(answer["decks"][1], kept),
    )


def _row(answer: dict[str, Any], kept: Any, kind: str) -> Any:
    return next(row for row in answer[kind] if row[0] == kept[0])


def test_cards_are_accepted_and_refused_as_by_anki(anki: Anki) -> None:
    _compare(
        "card",
        CARD,
        validate.card,
        lambda row: anki.chunk(cards=[row]),
        lambda answer, kept: _row(answer, kept, "cards"),
    )


def test_notes_are_accepted_and_refused_as_by_anki(anki: Anki) -> None:
    _compare(
        "note",
        NOTE,
        validate.note,
        lambda row: anki.chunk(notes=[row]),
        lambda answer, kept: _row(answer, kept, "notes"),
        # whether it fits its note type is for the merge to say
        elsewhere=("[2] =", "[6] ="),
    )


def test_reviews_are_accepted_and_refused_as_by_anki(anki: Anki) -> None:
    _compare(
        "review",
        REVLOG,
        validate.revlog,
        lambda row: anki.chunk(revlog=[row]),
        lambda answer, kept: _row(answer, kept, "revlog"),
    )


def _anki_takes(anki: Anki, method: str, request: Any) -> bool:
    anki.start()
    status, _ = anki.client.call(method, request)
    assert status in (200, 400)
    return bool(status == 200)


@pytest.mark.parametrize(
    "value", [None, {}, {"a": 1}, {"a": nested(110)}, {"a": nested(130)}, [], "a", 1], ids=ascii
)
def test_configuration_is_accepted_and_refused_as_by_anki(anki: Anki, value: Any) -> None:
    takes = _anki_takes(anki, "applyChanges", {"changes": _changes(conf=value)})
    # for Anki null is the same as no config: there is nothing to validate
    assert takes == (value is None or _kept(validate.config, value) is not None)


@pytest.mark.parametrize("value", ["a", "", "a b", "a\x00b", "\ud800", None, 1, []], ids=ascii)
def test_tags_are_accepted_and_refused_as_by_anki(anki: Anki, value: Any) -> None:
    takes = _anki_takes(anki, "applyChanges", {"changes": _changes(tags=[value])})
    assert takes == (_kept(validate.tag, value) is not None)


@pytest.mark.parametrize("value", [0, -1, 10**10, 1.0, 1e9, "5", True, 2**63, []], ids=ascii)
def test_creation_times_are_accepted_and_refused_as_by_anki(anki: Anki, value: Any) -> None:
    takes = _anki_takes(anki, "applyChanges", {"changes": _changes(crt=value)})
    assert takes == (_kept(validate.creation_stamp, value) is not None)


GRAVES: list[Any] = [
    *(None, {}, 5, {"cards": [], "notes": [], "decks": []}, {"cards": [], "notes": []}),
    *({"cards": [1, 0, -5], "notes": [2], "decks": [3]},),
    *({"cards": ["1"], "notes": [], "decks": []},),
    *({"cards": ["1"], "notes": [2], "decks": []}, {"cards": ["x"], "notes": [], "decks": []}),
    *({"cards": ["+1", "-2", "007"], "notes": [], "decks": ["9" * 25]},),
    *({"cards": ["+1", "-2", "007"], "notes": [], "decks": []},),
    *({"cards": [1.0], "notes": [], "decks": []}, {"cards": [2**63], "notes": [], "decks": []}),
    *({"cards": [True], "notes": [], "decks": []}, {"cards": None, "notes": [], "decks": []}),
    *({"cards": [1], "notes": [], "decks": [], "more": 1},),
    *({"cards": [[]], "notes": [], "decks": []},),
]


@pytest.mark.parametrize("value", GRAVES, ids=ascii)
def test_graves_are_accepted_and_refused_as_by_anki(anki: Anki, value: Any) -> None:
    takes = _anki_takes(anki, "applyGraves", {"chunk": value})
    assert takes == (_kept(validate.graves, value) is not None)

    anki.client.new_session()
    status, _ = anki.client.call("start", {"minUsn": 0, "lnewer": True, "graves": value})
    assert (status == 200) == (_kept(validate.graves_at_start, value) is not None)


COUNTS: list[Any] = [
    *([[0, 0, 0], 0, 0, 0, 0, 0, 0, 0], [[0, 0, 0], 0, 0, 0, 0, 0, 0], [[0, 0, 0], *[0] * 8]),
    *([[0, 0], *[0] * 7], [[], *[0] * 7], [[0, 0, -1], *[0] * 7], [[0, 0, 0], *[-1] * 7]),
    *([[0.0, 0, 0], *[0] * 7], [[0, 0, 0], 1.0, *[0] * 6], [[0, 0, 0], 2**32, *[0] * 6]),
    *([[9, 9, 9], *[2**32 - 1] * 7], [0] * 8, None, {}),
]


@pytest.mark.parametrize("value", COUNTS, ids=ascii)
def test_sanity_counts_are_accepted_and_refused_as_by_anki(anki: Anki, value: Any) -> None:
    takes = _anki_takes(anki, "sanityCheck2", {"client": value})
    assert takes == (_kept(validate.sanity_counts, value) is not None)


def test_our_refusals_of_what_ankis_server_accepts(anki: Anki) -> None:
    """The differences, all of them deliberate. No client sends any of this."""
    # Rust reads structures from either form; lists and objects are what clients send
    as_list = [[1], [2], [3]]
    assert _anki_takes(anki, "applyGraves", {"chunk": as_list})
    assert _kept(validate.graves, as_list) is None

    names = list(CARD_COLUMNS)
    names[4], names[6] = "mtime", "ctype"
    as_object = dict(zip(names, CARD, strict=True))
    assert _anki_takes(anki, "applyChunk", {"chunk": {"done": True, "cards": [as_object]}})
    assert _kept(validate.card, as_object) is None

    # Anki reads up to 127 levels; the store keeps a margin for what is put around an object
    deep = {"a": nested(122)}
    assert _anki_takes(anki, "applyChanges", {"changes": _changes(conf=deep)})
    assert _kept(validate.config, deep) is None


def test_values_that_anki_accepts_and_then_fails_on_are_refused(tmp_path: Path) -> None:
    """Two values that Anki's server takes, and that break it or its clients from then on."""
    with anki_server(tmp_path) as url:
        anki = Anki(logged_in(url))
        # infinite in single precision, which is sent on as null, which no client can read
        huge = {**PRESET, "secondsToShowAnswer": 1e39}
        answer = anki.changes(presets=[huge])
        assert answer
        assert _by_id(answer["decks"][1], huge)["secondsToShowAnswer"] is None
        assert anki.changes(presets=[{**PRESET, "secondsToShowAnswer": None}]) is None
        assert _kept(validate.preset, huge) is None

        # beyond the calendar
        anki.start()
        created = 8_220_000_000_000
        assert anki.client.call("applyChanges", {"changes": _changes(crt=created)})[0] == 200
        assert anki.client.call("finish")[0] == 200
        anki.client.new_session()
        assert anki.client.call("start", {"minUsn": 0, "lnewer": True})[0] == 400
        assert _kept(validate.creation_stamp, created) is None

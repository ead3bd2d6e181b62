"""What is timed, in this order: later jobs build on the results of earlier ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from . import content
from .sides import Crowd, Side

S = TypeVar("S", Side, Crowd)


@dataclass(frozen=True)
class Sizes:
    """How much there is to do."""

    notes: int
    reviews: int
    files: int
    merged: tuple[int, ...]  # cards, for each kind of merge
    times: int  # by which the large collection is larger
    crowds: tuple[tuple[int, int, int], ...]  # users, devices of each, and notes of each user
    idle: float  # seconds


FULL = Sizes(
    notes=50_000,
    reviews=10_000,
    files=2_000,
    merged=(1, 1_000, 10_000),
    times=10,
    crowds=((4, 1, 2_000), (8, 3, 2_000), (8, 3, 20_000)),
    idle=10,
)
QUICK = Sizes(
    notes=2_000,
    reviews=500,
    files=100,
    merged=(1, 50, 500),
    times=3,
    crowds=((4, 1, 2_000),),
    idle=3,
)
_SYNCS = 10  # of each device in a crowd
_ANSWERS = 100  # requests for one figure
# Queries that show whether two collections have the same notes, cards or reviews.
_NOTES = "select count(), sum(id) from notes"
_CARDS = "select sum(flags), sum(mod) from cards"
_REVIEWED = "select count(), sum(id), (select sum(reps) from cards) from revlog"


@dataclass(frozen=True)
class Job(Generic[S]):
    """`run` does the job once, for a round's number, and returns seconds for each of `names`."""

    names: tuple[str, ...]
    run: Callable[[S, int], tuple[float, ...]]


def jobs(sizes: Sizes) -> Iterator[Job[Side]]:
    """Yield all sync jobs."""

    def login(side: Side, _round: int) -> tuple[float, ...]:
        return (side.first.log_in(),)

    def no_work(side: Side, _round: int) -> tuple[float, ...]:
        return (side.server.seconds_for_health(_ANSWERS),)

    def added(side: Side, _round: int) -> tuple[float, ...]:
        content.add_notes(side.first.col, sizes.reviews)
        seconds = side.first.sync(), side.second.sync()
        side.check_same(_NOTES)
        return seconds

    def reviews(side: Side, _round: int) -> tuple[float, ...]:
        content.review(side.first.col, sizes.reviews)
        seconds = side.first.sync(), side.second.sync()
        side.check_same(_REVIEWED)
        return seconds

    def media(side: Side, number: int) -> tuple[float, ...]:
        content.add_media(side.first.col, sizes.files, f"round{number}")
        seconds = side.first.sync_media(), side.second.sync_media()
        side.check_same_media()
        return seconds

    def no_media(side: Side, _round: int) -> tuple[float, ...]:
        return (side.first.sync_media(),)

    yield Job(("an answer without work",), no_work)
    yield Job(("login",), login)
    yield from _usual(f"{sizes.notes:,} notes")
    count = f"{sizes.reviews:,} notes"
    yield Job((f"{count}, sent", f"{count}, received"), added)
    count = f"{sizes.reviews:,} reviews"
    yield Job((f"{count}, sent", f"{count}, received"), reviews)
    files = f"{sizes.files:,} media files"
    yield Job((f"{files}, sent", f"{files}, received"), media)
    yield Job(("no media to sync",), no_media)


def large(sizes: Sizes) -> Iterator[Job[Side]]:
    """Yield the jobs of a collection that is larger by `sizes.times`."""
    yield from _usual(f"{sizes.notes * sizes.times:,} notes")


def _usual(notes: str) -> Iterator[Job[Side]]:
    def one_way(side: Side, _round: int) -> tuple[float, ...]:
        seconds = side.first.upload(), side.second.download()
        side.check_same(_NOTES)
        return seconds

    def nothing(side: Side, _round: int) -> tuple[float, ...]:
        return (side.first.sync(),)

    def one_card(side: Side, number: int) -> tuple[float, ...]:
        side.first.flag(number)
        seconds = side.first.sync(), side.second.sync()
        side.check_same(_CARDS)
        return seconds

    yield Job((f"full upload, {notes}", f"full download, {notes}"), one_way)
    yield Job((f"nothing to sync, {notes}",), nothing)
    yield Job((f"one card, sent, {notes}", f"one card, received, {notes}"), one_card)


def crowds(users: int, devices: int, notes: int) -> Iterator[Job[Crowd]]:
    """Yield the job of several users at once."""

    def all_at_once(crowd: Crowd, _round: int) -> tuple[float, ...]:
        began = time.perf_counter()
        crowd.edit_and_sync(_SYNCS)
        seconds = time.perf_counter() - began
        crowd.check_same(_CARDS)
        return (seconds,)

    who = f"{users} users x {devices} at once, {notes:,} notes each"
    yield Job((f"{who}, {users * devices * _SYNCS} syncs",), all_at_once)


def merges(sizes: Sizes) -> Iterator[Job[Side]]:
    """Yield the bridge's jobs, with a desktop as the first device.

    Each is compared with a sync that sends the same to Anki's own server, or fetches it.
    """

    def pairing(side: Side, _round: int) -> tuple[float, ...]:
        seconds = side.first.upload()
        side.second.download()
        side.first.sync()
        side.check_same(_NOTES)
        return (seconds,)

    def nothing(side: Side, _round: int) -> tuple[float, ...]:
        side.first.sync()  # the first one finishes what an earlier job left
        return (side.first.sync(),)

    def reviews(count: int, side: Side, _round: int) -> tuple[float, ...]:
        content.review(side.first.col, count)
        to_store = side.first.sync()
        side.second.sync()
        side.check_same(_REVIEWED)
        content.review(side.second.col, count)
        side.second.sync()
        to_desktop = side.first.sync()
        side.check_same(_REVIEWED)
        return to_store, to_desktop

    def marked(side: Side, _round: int) -> tuple[float, ...]:
        return (side.first.sync_marked(),)

    yield Job(("pairing (Anki: upload)",), pairing)
    yield Job(("merge of nothing",), nothing)
    for count in sizes.merged:
        cards = f"merge of {count:,} card{'s' * (count > 1)}"
        yield Job((f"{cards}, to store", f"{cards}, to desktop"), partial(reviews, count))
    yield Job(("comparing all (Anki: upload)",), marked)

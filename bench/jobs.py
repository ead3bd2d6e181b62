"""What is timed, in this order: later jobs build on the results of earlier ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import content
from .client import Client
from .servers import Server


@dataclass(frozen=True)
class Sizes:
    """How much there is to do."""

    notes: int
    reviews: int
    files: int
    merged: tuple[int, ...]  # cards, for each kind of merge


FULL = Sizes(notes=50_000, reviews=10_000, files=2_000, merged=(1, 1_000, 10_000))
QUICK = Sizes(notes=2_000, reviews=500, files=100, merged=(1, 50, 500))
# Shows whether two collections have the same reviews.
_REVIEWED = "select count(), sum(id), (select sum(reps) from cards) from revlog"


class Side:
    """One server and two devices of its user."""

    def __init__(
        self, server: Server, folder: Path, collection: Path, device: type[Client] = Client
    ) -> None:
        """`collection`: what the first device, a `device`, starts with; the second is empty."""
        self.server = server
        first = folder / "first" / "collection.anki2"
        first.parent.mkdir(parents=True)
        shutil.copy(collection, first)
        self.first = device(first, server)
        self.second = Client(folder / "second" / "collection.anki2", server)

    def check_same(self, query: str) -> None:
        """Raise unless both devices give the same answer, so that the sync did its work."""
        answers = [device.ask(query) for device in (self.first, self.second)]
        if answers[0] != answers[1]:
            raise RuntimeError(f"{self.server.name}: {query} gives {answers}")

    def check_same_media(self) -> None:
        """Raise unless both devices have files of the same names."""
        names = [set(os.listdir(device.col.media.dir())) for device in (self.first, self.second)]
        if names[0] != names[1]:
            raise RuntimeError(f"{self.server.name}: {len(names[0] ^ names[1])} files differ")

    def close(self) -> None:
        self.first.close()
        self.second.close()


@dataclass(frozen=True)
class Job:
    """`run` does the job once, for a round's number, and returns seconds for each of `names`."""

    names: tuple[str, ...]
    run: Callable[[Side, int], tuple[float, ...]]


def jobs(sizes: Sizes) -> Iterator[Job]:
    """Yield all sync jobs."""

    def one_way(side: Side, _round: int) -> tuple[float, ...]:
        seconds = side.first.upload(), side.second.download()
        side.check_same("select count(), sum(id) from notes")
        return seconds

    def nothing(side: Side, _round: int) -> tuple[float, ...]:
        return (side.first.sync(),)

    def one_card(side: Side, number: int) -> tuple[float, ...]:
        col = side.first.col
        col.set_user_flag_for_cards(1 + number % 7, [col.find_cards("deck:*")[0]])
        seconds = side.first.sync(), side.second.sync()
        side.check_same("select sum(flags), sum(mod) from cards")
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

    notes = f"{sizes.notes:,} notes"
    yield Job((f"full upload, {notes}", f"full download, {notes}"), one_way)
    yield Job(("nothing to sync",), nothing)
    yield Job(("one card, sent", "one card, received"), one_card)
    count = f"{sizes.reviews:,} reviews"
    yield Job((f"{count}, sent", f"{count}, received"), reviews)
    files = f"{sizes.files:,} media files"
    yield Job((f"{files}, sent", f"{files}, received"), media)
    yield Job(("no media to sync",), no_media)


def merges(sizes: Sizes) -> Iterator[Job]:
    """Yield the bridge's jobs, with a desktop as the first device.

    Each is compared with a sync that sends the same to Anki's own server, or fetches it.
    """

    def pairing(side: Side, _round: int) -> tuple[float, ...]:
        seconds = side.first.upload()
        side.second.download()
        side.first.sync()
        side.check_same("select count(), sum(id) from notes")
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

"""Threads that are used again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from addon.net import workers
from addon.net.workers import Workers

NAME = "lan-sync-test"


@pytest.fixture
def made() -> Iterator[Workers]:
    workers = Workers(NAME)
    yield workers
    workers.end()
    for thread in alive():
        thread.join(20)
    assert not alive()


def alive() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == NAME]


def done_by(workers: Workers) -> threading.Thread:
    """Do something, and return the thread that did it."""
    found: list[threading.Thread] = []
    done = threading.Event()

    def work() -> None:
        found.append(threading.current_thread())
        done.set()

    workers.start(work)
    assert done.wait(20)
    return found[0]


def test_nothing_waits_for_what_is_being_done(made: Workers) -> None:
    together = threading.Barrier(20, timeout=20)
    met = [threading.Event() for _ in range(19)]

    def meeting(event: threading.Event) -> Callable[[], None]:
        def work() -> None:
            together.wait()
            event.set()

        return work

    for event in met:
        made.start(meeting(event))
    together.wait()
    assert all(event.wait(20) for event in met)


def test_a_thread_is_used_again(made: Workers) -> None:
    assert len({done_by(made) for _ in range(100)}) < 100


def test_threads_end_when_there_is_nothing_to_do(
    made: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.05)
    done_by(made).join(20)
    assert not alive()


def test_work_that_comes_as_a_thread_ends_is_done(
    made: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.0)
    for _ in range(500):
        done_by(made)


def test_work_that_fails_takes_nothing_with_it(
    made: Workers, caplog: pytest.LogCaptureFixture
) -> None:
    done_by(made)

    def fail() -> None:
        raise RuntimeError("on purpose")

    made.start(fail)
    done_by(made)
    made.end()
    for thread in alive():
        thread.join(20)
    assert "on purpose" in caplog.text
    done_by(made)

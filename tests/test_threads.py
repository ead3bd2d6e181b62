"""What goes wrong in a thread of ours is in the log, and nowhere else."""

from __future__ import annotations

import logging

import pytest

from addon import threads


def fail() -> None:
    raise OSError("no such disk")


@pytest.mark.parametrize("later", [False, True])
def test_a_thread_that_fails_says_so_in_the_log_alone(
    later: bool, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        if later:
            threads.start_later(0.01, fail, "lan-sync-test").join()
        else:
            threads.start(fail, "lan-sync-test").join()
    assert capfd.readouterr() == ("", "")
    [record] = caplog.records
    assert record.getMessage() == "lan-sync-test failed"
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == "no such disk"


def test_what_was_to_start_later_can_be_called_off() -> None:
    timer = threads.start_later(60, fail, "lan-sync-test")
    timer.cancel()
    timer.join(60)
    assert not timer.is_alive()

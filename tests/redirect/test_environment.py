"""The variables older Ankis read."""

from __future__ import annotations

from addon.redirect.environment import SyncEnvironment


def test_both_protocols_are_named_in_full() -> None:
    environ: dict[str, str] = {}
    SyncEnvironment(environ).point_at("http://h:1/")
    assert environ == {
        "SYNC_ENDPOINT": "http://h:1/sync/",
        "SYNC_ENDPOINT_MEDIA": "http://h:1/msync/",
    }


def test_what_the_person_had_set_comes_back() -> None:
    before = {"SYNC_ENDPOINT": "http://mine/sync/", "PATH": "/bin"}
    environ = dict(before)
    variables = SyncEnvironment(environ)
    variables.point_at("http://h:1/")
    variables.point_at("http://h:2/")
    variables.restore()
    assert environ == before

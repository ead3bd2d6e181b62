"""The variables older Ankis read."""

from __future__ import annotations

from addon.redirect.environment import SyncEnvironment


def test_both_variables_have_the_full_address() -> None:
    environ: dict[str, str] = {}
    SyncEnvironment(environ).point_at("http://h:1/")
    assert environ == {
        "SYNC_ENDPOINT": "http://h:1/sync/",
        "SYNC_ENDPOINT_MEDIA": "http://h:1/msync/",
    }


def test_the_persons_own_variables_come_back() -> None:
    before = {"SYNC_ENDPOINT": "http://mine/sync/", "PATH": "/bin"}
    environ = dict(before)
    variables = SyncEnvironment(environ)
    variables.point_at("http://h:1/")
    variables.point_at("http://h:2/")
    variables.restore()
    assert environ == before

"""One-time passes: what the page shows with one, for how long, and to nobody else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from addon.server.app import SyncApp
from addon.server.events import SignedIn, SyncAsked
from addon.server.page.passes import LENGTH, LIFETIME, Credentials, Passes
from tests.server.caller import CLIENT, Caller, application

from ..clock import Clock


def test_a_pass_is_valid_for_ten_minutes() -> None:
    clock = Clock()
    passes = Passes(clock)
    shown = passes.issue("anna", "secret")
    assert len(shown) == LENGTH
    clock.now += LIFETIME - 1
    assert passes.sign_in(shown) == Credentials("anna", "secret")
    clock.now += 1
    assert passes.sign_in(shown) is None


def test_a_pass_ends_when_a_phone_of_its_user_signs_in() -> None:
    passes = Passes()
    anna, otto = passes.issue("anna", "secret"), passes.issue("otto", "other")
    passes.record(SyncAsked("anna", CLIENT, 1))
    assert passes.sign_in(anna) is not None
    passes.record(SignedIn("anna", CLIENT, 1))
    assert passes.sign_in(anna) is None
    assert passes.sign_in(otto) == Credentials("otto", "other")


def test_a_new_pass_replaces_the_previous_one() -> None:
    passes = Passes()
    former = passes.issue("anna", "secret")
    assert passes.issue("anna", "secret") != former
    assert passes.sign_in(former) is None


@pytest.mark.parametrize("shown", ["", "x" * LENGTH, "é" * LENGTH, "\udc80"])
def test_anything_else_is_not_a_pass(shown: str) -> None:
    passes = Passes()
    passes.issue("anna", "secret")
    assert passes.sign_in(shown) is None


def ask(app: SyncApp, shown: str, path: str = "/") -> TestResponse:
    return Client(app).post(path, data=shown, buffered=True)


def test_the_pages_script_gets_name_and_password_for_a_pass(tmp_path: Path) -> None:
    with application(tmp_path) as (app, _):
        shown = app.passes.issue("anna", "secret")
        answer = ask(app, shown)
        assert answer.json == {"user": "anna", "password": ["secret"]}
        assert answer.headers["Cache-Control"] == "no-store"
        assert ask(app, shown, "/behind/a/proxy/").json == answer.json


@pytest.mark.parametrize("shown", ["", "wrong", "x" * LENGTH, "x" * 100_000])
def test_without_a_valid_pass_nothing_is_revealed(tmp_path: Path, shown: str) -> None:
    with application(tmp_path) as (app, _):
        app.passes.issue("anna", "secret")
        answer = ask(app, shown)
        assert (answer.status_code, answer.data) == (204, b"")


def test_a_sign_in_to_the_server_ends_the_pass(tmp_path: Path) -> None:
    with application(tmp_path) as (app, accounts):
        accounts.users.add("otto", "secret12")
        shown = app.passes.issue("otto", "secret12")
        status, _key = Caller(app, "").post("hostKey", {"u": "otto", "p": "wrong"})
        assert status == 403
        assert ask(app, shown).status_code == 200
        status, _key = Caller(app, "").post("hostKey", {"u": "otto", "p": "secret12"})
        assert status == 200
        assert ask(app, shown).status_code == 204


def test_neither_pass_nor_password_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with application(tmp_path) as (app, _):
        shown = app.passes.issue("anna", "secret-word")
        ask(app, shown)
        ask(app, "x" * LENGTH)
        assert repr(app.passes.sign_in(shown)) == "Credentials(user='anna')"
    assert "POST '/'" in caplog.text
    assert shown not in caplog.text
    assert "secret-word" not in caplog.text

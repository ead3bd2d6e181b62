"""config.json as people leave it, and the record of one profile."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from addon.net.allow import Allow
from addon.redirect.settings import (
    HERE,
    Config,
    Home,
    Login,
    Mark,
    Place,
    ProfileSettings,
    dump_profile,
    parse_config,
    parse_profile,
)

ADDON = Path(__file__).parents[2] / "addon"


def shipped() -> dict[str, object]:
    config: dict[str, object] = json.loads((ADDON / "config.json").read_text(encoding="utf-8"))
    return config


def test_the_shipped_config_is_the_default_and_valid() -> None:
    schema = json.loads((ADDON / "config.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(shipped(), schema)
    assert parse_config(shipped()) == (Config(), [])


def test_each_key_is_in_config_schema_help_and_settings() -> None:
    keys = set(shipped())
    schema = json.loads((ADDON / "config.schema.json").read_text(encoding="utf-8"))
    help_text = (ADDON / "config.md").read_text(encoding="utf-8")
    assert keys == set(schema["properties"]) == set(Config._fields)
    assert all(f"**{key}**" in help_text for key in keys)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("port", 0),
        ("port", 65536),
        ("port", "27701"),
        ("port", True),
        ("port", 27701.5),
        ("allow", "all"),
        ("allow", None),
        ("listen", "mypc.local"),
        ("listen", None),
        ("certificate", 5),
        ("sign_out_after", -1),
        ("sign_out_after", True),
        ("backup_count", 0),
        ("backup_days", True),
        ("backup_weeks", 31),
        ("endpoint", 5),
        ("endpoint", "ftp://example.org/"),
        ("endpoint", "my computer"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_else_is_lost(key: str, value: object) -> None:
    right: dict[str, object] = {"endpoint": "http://h:1/", "port": 5, "listen": "192.168.1.5"}
    right["allow"] = "everyone"
    config, bad = parse_config({**right, key: value})
    assert [(problem.key, problem.value) for problem in bad] == [(key, value)]
    others = [name for name in right if name != key]
    assert [getattr(config, name) for name in others] == [right[name] for name in others]
    assert getattr(config, key) == getattr(Config(), key)


@pytest.mark.parametrize(
    ("listen", "allow", "address"),
    [
        ("0.0.0.0", Allow.MY_NETWORKS, "0.0.0.0"),
        ("", Allow.MY_NETWORKS, "0.0.0.0"),
        ("::", Allow.MY_NETWORKS, "::"),
        ("192.168.1.5", Allow.MY_NETWORKS, "192.168.1.5"),
        ("127.0.0.1", Allow.THIS_COMPUTER, "127.0.0.1"),
        ("::1", Allow.THIS_COMPUTER, "127.0.0.1"),
        ("localhost", Allow.THIS_COMPUTER, "127.0.0.1"),
    ],
)
def test_a_listening_address_of_earlier_versions_is_migrated(
    listen: str, allow: Allow, address: str
) -> None:
    config, bad = parse_config({**shipped(), "listen": listen})
    assert (config.allow, config.address, bad) == (allow, address, [])
    # what the settings dialog saves reads the same
    assert parse_config(json.loads(json.dumps(config._asdict()))) == (config, [])


@pytest.mark.parametrize("raw", [None, [], "text", {}])
def test_a_config_without_our_keys_gives_the_defaults(raw: object) -> None:
    assert parse_config(raw)[0] == Config()


@pytest.mark.parametrize(
    ("endpoint", "accepted"),
    [
        ("", True),
        ("192.168.1.5", True),
        ("http://h:27701", True),
        ("HTTPS://h/sub/sync/", True),
        ("[fe80::1]:8080", True),
        ("ftp://h/", False),
        ("two words", False),
        ("http://", False),
    ],
)
def test_the_editor_accepts_what_the_code_accepts(endpoint: str, accepted: bool) -> None:
    schema = json.loads((ADDON / "config.schema.json").read_text(encoding="utf-8"))
    raw = {**shipped(), "endpoint": endpoint}
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(raw))
    assert (not errors) is accepted
    assert (not parse_config(raw)[1]) is accepted


def test_the_menu_offers_the_server_chosen_last() -> None:
    named = Config(endpoint="http://h/")
    assert ProfileSettings().next_server(Config()) == ""
    assert ProfileSettings().next_server(named) == "http://h/"
    assert ProfileSettings(choice="http://g/").next_server(named) == "http://g/"


def test_a_profile_record_survives_the_file() -> None:
    settings = ProfileSettings(
        phones=True,
        moving=True,
        server="http://h/",
        choice="http://h/",
        account="user1",
        password="aaaa-bbbb",
        logins=(Login("http://h/", "me", "key"),),
        home=Home(Place("http://h/", "me"), Mark(Place(), 1, 2)),
    )
    assert parse_profile(json.loads(json.dumps(dump_profile(settings)))) == settings


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("off", ProfileSettings()),
        ("this_computer", ProfileSettings(phones=True, moving=True)),
        ("another_server", ProfileSettings(server="http://h/")),
    ],
)
def test_a_record_of_the_first_version_becomes_two_choices(
    mode: str, expected: ProfileSettings
) -> None:
    raw = {
        "mode": mode,
        "address": "http://h/" if mode == "another_server" else "",
        "choice": {"mode": "another_server", "address": "http://g/"},
        "account": "user1",
        "password": "p",
        "key": "k",
        "home": {"mode": "this_computer", "address": "", "user": "user1"},
        "mark": {"place": {"mode": "off", "address": "", "user": ""}, "before": 1, "after": 2},
    }
    home = Home(Place(HERE, "user1"), Mark(Place(), 1, 2))
    assert parse_profile(raw) == replace(
        expected, choice="http://g/", account="user1", password="p", home=home
    )


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "text",
        {},
        {"mode": "sideways", "account": 5, "logins": "none"},
        {"mode": None, "logins": [1, {"user": "no address"}]},
    ],
)
def test_a_malformed_record_is_a_profile_that_is_switched_off(raw: object) -> None:
    assert parse_profile(raw) == ProfileSettings()


def test_a_new_login_replaces_the_old_one_at_that_server() -> None:
    settings = ProfileSettings().with_login(Login("http://a/", "me", "1"))
    settings = settings.with_login(Login("http://b/", "me", "2"))
    settings = settings.with_login(Login("http://a/", "you", "3"))
    assert settings.login_at("http://a/") == Login("http://a/", "you", "3")
    assert settings.login_at("http://b/") == Login("http://b/", "me", "2")
    assert settings.login_at("http://c/") == Login("http://c/", "", "")
    assert len(settings.logins) == 2


def test_neither_password_nor_keys_show_in_a_log() -> None:
    settings = ProfileSettings(password="secret1")
    assert "secret" not in repr(settings.with_login(Login("http://a/", "me", "secret3")))

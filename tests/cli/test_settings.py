"""The settings of the command line: four sources, one table, and how mistakes are reported."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from addon.cli.settings import (
    TABLE,
    BadSettings,
    ServerSettings,
    Setting,
    platform_variables,
    read_settings,
    unknown_variables,
)
from addon.server.limits import Limits


def write(folder: Path, *lines: str) -> str:
    path = folder / "settings.ini"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def refused(
    options: dict[str, str | None], environment: dict[str, str], file: str | None = None
) -> str:
    with pytest.raises(BadSettings) as raised:
        read_settings(options, environment, file)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_each_source_overrides_the_one_before(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "# words", "port = 1", "host = 10.0.0.1", "data = /file ü")
    environment = {"LAN_SYNC_PORT": "2", "LAN_SYNC_HOST": "10.0.0.2"}
    assert read_settings({}, {}, None).port == 27701
    assert read_settings({}, {}, file).port == 1
    assert read_settings({}, environment, file).port == 2
    read = read_settings({"port": "3", "host": None}, environment, file)
    assert (read.port, read.host, read.data) == (3, "10.0.0.2", Path("/file ü"))


def test_without_any_source_the_defaults_apply() -> None:
    assert read_settings({}, {}, None) == ServerSettings(
        data=None,
        accounts=None,
        log_level=logging.INFO,
        host=None,
        port=27701,
        max_collection=4095 * 1024 * 1024,
    )
    assert Limits.collection - 1024 * 1024 < 4095 * 1024 * 1024 <= Limits.collection


def test_an_empty_value_counts_as_unset(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "port =", "accounts = ")
    assert read_settings({"port": ""}, {"LAN_SYNC_PORT": ""}, file) == read_settings({}, {}, None)


def test_the_environment_can_name_the_file_and_the_command_line_wins(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "port = 1")
    environment = {"LAN_SYNC_CONFIG": file}
    assert read_settings({}, environment, None).port == 1
    (tmp_path / "other").mkdir()
    assert read_settings({}, environment, write(tmp_path / "other", "[server]")).port == 27701


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data", "a\0b"),
        ("port", "65536"),
        ("port", "-1"),
        ("port", "http://10.0.0.1:80"),
        ("host", "http://here/"),
        ("max_collection", "0"),
        ("max_collection", "4096"),
        ("max_collection", "1.5"),
        ("log_level", "loud"),
        ("accounts", "no_class"),
        ("accounts", "a b:C"),
        ("accounts", "a..b:C"),
    ],
)
def test_a_wrong_value_is_reported_with_its_source_and_what_is_expected(
    tmp_path: Path, name: str, value: str
) -> None:
    setting = next(setting for setting in TABLE if setting.name == name)
    file = write(tmp_path, "[server]", f"{name} = {value}")
    for place, message in (
        (f"{file}: {name}", refused({}, {}, file)),
        (setting.variable, refused({}, {setting.variable: value})),
        (setting.option, refused({name: value}, {})),
    ):
        assert message == f"{place}: expected {setting.expected}, found {value!r}"


# As Kubernetes sets them for a service "lan-sync" with a port called "web".
PLATFORM = {
    "LAN_SYNC_SERVICE_HOST": "10.43.12.7",
    "LAN_SYNC_SERVICE_PORT": "27701",
    "LAN_SYNC_SERVICE_PORT_WEB": "27701",
    "LAN_SYNC_PORT": "tcp://10.43.12.7:27701",
    "LAN_SYNC_PORT_27701_TCP": "tcp://10.43.12.7:27701",
    "LAN_SYNC_PORT_27701_TCP_PROTO": "tcp",
    "LAN_SYNC_PORT_27701_TCP_PORT": "27701",
    "LAN_SYNC_PORT_27701_TCP_ADDR": "10.43.12.7",
}


def test_variables_of_a_container_platform_are_not_settings(tmp_path: Path) -> None:
    assert read_settings({}, PLATFORM, None) == read_settings({}, {}, None)
    file = write(tmp_path, "[server]", "port = 5")
    assert read_settings({}, PLATFORM, file).port == 5
    assert read_settings({"port": "6"}, PLATFORM, file).port == 6
    assert list(platform_variables(PLATFORM)) == sorted(PLATFORM)
    assert list(unknown_variables({**PLATFORM, "LAN_SYNC_PROT": "1"})) == ["LAN_SYNC_PROT"]
    ours = {"LAN_SYNC_PORT": "1", "LAN_SYNC_HOST": "x"}
    assert list(platform_variables(ours)) == []
    assert read_settings({}, ours, None).port == 1


def test_a_platforms_port_is_an_error_where_a_person_writes_it(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "port = tcp://10.0.0.1:80")
    assert "expected a number" in refused({}, {}, file)
    assert "expected a number" in refused({"port": "tcp://10.0.0.1:80"}, {})


@pytest.mark.parametrize("setting", [each for each in TABLE if each.serving], ids=lambda s: s.name)
def test_a_wrong_setting_of_serve_stops_no_other_command(tmp_path: Path, setting: Setting) -> None:
    file = write(tmp_path, "[server]", "data = /d", f"{setting.name} = no such value/ ")
    assert setting.name in refused({}, {}, file)
    read = read_settings({}, {setting.variable: "nor / this"}, file, serving=False)
    assert read.data == Path("/d")


def test_a_wrong_value_is_reported_even_if_overridden(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "port = x")
    assert "port" in refused({"port": "1"}, {}, file)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[server]", "prot = 1"], "prot: unknown; expected one of data, accounts"),
        (["[server]", "port"], "line 2: expected NAME = VALUE"),
        (["port = 1"], "line 1: expected [server] above the settings"),
        (["[DEFAULT]", "port = 1"], "expected only the section [server], found [DEFAULT]"),
        (["[server]", "[users]"], "expected only the section [server], found [users]"),
        (["[server]", "port = 1", "port = 2"], "line 3: this was already set above"),
    ],
)
def test_an_unusable_file_is_reported_with_its_name(
    tmp_path: Path, lines: list[str], expected: str
) -> None:
    file = write(tmp_path, *lines)
    message = refused({}, {}, file)
    assert message.startswith(f"{file}: ")
    assert expected in message


def test_a_missing_or_binary_file_is_reported_with_its_name(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in refused({}, {}, str(tmp_path / "none"))
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    assert str(tmp_path / "binary") in refused({}, {}, str(tmp_path / "binary"))


def test_variables_that_look_like_settings_are_found() -> None:
    environment = {"LAN_SYNC_PROT": "1", "LAN_SYNC_PORT": "1", "LAN_SYNC_CONFIG": "x", "HOME": "/"}
    assert list(unknown_variables(environment)) == ["LAN_SYNC_PROT"]


def test_percent_and_equal_signs_are_plain_text(tmp_path: Path) -> None:
    file = write(tmp_path, "[server]", "data = /a%b=c # d")
    assert read_settings({}, {}, file).data == Path("/a%b=c # d")

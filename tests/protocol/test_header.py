from __future__ import annotations

import pytest

from addon.protocol import header
from addon.protocol.faults import BadRequest


def test_headers_of_real_clients_are_parsed() -> None:
    parsed = header.parse('{"v":11,"k":"abc","c":"26.09,c32cb291,linux","s":"xyz"}')
    assert (parsed.version, parsed.host_key, parsed.session_key, parsed.client) == (
        11,
        "abc",
        "xyz",
        "26.09,c32cb291,linux",
    )


def test_keys_do_not_appear_in_logs() -> None:
    parsed = header.parse('{"v":11,"k":"SECRET","c":"","s":"SESSION"}')
    assert "SECRET" not in repr(parsed)
    assert "SESSION" not in repr(parsed)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(None, id="missing"),
        pytest.param("", id="empty"),
        pytest.param("v=11", id="not JSON"),
        pytest.param("[11]", id="not an object"),
        pytest.param('{"k":"","c":"","s":""}', id="no version"),
        pytest.param('{"v":"11","k":"","c":"","s":""}', id="version as text"),
        pytest.param('{"v":true,"k":"","c":"","s":""}', id="version true"),
        pytest.param('{"v":7,"k":"","c":"","s":""}', id="too old"),
        pytest.param('{"v":12,"k":"","c":"","s":""}', id="too new"),
        pytest.param('{"v":11,"k":null,"c":"","s":""}', id="key null"),
        pytest.param('{"v":11,"k":"","s":""}', id="no client"),
        pytest.param('{"v":11,"k":"","c":"","s":"' + "x" * 257 + '"}', id="session too long"),
        pytest.param('{"v":11,"k":"","c":"","s":"' + "x" * 5000 + '"}', id="all too long"),
    ],
)
def test_a_malformed_header_is_a_bad_request(text: str | None) -> None:
    with pytest.raises(BadRequest):
        header.parse(text)

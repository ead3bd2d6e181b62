from __future__ import annotations

from addon.server.generated_password import in_groups


def test_only_passwords_made_here_are_shown_in_groups() -> None:
    assert in_groups("abcdefghjkmnpqrs") == "abcd efgh jkmn pqrs"
    for chosen in ("", "correct horse", "Abcdefghjkmnpqrs", "abcd-efgh-jkmn-pqrs", "ilo" * 6):
        assert in_groups(chosen) == chosen

"""Hashes that other servers made."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from werkzeug.security import generate_password_hash

from addon.server.accounts import passwords
from addon.server.accounts.accounts import Accounts
from addon.server.accounts.passwords import BadPassword

SECRET = "Grüße, 日本"


def phc(digest: str = "sha256", rounds: int = 1000, length: int = 32, shown: str = "") -> str:
    made = hashlib.pbkdf2_hmac(digest, SECRET.encode(), b"0123456789abcdef", rounds, length)
    salt, text = (
        base64.b64encode(data).decode().rstrip("=") for data in (b"0123456789abcdef", made)
    )
    return f"$pbkdf2-{digest}${shown or f'i={rounds},l={length}'}${salt}${text}"


@pytest.mark.parametrize(
    "stored",
    [
        passwords.hash_password(SECRET),
        generate_password_hash(SECRET, "scrypt"),
        generate_password_hash(SECRET, "scrypt:1024:8:1"),
        generate_password_hash(SECRET, "pbkdf2"),
        generate_password_hash(SECRET, "pbkdf2:sha512:1000"),
        phc(),
        phc("sha512", length=64),
        phc(shown="l=32,i=1000"),
        phc(length=20),
        phc(shown="i=1000"),
    ],
    ids=lambda stored: stored[:30],
)
def test_known_hashes_are_accepted_and_verified(stored: str) -> None:
    passwords.require_supported(stored)
    assert passwords.matches(stored, SECRET)
    assert not passwords.matches(stored, "another")
    assert not passwords.matches(stored, "")


@pytest.mark.parametrize(
    "stored",
    [
        "",
        SECRET,
        "plain",
        hashlib.sha256(SECRET.encode()).hexdigest(),
        "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b1dWRWJTmaaJObG",
        # passlib's, which is no PHC string
        "$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk",
        "sha256$salt$0123456789abcdef",  # werkzeug before 2.0
        "pbkdf2:nonsense:1000$salt$0123456789abcdef",
        "pbkdf2:sha256:99999999$salt$0123456789abcdef",
        "scrypt:1048576:64:1$salt$0123456789abcdef",
        "scrypt:1000:8:1$salt$0123456789abcdef",  # no power of two
        phc(shown="i=99999999"),
        phc(shown="i=0"),
        phc(shown="i=1000,l=31"),
        phc(shown="i=1000,m=5"),
        phc("sha1", length=20),
        phc() + "\n",
    ],
)
def test_other_texts_are_refused_with_a_reason(stored: str) -> None:
    with pytest.raises(BadPassword, match=r"this (is no )?hash"):
        passwords.require_supported(stored)


def test_a_user_without_a_password_cannot_sign_in() -> None:
    assert not passwords.matches("", "")
    assert not passwords.matches("", "x")


@pytest.mark.parametrize(
    "typed", ["abcdefghjkmnpqrs", "abcd efgh jkmn pqrs", "Abcd-efgh jkmn-pqrs ", "ABCDEFGHJKMNPQRS"]
)
def test_a_generated_password_may_be_typed_as_it_is_shown(typed: str, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.db")
    accounts.users.add("anna", "abcdefghjkmnpqrs")
    assert accounts.is_right("anna", typed)
    accounts.close()


@pytest.mark.parametrize("typed", ["correct horse", "Correct-Horse", "correcthorse"])
def test_a_chosen_password_must_be_typed_exactly(typed: str, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.db")
    accounts.users.add("anna", "Correct Horse")
    assert not accounts.is_right("anna", typed)
    accounts.close()

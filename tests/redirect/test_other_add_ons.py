"""What other add-ons do to the login and to Anki's functions while a profile is redirected."""

from __future__ import annotations

from addon.redirect.identity import Identity
from tests.net.servers import answers

from .anki_profiles import on_disk
from .small_anki import FORMER, THERE, Anki


def test_a_foreign_key_is_not_sent_and_nothing_is_marked(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    former = anki.schema
    anki.follower.sync_starts()
    # another add-on's hook, which comes after ours
    anki.pm.set_sync_key("theirs")
    anki.pm.set_sync_username("them@example.org")
    auth = anki.pm.sync_auth()
    assert auth is not None
    assert (auth.hkey, auth.endpoint) == ("theirs", "")
    assert anki.redirect.status.server == ""
    assert anki.schema == former
    assert anki.environ == {}
    anki.follower.sync_ended()
    anki.close()
    assert on_disk(anki.base, "User 1")["syncKey"] == "theirs"


def test_the_collection_is_marked_when_a_sync_asks_for_the_key(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    former = anki.schema
    anki.pm.sync_auth()  # the colour of the button
    assert anki.schema == former
    anki.follower.sync_starts()
    anki.pm.sync_auth()
    assert anki.schema != former


def test_closing_is_noticed_even_without_a_save(anki: Anki) -> None:
    anki.open()
    anki.redirect.switch_to(THERE)
    anki.switch_phones_on()
    anki.follower.closing()
    anki.pm.save = lambda: None  # type: ignore[method-assign]
    anki.collection_is_open = False
    anki.pm.save()
    assert answers(anki.config.port)
    anki.follower.closed()
    anki.follower.closed()
    assert not answers(anki.config.port)
    assert Identity.read_from(on_disk(anki.base, "User 1")) == FORMER == anki.identity
    del anki.pm.save

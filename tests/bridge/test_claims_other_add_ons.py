"""What other add-ons write into the collection by SQL, with and without marking it."""

from __future__ import annotations

from tests.live.content import add_note, edit, front, review, run, scalar, some_note

from .test_claims import has_note
from .world import World


def write(world: World, note: int, text: str, *, usn: str, mod: bool) -> None:
    run(
        world.desktop,
        f"update notes set flds = ? || char(31), usn = {usn} where id = ?",
        text,
        note,
    )
    if mod:
        run(world.desktop, "update col set mod = mod + 1")


def something_else(world: World) -> None:
    add_note(world.desktop, "something else")


def test_a_row_marked_as_anki_does_is_noticed_at_once(linked: World) -> None:
    note = some_note(linked.desktop)
    write(linked, note, "by SQL", usn="-1", mod=True)
    linked.sync_all()
    assert front(linked.phone, note) == "by SQL"


def test_a_row_marked_without_the_collection_is_noticed_with_the_next_change(
    linked: World,
) -> None:
    linked.merge()
    note = some_note(linked.desktop)
    write(linked, note, "by SQL", usn="-1", mod=False)
    something_else(linked)
    linked.sync_all()
    assert front(linked.phone, note) == "by SQL"


def test_an_unmarked_pending_row_is_noticed_with_the_next_change(linked: World) -> None:
    note = some_note(linked.desktop)
    edit(linked.desktop, note, "waits")
    linked.sync_all()
    write(linked, note, "by SQL", usn="usn", mod=False)
    something_else(linked)
    linked.sync_all()
    assert front(linked.phone, note) == "by SQL"


def test_an_unmarked_synced_row_is_not_noticed_until_everything_is_compared(
    linked: World,
) -> None:
    note = some_note(linked.desktop)
    write(linked, note, "by SQL", usn="usn", mod=True)
    something_else(linked)
    linked.sync_all()
    assert front(linked.phone, note) != "by SQL"
    linked.desktop.col.mod_schema(check=False)
    linked.sync_all()
    assert front(linked.phone, note) == "by SQL"


def test_a_row_deleted_without_a_grave_returns_unless_it_was_pending(
    linked: World,
) -> None:
    waits, old = add_note(linked.desktop, "waits"), some_note(linked.desktop)
    linked.sync_all()
    for note in (waits, old):
        run(linked.desktop, "delete from cards where nid = ?", note)
        run(linked.desktop, "delete from notes where id = ?", note)
    something_else(linked)
    linked.sync_all()
    linked.sync_all()
    for client in (linked.desktop, linked.phone):
        assert not has_note(client, waits)
        assert has_note(client, old)


def test_old_reviews_deleted_by_sql_come_back_with_the_next_review(linked: World) -> None:
    for _ in range(2):
        review(linked.desktop, 1)
        review(linked.phone, 1)
        linked.converge()
        assert not linked.merge().compared  # the kept number of reviews is right
    reviews = scalar(linked.desktop, "select count() from revlog")
    run(linked.desktop, "delete from revlog where id = (select min(id) from revlog)")
    review(linked.desktop, 1)
    linked.merge()
    assert linked.merge().compared
    assert scalar(linked.desktop, "select count() from revlog") == reviews + 1


def test_reviews_deleted_by_sql_come_back(linked: World) -> None:
    review(linked.desktop, 1)
    linked.sync_all()
    reviews = scalar(linked.desktop, "select count() from revlog")
    run(linked.desktop, "delete from revlog where usn = -1")
    something_else(linked)
    linked.sync_all()
    assert scalar(linked.desktop, "select count() from revlog") == reviews
